//! Cells read as text, numbers, days, yes or no.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::{Datelike as _, NaiveDate};

use super::findings::{
    Spot, cell_fault, count_not_whole, date_expected, quoted, value_missing, year_expected, yes_no_expected,
};
use super::sink::Sink;
use crate::assessment::TableSource;
use crate::diag::{At, Place, Text};
use crate::exact::Exact;
use crate::scheme::words::Layout;
use crate::sheets::{CellValue, Sheet};

/// Words for all units together.
pub(super) const WHOLE: [&str; 5] = ["全县", "全市", "全区", "全旗", "全州"];

/// Text without any blanks, full-width letters and digits made ordinary.
pub(super) fn folded(text: &str) -> Cow<'_, str> {
    let is_odd = |c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}' | '\u{FF01}'..='\u{FF5E}');
    if !text.contains(is_odd) {
        return Cow::Borrowed(text);
    }
    let plain = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{FEFF}' | '\u{200B}'));
    Cow::Owned(plain.map(half_width).collect())
}

fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// A day of the calendar written as `2015-07-15`, `2015/7/15`, `2015.7.15`, `20150715` or `2015年7月15日`.
///
/// ```
/// use kaoze::records::parse_date;
/// assert_eq!(parse_date("２０１５年7月15日"), parse_date("2015-07-15"));
/// assert_eq!(parse_date("2015年2月30日"), None);
/// ```
#[must_use]
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let text = folded(text);
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        return day(&text[..4], &text[4..6], &text[6..]);
    }
    let (year, rest) = text.split_once(['-', '/', '.', '年'])?;
    let (month, date) = rest.split_once(['-', '/', '.', '月'])?;
    day(year, month, date.strip_suffix(['日', '号']).unwrap_or(date))
}

