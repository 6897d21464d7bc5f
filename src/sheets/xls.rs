//! .xls: the stream is walked once for its size, then read.

use std::io::Cursor;

use calamine::{Data, DataRef, Reader, SheetType, SheetVisible, Xls, XlsError};

use super::compound::{Compound, rewritten};
use super::findings::Measure;
use super::gathered::{Gathered, Trouble};
use super::xlsx::Shared;
use super::{Limits, Merge};

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
    let stream = surveyed(stream, &out.limits)?;
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
fn surveyed(mut stream: Vec<u8>, limits: &Limits) -> Result<Vec<u8>, Trouble> {
    let (mut sheets, mut lengths) = (Vec::new(), Vec::new());
    for (kind, from, to) in Records::of(&stream, 0) {
        match kind {
            // FilePass
            0x002F if stream[from..to].iter().take(2).any(|b| *b != 0) => return Err(Trouble::Password),
            // BoundSheet
            0x0085 => sheets.extend(stream[from..to].first_chunk::<4>().map(|n| u32::from_le_bytes(*n) as usize)),
            // SST
            0x00FC => lengths = text_lengths(&stream, from, to),
            0x000A => break,
            _ => {}
        }
    }
    let mut declared = Vec::new();
    let (mut total, mut text) = (0_u64, 0_u64);
    for start in &sheets {
        let mut area = Area::default();
        for (kind, from, to) in Records::of(&stream, *start) {
            match kind {
                // Dimensions
                0x0200 => declared.push((from, to)),
                // Number, Label, RString, BoolErr, RK, LabelSst, MulRk, Formula
                0x0203 | 0x0204 | 0x00D6 | 0x0205 | 0x027E | 0x00FD | 0x00BD | 0x0006 => {
                    area.add(&stream[from..to], kind == 0x00BD);
                    if kind == 0x00FD
                        && let Some(i) = stream[from..to].get(6..10).and_then(|b| b.first_chunk::<4>())
                    {
                        // A character takes three bytes at most; each cell gets a text of its own.
                        text += lengths.get(u32::from_le_bytes(*i) as usize).map_or(0, |n| 3 * u64::from(*n));
                    }
                }
                _ => {}
            }
        }
        total = total.saturating_add(area.cells());
        if total > limits.rectangle {
            return Err(Trouble::TooLarge(Measure::Rectangle, total, limits.rectangle));
        }
        if text > limits.unpacked {
            return Err(Trouble::TooLarge(Measure::Unpacked, text, limits.unpacked));
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

/// The lengths in characters of the shared texts, whose table may run on over several records.
fn text_lengths(stream: &[u8], from: usize, to: usize) -> Vec<u16> {
    let more = Records::of(stream, to).take_while(|(kind, ..)| *kind == 0x003C).map(|(_, from, to)| &stream[from..to]);
    let mut parts = std::iter::once(stream.get(from + 8..to).unwrap_or_default()).chain(more);
    let mut part = parts.next().unwrap_or_default();
    let mut lengths = Vec::new();
    loop {
        if part.is_empty() {
            let Some(next) = parts.next() else { return lengths };
            part = next;
            continue;
        }
        let word = |part: &[u8], at: usize| part.get(at..at + 2).map(|b| u16::from_le_bytes([b[0], b[1]]));
        let (Some(n), Some(flags)) = (word(part, 0), part.get(2).copied()) else { return lengths };
        lengths.push(n);
        let mut at = 3;
        // Formatting runs and phonetic text follow the characters.
        let mut after = 0_usize;
        if flags & 8 != 0 {
            after += 4 * usize::from(word(part, at).unwrap_or(0));
            at += 2;
        }
        if flags & 4 != 0 {
            let [low, high] = [0, 2].map(|i| usize::from(word(part, at + i).unwrap_or(0)));
            after += low + (high << 16);
            at += 4;
        }
        part = part.get(at..).unwrap_or_default();
        let (mut left, mut wide) = (usize::from(n), flags & 1 != 0);
        loop {
            let size = if wide { 2 } else { 1 };
            let taken = left.min(part.len() / size);
            part = &part[taken * size..];
            left -= taken;
            if left == 0 {
                break;
            }
            let Some((first, rest)) = parts.next().and_then(|next| next.split_first()) else { return lengths };
            (wide, part) = (first & 1 != 0, rest);
        }
        while after > part.len() {
            after -= part.len();
            let Some(next) = parts.next() else { return lengths };
            part = next;
        }
        part = &part[after..];
    }
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

#[cfg(test)]
mod tests {
    use super::text_lengths;

    #[test]
    fn shared_texts_that_run_on_over_records() {
        let record = |kind: u16, bytes: &[u8]| {
            let n = u16::try_from(bytes.len()).unwrap_or(0);
            [&kind.to_le_bytes()[..], &n.to_le_bytes(), bytes].concat()
        };
        // Four narrow characters; then five of which two are narrow and three, after the break, wide; then one with a
        // formatting run that lies behind the next break; then two.
        let first = [&[0; 8][..], &[4, 0, 0], b"abcd", &[5, 0, 0], b"ab"].concat();
        let second = [&[1_u8][..], b"c\0d\0e\0", &[1, 0, 8, 1, 0], b"x"].concat();
        let third = [&[9_u8, 9, 9, 9][..], &[2, 0, 1], b"y\0z\0"].concat();
        let stream = [record(0xFC, &first), record(0x3C, &second), record(0x3C, &third), record(0x0A, &[])].concat();
        assert_eq!(text_lengths(&stream, 4, 4 + first.len()), [4, 5, 1, 2]);
    }
}
