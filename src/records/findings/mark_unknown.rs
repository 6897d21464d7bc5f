//! R021 mark-unknown
//!
//! ## What is checked
//! Whether every tick of a ballot is a mark of the poll, a word for 不了解, or a word for a void ballot.
//!
//! ## Why it matters
//! A tick that is not in the scheme has no value.
//!
//! ## Example
//! "较优" where the poll has 优秀, 良好, 一般, 较差.
//!
//! ## Mend
//! Correct the cell, or list the word as an alias in the scheme.

use super::{Known, Spot};
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R021", name: "mark-unknown", manual: include_str!("mark_unknown.rs") };

/// A tick that is no mark.
#[must_use]
pub fn mark_unknown(spot: &Spot, known: &Known) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("测评票上的 {} 不在方案中", spot.found),
            format!("ballot mark {} is not in the scheme", spot.found),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: known.expected.clone(),
        expected_at: known.expected_at.clone(),
        effect: Text::new("该票未计入，不评分", "the ballot is not counted; nothing is scored"),
        mend: known.mend("改正单元格，或在方案中列为别名", "correct the cell, or list it as an alias in the scheme"),
    }
}