fn day(year: &str, month: &str, date: &str) -> Option<NaiveDate> {
    let digits = |text: &str, most: usize| (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if year.len() != 4 || !digits(year, 4) || !digits(month, 2) || !digits(date, 2) {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, date.parse().ok()?)
}

/// A plain decimal, full-width digits among them; no exponent, fraction, unit or thousands mark.
///
/// ```
/// use kaoze::records::parse_number;
/// assert_eq!(parse_number("８９．５"), "89.5".parse().ok());
/// assert_eq!(parse_number("89.5分"), None);
/// ```
#[must_use]
pub fn parse_number(text: &str) -> Option<Exact> {
    let text = folded(text);
    let is_plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+'));
    if is_plain && !text.is_empty() { text.parse().ok() } else { None }
}

/// What a field of a row holds.
#[derive(Clone, Copy)]
pub(super) enum Held<'s> {
    /// A cell.
    Cell(&'s CellValue),
    /// A value that kaoze.toml sets for the whole sheet.
    Set(&'s str),
}

/// A field of a row, or a cell of a wide column.
#[derive(Clone, Copy)]
pub(super) struct Slot<'s> {
    pub(super) sheet: &'s Sheet,
    pub(super) source: &'s TableSource,
    pub(super) row: u32,
    /// The column, if the sheet has one.
    pub(super) column: Option<u32>,
    pub(super) header: &'s str,
    pub(super) held: Option<Held<'s>>,
}

impl<'s> Slot<'s> {
    /// Where it stands: the cell, or the entry of kaoze.toml.
    pub(super) fn place(&self) -> Place {
        match (self.held, self.column) {
            (Some(Held::Set(_)), _) => self.source.place.clone(),
            (_, Some(column)) => self.sheet.place(self.row, column),
            (_, None) => self.sheet.place(self.row, 0),
        }
    }

    /// The cell as findings speak of it.
    pub(super) fn spot(&self) -> Spot {
        let caption = Some(Text::new(self.header, self.header));
        let found = self.text().map_or_else(String::new, |text| quoted(&text));
        Spot { at: At { place: self.place(), caption }, found }
    }

    /// What stands there, without blanks at its ends.
    pub(super) fn text(&self) -> Option<Cow<'s, str>> {
        let text = match self.held? {
            Held::Cell(value) => value.as_text(),
            Held::Set(text) => Cow::Borrowed(text.trim()),
        };
        (!text.is_empty()).then_some(text)
    }

    /// Whether nothing stands there.
    pub(super) fn is_empty(&self) -> bool {
        self.text().is_none()
    }

    /// Whether an Excel error stands there; then it is told.
    pub(super) fn is_fault(&self, sink: &mut Sink) -> bool {
        let is_fault = matches!(self.held, Some(Held::Cell(CellValue::Fault(_))));
        if is_fault {
            sink.push_cell("R023", &self.place(), || cell_fault(&self.spot()));
        }
        is_fault
    }

    /// Text that must be there.
    pub(super) fn required(&self, sink: &mut Sink) -> Option<Cow<'s, str>> {
        if self.is_fault(sink) {
            return None;
        }
        let text = self.text();
        if text.is_none() {
            sink.push_cell("R014", &self.place(), || value_missing(&self.spot()));
        }
        text
    }

    /// Text that must be there, shared.
    pub(super) fn required_shared(&self, sink: &mut Sink) -> Option<Arc<str>> {
        let text = self.required(sink)?;
        Some(match self.held {
            Some(Held::Cell(CellValue::Text(whole))) if whole.len() == text.len() => whole.clone(),
            _ => text.as_ref().into(),
        })
    }

    /// Text that may be there.
    pub(super) fn optional(&self, sink: &mut Sink) -> Option<Cow<'s, str>> {
        if self.is_fault(sink) { None } else { self.text() }
    }

    /// The day that stands there, if it is one.
    pub(super) fn as_day(&self) -> Option<NaiveDate> {
        match self.held? {
            Held::Cell(CellValue::Date(day)) => Some(*day),
            _ => parse_date(&self.text()?),
        }
    }

    /// A day that must be there.
    pub(super) fn day(&self, sink: &mut Sink) -> Option<NaiveDate> {
        self.required(sink)?;
        let day = self.as_day();
        if day.is_none() {
            sink.push_cell("R027", &self.place(), || date_expected(&self.spot()));
        }
        day
    }

    /// The whole number from nought on that stands there, if it is one.
    pub(super) fn as_count(&self) -> Option<u32> {
        let number = match self.held? {
            Held::Cell(CellValue::Number(text)) => text.parse::<Exact>().ok()?,
            Held::Cell(CellValue::Text(text)) => parse_number(text)?,
            Held::Set(text) => parse_number(text)?,
            Held::Cell(_) => return None,
        };
        u32::try_from(number.as_whole()?).ok()
    }

    /// A whole number that must be there.
    pub(super) fn count(&self, sink: &mut Sink) -> Option<u32> {
        self.required(sink)?;
        let count = self.as_count();
        if count.is_none() {
            sink.push_cell("R026", &self.place(), || count_not_whole(&self.spot()));
        }
        count
    }

    /// The year that stands there, if it is one.
    pub(super) fn as_year(&self) -> Option<i32> {
        let text = self.text()?;
        let text = folded(&text);
        let digits = text.trim_end_matches("年度").trim_end_matches('年');
        let year = match self.held {
            Some(Held::Cell(CellValue::Date(day))) => Some(day.year()),
            _ => parse_number(digits).and_then(|n| n.as_whole()).and_then(|n| i32::try_from(n).ok()),
        };
        year.filter(|year| (1949..=2200).contains(year))
    }

    /// A year that must be there: `2015` or `2015年`.
    pub(super) fn year(&self, sink: &mut Sink) -> Option<i32> {
        self.required(sink)?;
        let year = self.as_year();
        if year.is_none() {
            sink.push_cell("R049", &self.place(), || year_expected(&self.spot()));
        }
        year
    }

    /// Whether one of these words stands there.
    pub(super) fn is_one_of(&self, words: &[String]) -> bool {
        self.text().is_some_and(|text| is_one_of(&text, words))
    }

    /// Yes or no, if one of them stands there.
    pub(super) fn as_yes_no(&self, layout: &Layout) -> Option<bool> {
        match self.held? {
            Held::Cell(CellValue::Truth(truth)) => Some(*truth),
            _ if self.is_one_of(&layout.yes) => Some(true),
            _ if self.is_one_of(&layout.no) => Some(false),
            _ => None,
        }
    }

    /// Yes or no; an empty cell is no.
    pub(super) fn yes_no(&self, layout: &Layout, sink: &mut Sink) -> Option<bool> {
        if self.is_fault(sink) {
            return None;
        }
        if self.is_empty() {
            return Some(false);
        }
        let answer = self.as_yes_no(layout);
        if answer.is_none() {
            let expected = yes_no_words(layout);
            sink.push_cell("R029", &self.place(), || yes_no_expected(&self.spot(), expected, None));
        }
        answer
    }
}

/// Whether a text is one of these words, blanks and widths aside.
pub(super) fn is_one_of(text: &str, words: &[String]) -> bool {
    let text = folded(text);
    words.iter().any(|word| *word == text || folded(word) == text)
}

/// The words for yes and no.
pub(super) fn yes_no_words(layout: &Layout) -> Text {
    let words = [layout.yes.join(" | "), layout.no.join(" | ")].join(" / ");
    Text::new(words.clone(), words)
}
