//! R029 yes-no-expected
//!
//! ## What is checked
//! Whether a cell that says yes or no uses one of the words that the layout lists.
//!
//! ## Why it matters
//! A number or a remark is neither 有 nor 无.
//!
//! ## Example
//! "基本有" under J2.
//!
//! ## Mend
//! Write 有 or 无.

use super::Spot;
use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R029", name: "yes-no-expected", manual: include_str!("yes_no_expected.rs") };

/// A cell that says neither yes nor no.
#[must_use]
pub fn yes_no_expected(spot: &Spot, expected: Text, expected_at: Option<Place>) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(format!("应为有或无：{}", spot.found), format!("yes or no is due: {}", spot.found)),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected,
        expected_at,
        effect: Text::new("该单元格未采用，不评分", "the cell is left out; nothing is scored"),
        mend: Text::new("改为有或无", "write yes or no"),
    }
}
