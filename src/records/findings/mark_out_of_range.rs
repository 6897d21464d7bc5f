//! R025 mark-out-of-range
//!
//! ## What is checked
//! Whether a mark lies between nought and the full marks of its item.
//!
//! ## Why it matters
//! A mark above the full marks would make up for others.
//!
//! ## Example
//! 31 under J3, which has 30.
//!
//! ## Mend
//! Correct the cell.

use super::Spot;
use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R025", name: "mark-out-of-range", manual: include_str!("mark_out_of_range.rs") };

/// A mark outside nought and full marks.
#[must_use]
pub fn mark_out_of_range(spot: &Spot, full: &str, expected_at: Option<Place>) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(format!("评分 {} 超出范围", spot.found), format!("mark {} is out of range", spot.found)),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: Text::new(format!("0 至 {full} 分"), format!("0 to {full} points")),
        expected_at,
        effect: Text::new("该单元格未采用，不评分", "the cell is left out; nothing is scored"),
        mend: Text::new("改正单元格", "correct the cell"),
    }
}
