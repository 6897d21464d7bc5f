//! Cells of the view as cells of a sheet, and how wide and high they are.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::looks::{Looks, cut};
use crate::report::view::{Cell, Column, Kind, Number, Table, places_of};

/// The widest a column of long words gets, in characters of Latin width.
const WIDEST: usize = 34;

/// The narrowest a whole table gets, so that the title over it has room.
const LEAST: f64 = 96.0;

/// Writes one cell. A number that has no plain decimal form is written as its words.
pub(super) fn write_cell(
    page: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    kind: Kind,
    looks: &Looks,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => page.write_blank(row, column, &looks.words(kind))?,
        Cell::Text(text) => page.write_string_with_format(row, column, cut(text, 32_000), &looks.words(kind))?,
        Cell::Instead(text) => page.write_string_with_format(row, column, cut(text, 32_000), &looks.instead(kind))?,
        Cell::Count(n) => {
            let format = looks.number(0, false).clone().set_align(super::align_of(kind));
            let format = if kind == Kind::Mark { format.set_indent(0) } else { format };
            page.write_number_with_format(row, column, f64::from(*n), &format)?
        }
        Cell::Number(number) => return write_number(page, (row, column), number, kind, false, looks),
        Cell::Change(number) => return write_number(page, (row, column), number, kind, true, looks),
        Cell::Grade(mark) => {
            page.write_string_with_format(row, column, cut(&mark.text, 32_000), &looks.tone(mark.tone()))?
        }
    };
    Ok(())
}

/// The printed decimal as a number: what a reader sees is what the cell holds.
fn write_number(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    number: &Number,
    kind: Kind,
    signed: bool,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let plain = number.shown.replace('−', "-");
    match plain.parse::<f64>() {
        Ok(value) if value.is_finite() => {
            page.write_number_with_format(row, column, value, looks.number(places_of(&plain), signed))?;
        }
        _ => {
            page.write_string_with_format(row, column, cut(&number.shown, 32_000), &looks.words(kind))?;
        }
    }
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
