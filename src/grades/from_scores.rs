//! Scores → grades: units, then people, then what each would be without its vetoes.

use std::collections::BTreeMap;

use super::ceilings::check;
use super::entrants::{person_entrant, unit_entrant};
use super::findings::{confirmation_unused, decision_refused};
use super::lists::{accumulated, amended, triggered};
use super::model::{Entrant, Exceeded, Graded, Outcome, RulingStep, Stage};
use super::pools::circles;
use super::reviews::carried;
use super::round::{Round, State};
use super::stages::decide;
use crate::charges::Charge;
use crate::diag::{Checked, Findings};
use crate::facts::{Confirmation, Person};
use crate::scheme::Scheme;
use crate::scheme::worth::Whose;
use crate::scores::Scored;
use crate::terms::Subject;

/// Grades every unit and every person.
#[must_use]
pub fn grade(scored: &Scored, scheme: &Scheme, _year: i32) -> Checked<Graded> {
    let worth = &scheme.worth;
    let charged = &scored.charged;
    let mut findings = charged.findings.clone();
    let units: Vec<Entrant> = scored.units.iter().map(|unit| unit_entrant(unit, scored, worth)).collect();
    let people: Vec<Entrant> = scored.people.iter().map(|person| person_entrant(person, scored, worth)).collect();
    let first = Round {
        whose: Whose::Unit,
        worth,
        entrants: &units,
        charges: &charged.charges,
        sanctions: &charged.sanctions,
        confirmations: &charged.confirmations,
        decisions: &scored.decisions,
        units: &[],
        carried: &[],
        spared: None,
    };
    let of_units = decide_all(&first, &mut findings);
    let roster: Vec<Person> = scored.people.iter().map(|score| score.person.clone()).collect();
    let carried = carried(&of_units.state.outcomes, &first, &roster);
    let second =
        Round { whose: Whose::Person, entrants: &people, units: &of_units.state.outcomes, carried: &carried, ..first };
    let of_people = decide_all(&second, &mut findings);
    let mut listed = accumulated(charged);
    listed.extend(amended(charged));
    let (mut ceilings, mut quotas) = (of_units.ceilings, of_units.state.quotas);
    ceilings.extend(of_people.ceilings);
    quotas.extend(of_people.state.quotas);
    listed.extend(of_units.state.listed);
    listed.extend(of_people.state.listed);
    let (units, people) = (of_units.state.outcomes, of_people.state.outcomes);
    tell_refused(units.iter().chain(&people), &mut findings);
    tell_unused(&charged.confirmations, &units, &people, &mut findings);
    let hits = charged.charges.clone();
    Checked { value: Graded { units, people, quotas, ceilings, hits, listed }, findings }
}

/// A kind of subject, all decided.
struct Decided {
    state: State,
    ceilings: Vec<Exceeded>,
}

/// Decides, and once more for each vetoed subject as if it had not been.
fn decide_all(round: &Round<'_>, findings: &mut Findings) -> Decided {
    let mut state = decide(round);
    without_vetoes(round, &mut state);
    let ceilings = check(round.whose, round.worth, round.entrants, &mut state.outcomes, findings);
    let triggered = triggered(round, &state);
    state.listed.extend(triggered);
    Decided { state, ceilings }
}

/// The grade of each vetoed subject without its vetoes. Only those whose rank or place can touch it are graded again.
fn without_vetoes(round: &Round<'_>, state: &mut State) {
    let struck: Vec<usize> =
        (0..round.entrants.len()).filter(|at| is_struck(round, &round.entrants[*at].subject)).collect();
    if struck.is_empty() {
        return;
    }
    let circles = circles(round);
    let mut members: BTreeMap<usize, Vec<Entrant>> = BTreeMap::new();
    for at in struck {
        let subject = round.entrants[at].subject.clone();
        let own = members.entry(circles[at]).or_insert_with(|| {
            let inside = round.entrants.iter().zip(&circles).filter(|(_, circle)| **circle == circles[at]);
            inside.map(|(entrant, _)| entrant.clone()).collect()
        });
        let spared = decide(&Round { entrants: own, spared: Some(&subject), ..*round });
        let found = spared.outcomes.into_iter().find(|outcome| outcome.subject == subject);
        state.outcomes[at].without_veto = found.and_then(|outcome| outcome.grade);
    }
}

fn is_struck(round: &Round<'_>, subject: &Subject) -> bool {
    round.charges.iter().any(|charge: &Charge| charge.subject == *subject)
}

fn tell_refused<'a>(outcomes: impl Iterator<Item = &'a Outcome>, findings: &mut Findings) {
    for outcome in outcomes {
        for ruling in outcome.rulings.iter().filter(|ruling| ruling.stage == Stage::Decision) {
            if let Some(rule) = ruling.facts.get("refused_by") {
                findings.push(decision_refused::finding(outcome.subject.code(), rule, ruling));
            }
        }
    }
}

/// Confirmations that no review asked for.
fn tell_unused(confirmations: &[Confirmation], units: &[Outcome], people: &[Outcome], findings: &mut Findings) {
    for confirmation in confirmations {
        let said = |step: &RulingStep| {
            step.stage == Stage::Review && step.facts.get("confirmation").is_some_and(|id| **id == *confirmation.id)
        };
        let is_used = units.iter().chain(people).any(|outcome| outcome.rulings.iter().any(said));
        if !is_used {
            findings.push(confirmation_unused::finding(confirmation));
        }
    }
}
