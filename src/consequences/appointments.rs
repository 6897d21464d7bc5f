//! 任职谈话 and whatever else a change of post asks for.

use chrono::NaiveDate;

use super::around::Around;
use super::findings::calendar_ends;
use super::model::{Entry, State};
use crate::diag::{Findings, Place};
use crate::facts::{Person, Post};
use crate::scheme::worth::{Appointment, Change, WhenDone, Whence};
use crate::scores::{fits, in_groups};
use crate::terms::{PersonCode, Subject};

/// One entry for each change of post that a rule looks at.
pub(super) fn entries(around: &Around<'_>, findings: &mut Findings) -> Vec<Entry> {
    let mut all = Vec::new();
    for rule in &around.scheme.worth.after.appointments {
        for person in &around.tally.people {
            for post in person.posts.iter().filter(|post| fits(post, &rule.scope.who)) {
                let day = match rule.on {
                    Change::New if is_new(post, person) => Some(post.from),
                    Change::New => None,
                    Change::Leaves => post.to,
                };
                let Some(day) = day.filter(|day| around.from <= *day && *day <= around.to) else { continue };
                if in_groups(around.tally, &post.unit, &rule.scope.groups) {
                    all.push(entry(rule, person, post, day, around, findings));
                }
            }
        }
    }
    all
}

/// Whether no post of the same role in the same unit ended the day before.
fn is_new(post: &Post, person: &Person) -> bool {
    let goes_on = |other: &Post| {
        other.unit == post.unit && other.role == post.role && other.to.and_then(|to| to.succ_opt()) == Some(post.from)
    };
    !person.posts.iter().any(goes_on)
}

fn entry(
    rule: &Appointment,
    person: &Person,
    post: &Post,
    day: NaiveDate,
    around: &Around<'_>,
    findings: &mut Findings,
) -> Entry {
    let mut entry = Entry::new(&rule.list, &rule.code, Subject::Person(person.code.clone()), &rule.rule)
        .fact("name", &rule.name)
        .fact("unit", &post.unit)
        .fact("post", &post.post)
        .fact("start", day);
    entry.about = Some(post.unit.to_string());
    entry.places = vec![post.place.clone()];
    let mut limit = |from: NaiveDate| {
        let counting = rule.counting.as_ref()?;
        match around.last_day(from, counting) {
            Ok(day) => Some(day),
            Err(uncovered) => {
                findings.push(calendar_ends::finding(uncovered.0, &post.place, around.calendar));
                None
            }
        }
    };
    entry.due = match rule.when {
        WhenDone::Before => day.pred_opt(),
        WhenDone::After => limit(day),
    };
    let mut done: Vec<(NaiveDate, Place)> = found(rule, &person.code, around);
    done.sort();
    let in_time = |at: NaiveDate, limit: &mut dyn FnMut(NaiveDate) -> Option<NaiveDate>| match rule.when {
        WhenDone::Before => at < day && limit(at).is_none_or(|last| last >= day),
        WhenDone::After => at >= day,
    };
    let first = match rule.when {
        WhenDone::Before => done.iter().rev().find(|(at, _)| in_time(*at, &mut limit)),
        WhenDone::After => done.iter().find(|(at, _)| in_time(*at, &mut limit)),
    };
    let (change, side) = match (rule.on, rule.when) {
        (Change::New, WhenDone::Before) => ("任", "之前"),
        (Change::New, WhenDone::After) => ("任", "之后"),
        (Change::Leaves, WhenDone::Before) => ("离任", "之前"),
        (Change::Leaves, WhenDone::After) => ("离任", "之后"),
    };
    let unit = around.unit_name(&post.unit);
    let head = format!("{} {day} {change}{unit}{}，{side}应有“{}”", person.name, post.post, rule.action);
    match first {
        Some((at, place)) => {
            entry.done = Some(*at);
            entry.places.push(place.clone());
            let late = entry.due.is_some_and(|due| rule.when == WhenDone::After && *at > due);
            entry.state = if late { State::Overdue } else { State::Done };
            let due = entry.due.map(|due| format!("期限 {due}，")).unwrap_or_default();
            entry.reason = format!("{head}，{due}{at} 已有{}", if late { "，逾期" } else { "" });
        }
        None => {
            let due = entry.due;
            entry.state = if due.is_some_and(|due| around.as_of > due) { State::Overdue } else { State::Open };
            let due = due.map(|due| format!("，期限 {due}")).unwrap_or_default();
            entry.reason = format!("{head}{due}，没有记录");
        }
    }
    entry
}

/// Every talk or action of that word with the person.
fn found(rule: &Appointment, person: &PersonCode, around: &Around<'_>) -> Vec<(NaiveDate, Place)> {
    let registers = &around.tally.registers;
    match rule.from {
        Whence::Talks => {
            let by_right = |talker: Option<&PersonCode>, date| {
                rule.by.is_empty()
                    || talker.is_some_and(|talker| !around.posts_on(talker, None, date, &rule.by).is_empty())
            };
            let talks = registers.talks.iter().filter(|talk| *talk.kind == *rule.action && talk.with.contains(person));
            talks
                .filter(|talk| by_right(talk.talker.as_ref(), talk.date))
                .map(|talk| (talk.date, talk.place.clone()))
                .collect()
        }
        Whence::Ledger => {
            let deeds = registers.deeds.iter().filter(|deed| *deed.action == *rule.action);
            deeds
                .filter(|deed| deed.person.as_ref() == Some(person) || deed.with.contains(person))
                .map(|deed| (deed.date, deed.place.clone()))
                .collect()
        }
    }
}
