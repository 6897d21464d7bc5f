//! R027 date-expected
//!
//! ## What is checked
//! Whether a cell that holds a day holds a day of the calendar.
//!
//! ## Why it matters
//! Periods, posts and vetoes hang on the day.
//!
//! ## Example
//! "3月" under 日期.
//!
//! ## Mend
//! Write 2015-07-15 or 2015年7月15日.

use super::Spot;
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R027", name: "date-expected", manual: include_str!("date_expected.rs") };

/// Something that is not a day.
#[must_use]
pub fn date_expected(spot: &Spot) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(format!("应为日期：{}", spot.found), format!("a date is due: {}", spot.found)),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: Text::new("日期单元格，或 2015-07-15、2015年7月15日", "a date cell, or 2015-07-15, 2015年7月15日"),
        expected_at: None,
        effect: Text::new("未采用，不评分", "left out; nothing is scored"),
        mend: Text::new("写明年月日", "write year, month and day"),
    }
}
