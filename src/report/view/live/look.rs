//! Looking things up in the sheets of a book: columns by key, words of a cell, numbers as printed.

use super::Live;
use crate::exact::{Exact, Mode, Rounding};
use crate::report::view::{Cell, Number};

/// 总表, 分项, 个人: the first three sheets of a view.
pub(super) const OVERALL: usize = 0;
pub(super) const ITEMS: usize = 1;
pub(super) const PEOPLE: usize = 2;

/// The column of this key.
pub(super) fn column(live: &Live, key: &str) -> Option<u16> {
    live.sheet.table.columns.iter().position(|column| column.key == key).and_then(|at| u16::try_from(at).ok())
}

/// The words of a cell.
pub(super) fn words(live: &Live, row: u32, column: u16) -> String {
    let row = usize::try_from(row).ok().and_then(|row| live.sheet.table.rows.get(row));
    row.and_then(|row| row.get(usize::from(column))).map(Cell::shown).unwrap_or_default()
}

/// Codes of the subjects of a sheet, from the first row down.
pub(super) fn codes(live: &Live) -> Vec<String> {
    let Some(code) = column(live, "#code") else { return Vec::new() };
    (0..rows(live)).map(|row| words(live, row, code)).collect()
}

/// How many rows of data a sheet has.
pub(super) fn rows(live: &Live) -> u32 {
    u32::try_from(live.sheet.table.rows.len()).unwrap_or(u32::MAX)
}

/// A number as printed: as the scheme rounds it, else to two places.
pub(super) fn shown(rounded: Option<String>, value: &Exact) -> Number {
    let two = Rounding { mode: Mode::HalfUp, places: 2 };
    Number { exact: value.clone(), shown: rounded.unwrap_or_else(|| two.show(value)) }
}
