//! What a unit has to do, by when, and how it may object: from the lists of the results.

use serde::Serialize;

use crate::report::view::names::Names;
use crate::results::{ListEntry, Results, SubjectResult};

/// Something that waits for a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Task {
    /// The list in the scheme's word: 整改督办.
    pub list: String,
    /// What is to be done.
    pub what: String,
    /// Until when; empty where no day is set.
    pub due: String,
    /// 待办, 逾期, 待审定.
    pub state: String,
    /// Document and clause.
    pub basis: String,
}

/// An objection that may be made or has been.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AppealLine {
    /// How it stands, in the words of the list.
    pub words: String,
    /// Last day; empty where none can be told.
    pub until: String,
    /// Document and clause.
    pub basis: String,
}

/// Whether an entry is a task of its own that a letter may press: a deadline with a letter to its name, not yet done.
pub(super) fn is_pressed(entry: &ListEntry) -> bool {
    let waits = matches!(entry.state.as_str(), "open" | "overdue") && entry.done.is_none();
    let is_rectification = entry.facts.contains_key("letter") || entry.list.contains("整改");
    waits && entry.rule.starts_with("deadline:") && is_rectification
}

pub(super) fn state_word(names: &Names, state: &str) -> String {
    let (zh, en) = match state {
        "open" => ("待办", "open"),
        "overdue" => ("逾期", "overdue"),
        "proposed" => ("待审定", "proposed"),
        "confirmed" => ("已确认", "confirmed"),
        "done" => ("已办", "done"),
        "waived" => ("不适用", "does not apply"),
        other => return other.to_owned(),
    };
    names.say.of(zh, en).to_owned()
}

/// What waits for this unit: its own entries, and tasks of others that are about it.
pub(super) fn tasks(results: &Results, names: &Names, unit: &SubjectResult) -> Vec<Task> {
    let own = |entry: &&ListEntry| {
        let waits = matches!(entry.state.as_str(), "open" | "overdue" | "proposed" | "confirmed");
        let is_own = entry.whose == "unit" && entry.subject == unit.code;
        let is_about = is_pressed(entry) && entry.facts.get("unit") == Some(&unit.code);
        waits && entry.done.is_none() && entry.code != "appeal" && (is_own || is_about)
    };
    let entries = results.lists.entries.iter().filter(own);
    let task = |entry: &ListEntry| Task {
        list: entry.list.clone(),
        what: entry.reason.clone(),
        due: entry.due.clone().unwrap_or_default(),
        state: state_word(names, &entry.state),
        basis: entry.basis.clone(),
    };
    entries.map(task).collect()
}

/// Objections of this unit.
pub(super) fn appeals(results: &Results, unit: &SubjectResult) -> Vec<AppealLine> {
    let is_own = |entry: &&ListEntry| entry.code == "appeal" && entry.whose == "unit" && entry.subject == unit.code;
    let line = |entry: &ListEntry| AppealLine {
        words: entry.reason.clone(),
        until: entry.facts.get("appeal_until").cloned().unwrap_or_default(),
        basis: entry.basis.clone(),
    };
    results.lists.entries.iter().filter(is_own).map(line).collect()
}

/// The clause on objections, if any entry of these results rests on one.
pub(super) fn appeal_basis(results: &Results) -> Option<String> {
    results.lists.entries.iter().find(|entry| entry.code == "appeal").map(|entry| entry.basis.clone())
}
