//! R033 class-unknown
//!
//! ## What is checked
//! Whether the class of a ballot, or the channel of an answer, is one of the poll.
//!
//! ## Why it matters
//! Classes are counted apart and weighted.
//!
//! ## Example
//! D票 in a poll with A, B, C.
//!
//! ## Mend
//! Correct the cell, or list it as an alias in the scheme.

use super::{Known, Spot};
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R033", name: "class-unknown", manual: include_str!("class_unknown.rs") };

/// A class that the poll has not.
#[must_use]
pub fn class_unknown(spot: &Spot, known: &Known) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("票类不在该测评中：{}", spot.found),
            format!("class is not one of the poll: {}", spot.found),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: known.expected.clone(),
        expected_at: known.expected_at.clone(),
        effect: Text::new("该行未采用，不评分", "the row is left out; nothing is scored"),
        mend: known.mend("改正单元格，或在方案中列为别名", "correct the cell, or list it as an alias in the scheme"),
    }
}
