//! .xlsx, cell by cell, and how every value of the reader of workbooks is taken.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::sync::Arc;

use calamine::{CellErrorType, DataRef, Dimensions, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::cell::trim;
use super::gathered::{Gathered, Trouble};
use super::numbers::{date, number, time, written_date};
use super::{CellValue, Merge};

/// Reads a .xlsx.
///
/// A formula whose result is not stored (a workbook that no spreadsheet program has saved) is a fault, not an empty cell.
/// `has_formulas` says whether a sheet may hold any.
pub(super) fn read_xlsx(bytes: &[u8], has_formulas: bool, out: &mut Gathered) -> Result<(), Trouble> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(xlsx_trouble)?;
    let from_1904 = book.has_1904_epoch();
    for sheet in book.sheets_metadata().to_vec() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        out.begin(&sheet.name, sheet.visible != SheetVisible::Visible);
        let mut cells = match book.worksheet_cells_reader(&sheet.name) {
            Ok(cells) => cells,
            Err(XlsxError::NotAWorksheet(_)) => {
                out.abandon();
                continue;
            }
            Err(error) => return Err(xlsx_trouble(error)),
        };
        let mut shared = Shared::new(from_1904);
        let mut stored = BTreeSet::new();
        loop {
            let cell = match cells.next_cell() {
                Ok(Some(cell)) => cell,
                Ok(None) => break,
                Err(XlsxError::CellError(fault)) => return Err(Trouble::Fault { sheet: sheet.name, fault }),
                Err(error) => return Err(xlsx_trouble(error)),
            };
            let (row, col) = cell.get_position();
            if has_formulas && !matches!(cell.get_value(), DataRef::Empty) {
                stored.insert((row, col));
            }
            if let Some(value) = shared.value(cell.get_value()) {
                out.put(row, col, value)?;
            }
        }
        drop(cells);
        if has_formulas {
            let mut cells = book.worksheet_cells_reader(&sheet.name).map_err(xlsx_trouble)?;
            while let Some(formula) = cells.next_formula().map_err(xlsx_trouble)? {
                let (row, col) = formula.get_position();
                if !formula.get_value().is_empty() && !stored.contains(&(row, col)) {
                    out.put(row, col, CellValue::Fault(format!("={}", formula.get_value())))?;
                }
            }
        }
        let merges = book.merge_cells_by_sheet_name(&sheet.name).map_err(xlsx_trouble)?;
        out.end(merges.iter().map(merge).collect());
    }
    Ok(())
}

fn merge(area: &Dimensions) -> Merge {
    Merge { top: area.start.0, left: area.start.1, bottom: area.end.0, right: area.end.1 }
}

/// Text that many cells share, kept once.
pub(super) struct Shared {
    from_1904: bool,
    texts: BTreeMap<usize, Arc<str>>,
}

impl Shared {
    /// For one sheet of a workbook that counts days from 1904 or from 1900.
    pub(super) fn new(from_1904: bool) -> Self {
        Self { from_1904, texts: BTreeMap::new() }
    }

    /// The value of a cell; nothing where it is empty or blank.
    pub(super) fn value(&mut self, data: &DataRef<'_>) -> Option<CellValue> {
        Some(match data {
            DataRef::Empty => return None,
            DataRef::SharedString(text) if trim(text).is_empty() => return None,
            // The reader's table of shared text does not move while a sheet is read.
            DataRef::SharedString(text) => {
                CellValue::Text(self.texts.entry(text.as_ptr() as usize).or_insert_with(|| (*text).into()).clone())
            }
            DataRef::String(text) => return text_value(text),
            DataRef::Int(n) => CellValue::Number(n.to_string()),
            DataRef::Float(stored) => number(*stored),
            DataRef::Bool(truth) => CellValue::Truth(*truth),
            DataRef::DateTime(stored) if stored.is_duration() => time(stored.as_f64()),
            DataRef::DateTime(stored) => date(stored.as_f64(), self.from_1904),
            DataRef::DateTimeIso(text) => match written_date(text, true) {
                Some(day) => CellValue::Date(day),
                None => return text_value(text),
            },
            DataRef::DurationIso(text) => return text_value(text),
            DataRef::Error(CellErrorType::GettingData) => CellValue::Fault("#GETTING_DATA".to_owned()),
            DataRef::Error(fault) => CellValue::Fault(fault.to_string()),
        })
    }
}

/// Text, or nothing if it is blank.
pub(super) fn text_value(text: &str) -> Option<CellValue> {
    (!trim(text).is_empty()).then(|| CellValue::Text(text.into()))
}

fn xlsx_trouble(error: XlsxError) -> Trouble {
    match error {
        XlsxError::Password => Trouble::Password,
        other => Trouble::Damaged(other.to_string()),
    }
}
