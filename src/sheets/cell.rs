//! Workbook, sheet and cell: what is left of a spreadsheet once its format is forgotten.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::diag::Place;

/// One file with its sheets in the order of their tabs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workbook {
    /// Path inside the workspace.
    pub file: Arc<str>,
    /// Sheets that hold cells, hidden ones among them; chart sheets are left out.
    pub sheets: Vec<Sheet>,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Path of the workbook inside the workspace.
    pub file: Arc<str>,
    /// Name on the tab; of a .csv the file's name without its ending.
    pub name: Arc<str>,
    /// Whether the tab is not shown.
    pub hidden: bool,
    /// Non-empty cells by row, then column; at most one for each place.
    pub cells: Vec<Cell>,
    /// Merged areas by their first cell; empty where the format does not say (.csv).
    pub merges: Vec<Merge>,
}

/// A non-empty cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Row, numbered from nought.
    pub row: u32,
    /// Column, numbered from nought.
    pub col: u32,
    /// What stands there.
    pub value: CellValue,
}

/// What stands in a cell. An empty cell, or one with blanks only, is absent instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellValue {
    /// Text as it stands, blanks at its ends included.
    Text(Arc<str>),
    /// A plain decimal: the shortest one of the stored number, such as `89.5`; in a .csv the digits as typed, such as `89.50`.
    Number(String),
    /// A day; a time of day beside it is dropped.
    Date(NaiveDate),
    /// TRUE or FALSE.
    Truth(bool),
    /// An error in Excel's spelling, such as `#DIV/0!`.
    Fault(String),
}

/// An area of cells shown as one; only its first cell holds a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Merge {
    /// First row.
    pub top: u32,
    /// First column.
    pub left: u32,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u32,
}

impl Merge {
    /// Whether the area covers this cell.
    #[must_use]
    pub fn covers(&self, row: u32, col: u32) -> bool {
        (self.top..=self.bottom).contains(&row) && (self.left..=self.right).contains(&col)
    }
}

impl CellValue {
    /// The value as a person sees it, without ordinary, full-width or non-breaking blanks at both ends.
    ///
    /// ```
    /// use kaoze::sheets::CellValue;
    /// assert_eq!(CellValue::Text("\u{3000}云山镇 \u{a0}".into()).as_text(), "云山镇");
    /// assert_eq!(CellValue::Number("89.5".into()).as_text(), "89.5");
    /// ```
    #[must_use]
    pub fn as_text(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(trim(text)),
            Self::Number(text) | Self::Fault(text) => Cow::Borrowed(text),
            Self::Date(date) => Cow::Owned(date.format("%Y-%m-%d").to_string()),
            Self::Truth(truth) => Cow::Borrowed(if *truth { "TRUE" } else { "FALSE" }),
        }
    }
}

/// Text without blanks of any width at both ends.
pub(super) fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}'))
}

impl Sheet {
    /// The rows that hold something, in order, each with its cells by column.
    #[must_use]
    pub fn rows(&self) -> Rows<'_> {
        Rows(&self.cells)
    }

    /// What stands at a place, if anything does.
    #[must_use]
    pub fn at(&self, row: u32, col: u32) -> Option<&CellValue> {
        let found = self.cells.binary_search_by_key(&(row, col), |cell| (cell.row, cell.col));
        found.ok().map(|i| &self.cells[i].value)
    }

    /// The place of a cell.
    #[must_use]
    pub fn place(&self, row: u32, col: u32) -> Place {
        Place::Cell(self.file.clone(), self.name.clone(), row, col)
    }

    /// The place of the sheet itself.
    #[must_use]
    pub fn whole(&self) -> Place {
        Place::Sheet(self.file.clone(), self.name.clone())
    }
}

/// The rows of a sheet that hold something.
#[derive(Debug, Clone)]
pub struct Rows<'a>(&'a [Cell]);

impl<'a> Iterator for Rows<'a> {
    type Item = (u32, &'a [Cell]);

    fn next(&mut self) -> Option<Self::Item> {
        let row = self.0.first()?.row;
        let n = self.0.partition_point(|cell| cell.row <= row);
        let (cells, rest) = self.0.split_at(n);
        self.0 = rest;
        Some((row, cells))
    }
}
