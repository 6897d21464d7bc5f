//! Who is bound by a rule: units, or the people whose posts fit, with those posts.

use chrono::NaiveDate;

use crate::facts::{Person, Post, Unit};
use crate::scheme::worth::{Scope, Who};
use crate::tally::Tally;
use crate::terms::{GroupCode, PersonCode, Subject, UnitCode};

/// One whom a rule binds, in one unit.
#[derive(Debug, Clone)]
pub struct Bound<'t> {
    /// The unit, or the person.
    pub subject: Subject,
    /// The unit, or that of the posts.
    pub unit: UnitCode,
    /// The person's posts in that unit that fit, by start; none for a unit.
    pub posts: Vec<&'t Post>,
}

/// Whether a post is one of these.
#[must_use]
pub fn fits(post: &Post, who: &[Who]) -> bool {
    who.iter().any(|who| match who {
        Who::Unit | Who::Supervisor => false,
        Who::Kind(kind) => post.kind == *kind,
        Who::Role(role) => post.role == *role,
        Who::Anyone => true,
    })
}

fn unit_of<'t>(tally: &'t Tally, code: &UnitCode) -> Option<&'t Unit> {
    tally.units.binary_search_by(|unit| unit.code.cmp(code)).ok().map(|at| &tally.units[at])
}

/// Whether a unit stands in one of these groups; in any, if none is named.
#[must_use]
pub fn in_groups(tally: &Tally, unit: &UnitCode, groups: &[GroupCode]) -> bool {
    groups.is_empty() || unit_of(tally, unit).is_some_and(|unit| groups.contains(&unit.group))
}

/// A person by code.
#[must_use]
pub fn person_of<'t>(tally: &'t Tally, code: &PersonCode) -> Option<&'t Person> {
    tally.people.binary_search_by(|person| person.code.cmp(code)).ok().map(|at| &tally.people[at])
}

/// Whether a post was held on some day from `from` to `to`.
#[must_use]
pub fn overlaps(post: &Post, from: NaiveDate, to: NaiveDate) -> bool {
    post.from <= to && post.to.is_none_or(|end| end >= from)
}

/// Whether these posts, by start, cover every day from `from` to `to`.
#[must_use]
pub fn cover(posts: &[&Post], from: NaiveDate, to: NaiveDate) -> bool {
    let mut next = from;
    for post in posts {
        if post.from > next {
            return false;
        }
        match post.to {
            None => return true,
            Some(end) if end >= to => return true,
            Some(end) => next = next.max(end.succ_opt().unwrap_or(end)),
        }
    }
    next > to
}

/// Everybody whom a scope binds on some day from `from` to `to`. If a subject is named: the person in each unit, or the
/// unit and its people.
#[must_use]
pub fn bound<'t>(
    scope: &Scope,
    tally: &'t Tally,
    (from, to): (NaiveDate, NaiveDate),
    only: Option<&Subject>,
) -> Vec<Bound<'t>> {
    let mut all = Vec::new();
    if scope.who.contains(&Who::Unit) {
        let units = tally.units.iter().filter(|unit| only.is_none_or(|one| *one == Subject::Unit(unit.code.clone())));
        let units = units.filter(|unit| scope.groups.is_empty() || scope.groups.contains(&unit.group));
        all.extend(units.map(|unit| Bound {
            subject: Subject::Unit(unit.code.clone()),
            unit: unit.code.clone(),
            posts: Vec::new(),
        }));
    }
    if scope.who.iter().all(|who| *who == Who::Unit) {
        return all;
    }
    match only {
        None => tally.people.iter().for_each(|person| add(scope, tally, (from, to), person, None, &mut all)),
        Some(Subject::Person(code)) => {
            if let Some(person) = person_of(tally, code) {
                add(scope, tally, (from, to), person, None, &mut all);
            }
        }
        Some(Subject::Unit(code)) => {
            tally.people.iter().for_each(|person| add(scope, tally, (from, to), person, Some(code), &mut all));
        }
    }
    all
}

fn add<'t>(
    scope: &Scope,
    tally: &'t Tally,
    (from, to): (NaiveDate, NaiveDate),
    person: &'t Person,
    unit: Option<&UnitCode>,
    all: &mut Vec<Bound<'t>>,
) {
    let mut own: Vec<Bound<'t>> = Vec::new();
    let posts = person.posts.iter().filter(|post| unit.is_none_or(|unit| post.unit == *unit));
    let posts = posts.filter(|post| fits(post, &scope.who) && overlaps(post, from, to));
    for post in posts.filter(|post| in_groups(tally, &post.unit, &scope.groups)) {
        match own.iter_mut().find(|bound| bound.unit == post.unit) {
            Some(bound) => bound.posts.push(post),
            None => own.push(Bound {
                subject: Subject::Person(person.code.clone()),
                unit: post.unit.clone(),
                posts: vec![post],
            }),
        }
    }
    all.extend(own);
}

/// The units of which one is in charge on some day from `from` to `to`: those of 分管单位, and those that 分管事项 names.
#[must_use]
pub fn supervised<'t>(posts: &[&Post], tally: &'t Tally, (from, to): (NaiveDate, NaiveDate)) -> Vec<&'t Unit> {
    let posts: Vec<&&Post> = posts.iter().filter(|post| overlaps(post, from, to)).collect();
    let is_named = |unit: &&Unit| {
        posts.iter().any(|post| {
            post.supervises.contains(&unit.code)
                || post.matters.iter().any(|matter| *matter == unit.name || **matter == *unit.code.as_str())
        })
    };
    tally.units.iter().filter(is_named).collect()
}
