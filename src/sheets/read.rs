//! Which reader a file gets, and what all readers share: limits, order, and the wall around panics.

use std::sync::Arc;

use crate::diag::{Checked, Finding, Findings};

use super::findings::{Cause, Measure, sheet_hidden, workbook_too_large, workbook_unreadable};
use super::guard::caught;
use super::text::read_csv;
use super::xls::read_xls;
use super::zipped::read_zipped;
use super::{Cell, CellValue, Limits, Merge, Sheet, Workbook};

/// Whether a file of this name is one that [`read_workbook`] reads.
///
/// ```
/// assert!(kaoze::sheets::is_workbook("raw/检查评分.XLSX"));
/// assert!(!kaoze::sheets::is_workbook("raw/~$检查评分.xlsx"));
/// ```
#[must_use]
pub fn is_workbook(file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or_default();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    // Excel keeps a lock file named ~$… beside an open workbook.
    !stem.is_empty()
        && !name.starts_with("~$")
        && matches!(ending.to_lowercase().as_str(), "xlsx" | "xlsm" | "xls" | "xlsb" | "ods" | "csv")
}

/// Opens a workbook by its content, and by the ending of its name where the content does not tell (.csv).
///
/// The value is absent if the file cannot be read, and then the findings hold an error.
#[must_use]
pub fn read_workbook(file: &str, bytes: &[u8], limits: &Limits) -> Checked<Option<Workbook>> {
    let file: Arc<str> = file.into();
    let mut out = Gathered { file: file.clone(), limits: *limits, sheets: Vec::new(), n_cells: 0 };
    let outcome = caught(|| read(bytes, &mut out)).unwrap_or(Err(Trouble::ReaderFailed));
    match outcome {
        Ok(()) => {
            let hidden = out.sheets.iter().filter(|sheet| sheet.hidden && !sheet.cells.is_empty());
            let findings = hidden.map(|sheet| sheet_hidden(sheet.whole(), &sheet.name)).collect();
            Checked { value: Some(Workbook { file, sheets: out.sheets }), findings }
        }
        Err(trouble) => Checked { value: None, findings: Findings::from_iter([trouble.finding(&file)]) },
    }
}

fn read(bytes: &[u8], out: &mut Gathered) -> Result<(), Trouble> {
    let size = bytes.len() as u64;
    if size > out.limits.bytes {
        return Err(Trouble::TooLarge(Measure::Bytes, size, out.limits.bytes));
    }
    let name = out.file.rsplit('/').next().unwrap_or_default().to_owned();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, ""));
    let ending = ending.to_lowercase();
    match bytes {
        [] => Err(Trouble::Empty),
        [b'P', b'K', ..] if bytes.get(2).is_some_and(|b| *b < 9) => read_zipped(bytes, out),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => read_xls(bytes, out),
        _ if ending == "csv" => read_csv(bytes, stem, out),
        _ if looks_like_text(bytes) => Err(Trouble::Text),
        _ => Err(Trouble::NotAWorkbook),
    }
}

fn looks_like_text(bytes: &[u8]) -> bool {
    bytes.iter().take(1024).all(|b| !matches!(b, 0..=8 | 14..=31))
}

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
    fn finding(self, file: &Arc<str>) -> Finding {
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
    file: Arc<str>,
    /// The limits of this reading.
    pub(super) limits: Limits,
    sheets: Vec<Sheet>,
    n_cells: u64,
}

impl Gathered {
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
