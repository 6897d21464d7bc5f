//! Events that add up over a term or over years, for whoever carried each of them.

use std::collections::BTreeMap;

use super::model::{Accumulated, Charge};
use super::reached::{Reach, reached};
use crate::diag::Place;
use crate::facts::{Event, Person};
use crate::scheme::worth::{AccumulatedOver, Accumulation, Worth};
use crate::terms::Subject;

/// The effects and the proposals of all accumulations that are reached with an event of this year.
pub(super) fn accumulated(
    events: &[&Event],
    people: &[Person],
    worth: &Worth,
    year: i32,
) -> (Vec<Charge>, Vec<Accumulated>) {
    let (mut charges, mut proposals) = (Vec::new(), Vec::new());
    for rule in &worth.accumulations {
        for (subject, events) in by_subject(rule, events, people, year) {
            if !is_reached(rule, &events, year) {
                continue;
            }
            let Some(last) = events.last() else { continue };
            let places: Vec<Place> = events.iter().map(|event| event.place.clone()).collect();
            for effect in &rule.effects {
                charges.push(Charge {
                    subject: subject.clone(),
                    as_what: rule.on.word(),
                    event: Event { id: made_of(&events), ..(*last).clone() },
                    ground_name: rule.name.clone(),
                    effect: effect.clone(),
                    may_lift: false,
                    rule: rule.rule.clone(),
                    through: Some(rule.rule.clone()),
                    places: places.clone(),
                });
            }
            if let Some(list) = &rule.list {
                proposals.push(Accumulated {
                    code: rule.code.clone(),
                    subject,
                    list: list.clone(),
                    events: events.into_iter().cloned().collect(),
                    reason: rule.reason.clone(),
                    rule: rule.rule.clone(),
                });
            }
        }
    }
    (charges, proposals)
}

fn made_of(events: &[&Event]) -> std::sync::Arc<str> {
    events.iter().map(|event| &*event.id).collect::<Vec<_>>().join("+").into()
}

/// The events that count, by whoever carried them, oldest first.
fn by_subject<'e>(
    rule: &Accumulation,
    events: &[&'e Event],
    people: &[Person],
    year: i32,
) -> BTreeMap<Subject, Vec<&'e Event>> {
    let first = year - i32::try_from(rule.years.max(1)).unwrap_or(i32::MAX) + 1;
    let counts = |event: &&&Event| {
        let lies = match rule.over {
            AccumulatedOver::Term => rule.term_from.is_none_or(|from| event.date >= from),
            AccumulatedOver::Years | AccumulatedOver::ConsecutiveYears => event.year >= first,
        };
        !event.revoked && rule.grounds.contains(&event.ground) && event.year <= year && lies
    };
    let mut found: BTreeMap<Subject, Vec<&Event>> = BTreeMap::new();
    for event in events.iter().filter(counts) {
        for subject in reached(&rule.on, Reach::of(event), people) {
            found.entry(subject).or_default().push(*event);
        }
    }
    for list in found.values_mut() {
        list.sort_by(|a, b| (a.year, a.date, &a.id).cmp(&(b.year, b.date, &b.id)));
    }
    found
}

/// Whether there are enough, one of them of this year; what was full before needs no second word.
fn is_reached(rule: &Accumulation, events: &[&Event], year: i32) -> bool {
    let enough = |n: usize| n >= rule.at_least as usize;
    let of = |year: i32| events.iter().filter(|event| event.year == year).count();
    match rule.over {
        AccumulatedOver::Term | AccumulatedOver::Years => of(year) > 0 && enough(events.len()),
        AccumulatedOver::ConsecutiveYears => {
            let years = i32::try_from(rule.years.max(1)).unwrap_or(i32::MAX);
            (0..years).all(|back| enough(of(year - back)))
        }
    }
}
