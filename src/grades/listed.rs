//! Lines of lists on which humans act, as far as rulings make them.

use std::collections::BTreeMap;

use crate::diag::Place;
use crate::scheme::worth::RuleRef;
use crate::terms::Subject;

/// How a line of a list stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ListState {
    /// Proposed; a human decides.
    Proposed,
    /// Something is still to be confirmed.
    Open,
    /// Confirmed by a recorded decision.
    Confirmed,
    /// A recorded decision says no.
    Waived,
}

impl ListState {
    /// The word in results.json.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Open => "open",
            Self::Confirmed => "confirmed",
            Self::Waived => "waived",
        }
    }
}

/// One line of a list.
#[derive(Debug, Clone)]
pub struct Listed {
    /// Name of the list: 约谈, 补定等次.
    pub list: String,
    /// Code of the rule inside its table.
    pub code: String,
    /// Who.
    pub subject: Subject,
    /// What it is about beside the subject: an event, a year.
    pub about: Option<String>,
    /// The rule.
    pub rule: RuleRef,
    /// How it stands.
    pub state: ListState,
    /// The facts by name.
    pub facts: BTreeMap<String, String>,
    /// The reason in the scheme's own words.
    pub reason: String,
    /// The cells that it rests on.
    pub places: Vec<Place>,
}
