//! Entries of lists, and bars.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::diag::Place;
use crate::scheme::worth::{BarKind, RuleRef};
use crate::terms::{PersonCode, Subject};

/// How far an entry has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Still to be done.
    Open,
    /// Done in time.
    Done,
    /// Not done in time.
    Overdue,
    /// The rule does not bind here.
    Waived,
    /// For a person to decide.
    Proposed,
    /// Decided by a person.
    Confirmed,
}

impl State {
    /// The word in results.json.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::Overdue => "overdue",
            Self::Waived => "waived",
            Self::Proposed => "proposed",
            Self::Confirmed => "confirmed",
        }
    }
}

/// One line of a list.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Name of the list.
    pub list: String,
    /// Code of the rule in its table.
    pub code: String,
    /// Whom it concerns.
    pub subject: Subject,
    /// What it is about: number of an event, talk or task, code of a unit.
    pub about: Option<String>,
    /// The rule.
    pub rule: RuleRef,
    /// How far it has come.
    pub state: State,
    /// Last day.
    pub due: Option<NaiveDate>,
    /// Day on which it was done.
    pub done: Option<NaiveDate>,
    /// Facts by name.
    pub facts: BTreeMap<String, String>,
    /// Why, in the words of the scheme.
    pub reason: String,
    /// The cells.
    pub places: Vec<Place>,
}

impl Entry {
    /// An open entry without anything else yet.
    pub(super) fn new(list: &str, code: &str, subject: Subject, rule: &RuleRef) -> Self {
        Self {
            list: list.to_owned(),
            code: code.to_owned(),
            subject,
            about: None,
            rule: rule.clone(),
            state: State::Open,
            due: None,
            done: None,
            facts: BTreeMap::new(),
            reason: String::new(),
            places: Vec::new(),
        }
    }

    /// With a fact, unless it is empty.
    pub(super) fn fact(mut self, name: &str, value: impl ToString) -> Self {
        let value = value.to_string();
        if !value.is_empty() {
            self.facts.insert(name.to_owned(), value);
        }
        self
    }
}

/// Until when one is barred from something.
#[derive(Debug, Clone)]
pub struct Bar {
    /// Who.
    pub person: PersonCode,
    /// From what.
    pub kind: BarKind,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
    /// The first day on which it is possible again.
    pub free_from: NaiveDate,
    /// Every cause, the one that decides first.
    pub rules: Vec<RuleRef>,
    /// Why.
    pub reason: String,
}

/// Everything that follows.
#[derive(Debug, Clone, Default)]
pub struct Consequences {
    /// By list, rule and subject.
    pub entries: Vec<Entry>,
    /// By person and kind.
    pub bars: Vec<Bar>,
}
