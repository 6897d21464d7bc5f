//! Bonuses and penalties: the points of each family, capped as a family.

use super::model::AdjustmentScore;
use super::trace::{Evidence, Step, Traced};
use crate::diag::Text;
use crate::exact::Exact;
use crate::scheme::words::Sign;
use crate::scheme::worth::Family;
use crate::tally::Tally;
use crate::terms::UnitCode;

/// One family of one unit; nothing when the unit has no claim in it.
pub(super) fn score_family(
    family: &Family,
    tally: &Tally,
    unit: &UnitCode,
    year: i32,
    traced: bool,
) -> Option<Traced<AdjustmentScore>> {
    let mut raw = Exact::zero();
    let mut evidence = Vec::new();
    let mut text = Vec::new();
    let mut any = false;
    for claim in &tally.claims {
        if claim.unit != *unit || claim.family != family.code || claim.year != year {
            continue;
        }
        let Some((level, points)) = family.levels.get(claim.level) else { continue };
        any = true;
        raw += points;
        if traced {
            text.push(format!("{level} {points}"));
            let said = format!("{}《{}》{} {}：{points}", claim.id, claim.title, claim.document, level);
            evidence.push(Evidence { place: claim.place.clone(), text: Text::new(said.clone(), said) });
        }
    }
    if !any {
        return None;
    }
    let capped = family.cap.as_ref().filter(|cap| raw > **cap);
    let kept = capped.cloned().unwrap_or_else(|| raw.clone());
    let signed = |value: &Exact| if family.sign == Sign::Penalty { -value } else { value.clone() };
    let score = AdjustmentScore { family: family.code.clone(), raw: signed(&raw), score: signed(&kept) };
    let step = traced.then(|| {
        let sum = text.join(" + ");
        let (zh, en) = match capped {
            Some(cap) => {
                (format!("{sum} = {raw}，超过封顶 {cap}，计 {cap}"), format!("{sum} = {raw}, capped at {cap}"))
            }
            None => (format!("{sum} = {raw}"), format!("{sum} = {raw}")),
        };
        let what = Text::new(family.name.clone(), family.name.clone());
        Step::new(family.code.as_str(), what, Some(&score.score)).formula(zh, en).rule(&family.rule).evidence(evidence)
    });
    Some((score, step))
}
