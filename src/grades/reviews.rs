//! Reviews: a condition starts one, a recorded confirmation carries it out, and until then the grade waits (B11, E16).

use std::collections::BTreeMap;

use super::effects::{Ruled, apply, can_be_ruled, note};
use super::listed::{ListState, Listed};
use super::measures::{Told, verdict};
use super::model::{Entrant, Outcome, Stage, Why};
use super::round::{Carried, Round, State};
use crate::charges::{Reach, reached};
use crate::diag::Place;
use crate::facts::{Confirmation, Person};
use crate::scheme::worth::{EffectOn, Trigger, Verdict, Whose};
use crate::terms::{Grade, Subject};

pub(super) fn rule(round: &Round<'_>, state: &mut State) {
    let triggers = round.worth.triggers.iter().filter(|trigger| trigger.of == round.whose && trigger.review);
    for trigger in triggers {
        for (entrant, outcome) in round.entrants.iter().zip(&mut state.outcomes) {
            if can_be_ruled(outcome) {
                state.listed.extend(one(round, trigger, entrant, outcome));
            }
        }
    }
    for outcome in state.outcomes.iter_mut().filter(|outcome| can_be_ruled(outcome)) {
        let subject = outcome.subject.clone();
        for carried in round.carried.iter().filter(|carried| carried.subject == subject) {
            let mut facts = of_confirmation(&carried.confirmation);
            facts.insert("unit".to_owned(), carried.unit.clone());
            let (name, value) = carried.effect.fact();
            facts.insert(name.to_owned(), value);
            let places = vec![carried.confirmation.place.clone()];
            let ruled = Ruled { stage: Stage::Review, rule: carried.rule.clone(), facts, places };
            apply(outcome, &carried.effect, round.bands(), round.worth.sanctions.as_ref(), ruled);
        }
    }
}

fn confirmation<'a>(round: &Round<'a>, trigger: &Trigger, subject: &Subject) -> Option<&'a Confirmation> {
    round.confirmations.iter().find(|one| one.trigger == trigger.code && one.subject == *subject)
}

fn of_confirmation(confirmation: &Confirmation) -> BTreeMap<String, String> {
    let facts = [
        ("confirmation", confirmation.id.to_string()),
        ("confirmed", if confirmation.confirmed { "yes" } else { "no" }.to_owned()),
        ("body", confirmation.body.to_string()),
        ("date", confirmation.date.to_string()),
        ("reason", confirmation.reason.to_string()),
    ];
    facts.into_iter().map(|(name, fact)| (name.to_owned(), fact)).collect()
}

fn one(round: &Round<'_>, trigger: &Trigger, entrant: &Entrant, outcome: &mut Outcome) -> Option<Listed> {
    let (verdict, Told { mut facts, places }) = verdict(round, entrant, outcome, &trigger.when);
    if verdict == Verdict::Fails {
        return None;
    }
    facts.insert("trigger".to_owned(), trigger.name.clone());
    let (facts_of_list, places_of_list) = (facts.clone(), places.clone());
    let before = outcome.grade.clone();
    let mut ruled = Ruled { stage: Stage::Review, rule: trigger.rule.clone(), facts, places };
    let state = match (verdict, confirmation(round, trigger, &entrant.subject)) {
        (Verdict::Holds, Some(said)) => {
            ruled.facts.extend(of_confirmation(said));
            ruled.places.push(said.place.clone());
            carry_out(round, trigger, said, outcome, before, ruled);
            if said.confirmed { ListState::Confirmed } else { ListState::Waived }
        }
        _ => {
            // Nothing lowers what has no grade; 不定等次 is not waiting for this.
            if outcome.grade.is_some() {
                outcome.grade = None;
                outcome.why_not = Some(Why::ReviewPending(trigger.rule.clone()));
            }
            ruled.facts.insert("confirmed".to_owned(), "open".to_owned());
            note(outcome, before, ruled);
            ListState::Open
        }
    };
    let list = trigger.list.as_ref().unwrap_or(&trigger.name);
    Some(line(trigger, list, &entrant.subject, state, facts_of_list, places_of_list))
}

/// A confirmed review does what it says to its own subject; people of a unit come later.
fn carry_out(
    round: &Round<'_>,
    trigger: &Trigger,
    said: &Confirmation,
    outcome: &mut Outcome,
    before: Option<Grade>,
    ruled: Ruled,
) {
    let own = |on: &EffectOn| matches!((round.whose, on), (Whose::Unit, EffectOn::Unit) | (Whose::Person, _));
    let effects: Vec<_> = trigger.effects.iter().filter(|row| said.confirmed && own(&row.on)).collect();
    if effects.is_empty() {
        note(outcome, before, ruled);
        return;
    }
    for row in effects {
        let (name, value) = row.effect.fact();
        let mut facts = ruled.facts.clone();
        facts.insert(name.to_owned(), value);
        let again = Ruled { stage: ruled.stage, rule: ruled.rule.clone(), facts, places: ruled.places.clone() };
        apply(outcome, &row.effect, round.bands(), round.worth.sanctions.as_ref(), again);
    }
}

/// A line of a list for one whom a trigger found.
pub(super) fn line(
    trigger: &Trigger,
    list: &str,
    subject: &Subject,
    state: ListState,
    facts: BTreeMap<String, String>,
    places: Vec<Place>,
) -> Listed {
    Listed {
        list: list.to_owned(),
        code: trigger.code.to_string(),
        subject: subject.clone(),
        about: None,
        rule: trigger.rule.clone(),
        state,
        facts,
        reason: trigger.reason.clone(),
        places,
    }
}

/// What confirmed reviews of units do to people who held a post there on the day of the confirmation.
pub(super) fn carried(units: &[Outcome], round: &Round<'_>, people: &[Person]) -> Vec<Carried> {
    let mut all = Vec::new();
    let triggers = round.worth.triggers.iter().filter(|trigger| trigger.of == Whose::Unit && trigger.review);
    for trigger in triggers {
        for outcome in units {
            let Subject::Unit(unit) = &outcome.subject else { continue };
            let was_carried_out = outcome
                .rulings
                .iter()
                .any(|step| step.rule == trigger.rule && step.facts.get("confirmed").is_some_and(|said| said == "yes"));
            let said = confirmation(round, trigger, &outcome.subject).filter(|_| was_carried_out);
            let Some(said) = said else { continue };
            for row in trigger.effects.iter().filter(|row| row.on != EffectOn::Unit) {
                let reach = Reach { unit, person: None, matter: None, day: said.date };
                for subject in reached(&row.on, reach, people) {
                    all.push(Carried {
                        subject,
                        effect: row.effect.clone(),
                        rule: trigger.rule.clone(),
                        confirmation: said.clone(),
                        unit: unit.to_string(),
                    });
                }
            }
        }
    }
    all
}
