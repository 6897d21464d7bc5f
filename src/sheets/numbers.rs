//! Stored numbers as plain decimals and as days.
//!
//! This is the only place of the program where a binary float of a workbook is looked at.
#![allow(clippy::disallowed_types, reason = "workbooks store binary floats; they end here")]

use chrono::{Days, NaiveDate};

use super::CellValue;

/// The last day that Excel knows, 9999-12-31, in the system that starts in 1900.
const LAST_DAY: u64 = 2_958_465;

/// Days between the two systems in which Excel counts days.
const DAYS_1904: u64 = 1_462;

/// The shortest plain decimal that stands for the stored number and no other, without exponent; a number that is none
/// is the error `#NUM!`.
pub(super) fn number(stored: f64) -> CellValue {
    if !stored.is_finite() {
        return CellValue::Fault("#NUM!".to_owned());
    }
    CellValue::Number(if stored == 0.0 { "0".to_owned() } else { stored.to_string() })
}

/// A number whose cell is formatted as a date or time: a day, a time of day as text, or the number itself where no day
/// has that number.
pub(super) fn date(stored: f64, from_1904: bool) -> CellValue {
    if !(0.0..1e9).contains(&stored) {
        return number(stored);
    }
    let whole = stored.floor();
    // A cast of a whole number below 1e9 is exact.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let days = whole as u64;
    if days == 0 && !from_1904 {
        return time(stored - whole);
    }
    let days = if from_1904 { days + DAYS_1904 } else { days };
    if days == 60 {
        // Excel counts a 29 February 1900 that never was.
        return CellValue::Text("1900-02-29".into());
    }
    let epoch = NaiveDate::from_ymd_opt(1899, 12, if days < 60 { 31 } else { 30 });
    match epoch.filter(|_| days <= LAST_DAY).and_then(|epoch| epoch.checked_add_days(Days::new(days))) {
        Some(day) => CellValue::Date(day),
        None => number(stored),
    }
}

/// A length of time in days as `hours:minutes:seconds`.
pub(super) fn time(days: f64) -> CellValue {
    if !(0.0..1e9).contains(&days) {
        return number(days);
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let seconds = (days * 86_400.0).round() as u64;
    let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60);
    CellValue::Text(format!("{hours}:{minutes:02}:{:02}", seconds % 60).into())
}

/// A day written as `2015-03-01`, `2015-3-1` or `2015/3/1`; what follows a `T` or a blank is dropped if `with_time`.
pub(super) fn written_date(text: &str, with_time: bool) -> Option<NaiveDate> {
    let day = if with_time { text.split(['T', ' ']).next()? } else { text };
    let mark = if day.contains('/') { '/' } else { '-' };
    let mut parts = day.split(mark);
    let (year, month, date) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |part: &str, n: std::ops::RangeInclusive<usize>| {
        n.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
    };
    if parts.next().is_some() || !digits(year, 4..=4) || !digits(month, 1..=2) || !digits(date, 1..=2) {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, date.parse().ok()?)
}

/// Whether the text is digits, perhaps with a sign before and a point between them.
pub(super) fn is_plain_decimal(text: &str) -> bool {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    match unsigned.split_once('.') {
        Some((whole, part)) => digits(whole) && digits(part),
        None => digits(unsigned),
    }
}
