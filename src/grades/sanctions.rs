//! Sanctions: the grade of the year of the decision and of later years, as the scheme's table says.

use super::effects::{Ruled, can_be_ruled, cap_at, leave_open, note, remember};
use super::model::{Outcome, Stage, Why, facts};
use super::round::{Round, State};
use crate::charges::SanctionCharge;
use crate::scheme::worth::SanctionOutcome;

pub(super) fn rule(round: &Round<'_>, state: &mut State) {
    for outcome in state.outcomes.iter_mut().filter(|outcome| can_be_ruled(outcome)) {
        let subject = outcome.subject.clone();
        let own: Vec<&SanctionCharge> = round.sanctions.iter().filter(|charge| charge.subject == subject).collect();
        // Those that stand back are told first, so that the last word is that of the governing one.
        for charge in own.iter().filter(|charge| !charge.governs).chain(own.iter().filter(|charge| charge.governs)) {
            one(round, outcome, charge);
        }
    }
}

fn one(round: &Round<'_>, outcome: &mut Outcome, charge: &SanctionCharge) {
    let before = outcome.grade.clone();
    let bands = round.bands();
    if charge.governs {
        match &charge.outcome {
            Some(SanctionOutcome::Cap(grade)) => cap_at(outcome, grade, bands),
            Some(SanctionOutcome::Grade(grade)) => {
                // A grade that is given needs no score, and is never above what the score gave.
                let lower = outcome.grade.as_ref().is_none_or(|own| round.depth(own) < round.depth(grade));
                let is_open = matches!(outcome.why_not, Some(Why::Ungraded(..)));
                if lower && !is_open {
                    outcome.grade = Some(grade.clone());
                    outcome.why_not = None;
                }
                remember(outcome, grade, bands);
            }
            Some(SanctionOutcome::Ungraded { later }) => {
                leave_open(outcome, *later, bands, round.worth.sanctions.as_ref(), &charge.rule);
            }
            None => {
                outcome.grade = None;
                outcome.why_not = Some(Why::SanctionPending(charge.rule.clone()));
            }
        }
    }
    let sanction = &charge.sanction;
    let (name, value) = match &charge.outcome {
        Some(SanctionOutcome::Cap(grade)) => ("cap", grade.to_string()),
        Some(SanctionOutcome::Grade(grade)) => ("given", grade.to_string()),
        Some(SanctionOutcome::Ungraded { later: true }) => ("ungraded", "later".to_owned()),
        Some(SanctionOutcome::Ungraded { later: false }) => ("ungraded", "1".to_owned()),
        None => ("open_fact", "duty_related".to_owned()),
    };
    let duty = sanction.duty_related.map(|is| if is { "yes" } else { "no" }.to_owned());
    let ruled = Ruled {
        stage: Stage::Sanction,
        rule: charge.rule.clone(),
        facts: facts([
            ("sanction", sanction.id.to_string()),
            ("kind", charge.kind.name.clone()),
            ("date", sanction.decided.to_string()),
            ("document", sanction.document.to_string()),
            ("year", charge.year.to_string()),
            ("duty_related", duty.unwrap_or_default()),
            ("governs", if charge.governs { "yes" } else { "no" }.to_owned()),
            (name, value),
        ]),
        places: vec![sanction.place.clone()],
    };
    note(outcome, before, ruled);
}
