//! Cells of the view as cells of a sheet, and how wide and high they are.

use rust_xlsxwriter::{Format, Formula as Written, Worksheet, XlsxError};

use super::formula::float;
use super::looks::{Looks, cut};
use crate::report::view::live::{DAY, Formula};
use crate::report::view::{Cell, Column, Kind, Number, Table, places_of};

/// The widest a column of long words gets, in characters of Latin width.
const WIDEST: usize = 34;

/// The narrowest a whole table gets, so that the title over it has room.
const LEAST: f64 = 96.0;

/// How a cell is to be written.
#[derive(Clone, Copy)]
pub(super) struct How<'a> {
    pub kind: Kind,
    /// Whether it is a number that somebody may change.
    pub is_input: bool,
    pub looks: &'a Looks,
}

/// Writes one cell. A number that has no plain decimal form is written as its words.
pub(super) fn write_cell(
    page: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    how: How<'_>,
) -> Result<(), XlsxError> {
    let How { kind, looks, is_input } = how;
    match cell {
        Cell::Empty => page.write_blank(row, column, &looks.words(kind))?,
        Cell::Text(text) => page.write_string_with_format(row, column, cut(text, 32_000), &looks.words(kind))?,
        Cell::Instead(text) => page.write_string_with_format(row, column, cut(text, 32_000), &looks.instead(kind))?,
        Cell::Count(n) => page.write_number_with_format(row, column, f64::from(*n), &format_of(cell, how))?,
        Cell::Number(number) if is_input => {
            page.write_number_with_format(row, column, float(&number.exact), &format_of(cell, how))?
        }
        Cell::Number(number) | Cell::Change(number) => match number.shown.replace('−', "-").parse::<f64>() {
            Ok(value) if value.is_finite() => {
                page.write_number_with_format(row, column, value, &format_of(cell, how))?
            }
            _ => page.write_string_with_format(row, column, cut(&number.shown, 32_000), &looks.words(kind))?,
        },
        Cell::Grade(mark) => {
            page.write_string_with_format(row, column, cut(&mark.text, 32_000), &format_of(cell, how))?
        }
    };
    Ok(())
}

/// The format of a cell.
pub(super) fn format_of(cell: &Cell, how: How<'_>) -> Format {
    let How { kind, looks, is_input } = how;
    let places = |number: &Number| places_of(&number.shown.replace('−', "-"));
    match cell {
        Cell::Number(number) if is_input && number.shown.starts_with(DAY) => looks.day(),
        Cell::Number(number) if is_input => looks.input(places(number)),
        Cell::Number(number) => looks.number(places(number), false).clone(),
        Cell::Change(number) => looks.number(places(number), true).clone(),
        Cell::Count(_) => {
            let format = looks.number(0, false).clone().set_align(super::align_of(kind));
            if kind == Kind::Mark { format.set_indent(0) } else { format }
        }
        Cell::Grade(mark) => looks.tone(mark.tone()),
        _ => looks.words(kind),
    }
}

/// Writes what a cell works out, with the value of the results as long as nobody calculates again.
pub(super) fn write_formula(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    (cell, formula, text): (&Cell, &Formula, String),
    how: How<'_>,
) -> Result<(), XlsxError> {
    let result = match formula {
        Formula::Number(_, value) | Formula::MeanIf(_, _, value) => float(value).to_string(),
        Formula::Rank(rank) => rank.rank.to_string(),
        Formula::Count(_, n) => n.to_string(),
        Formula::Band { .. } | Formula::Grade { .. } => cell.shown(),
    };
    let written = Written::new(text).set_result(result);
    page.write_formula_with_format(row, column, written, &format_of(cell, How { is_input: false, ..how }))?;
    Ok(())
}

/// Width of a text in characters of Latin width: two for Chinese.
pub(super) fn width_of(text: &str) -> usize {
    text.chars().map(|c| if c < '\u{2E80}' { 1 } else { 2 }).sum()
}

/// How many lines a text takes in a column of this width.
pub(super) fn lines_of(text: &str, width: f64) -> usize {
    // A width counts characters of 11 points and the letters have 9; what that wins pays for borders and indents.
    let room = ((width * 1.15) as usize).saturating_sub(3).max(2);
    text.split('\n').map(|line| width_of(line).div_ceil(room).max(1)).sum()
}

/// Height of a row of so many lines, in points, within what a sheet allows.
pub(super) fn height_of(lines: usize) -> f64 {
    (lines as f64 * 13.5 + 4.5).min(405.0)
}

/// Column widths: as wide as the widest cell, within limits that depend on the kind; headers wrap.
pub(super) fn widths(table: &Table) -> Vec<f64> {
    let width = |(i, column): (usize, &Column)| {
        let widest =
            table.rows.iter().filter_map(|row| row.get(i)).map(|cell| width_of(&cell.shown())).max().unwrap_or(0);
        let header = width_of(&column.label);
        let (least, most) = match column.kind {
            Kind::Text => (header.min(10), 24),
            Kind::Long => (header.min(20), WIDEST),
            Kind::Number => (header.min(8), 12),
            Kind::Mark => (header.min(6), 12),
        };
        // Long words in two columns take what room there is.
        let most = if table.columns.len() == 2 && column.kind == Kind::Long { 110 } else { most };
        (widest.max(least).min(most) + 3) as f64
    };
    let widths: Vec<f64> = table.columns.iter().enumerate().map(width).collect();
    let whole: f64 = widths.iter().sum();
    let stretch = (LEAST / whole).max(1.0);
    widths.iter().map(|width| (width * stretch).round()).collect()
}
