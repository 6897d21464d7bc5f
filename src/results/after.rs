//! What follows from the grades, as results have it.

use super::model::{Bar, ListEntry};
use crate::consequences;
use crate::terms::Subject;

/// An entry of a list as results have it.
pub(super) fn list_entry(entry: &consequences::Entry) -> ListEntry {
    ListEntry {
        list: entry.list.clone(),
        code: entry.code.clone(),
        whose: if matches!(entry.subject, Subject::Unit(_)) { "unit" } else { "person" }.to_owned(),
        subject: entry.subject.code().to_owned(),
        about: entry.about.clone(),
        rule: entry.rule.id.to_string(),
        basis: entry.rule.cited(),
        state: entry.state.word().to_owned(),
        due: entry.due.map(|day| day.to_string()),
        done: entry.done.map(|day| day.to_string()),
        facts: entry.facts.clone(),
        reason: entry.reason.clone(),
        places: entry.places.iter().map(ToString::to_string).collect(),
    }
}

/// A bar as results have it.
pub(super) fn bar(bar: &consequences::Bar) -> Bar {
    Bar {
        subject: bar.person.to_string(),
        bar: bar.kind.word().to_owned(),
        from: bar.from.to_string(),
        until: bar.until.to_string(),
        free_from: bar.free_from.to_string(),
        rules: bar.rules.iter().map(|rule| rule.id.to_string()).collect(),
        basis: bar.rules.first().map(|rule| rule.cited()).unwrap_or_default(),
        reason: bar.reason.clone(),
    }
}
