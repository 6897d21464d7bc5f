//! Who is hit by which event: the unit, and whoever held the post on the day.

use super::findings::{in_charge_missing, principal_missing};
use super::model::VetoHit;
use crate::diag::Findings;
use crate::facts::{Event, Person, Post};
use crate::scheme::words::RoleKind;
use crate::scheme::worth::{Ground, Worth};
use crate::scores::Scored;
use crate::terms::{Grade, Subject};

/// All hits of all events that were not revoked, by event and then subject.
pub(super) fn hits(scored: &Scored, worth: &Worth, year: i32, findings: &mut Findings) -> Vec<VetoHit> {
    let mut hits = Vec::new();
    for event in scored.events.iter().filter(|event| !event.revoked && event.year == year) {
        let Some(ground) = worth.grounds.iter().find(|ground| ground.code == event.ground) else { continue };
        let mut hit = |subject, as_what, cap: &Grade| {
            hits.push(VetoHit {
                subject,
                as_what,
                event: event.clone(),
                ground_name: ground.name.clone(),
                cap: cap.clone(),
                may_lift: ground.decision_may_lift,
                rule: ground.rule.clone(),
            });
        };
        if let Some(cap) = &ground.unit {
            hit(Subject::Unit(event.unit.clone()), "unit", cap);
        }
        if let (Some(cap), Some(code)) = (&ground.person, &event.person) {
            hit(Subject::Person(code.clone()), "person", cap);
        }
        // Without people there is nobody to carry the rest.
        if worth.people.is_none() {
            continue;
        }
        if let Some(cap) = &ground.principal {
            let holders = holders(scored, event, |post| post.kind == RoleKind::Principal);
            if holders.is_empty() {
                findings.push(principal_missing::finding(event, ground));
            }
            for person in holders {
                hit(Subject::Person(person.code.clone()), "principal", cap);
            }
        }
        if let Some(cap) = &ground.in_charge {
            for person in in_charge(scored, event, ground, findings) {
                hit(Subject::Person(person.code.clone()), "in_charge", cap);
            }
        }
    }
    hits
}

/// Those whose post of this kind in the event's unit covered the day.
fn holders<'a>(scored: &'a Scored, event: &Event, is: impl Fn(&Post) -> bool) -> Vec<&'a Person> {
    let people = scored.people.iter().map(|score| &score.person);
    people
        .filter(|person| {
            person.posts.iter().any(|post| post.unit == event.unit && post.holds_on(event.date) && is(post))
        })
        .collect()
}

/// Those in charge of the matter on the day; an event that names no matter, or one that nobody had, is reported.
fn in_charge<'a>(scored: &'a Scored, event: &Event, ground: &Ground, findings: &mut Findings) -> Vec<&'a Person> {
    let found = match &event.matter {
        Some(matter) => holders(scored, event, |post| post.kind == RoleKind::InCharge && post.matters.contains(matter)),
        None => Vec::new(),
    };
    if found.is_empty() {
        findings.push(in_charge_missing::finding(event, ground));
    }
    found
}
