//! Whom an event of a unit reaches: the unit, the person named, or whoever held a post on the day.

use chrono::NaiveDate;

use crate::facts::{Event, Person, Post};
use crate::scheme::words::RoleKind;
use crate::scheme::worth::EffectOn;
use crate::terms::{PersonCode, Subject, UnitCode};

/// What decides whom an event reaches.
#[derive(Debug, Clone, Copy)]
pub struct Reach<'a> {
    /// The unit.
    pub unit: &'a UnitCode,
    /// The person named.
    pub person: Option<&'a PersonCode>,
    /// The matter it touches.
    pub matter: Option<&'a str>,
    /// The day.
    pub day: NaiveDate,
}

impl<'a> Reach<'a> {
    /// That of an event.
    #[must_use]
    pub fn of(event: &'a Event) -> Self {
        Self { unit: &event.unit, person: event.person.as_ref(), matter: event.matter.as_deref(), day: event.date }
    }
}

/// Everyone reached, by code.
#[must_use]
pub fn reached(on: &EffectOn, reach: Reach<'_>, people: &[Person]) -> Vec<Subject> {
    let holders = |is: &dyn Fn(&Post) -> bool| -> Vec<Subject> {
        let of_unit = |post: &Post| post.unit == *reach.unit && post.holds_on(reach.day) && is(post);
        let holding = people.iter().filter(|person| person.posts.iter().any(of_unit));
        holding.map(|person| Subject::Person(person.code.clone())).collect()
    };
    match on {
        EffectOn::Unit => vec![Subject::Unit(reach.unit.clone())],
        EffectOn::Person => reach.person.cloned().map(Subject::Person).into_iter().collect(),
        EffectOn::Principal => holders(&|post| post.kind == RoleKind::Principal),
        EffectOn::InCharge => match reach.matter {
            Some(matter) => {
                holders(&|post| post.kind == RoleKind::InCharge && post.matters.iter().any(|own| **own == *matter))
            }
            None => Vec::new(),
        },
        EffectOn::Member => {
            // One who is principal beside another post is no other member.
            let principals = holders(&|post| post.kind == RoleKind::Principal);
            holders(&|_| true).into_iter().filter(|person| !principals.contains(person)).collect()
        }
        EffectOn::Team => holders(&|_| true),
        EffectOn::Supervisor => {
            let in_charge = |post: &Post| post.holds_on(reach.day) && post.supervises.contains(reach.unit);
            let all = people.iter().filter(|person| person.posts.iter().any(in_charge));
            all.map(|person| Subject::Person(person.code.clone())).collect()
        }
        EffectOn::Role(role) => holders(&|post| post.role == *role),
    }
}
