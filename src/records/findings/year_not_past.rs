//! R082 year-not-past
//!
//! ## What is checked
//! Whether a row of 历年结果 is about an earlier year.
//!
//! ## Why it matters
//! This year is worked out here; a later one has no result yet.
//!
//! ## Example
//! A row of 2015 in the history of the assessment of 2015.
//!
//! ## Mend
//! Correct the year, or strike the row.

use super::Spot;
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R082", name: "year-not-past", manual: include_str!("year_not_past.rs") };

/// A year that is not past.
#[must_use]
pub fn year_not_past(spot: &Spot, year: i32) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(
            format!("历年结果的年度不早于本年：{}", spot.found),
            format!("history names a year that is not past: {}", spot.found),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: Text::new(format!("{year} 以前的年度"), format!("a year before {year}")),
        expected_at: None,
        effect: Text::new("该行未采用", "the row is left out"),
        mend: Text::new("改正年度，或删去该行", "correct the year, or strike the row"),
    }
}
