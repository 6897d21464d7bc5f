//! R028 date-outside-period
//!
//! ## What is checked
//! Whether the days of marks and ledger entries lie inside the assessment, and inside one of the scheme's periods.
//!
//! ## Why it matters
//! An action of another year earns nothing this year.
//!
//! ## Example
//! 2014-12-30 in the ledger of 2015.
//!
//! ## Mend
//! Correct the day, or take the row out.

use super::Spot;
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R028", name: "date-outside-period", manual: include_str!("date_outside_period.rs") };

/// A day outside the period.
#[must_use]
pub fn date_outside_period(spot: &Spot, from: &str, to: &str) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("日期 {} 不在考核期内", spot.found),
            format!("the day {} lies outside the period", spot.found),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: Text::new(format!("{from} 至 {to}"), format!("{from} to {to}")),
        expected_at: None,
        effect: Text::new("未采用，不评分", "left out; nothing is scored"),
        mend: Text::new("改正日期，或删去该行", "correct the day, or take the row out"),
    }
}
