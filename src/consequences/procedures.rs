//! 办理程序: every step of an event, in order and by the right body.

use super::around::Around;
use super::model::{Entry, State};
use crate::facts::{Event, StepTaken};
use crate::scheme::worth::{Procedure, Whose};
use crate::scores::in_groups;
use crate::terms::Subject;

/// One entry for each event that a procedure looks at.
pub(super) fn entries(around: &Around<'_>) -> Vec<Entry> {
    let mut all = Vec::new();
    for rule in &around.scheme.worth.after.procedures {
        let events = around.events(&rule.grounds).filter(|event| in_groups(around.tally, &event.unit, &rule.groups));
        let events = events.filter(|event| match rule.whose {
            None => true,
            Some(Whose::Unit) => event.person.is_none(),
            Some(Whose::Person) => event.person.is_some(),
        });
        let events = events.filter(|event| match event.measure.trim() {
            "" => rule.measures.is_empty() || rule.undecided,
            measure => rule.measures.is_empty() || rule.measures.iter().any(|word| measure.contains(word.as_str())),
        });
        all.extend(events.map(|event| entry(rule, event, around)));
    }
    all
}

fn entry(rule: &Procedure, event: &Event, around: &Around<'_>) -> Entry {
    let subject = match (&event.person, rule.whose) {
        (Some(person), None | Some(Whose::Person)) => Subject::Person(person.clone()),
        _ => Subject::Unit(event.unit.clone()),
    };
    let mut entry =
        Entry::new(&rule.list, &rule.code, subject, &rule.rule).fact("name", &rule.name).fact("unit", &event.unit);
    entry.about = Some(event.id.to_string());
    entry.places = vec![event.place.clone()];
    let taken = &around.tally.registers.steps;
    let own: Vec<&StepTaken> = taken.iter().filter(|step| step.event == event.id).collect();
    let of = |name: &str| own.iter().find(|step| *step.step == *name);
    let mut faults = Vec::new();
    let mut missing = Vec::new();
    let mut last: Option<&StepTaken> = None;
    for step in &rule.steps {
        let Some(done) = of(&step.name) else {
            missing.push(step.name.as_str());
            continue;
        };
        entry = entry.fact(&step.name, format!("{} {}", done.date, done.by));
        entry.places.push(done.place.clone());
        if let Some(before) = last.filter(|before| before.date > done.date) {
            faults.push(format!("“{}”（{}）早于“{}”（{}）", done.step, done.date, before.step, before.date));
        }
        if !step.by.is_empty() && !step.by.iter().any(|body| **body == *done.by) {
            faults.push(format!("“{}”应由{}办理，实为{}", done.step, step.by.join("或"), done.by));
        }
        if let Some(other) = step.not_by_body_of.as_deref().and_then(of).filter(|other| other.by == done.by) {
            faults.push(format!("“{}”与“{}”不应由同一机关（{}）办理", done.step, other.step, done.by));
        }
        last = Some(done);
    }
    entry.state = if missing.is_empty() && faults.is_empty() { State::Done } else { State::Open };
    entry.done = last.filter(|_| missing.is_empty()).map(|step| step.date);
    let mut text = format!("事件 {}（{}，{}）", event.id, around.ground_name(&event.ground), event.date);
    if missing.is_empty() && faults.is_empty() {
        text += "：各步骤齐全，次序和机关相符";
    }
    if !missing.is_empty() {
        entry = entry.fact("missing", missing.join("、"));
        text += &format!("：缺少步骤{}", missing.join("、"));
    }
    if !faults.is_empty() {
        entry = entry.fact("faults", faults.len());
        text += &format!("{}{}", if missing.is_empty() { "：" } else { "；" }, faults.join("；"));
    }
    entry.reason = text;
    entry
}
