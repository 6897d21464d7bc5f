//! R026 count-not-whole
//!
//! ## What is checked
//! Whether a number of ballots, actions or cases is a whole number from nought on.
//!
//! ## Why it matters
//! There is no half ballot.
//!
//! ## Example
//! 12.5 under 收回.
//!
//! ## Mend
//! Correct the cell.

use super::Spot;
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R026", name: "count-not-whole", manual: include_str!("count_not_whole.rs") };

/// A count that is broken, negative or too large.
#[must_use]
pub fn count_not_whole(spot: &Spot) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(format!("{} 不能作为件数、票数", spot.found), format!("{} cannot be a count", spot.found)),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: Text::new("0 或正整数", "a whole number, nought or more"),
        expected_at: None,
        effect: Text::new("该单元格未采用，不评分", "the cell is left out; nothing is scored"),
        mend: Text::new("改正单元格", "correct the cell"),
    }
}
