//! C105 date-wrong
//!
//! ## What is checked
//! Whether from, to and issued are days of the calendar, the first not after the last, and the date of the outputs not
//! before the first day.
//!
//! ## Why it matters
//! Marks and ledger entries outside the period are errors, so the period has to be right first.
//!
//! ## Example
//! `from = "2015-02-30"`.
//!
//! ## Mend
//! Write the day as YYYY-MM-DD.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "C105", name: "date-wrong", manual: include_str!("date_wrong.rs") };

/// A date that is none, or dates out of order.
#[must_use]
pub fn date_wrong(place: Place, found: &str, expected: Text) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new("kaoze.toml 的日期有误", "kaoze.toml has a date that cannot stand"),
        at: vec![place.into()],
        found: found.to_owned(),
        expected,
        expected_at: None,
        effect: Text::new("考核期不明，不评分", "the period is open; nothing is scored"),
        mend: Text::new("改正日期，写作 YYYY-MM-DD", "correct the date, written as YYYY-MM-DD"),
    }
}
