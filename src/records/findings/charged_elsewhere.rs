//! R050 charged-elsewhere
//!
//! ## What is checked
//! To which year a claim or an event is charged.
//!
//! ## Why it matters
//! What is charged to another year counts there; that it was left out here is said aloud.
//!
//! ## Example
//! A bonus of December 2014 charged to 2014 in the list of 2015.
//!
//! ## Mend
//! Nothing, if the year is right.

use super::Spot;
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R050", name: "charged-elsewhere", manual: include_str!("charged_elsewhere.rs") };

/// A claim or event of another year.
#[must_use]
pub fn charged_elsewhere(spot: &Spot, year: i32) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Note,
        headline: Text::new(
            format!("计入 {} 年度，不计入本年", spot.found),
            format!("charged to {}, not to this year", spot.found),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: Text::new(format!("本年为 {year}"), format!("this year is {year}")),
        expected_at: None,
        effect: Text::new("本年不计", "does not count this year"),
        mend: Text::new("年度无误的不用处理", "nothing to do if the year is right"),
    }
}
