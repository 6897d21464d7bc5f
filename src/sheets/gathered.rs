//! What all readers share: the sheets as they are read, in order and within the limits, and why reading stops.

use std::sync::Arc;

use crate::diag::Finding;

use super::findings::{Cause, Measure, workbook_too_large, workbook_unreadable};
use super::{Cell, CellValue, Limits, Merge, Sheet};

/// Why a workbook is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Trouble {
    Empty,
    Password,
    Text,
    NotAWorkbook,
    Damaged(String),
    ReaderFailed,
    Fault { sheet: String, fault: String },
    TooLarge(Measure, u64, u64),
}

impl Trouble {
    /// The finding that says so.
    pub(super) fn finding(self, file: &Arc<str>) -> Finding {
        let cause = match self {
            Self::TooLarge(measure, found, limit) => return workbook_too_large(file, measure, found, limit),
            Self::Empty => Cause::Empty,
            Self::Password => Cause::Password,
            Self::Text => Cause::Text,
            Self::NotAWorkbook => Cause::NotAWorkbook,
            Self::Damaged(words) => Cause::Damaged(words),
            Self::ReaderFailed => Cause::ReaderFailed,
            Self::Fault { sheet, fault } => Cause::Fault { sheet, fault },
        };
        workbook_unreadable(file, &cause)
    }
}

/// Sheets as they are read, within the limits.
pub(super) struct Gathered {
    /// The workbook.
    pub(super) file: Arc<str>,
    /// The limits of this reading.
    pub(super) limits: Limits,
    /// The sheets so far.
    pub(super) sheets: Vec<Sheet>,
    n_cells: u64,
}

impl Gathered {
    /// Nothing yet.
    pub(super) fn new(file: Arc<str>, limits: Limits) -> Self {
        Self { file, limits, sheets: Vec::new(), n_cells: 0 }
    }

    /// Starts a sheet.
    pub(super) fn begin(&mut self, name: &str, hidden: bool) {
        let (file, name) = (self.file.clone(), name.into());
        self.sheets.push(Sheet { file, name, hidden, cells: Vec::new(), merges: Vec::new() });
    }

    /// Drops the sheet that was started.
    pub(super) fn abandon(&mut self) {
        self.sheets.pop();
    }

    /// Adds a cell to the sheet that was started.
    pub(super) fn put(&mut self, row: u32, col: u32, value: CellValue) -> Result<(), Trouble> {
        let limits = &self.limits;
        self.n_cells += 1;
        if self.n_cells > limits.cells {
            return Err(Trouble::TooLarge(Measure::Cells, 0, limits.cells));
        }
        if row >= limits.rows {
            return Err(Trouble::TooLarge(Measure::Rows, u64::from(row) + 1, limits.rows.into()));
        }
        if col >= limits.columns {
            return Err(Trouble::TooLarge(Measure::Columns, u64::from(col) + 1, limits.columns.into()));
        }
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.cells.push(Cell { row, col, value });
        }
        Ok(())
    }

    /// Ends the sheet that was started: cells into order, the last of two at one place kept.
    pub(super) fn end(&mut self, mut merges: Vec<Merge>) {
        let Some(sheet) = self.sheets.last_mut() else { return };
        let key = |cell: &Cell| (cell.row, cell.col);
        if !sheet.cells.is_sorted_by(|a, b| key(a) < key(b)) {
            sheet.cells.sort_by_key(key);
            sheet.cells.dedup_by(|later, kept| {
                let same = key(later) == key(kept);
                if same {
                    std::mem::swap(later, kept);
                }
                same
            });
        }
        sheet.cells.shrink_to_fit();
        merges.sort();
        sheet.merges = merges;
    }
}
