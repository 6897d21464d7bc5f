//! Who is charged with what, each case worked by hand from the catalogue of mechanisms.

mod memory;
mod reached;
mod sanctions;

use std::str::FromStr;

use crate::charges::{Charged, charge};
use crate::diag::Place;
use crate::facts::{Event, Person, Post, Sanction, SanctionState};
use crate::scheme::words::RoleKind;
use crate::scheme::worth::{RuleRef, Worth};
use crate::scheme::{Scheme, builtin, load};
use crate::tally::Tally;
use crate::terms::RuleId;

/// The built-in scheme, to be changed by a test.
fn scheme() -> Scheme {
    load(&builtin(), "scoring/yunshan", "yunshan").value.expect("the built-in scheme loads")
}

fn nowhere() -> Place {
    Place::File("test".into())
}

/// A day, as whatever the fact holds.
fn on<T: FromStr>(text: &str) -> T {
    text.parse().ok().expect("a day")
}

fn rule(id: &str) -> RuleRef {
    RuleRef { id: RuleId::new(id), basis: None, assumed: true, place: nowhere() }
}

fn post(unit: &str, kind: RoleKind, from: &str, to: Option<&str>, matters: &[&str]) -> Post {
    Post {
        unit: unit.into(),
        post: "职务".into(),
        role: "role".into(),
        kind,
        from: on(from),
        to: to.map(on),
        matters: matters.iter().map(|matter| (*matter).into()).collect(),
        main: false,
        layer: None,
        supervises: Vec::new(),
        managed_by: None,
        excluded: None,
        place: nowhere(),
    }
}

fn person(code: &str, posts: Vec<Post>) -> Person {
    Person { code: code.into(), name: code.into(), posts, place: nowhere() }
}

/// An event in unit A, charged to the year of its day.
fn event(id: &str, ground: &str, date: &str, matter: Option<&str>, named: Option<&str>) -> Event {
    Event {
        id: id.into(),
        unit: "A".into(),
        person: named.map(Into::into),
        ground: ground.into(),
        matter: matter.map(Into::into),
        date: on(date),
        document: "云纪〔2015〕1号".into(),
        measure: "措施".into(),
        year: date[..4].parse().expect("a year"),
        revoked: false,
        place: nowhere(),
    }
}

fn sanction(id: &str, person: &str, kind: &str, decided: &str) -> Sanction {
    Sanction {
        id: id.into(),
        person: person.into(),
        kind: kind.into(),
        decided: on(decided),
        unit: None,
        duty_related: None,
        document: "云纪〔2015〕2号".into(),
        effect_to: None,
        state: SanctionState::Decided,
        place: nowhere(),
    }
}

/// Unit A: OLD is principal to 10 May 2015, NEW from 11 May; D1 and D2 are in charge of matters; M is a member.
fn people() -> Vec<Person> {
    let principal = |unit, from, to| post(unit, RoleKind::Principal, from, to, &[]);
    let old = vec![principal("A", "2010-01-01", Some("2015-05-10")), principal("B", "2015-05-11", None)];
    let new = vec![principal("B", "2010-01-01", Some("2015-05-10")), principal("A", "2015-05-11", None)];
    vec![
        person("D1", vec![post("A", RoleKind::InCharge, "2010-01-01", None, &["财务", "采购"])]),
        person("D2", vec![post("A", RoleKind::InCharge, "2010-01-01", None, &["基建"])]),
        person("M", vec![post("A", RoleKind::Member, "2010-01-01", None, &[])]),
        person("NEW", new),
        person("OLD", old),
    ]
}

/// Events of 2015 and of the years before it.
fn tally(events: Vec<Event>) -> Tally {
    let (events, past_events) = events.into_iter().partition(|event| event.year >= 2015);
    Tally { people: people(), events, past_events, ..Tally::default() }
}

fn charged(tally: &Tally, worth: &Worth) -> Charged {
    charge(tally, worth, on("2015-12-31"))
}

/// Who is struck, as what and how, in order.
fn struck(charged: &Charged) -> Vec<String> {
    let word = |(name, value): (&str, String)| if name == "cap" { value } else { format!("{name}:{value}") };
    let mut all: Vec<String> = charged
        .charges
        .iter()
        .map(|charge| format!("{} {} {}", charge.subject.code(), charge.as_what, word(charge.effect.fact())))
        .collect();
    all.sort();
    all
}
