//! What people did rises to their unit: so many sanctioned members, or the principal alone, strike it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, NaiveDate};

use crate::diag::Place;
use crate::facts::{Event, Person, Sanction, SanctionState};
use crate::scheme::words::RoleKind;
use crate::scheme::worth::{Escalation, EscalationCounts, Worth};
use crate::tally::Tally;
use crate::terms::{PersonCode, UnitCode};

/// An event that an escalation makes, with the rows it rests on.
pub(super) struct Risen<'a> {
    pub event: Event,
    pub escalation: &'a Escalation,
    pub places: Vec<Place>,
}

/// One person's row that counts.
struct Row<'a> {
    unit: UnitCode,
    person: &'a PersonCode,
    day: NaiveDate,
    document: &'a str,
    place: &'a Place,
}

/// The events that the escalations of a year make, by unit.
pub(super) fn risen<'a>(tally: &Tally, worth: &'a Worth, year: i32) -> Vec<Risen<'a>> {
    worth.escalations.iter().flat_map(|escalation| risen_by(escalation, tally, year)).collect()
}

fn risen_by<'a>(escalation: &'a Escalation, tally: &Tally, year: i32) -> Vec<Risen<'a>> {
    let mut by_unit: BTreeMap<UnitCode, Vec<Row<'_>>> = BTreeMap::new();
    for row in rows(escalation, tally, year) {
        by_unit.entry(row.unit.clone()).or_default().push(row);
    }
    let mut risen = Vec::new();
    for (unit, mut rows) in by_unit {
        rows.sort_by(|a, b| (a.day, a.person, a.place).cmp(&(b.day, b.person, b.place)));
        let enough = escalation.rows.iter().any(|(kind, n)| {
            let people: BTreeSet<&PersonCode> =
                rows.iter().filter(|row| is_of_kind(tally, row, *kind)).map(|row| row.person).collect();
            people.len() >= *n as usize
        });
        let Some(last) = rows.last().filter(|_| enough) else { continue };
        let documents: BTreeSet<&str> = rows.iter().map(|row| row.document).filter(|text| !text.is_empty()).collect();
        let documents: Vec<&str> = documents.into_iter().collect();
        let event = Event {
            id: format!("{}@{unit}/{year}", escalation.code).into(),
            unit: unit.clone(),
            person: None,
            ground: escalation.ground.clone(),
            matter: None,
            date: last.day,
            document: documents.join("、").into(),
            measure: escalation.name.as_str().into(),
            year,
            revoked: false,
            place: last.place.clone(),
        };
        risen.push(Risen { event, escalation, places: rows.iter().map(|row| row.place.clone()).collect() });
    }
    risen
}

fn rows<'a>(escalation: &Escalation, tally: &'a Tally, year: i32) -> Vec<Row<'a>> {
    match escalation.counts {
        EscalationCounts::Sanctions => {
            let counts = |sanction: &&Sanction| {
                sanction.state == SanctionState::Decided
                    && sanction.decided.year() == year
                    && (escalation.kinds.is_empty() || escalation.kinds.contains(&sanction.kind))
            };
            let row = |sanction: &'a Sanction| {
                let unit = sanction.unit.clone().or_else(|| unit_on(tally, &sanction.person, sanction.decided))?;
                let (day, document) = (sanction.decided, &*sanction.document);
                Some(Row { unit, person: &sanction.person, day, document, place: &sanction.place })
            };
            tally.sanctions.iter().filter(counts).filter_map(row).collect()
        }
        EscalationCounts::Events => {
            let counts = |event: &&Event| {
                !event.revoked
                    && event.year == year
                    && (escalation.grounds.is_empty() || escalation.grounds.contains(&event.ground))
            };
            let row = |event: &'a Event| {
                let (day, document) = (event.date, &*event.document);
                Some(Row {
                    unit: event.unit.clone(),
                    person: event.person.as_ref()?,
                    day,
                    document,
                    place: &event.place,
                })
            };
            tally.past_events.iter().chain(&tally.events).filter(counts).filter_map(row).collect()
        }
    }
}

fn person<'a>(tally: &'a Tally, code: &PersonCode) -> Option<&'a Person> {
    tally.people.iter().find(|person| person.code == *code)
}

/// The unit of the post held on the day; the main one of several.
fn unit_on(tally: &Tally, code: &PersonCode, day: NaiveDate) -> Option<UnitCode> {
    let held = person(tally, code)?.posts.iter().filter(|post| post.holds_on(day));
    held.max_by_key(|post| (post.main, post.from)).map(|post| post.unit.clone())
}

/// Whether the person had a post of this kind in the unit on the day; `member` is everyone but the principals.
fn is_of_kind(tally: &Tally, row: &Row<'_>, kind: RoleKind) -> bool {
    let Some(person) = person(tally, row.person) else { return false };
    let mut kinds = person.posts.iter().filter(|post| post.unit == row.unit && post.holds_on(row.day)).map(|p| p.kind);
    match kind {
        RoleKind::Member => {
            let kinds: Vec<RoleKind> = kinds.collect();
            !kinds.is_empty() && !kinds.contains(&RoleKind::Principal)
        }
        kind => kinds.any(|own| own == kind),
    }
}
