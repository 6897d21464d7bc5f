//! The committee's word, in the order of its dates; what may not be lifted stands.

use super::effects::{Ruled, note};
use super::model::{Outcome, Stage, Why};
use super::round::{Round, State};
use crate::charges::Charge;
use crate::facts::Decision;
use crate::scheme::worth::{RuleRef, SanctionOutcome};
use crate::terms::RuleId;

pub(super) fn rule(round: &Round<'_>, state: &mut State) {
    if round.decisions.is_empty() {
        return;
    }
    for outcome in &mut state.outcomes {
        let subject = outcome.subject.clone();
        for decision in round.decisions.iter().filter(|decision| decision.subject == subject) {
            carry_out(round, outcome, decision);
        }
    }
}

fn carry_out(round: &Round<'_>, outcome: &mut Outcome, decision: &Decision) {
    let before = outcome.grade.clone();
    let held = held_by(round, outcome, decision);
    if held.is_none() {
        outcome.grade = Some(decision.grade.clone());
        outcome.why_not = None;
    }
    let facts = [
        ("decision", Some(decision.id.to_string())),
        ("decided", Some(decision.grade.to_string())),
        ("body", Some(decision.body.to_string())),
        ("date", Some(decision.date.to_string())),
        ("reason", Some(decision.reason.to_string())),
        ("refused_by", held.as_ref().map(|rule| rule.id.to_string())),
    ];
    let ruled = Ruled {
        stage: Stage::Decision,
        rule: held.unwrap_or_else(|| decision_rule(decision)),
        facts: facts.into_iter().filter_map(|(name, fact)| Some((name.to_owned(), fact?))).collect(),
        places: vec![decision.place.clone()],
    };
    note(outcome, before, ruled);
}

/// The rule against which the decision does not count: a veto that may not be lifted, or a sanction.
fn held_by(round: &Round<'_>, outcome: &Outcome, decision: &Decision) -> Option<RuleRef> {
    let higher = |charge: &&Charge| {
        let over = charge.cap().is_some_and(|cap| round.depth(&decision.grade) < round.depth(cap));
        over && !charge.may_lift
    };
    if let Some(charge) = round.charges_of(&outcome.subject).find(higher) {
        return Some(charge.rule.clone());
    }
    if let Some(Why::Ungraded(rule, _)) = &outcome.why_not {
        let lifted = round.charges_of(&outcome.subject).any(|charge| charge.rule == *rule && charge.may_lift);
        return (!lifted).then(|| rule.clone());
    }
    let of_sanctions = round.sanctions.iter().filter(|charge| charge.governs && charge.subject == outcome.subject);
    let mut over = of_sanctions.filter(|charge| match &charge.outcome {
        Some(SanctionOutcome::Cap(grade) | SanctionOutcome::Grade(grade)) => {
            round.depth(&decision.grade) < round.depth(grade)
        }
        _ => false,
    });
    over.next().map(|charge| charge.rule.clone())
}

/// A decision rests on itself: its number, body and date.
fn decision_rule(decision: &Decision) -> RuleRef {
    RuleRef {
        id: RuleId::new(&format!("decision:{}", decision.id)),
        basis: Some(format!("{} {} {}", decision.body, decision.date, decision.id)),
        assumed: false,
        place: decision.place.clone(),
    }
}
