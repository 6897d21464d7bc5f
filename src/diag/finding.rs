//! A finding and its parts.

use super::{At, Place, Text};

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Scoring does not start.
    Error,
    /// Scored, but a person should look.
    Warning,
    /// Worth knowing.
    Note,
}

/// A stable code: letter of the stage and three digits, and a kebab name of the fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// `R021`.
    pub id: &'static str,
    /// `mark-unknown`.
    pub name: &'static str,
    /// The source file that defines the code; its opening `//!` comment is the manual entry.
    pub manual: &'static str,
}

impl Code {
    /// The manual entry: the opening comment of the defining file without its comment signs.
    #[must_use]
    pub fn entry(&self) -> String {
        let lines = self.manual.lines().take_while(|line| line.starts_with("//!"));
        lines.map(|line| line.trim_start_matches("//!").trim_start()).collect::<Vec<_>>().join("\n")
    }
}

/// One problem of the user's material.
#[derive(Debug, Clone)]
pub struct Finding {
    /// Which fault.
    pub code: Code,
    /// How grave.
    pub severity: Severity,
    /// One line that suffices alone.
    pub headline: Text,
    /// Where; the first place is the main one.
    pub at: Vec<At>,
    /// The original text as it stands.
    pub found: String,
    /// The closed list or range.
    pub expected: Text,
    /// Where that expectation is written.
    pub expected_at: Option<Place>,
    /// What the program did about it.
    pub effect: Text,
    /// One action the reader can take.
    pub mend: Text,
}

/// Findings gathered so far.
#[derive(Debug, Clone, Default)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Adds one.
    pub fn push(&mut self, finding: Finding) {
        self.0.push(finding);
    }

    /// Adds all of another gathering.
    pub fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Whether any of them stops scoring.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// How many there are of one severity.
    #[must_use]
    pub fn n_of(&self, severity: Severity) -> usize {
        self.0.iter().filter(|finding| finding.severity == severity).count()
    }

    /// All, by place and then code.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Finding> {
        let mut all: Vec<&Finding> = self.0.iter().collect();
        all.sort_by(|a, b| (&a.at, a.code.id, &a.found).cmp(&(&b.at, b.code.id, &b.found)));
        all
    }

    /// All, in the order they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, Finding> {
        self.0.iter()
    }

    /// All, to be changed in place (a finding allowed by the office becomes a warning).
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, Finding> {
        self.0.iter_mut()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<Finding> for Findings {
    fn from_iter<I: IntoIterator<Item = Finding>>(all: I) -> Self {
        Self(all.into_iter().collect())
    }
}

/// A value and what was found while making it; past this type nobody checks again.
#[derive(Debug, Clone)]
pub struct Checked<T> {
    /// The value; a stand-in is used where a part could not be read.
    pub value: T,
    /// What was found.
    pub findings: Findings,
}
