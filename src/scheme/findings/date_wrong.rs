//! C016 date-wrong
//!
//! ## What is checked
//! Dates are days of the calendar, written 2015-07-31, or 07-31 where the year does not matter; the first day does
//! not lie behind the last.
//!
//! ## Why it matters
//! What lies inside a period or before a last day is settled by these dates.
//!
//! ## Example
//! `to = "06-31"`; a scheme in force from 2015-01-01 to 2014-12-31.
//!
//! ## Mend
//! Write a day that exists, in the form that is named.

use super::refused;
use crate::diag::{Code, Finding, Place, Text};

/// The code.
pub const CODE: Code = Code { id: "C016", name: "date-wrong", manual: include_str!("date_wrong.rs") };

/// Text that is no day, or two days in the wrong order.
#[must_use]
pub fn date_wrong(at: Place, rule: &Text, key: &str, found: &str, expected: Text) -> Finding {
    refused(
        CODE,
        Text::new(format!("{}的 {key} 不是应有的日期", rule.zh), format!("{key} of {} is not such a date", rule.en)),
        vec![at.into()],
        found,
        expected,
        Text::new("改为日历上有的日期", "write a day of the calendar"),
    )
}
