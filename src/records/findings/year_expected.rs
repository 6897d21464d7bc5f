//! R049 year-expected
//!
//! ## What is checked
//! Whether a year is a year.
//!
//! ## Why it matters
//! Claims, events and case numbers are charged to a year.
//!
//! ## Example
//! "15" under 计入年度.
//!
//! ## Mend
//! Write 2015.

use super::Spot;
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R049", name: "year-expected", manual: include_str!("year_expected.rs") };

/// Something that is not a year.
#[must_use]
pub fn year_expected(spot: &Spot) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(format!("应为年度：{}", spot.found), format!("a year is due: {}", spot.found)),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: Text::new("四位数字的年份，如 2015", "a year of four digits, such as 2015"),
        expected_at: None,
        effect: Text::new("该行未采用，不评分", "the row is left out; nothing is scored"),
        mend: Text::new("写四位数字的年份", "write the year with four digits"),
    }
}
