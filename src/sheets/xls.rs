//! .xls: the stream is walked once for its size, then read.

use std::io::Cursor;

use calamine::{Data, DataRef, Reader, SheetType, SheetVisible, Xls, XlsError};

use super::Merge;
use super::compound::{Compound, rewritten};
use super::findings::Measure;
use super::read::{Gathered, Trouble};
use super::xlsx::Shared;

/// Reads a .xls, and tells a workbook with a password from one.
pub(super) fn read_xls(bytes: &[u8], out: &mut Gathered) -> Result<(), Trouble> {
    let file = Compound::open(bytes).ok_or_else(|| damaged("compound file"))?;
    if file.has("EncryptedPackage") {
        return Err(Trouble::Password);
    }
    if !file.has("Workbook") && !file.has("Book") {
        return Err(Trouble::NotAWorkbook);
    }
    let stream = file.stream("Workbook").or_else(|| file.stream("Book")).ok_or_else(|| damaged("Workbook"))?;
    let stream = surveyed(stream, out.limits.rectangle)?;
    let bytes = rewritten(&stream).ok_or_else(|| damaged("Workbook"))?;
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(trouble)?;
    let mut shared = Shared::new(book.has_1904_epoch());
    for sheet in book.sheets_metadata().to_vec() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        out.begin(&sheet.name, sheet.visible != SheetVisible::Visible);
        let cells = book.worksheet_range(&sheet.name).map_err(trouble)?;
        let (top, left) = cells.start().unwrap_or_default();
        for (row, col, data) in cells.used_cells() {
            let data = match data {
                Data::Int(n) => DataRef::Int(*n),
                Data::Float(stored) => DataRef::Float(*stored),
                Data::String(text) => DataRef::String(text.clone()),
                Data::Bool(truth) => DataRef::Bool(*truth),
                Data::DateTime(stored) => DataRef::DateTime(*stored),
                Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
                Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
                Data::Error(fault) => DataRef::Error(fault.clone()),
                Data::Empty => DataRef::Empty,
            };
            if let Some(value) = shared.value(&data) {
                let position = |n: usize, from: u32| from.saturating_add(u32::try_from(n).unwrap_or(u32::MAX));
                out.put(position(row, top), position(col, left), value)?;
            }
        }
        let merges = book.merge_cells_by_sheet_name(&sheet.name).map_err(trouble)?;
        let merge =
            |a: &calamine::Dimensions| Merge { top: a.start.0, left: a.start.1, bottom: a.end.0, right: a.end.1 };
        out.end(merges.iter().map(merge).collect());
    }
    Ok(())
}

fn damaged(part: &str) -> Trouble {
    Trouble::Damaged(format!("xls: {part}"))
}

fn trouble(error: XlsError) -> Trouble {
    match error {
        XlsError::Password => Trouble::Password,
        other => Trouble::Damaged(other.to_string()),
    }
}

/// The stream with the declared size of each sheet taken out, for which the reader would make room at once, if the
/// rectangles around the cells, which it fills, keep within the limit.
fn surveyed(mut stream: Vec<u8>, limit: u64) -> Result<Vec<u8>, Trouble> {
    let mut sheets = Vec::new();
    for (kind, from, to) in Records::of(&stream, 0) {
        match kind {
            // FilePass
            0x002F if stream[from..to].iter().take(2).any(|b| *b != 0) => return Err(Trouble::Password),
            // BoundSheet
            0x0085 => sheets.extend(stream[from..to].first_chunk::<4>().map(|n| u32::from_le_bytes(*n) as usize)),
            0x000A => break,
            _ => {}
        }
    }
    let mut declared = Vec::new();
    let mut total = 0_u64;
    for start in &sheets {
        let mut area = Area::default();
        for (kind, from, to) in Records::of(&stream, *start) {
            match kind {
                // Dimensions
                0x0200 => declared.push((from, to)),
                // Number, Label, RString, BoolErr, RK, LabelSst, MulRk, Formula
                0x0203 | 0x0204 | 0x00D6 | 0x0205 | 0x027E | 0x00FD | 0x00BD | 0x0006 => {
                    area.add(&stream[from..to], kind == 0x00BD);
                }
                _ => {}
            }
        }
        total = total.saturating_add(area.cells());
        if total > limit {
            return Err(Trouble::TooLarge(Measure::Rectangle, total, limit));
        }
    }
    for (from, to) in declared {
        stream[from..to].fill(0);
    }
    // Sheets that overlap in the stream could turn a cleared size into another record.
    let cleared = sheets.iter().all(|start| {
        Records::of(&stream, *start).all(|(kind, from, to)| kind != 0x0200 || stream[from..to].iter().all(|b| *b == 0))
    });
    if cleared { Ok(stream) } else { Err(damaged("Workbook")) }
}

/// The rectangle around cells.
#[derive(Default)]
struct Area(Option<[u16; 4]>);

impl Area {
    fn add(&mut self, record: &[u8], many: bool) {
        let word = |at: usize| record.get(at..at + 2).map(|b| u16::from_le_bytes([b[0], b[1]]));
        let (Some(row), Some(col)) = (word(0), word(2)) else { return };
        let last = if many { word(record.len().saturating_sub(2)).unwrap_or(col) } else { col };
        let [top, left, bottom, right] = self.0.unwrap_or([row, col, row, col]);
        self.0 = Some([top.min(row), left.min(col), bottom.max(row), right.max(last)]);
    }

    fn cells(&self) -> u64 {
        self.0.map_or(0, |[top, left, bottom, right]| {
            (u64::from(bottom) - u64::from(top) + 1) * (u64::from(right) - u64::from(left) + 1)
        })
    }
}

/// The records of a stream from a place on: kind, and from where to where its bytes go.
struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Records<'a> {
    fn of(stream: &'a [u8], at: usize) -> Self {
        Self { stream, at }
    }
}

impl Iterator for Records<'_> {
    type Item = (u16, usize, usize);

    fn next(&mut self) -> Option<Self::Item> {
        let head = self.stream.get(self.at..self.at.checked_add(4)?)?;
        let kind = u16::from_le_bytes([head[0], head[1]]);
        let from = self.at + 4;
        let to = from + usize::from(u16::from_le_bytes([head[2], head[3]]));
        self.at = to;
        (to <= self.stream.len()).then_some((kind, from, to))
    }
}
