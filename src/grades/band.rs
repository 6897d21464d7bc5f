//! The band in which a value lies; one whose condition fails falls to the next band whose condition holds (E2).

use super::effects::can_be_ruled;
use super::measures::{Told, verdict};
use super::model::{Entrant, Outcome, RulingStep, Stage, Why, facts};
use super::ranks::compared;
use super::round::{Round, State};
use crate::exact::Exact;
use crate::scheme::worth::{Band, Verdict};

/// The band in which a value lies: `from ≤ value < below`.
pub(super) fn band_of<'a>(bands: &'a [Band], value: &Exact) -> Option<&'a Band> {
    bands.iter().filter(|band| !band.by_ruling).find(|band| {
        band.from.as_ref().is_none_or(|from| value >= from) && band.below.as_ref().is_none_or(|below| value < below)
    })
}

pub(super) fn rule(round: &Round<'_>, state: &mut State) {
    for (entrant, outcome) in round.entrants.iter().zip(&mut state.outcomes) {
        one(round, entrant, outcome);
    }
}

fn one(round: &Round<'_>, entrant: &Entrant, outcome: &mut Outcome) {
    if !can_be_ruled(outcome) {
        return;
    }
    let spared = round.spared == Some(&entrant.subject);
    let value = compared(entrant, round.worth.compare.band, spared);
    let Some(band) = value.and_then(|value| band_of(round.bands(), value)) else { return };
    outcome.band = Some(band.grade.clone());
    outcome.grade = Some(band.grade.clone());
    let of_band = facts([
        ("value", value.map(ToString::to_string).unwrap_or_default()),
        ("from", band.from.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("below", band.below.as_ref().map(ToString::to_string).unwrap_or_default()),
    ]);
    outcome.rulings.push(RulingStep {
        stage: Stage::Band,
        from: None,
        to: Some(band.grade.clone()),
        rule: band.rule.clone(),
        facts: of_band,
        places: Vec::new(),
    });
    fall(round, entrant, outcome, band);
}

/// From the band down to the first whose condition holds; the lowest band needs none.
fn fall(round: &Round<'_>, entrant: &Entrant, outcome: &mut Outcome, first: &Band) {
    let lowest = round.bands().iter().rfind(|band| !band.by_ruling);
    let below = round.bands().iter().filter(|band| !band.by_ruling).skip_while(|band| band.grade != first.grade);
    for band in below {
        let (verdict, told) = verdict(round, entrant, outcome, &band.when);
        let from = outcome.grade.clone();
        let holds = match verdict {
            Verdict::Holds => true,
            Verdict::Fails => lowest.is_some_and(|lowest| lowest.grade == band.grade),
            Verdict::Pending => {
                outcome.grade = None;
                outcome.why_not = Some(Why::ConditionPending(band.rule.clone()));
                false
            }
        };
        if holds && band.grade == first.grade {
            return;
        }
        if holds {
            // The failures above have been told; this is where it ends.
            outcome.grade = Some(band.grade.clone());
            if let Some(last) = outcome.rulings.last_mut().filter(|step| step.stage == Stage::Condition) {
                last.to = Some(band.grade.clone());
            }
            return;
        }
        let Told { facts: told, places } = told;
        outcome.rulings.push(RulingStep {
            stage: Stage::Condition,
            from,
            to: outcome.grade.clone(),
            rule: band.rule.clone(),
            facts: told,
            places,
        });
        if verdict == Verdict::Pending {
            return;
        }
    }
}
