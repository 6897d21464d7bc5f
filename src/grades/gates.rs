//! Gates: conditions that bar a grade and those above it, each with its reason; all that fail are told (E11).

use super::effects::{Ruled, can_be_ruled, cap_at, note};
use super::measures::{Told, verdict};
use super::model::{Entrant, Outcome, Stage, Why};
use super::round::{Round, State};
use crate::scheme::worth::{Gate, Verdict};

pub(super) fn rule(round: &Round<'_>, state: &mut State) {
    let gates: Vec<&Gate> = round.worth.gates.iter().filter(|gate| gate.of == round.whose).collect();
    if gates.is_empty() {
        return;
    }
    for (entrant, outcome) in round.entrants.iter().zip(&mut state.outcomes) {
        if can_be_ruled(outcome) {
            one(round, &gates, entrant, outcome);
        }
    }
}

/// Every gate is tried against the grade that came to the gates, so that one that fails hides no other.
fn one(round: &Round<'_>, gates: &[&Gate], entrant: &Entrant, outcome: &mut Outcome) {
    let Some(came) = outcome.grade.clone() else { return };
    let mut waits = None;
    for gate in gates {
        if round.depth(&came) > round.depth(&gate.grade) {
            continue;
        }
        let (verdict, Told { mut facts, places }) = verdict(round, entrant, outcome, &gate.when);
        if verdict == Verdict::Fails {
            continue;
        }
        let before = outcome.grade.clone();
        facts.insert("reason".to_owned(), gate.reason.clone());
        facts.insert("barred".to_owned(), gate.grade.to_string());
        if verdict == Verdict::Holds {
            cap_at(outcome, &gate.otherwise, round.bands());
        } else {
            facts.insert("open_fact".to_owned(), gate.code.clone());
            waits = Some(gate.rule.clone());
        }
        note(outcome, before, Ruled { stage: Stage::Gate, rule: gate.rule.clone(), facts, places });
    }
    // A gate that waits matters only as long as the grade it guards is still open.
    if let Some(rule) = waits {
        let guards = |gate: &&&Gate| {
            gate.rule == rule && outcome.grade.as_ref().is_some_and(|own| round.depth(own) <= round.depth(&gate.grade))
        };
        if gates.iter().any(|gate| guards(&gate)) {
            outcome.grade = None;
            outcome.why_not = Some(Why::ConditionPending(rule));
        }
    }
}
