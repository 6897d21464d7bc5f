//! 责任划分: who bears which responsibility for an event, by how he took part, or by the post held on the day.

use chrono::NaiveDate;

use super::around::Around;
use super::findings::part_without_rule;
use super::model::{Entry, State};
use crate::diag::{Findings, Place};
use crate::facts::{Event, Post, TookPart};
use crate::scheme::words::RoleKind;
use crate::scheme::worth::{Responsibility, Who};
use crate::terms::{PersonCode, Subject};

/// One entry for each person concerned in each event.
pub(super) fn entries(around: &Around<'_>, findings: &mut Findings) -> Vec<Entry> {
    let rules = &around.scheme.worth.after.responsibilities;
    let mut all = Vec::new();
    if rules.is_empty() {
        return all;
    }
    for event in around.events(&[]) {
        let parts: Vec<&TookPart> = around.tally.registers.parts.iter().filter(|part| part.event == event.id).collect();
        for part in &parts {
            match rules.iter().find(|rule| by_part(rule, part, event, around)) {
                Some(rule) => all.push(taken(rule, part, event, around)),
                None => findings.push(part_without_rule::finding(part, rules)),
            }
        }
        for person in &around.tally.people {
            if parts.iter().any(|part| part.person == person.code) {
                continue;
            }
            if let Some(rule) = rules.iter().find(|rule| by_post(rule, &person.code, event, around)) {
                all.push(held(rule, Subject::Person(person.code.clone()), event, around));
            }
        }
        let of_unit =
            rules.iter().find(|rule| rule.parts.is_empty() && rule.who.contains(&Who::Unit) && is_of(rule, event));
        all.extend(of_unit.map(|rule| held(rule, Subject::Unit(event.unit.clone()), event, around)));
    }
    all
}

fn is_of(rule: &Responsibility, event: &Event) -> bool {
    rule.grounds.is_empty() || rule.grounds.contains(&event.ground)
}

fn by_part(rule: &Responsibility, part: &TookPart, event: &Event, around: &Around<'_>) -> bool {
    let in_post = rule.who.is_empty() || !around.posts_on(&part.person, None, event.date, &rule.who).is_empty();
    is_of(rule, event)
        && rule.parts.iter().any(|word| **word == *part.part)
        && in_post
        && (!rule.needs_record || !part.recorded.is_empty())
}

/// By the post held in the event's unit on its day; who is in charge of matters only for the matter of the event, if it
/// names one. Or by the units of which another post is in charge.
fn by_post(rule: &Responsibility, person: &PersonCode, event: &Event, around: &Around<'_>) -> bool {
    if !rule.parts.is_empty() || !is_of(rule, event) || !is_about(rule, person, event, around) {
        return false;
    }
    if rule.not_the_party && event.person.as_ref() == Some(person) {
        return false;
    }
    if rule.who.contains(&Who::Supervisor) && !posts_over(person, event, event.date, around).is_empty() {
        return true;
    }
    let posts = around.posts_on(person, Some(&event.unit), event.date, &rule.who);
    posts.iter().any(|post| match (&event.matter, post.kind) {
        (Some(matter), RoleKind::InCharge) => post.matters.contains(matter),
        _ => true,
    })
}

/// Whether the person named in the event is one whom the rule is about, and another than this one.
fn is_about(rule: &Responsibility, person: &PersonCode, event: &Event, around: &Around<'_>) -> bool {
    rule.about.is_empty()
        || event.person.as_ref().is_some_and(|named| {
            named != person && !around.posts_on(named, Some(&event.unit), event.date, &rule.about).is_empty()
        })
}

/// The posts elsewhere that are in charge of the event's unit on a day.
fn posts_over<'a>(person: &PersonCode, event: &Event, day: NaiveDate, around: &Around<'a>) -> Vec<&'a Post> {
    let all = around.posts_on(person, None, day, &[Who::Anyone]);
    all.into_iter().filter(|post| post.unit != event.unit && post.supervises.contains(&event.unit)).collect()
}

fn new(rule: &Responsibility, subject: Subject, event: &Event, around: &Around<'_>, place: Option<&Place>) -> Entry {
    let mut entry = Entry::new(&rule.list, &rule.code, subject.clone(), &rule.rule)
        .fact("responsibility", if rule.none { "不承担责任" } else { &rule.name })
        .fact("unit", &event.unit)
        .fact("ground", &event.ground)
        .fact("date", event.date);
    entry.about = Some(event.id.to_string());
    entry.state = if rule.none { State::Waived } else { State::Proposed };
    entry.places = place.into_iter().chain([&event.place]).cloned().collect();
    if let Subject::Person(code) = &subject {
        let still = !around.posts_on(code, Some(&event.unit), around.to, &[Who::Anyone]).is_empty()
            || !posts_over(code, event, around.to, around).is_empty();
        entry = entry.fact("still_in_unit", if still { "yes" } else { "no" });
    }
    entry
}

/// 现任 or 前任 of the unit, on the last day of the assessment.
fn standing(entry: &Entry) -> &'static str {
    match entry.facts.get("still_in_unit").map(String::as_str) {
        Some("no") => "（现已不在该单位任职，责任不因职务变动免除）",
        _ => "",
    }
}

fn taken(rule: &Responsibility, part: &TookPart, event: &Event, around: &Around<'_>) -> Entry {
    let subject = Subject::Person(part.person.clone());
    let entry =
        new(rule, subject, event, around, Some(&part.place)).fact("part", &part.part).fact("record", &part.recorded);
    let name = around.person_name(&part.person);
    let record = if part.recorded.is_empty() { String::new() } else { format!("（记录：{}）", part.recorded) };
    let bears = if rule.none { "不承担责任".to_owned() } else { format!("承担{}", rule.name) };
    let ground = around.ground_name(&event.ground);
    let reason = format!(
        "事件 {}（{ground}，{}）：{name}{}{record}，{bears}{}",
        event.id,
        event.date,
        part.part,
        standing(&entry)
    );
    Entry { reason, ..entry }
}

fn held(rule: &Responsibility, subject: Subject, event: &Event, around: &Around<'_>) -> Entry {
    let name = around.name(&subject);
    let post = match &subject {
        Subject::Person(code) => around
            .posts_on(code, Some(&event.unit), event.date, &rule.who)
            .first()
            .map(|post| format!("当日任{}{}，", around.unit_name(&event.unit), post.post))
            .or_else(|| {
                let over = posts_over(code, event, event.date, around).into_iter().next();
                over.map(|post| {
                    let (unit, of) = (around.unit_name(&post.unit), around.unit_name(&event.unit));
                    format!("当日任{unit}{}，分管{of}，", post.post)
                })
            })
            .unwrap_or_default(),
        Subject::Unit(_) => String::new(),
    };
    let entry = new(rule, subject, event, around, None);
    let bears = if rule.none { "不承担责任".to_owned() } else { format!("承担{}", rule.name) };
    let ground = around.ground_name(&event.ground);
    let reason = format!("事件 {}（{ground}，{}）：{name}{post}{bears}{}", event.id, event.date, standing(&entry));
    Entry { reason, ..entry }
}
