//! R111 unit-history-outside-period
//!
//! ## What is checked
//! Whether the days of 单位沿革 lie inside the assessment period.
//!
//! ## Why it matters
//! Only what happened since last year's results tells how last year's units became this year's. Earlier rows may stay: they
//! serve `kaoze trend` no more and no less, since each year's package knows its own.
//!
//! ## Example
//! A merger of 2016 in the workspace of 2015.
//!
//! ## Mend
//! Correct the day; a row of an earlier year can stay.

use super::Spot;
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code =
    Code { id: "R111", name: "unit-history-outside-period", manual: include_str!("unit_history_outside.rs") };

/// A row of an earlier year is a note, one of a later year a warning.
#[must_use]
pub fn unit_history_outside(spot: &Spot, is_earlier: bool, from: &str, to: &str) -> Finding {
    let found = &spot.found;
    Finding {
        code: CODE,
        severity: if is_earlier { Severity::Note } else { Severity::Warning },
        headline: match is_earlier {
            true => {
                Text::new(format!("单位沿革在考核期以前：{found}"), format!("unit history before the period: {found}"))
            }
            false => {
                Text::new(format!("单位沿革在考核期以后：{found}"), format!("unit history after the period: {found}"))
            }
        },
        at: vec![spot.at.clone()],
        found: found.clone(),
        expected: Text::new(format!("{from} 至 {to}"), format!("{from} to {to}")),
        expected_at: None,
        effect: Text::new("与上年比较时不用该行", "the row is not used in the comparison with last year"),
        mend: Text::new(
            "日期写错的改正；以前年度的行可以保留",
            "correct a wrong day; a row of an earlier year can stay",
        ),
    }
}
