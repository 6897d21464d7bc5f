//! R102 check-entry-unknown
//!
//! ## What is checked
//! Whether an answer names a question of a checklist.
//!
//! ## Why it matters
//! An answer to nothing leaves its question open.
//!
//! ## Example
//! K99 while the list ends with K30.
//!
//! ## Mend
//! Correct the code.

use super::{Known, Spot};
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R102", name: "check-entry-unknown", manual: include_str!("check_entry_unknown.rs") };

/// No checklist has the question.
#[must_use]
pub fn check_entry_unknown(spot: &Spot, known: &Known) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("清单中没有条目 {}", spot.found),
            format!("no checklist has the question {}", spot.found),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: known.expected.clone(),
        expected_at: known.expected_at.clone(),
        effect: Text::new("该行未采用，不评分", "the row is left out; nothing is scored"),
        mend: known.mend("改正清单条目", "correct the question"),
    }
}
