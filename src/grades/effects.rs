//! What an effect does to a grade: it can lower it or leave it open, and never raises it.

use std::collections::BTreeMap;

use super::model::{Outcome, RulingStep, Stage, Why};
use crate::diag::Place;
use crate::scheme::worth::{Band, Effect, RuleRef, Sanctions};
use crate::terms::Grade;

/// What stands in the ruling of an effect.
pub(super) struct Ruled {
    pub stage: Stage,
    pub rule: RuleRef,
    pub facts: BTreeMap<String, String>,
    pub places: Vec<Place>,
}

/// How far down a grade stands, the best at nought.
pub(super) fn depth_in(bands: &[Band], grade: &Grade) -> usize {
    bands.iter().position(|band| band.grade == *grade).unwrap_or(usize::MAX)
}

/// Carries out an effect and notes the ruling.
pub(super) fn apply(
    outcome: &mut Outcome,
    effect: &Effect,
    bands: &[Band],
    sanctions: Option<&Sanctions>,
    ruled: Ruled,
) {
    let before = outcome.grade.clone();
    match effect {
        Effect::Cap(cap) => cap_at(outcome, cap, bands),
        Effect::Lower(n) => {
            if let Some(grade) = &outcome.grade {
                let at = depth_in(bands, grade).saturating_add(*n as usize).min(bands.len().saturating_sub(1));
                if let Some(band) = bands.get(at) {
                    cap_at(outcome, &band.grade.clone(), bands);
                }
            }
        }
        Effect::Ungraded => leave_open(outcome, false, bands, sanctions, &ruled.rule),
        // Points are off already, and honours are no grade: the ruling says so, and the grade stays.
        Effect::Deduct(_) | Effect::NilItem(_) | Effect::NilTotal | Effect::NoHonours => {}
    }
    note(outcome, before, ruled);
}

/// Notes the ruling of a step from one grade to the one that holds now.
pub(super) fn note(outcome: &mut Outcome, from: Option<Grade>, ruled: Ruled) {
    outcome.rulings.push(RulingStep {
        stage: ruled.stage,
        from,
        to: outcome.grade.clone(),
        rule: ruled.rule,
        facts: ruled.facts,
        places: ruled.places,
    });
}

/// The grade is at most this one.
pub(super) fn cap_at(outcome: &mut Outcome, cap: &Grade, bands: &[Band]) {
    if outcome.grade.as_ref().is_some_and(|grade| depth_in(bands, grade) < depth_in(bands, cap)) {
        outcome.grade = Some(cap.clone());
    }
    remember(outcome, cap, bands);
}

/// The lowest grade that a ruling has set.
pub(super) fn remember(outcome: &mut Outcome, grade: &Grade, bands: &[Band]) {
    if outcome.ruled.as_ref().is_none_or(|ruled| depth_in(bands, ruled) < depth_in(bands, grade)) {
        outcome.ruled = Some(grade.clone());
    }
}

/// 不定等次, unless a ruling has set a grade that weighs more.
pub(super) fn leave_open(
    outcome: &mut Outcome,
    later: bool,
    bands: &[Band],
    sanctions: Option<&Sanctions>,
    rule: &RuleRef,
) {
    let heavier = sanctions.and_then(|sanctions| sanctions.ungraded_above.as_ref());
    let is_heavier = |ruled: &Grade| heavier.is_some_and(|grade| depth_in(bands, ruled) >= depth_in(bands, grade));
    if outcome.ruled.as_ref().is_some_and(is_heavier) {
        return;
    }
    outcome.grade = None;
    outcome.why_not = Some(Why::Ungraded(rule.clone(), later));
}

/// Whether rulings about the grade make sense at all: not for one without a post, too short a time in it or kept out, nor
/// for a unit that ended, nor where people are not graded.
pub(super) fn can_be_ruled(outcome: &Outcome) -> bool {
    let never =
        |why: &Why| matches!(why, Why::NoPost | Why::Dissolved | Why::ShortService | Why::NotGraded | Why::Excluded(_));
    !outcome.why_not.as_ref().is_some_and(never)
}
