//! Events on grounds: each effect of the ground on each of those whom the event reaches.

use super::findings::{document_missing, in_charge_missing, principal_missing};
use super::model::Charge;
use super::reached::{Reach, reached};
use crate::diag::{Findings, Place};
use crate::facts::{Event, Person};
use crate::scheme::worth::{Effect, EffectOn, Ground, RuleRef, Worth};

/// An event that counts this year, and how it came about.
pub(super) struct Struck<'a> {
    pub event: &'a Event,
    /// The rule that made the event, if no sheet did.
    pub through: Option<&'a RuleRef>,
    /// The cells of the events that made it.
    pub places: Vec<Place>,
}

/// The charges of one event in a year.
pub(super) fn charges_of(
    struck: &Struck<'_>,
    people: &[Person],
    worth: &Worth,
    year: i32,
    findings: &mut Findings,
) -> Vec<Charge> {
    let event = struck.event;
    let mut charges = Vec::new();
    let Some(ground) = worth.grounds.iter().find(|ground| ground.code == event.ground) else { return charges };
    if !in_effect(event, ground, year) {
        return charges;
    }
    if ground.needs_document && struck.through.is_none() && !has_document(event) {
        findings.push(document_missing::finding(event, ground));
        return charges;
    }
    for row in ground.all_effects() {
        // Without people there is nobody to carry the rest.
        if worth.people.is_none() && !matches!(row.on, EffectOn::Unit | EffectOn::Person) {
            continue;
        }
        if event.year != year && !row.effect.lasts() {
            continue;
        }
        let found = reached(&row.on, Reach::of(event), people);
        if found.is_empty() {
            tell_missing(&row.on, event, ground, findings);
        }
        for subject in found {
            charges.push(Charge {
                subject,
                as_what: row.on.word(),
                event: event.clone(),
                ground_name: ground.name.clone(),
                effect: row.effect.clone(),
                may_lift: ground.decision_may_lift,
                rule: ground.rule.clone(),
                through: struck.through.cloned(),
                places: if struck.places.is_empty() { vec![event.place.clone()] } else { struck.places.clone() },
            });
        }
    }
    without_repeats(charges)
}

/// Whether the event was not revoked and lies in the years of its ground.
fn in_effect(event: &Event, ground: &Ground, year: i32) -> bool {
    let age = year - event.year;
    !event.revoked && age >= 0 && u32::try_from(age).is_ok_and(|age| age < ground.years.max(1))
}

/// Whether the event names a document: words for none do not.
fn has_document(event: &Event) -> bool {
    let document = event.document.trim();
    !matches!(document, "" | "无" | "-" | "—" | "/" | "待补" | "暂无")
}

fn tell_missing(on: &EffectOn, event: &Event, ground: &Ground, findings: &mut Findings) {
    match on {
        EffectOn::Principal => findings.push(principal_missing::finding(event, ground)),
        EffectOn::InCharge => findings.push(in_charge_missing::finding(event, ground)),
        _ => {}
    }
}

/// One who is reached in two ways by the same effect is charged once, as what the scheme names first.
fn without_repeats(charges: Vec<Charge>) -> Vec<Charge> {
    let mut kept: Vec<Charge> = Vec::new();
    for charge in charges {
        let is_cap = |effect: &Effect| matches!(effect, Effect::Cap(_));
        let again = kept
            .iter()
            .any(|one| one.subject == charge.subject && one.effect == charge.effect && !is_cap(&charge.effect));
        if !again {
            kept.push(charge);
        }
    }
    kept
}
