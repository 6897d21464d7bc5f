//! G050 calendar-does-not-reach
//!
//! ## What is checked
//! Whether every day that is counted as a working day or not lies in a year whose holidays are known.
//!
//! ## Why it matters
//! A last day worked out without the year's holidays and days made up may be wrong by a week.
//!
//! ## Example
//! A talk of 2013, while the calendar covers 2014 to 2026.
//!
//! ## Mend
//! Work the day out by hand and write it into the sheet as 期限; a later release of the program covers later years.

use chrono::NaiveDate;

use crate::diag::{Code, Finding, Place, Severity, Text};
use crate::scheme::Calendar;

/// The code of this finding.
pub const CODE: Code = Code { id: "G050", name: "calendar-does-not-reach", manual: include_str!("calendar_ends.rs") };

/// A day outside the years covered.
#[must_use]
pub fn finding(day: NaiveDate, place: &Place, calendar: &Calendar) -> Finding {
    let (first, last) = calendar.years();
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(
            format!("推算期限要用到 {day}，工作日历没有这一年"),
            format!("a last day needs {day}, and the calendar of working days has no such year"),
        ),
        at: vec![place.clone().into()],
        found: day.to_string(),
        expected: Text::new(format!("{first} 年至 {last} 年"), format!("{first} to {last}")),
        expected_at: None,
        effect: Text::new("这一行不推算期限", "no last day is worked out for this row"),
        mend: Text::new(
            "核对日期；日期无误的，人工推算后写入台账",
            "check the date; if it is right, work the day out by hand and write it down",
        ),
    }
}
