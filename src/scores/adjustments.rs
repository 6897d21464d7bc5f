//! Bonuses and penalties: the points of each family, capped as a family.

use super::calc::Calc;
use super::claims::Claims;
use super::model::{AdjustmentScore, State};
use super::trace::{Evidence, Step, Traced};
use crate::diag::Text;
use crate::exact::Exact;
use crate::scheme::words::Sign;
use crate::scheme::worth::Family;
use crate::terms::Subject;

/// One family of one unit or person; nothing when there is no claim in it.
pub(super) fn score_family(
    family: &Family,
    claims: &Claims,
    subject: &Subject,
    traced: bool,
) -> Option<Traced<AdjustmentScore>> {
    let own = claims.of(subject, &family.code);
    if own.is_empty() {
        return None;
    }
    let raw: Exact = own.iter().map(|claim| &claim.points).sum();
    let capped = family.cap.as_ref().filter(|cap| raw > **cap);
    let kept = capped.cloned().unwrap_or_else(|| raw.clone());
    let signed = |value: &Exact| if family.sign == Sign::Penalty { -value } else { value.clone() };
    let state = if own.iter().any(|claim| claim.state.counts()) { State::Scored } else { State::Rejected };
    let score = AdjustmentScore { family: family.code.clone(), raw: signed(&raw), score: signed(&kept), state };
    let step = traced.then(|| {
        let (mut text, mut evidence) = (Vec::new(), Vec::new());
        for one in &own {
            let claim = &one.claim;
            let Some(level) = family.levels.get(claim.level) else { continue };
            let tier = claim.tier.and_then(|at| family.tiers.get(at));
            let points = match tier {
                Some((name, share)) => format!("{} {} × {name} {share}", level.name, level.points),
                None => format!("{} {}", level.name, level.points),
            };
            if one.state.counts() {
                let shared =
                    if one.points == one.full { String::new() } else { format!(" → {}", one.points.about()) };
                text.push(format!("{points}{shared}"));
            }
            let said =
                format!("{}《{}》{} {}：{}", claim.id, claim.title, claim.document, level.name, one.points.about());
            let why = one.state.said();
            let text = if why.zh.is_empty() {
                Text::new(said.clone(), said)
            } else {
                Text::new(format!("{said}（{}）", why.zh), format!("{said} ({})", why.en))
            };
            evidence.push(Evidence { place: claim.place.clone(), text, by: None });
        }
        let sum = text.join(" + ");
        let counted = own.iter().filter(|one| one.state.counts());
        let points = counted.zip(1..).map(|(one, n): (_, u32)| Calc::fact(format!("claim:{n}"), &one.points));
        let calc = Calc::sum(points.collect()).within(&family.rule, None, family.cap.as_ref());
        let calc = if family.sign == Sign::Penalty { Calc::Number(-&Exact::one()).times(calc) } else { calc };
        let calc = score.state.eq(&State::Scored).then_some(calc);
        let (zh, en) = match capped {
            _ if text.is_empty() => ("没有一件计入".to_owned(), "no claim counts".to_owned()),
            Some(cap) => {
                (format!("{sum} = {raw}，超过封顶 {cap}，计 {cap}"), format!("{sum} = {raw}, capped at {cap}"))
            }
            None => (format!("{sum} = {raw}"), format!("{sum} = {raw}")),
        };
        let what = Text::new(family.name.clone(), family.name.clone());
        Step::new(family.code.as_str(), what, Some(&score.score))
            .formula(zh, en)
            .calc(calc)
            .rule(&family.rule)
            .evidence(evidence)
    });
    Some((score, step))
}
