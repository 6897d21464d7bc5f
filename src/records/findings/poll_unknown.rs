//! R034 poll-unknown
//!
//! ## What is checked
//! Whether the poll is one of the scheme and belongs into this table: appraisals among the ballots, surveys among the
//! answers.
//!
//! ## Why it matters
//! A ballot counts in one poll only.
//!
//! ## Example
//! 班子测评 where the scheme has 领导班子民主测评.
//!
//! ## Mend
//! Correct the cell.

use super::{Known, Spot};
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R034", name: "poll-unknown", manual: include_str!("poll_unknown.rs") };

/// A poll that the scheme has not.
#[must_use]
pub fn poll_unknown(spot: &Spot, known: &Known) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("测评不在方案中：{}", spot.found),
            format!("poll is not in the scheme: {}", spot.found),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: known.expected.clone(),
        expected_at: known.expected_at.clone(),
        effect: Text::new("该行未采用，不评分", "the row is left out; nothing is scored"),
        mend: known.mend("改正单元格", "correct the cell"),
    }
}
