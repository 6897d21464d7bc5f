//! Bonuses and penalties: the points of each family, capped as a family.

use std::collections::BTreeMap;

use super::model::AdjustmentScore;
use super::trace::{Evidence, Step, Traced};
use crate::diag::Text;
use crate::exact::Exact;
use crate::facts::Claim;
use crate::scheme::words::Sign;
use crate::scheme::worth::Family;
use crate::tally::Tally;
use crate::terms::UnitCode;

/// Claims of the year by unit, so that no unit looks through those of all others.
pub(super) struct Claims<'a>(BTreeMap<&'a UnitCode, Vec<&'a Claim>>);

impl<'a> Claims<'a> {
    /// The claims of a year in their order.
    pub(super) fn of(tally: &'a Tally, year: i32) -> Self {
        let mut by_unit: BTreeMap<&UnitCode, Vec<&Claim>> = BTreeMap::new();
        for claim in tally.claims.iter().filter(|claim| claim.year == year) {
            by_unit.entry(&claim.unit).or_default().push(claim);
        }
        Self(by_unit)
    }

    fn of_unit(&self, unit: &UnitCode) -> &[&'a Claim] {
        self.0.get(unit).map_or(&[], Vec::as_slice)
    }
}

/// One family of one unit; nothing when the unit has no claim in it.
pub(super) fn score_family(
    family: &Family,
    claims: &Claims<'_>,
    unit: &UnitCode,
    traced: bool,
) -> Option<Traced<AdjustmentScore>> {
    let mut raw = Exact::zero();
    let mut evidence = Vec::new();
    let mut text = Vec::new();
    let mut any = false;
    for claim in claims.of_unit(unit).iter().filter(|claim| claim.family == family.code) {
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
