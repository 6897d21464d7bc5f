//! .xlsb: cells by the reader of workbooks; errors of formulas and merged areas, which it passes over, by the records.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Reader, SheetType, SheetVisible, Xlsb, XlsbError};

use super::archive::Archive;
use super::gathered::{Gathered, Trouble};
use super::xlsx::Shared;
use super::xml::{Piece, Pieces};
use super::{CellValue, Merge};

/// Reads a .xlsb.
pub(super) fn read_xlsb(archive: &Archive<'_>, out: &mut Gathered) -> Result<(), Trouble> {
    let mut extras = extras(archive, out.limits.unpacked / 4)?;
    let mut book: Xlsb<_> = Xlsb::new(Cursor::new(archive.rewritten())).map_err(trouble)?;
    let from_1904 = book.has_1904_epoch();
    for sheet in book.sheets_metadata().to_vec() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        out.begin(&sheet.name, sheet.visible != SheetVisible::Visible);
        let mut cells = book.worksheet_cells_reader(&sheet.name).map_err(trouble)?;
        let mut shared = Shared::new(from_1904);
        while let Some(cell) = cells.next_cell().map_err(trouble)? {
            let (row, col) = cell.get_position();
            if let Some(value) = shared.value(cell.get_value()) {
                out.put(row, col, value)?;
            }
        }
        let extra = extras.remove(&sheet.name).unwrap_or_default();
        for (row, col, fault) in extra.faults {
            out.put(row, col, CellValue::Fault(fault.to_owned()))?;
        }
        out.end(extra.merges);
    }
    Ok(())
}

fn trouble(error: XlsbError) -> Trouble {
    match error {
        XlsbError::Password => Trouble::Password,
        other => Trouble::Damaged(other.to_string()),
    }
}

/// What the records of a sheet say beyond its cells.
#[derive(Default)]
struct Extra {
    faults: Vec<(u32, u32, &'static str)>,
    merges: Vec<Merge>,
}

/// What each sheet says beyond its cells, by its name; all records with text are held against their length on the way.
fn extras(archive: &Archive<'_>, limit: u64) -> Result<BTreeMap<String, Extra>, Trouble> {
    let mut paths = BTreeMap::new();
    if let Some(part) = archive.part("xl/_rels/workbook.bin.rels") {
        let text = part.all(limit)?;
        for piece in Pieces::of(&String::from_utf8_lossy(&text)).flatten() {
            if let Piece::Open(tag, _) = piece
                && let Some((id, target)) = tag.attribute("Id").zip(tag.attribute("Target"))
            {
                paths.insert(id.into_owned(), format!("xl/{target}").to_lowercase());
            }
        }
    }
    let mut names = BTreeMap::new();
    let workbook = archive.part("xl/workbook.bin").map(|part| part.all(limit)).transpose()?.unwrap_or_default();
    for (kind, record) in Records(&workbook) {
        // BrtBundleSh: state, number, relation, name
        if kind == 0x9C
            && let Some((id, rest)) = record.get(8..).and_then(wide)
            && let Some((name, _)) = wide(rest)
            && let Some(path) = paths.get(&id)
        {
            names.insert(path.clone(), name);
        }
    }
    let mut extras = BTreeMap::new();
    for part in archive.parts_ending(".bin") {
        let path = part.name.to_lowercase();
        let texts = path.ends_with("sharedstrings.bin");
        if !texts && !path.contains("sheets/") {
            continue;
        }
        let bytes = part.all(limit)?;
        let extra = walked(&bytes, texts).ok_or_else(|| Trouble::Damaged(format!("xlsb: {}", part.name)))?;
        if let Some(name) = names.get(&path) {
            extras.insert(name.clone(), extra);
        }
    }
    Ok(extras)
}

/// Nothing if a record is shorter than its text: what lacks would be taken from the record before it.
fn walked(bytes: &[u8], texts: bool) -> Option<Extra> {
    let mut extra = Extra::default();
    let mut row = 0;
    let mut records = Records(bytes);
    for (kind, record) in records.by_ref() {
        match kind {
            // BrtSSTItem
            0x13 if texts => drop(wide_len(record.get(1..)?)?),
            _ if texts => {}
            // BrtRowHdr
            0x00 => row = u32_at(record, 0)?,
            // BrtCellSt, BrtFmlaString
            0x06 | 0x08 => drop(wide_len(record.get(8..)?)?),
            // BrtFmlaError
            0x0B => extra.faults.push((row, u32_at(record, 0)?, fault(*record.get(8)?))),
            // BrtMergeCell: first and last row, first and last column
            0xB0 => extra.merges.push(Merge {
                top: u32_at(record, 0)?,
                bottom: u32_at(record, 4)?,
                left: u32_at(record, 8)?,
                right: u32_at(record, 12)?,
            }),
            _ => {}
        }
    }
    records.0.is_empty().then_some(extra)
}

fn fault(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        0x2B => "#GETTING_DATA",
        _ => "#ERROR!",
    }
}

/// The bytes that a text with its length takes.
fn wide_len(bytes: &[u8]) -> Option<usize> {
    let n = (u32_at(bytes, 0)? as usize).checked_mul(2)?.checked_add(4)?;
    (n <= bytes.len()).then_some(n)
}

/// A text with its length before it, and what follows.
fn wide(bytes: &[u8]) -> Option<(String, &[u8])> {
    let (text, rest) = bytes.split_at(wide_len(bytes)?);
    let units: Vec<u16> = text[4..].chunks_exact(2).map(|c| u16::from_le_bytes([c[0], c[1]])).collect();
    Some((String::from_utf16_lossy(&units), rest))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
}

/// The records of a part: kind and bytes; what is left at the end is a record cut short.
struct Records<'a>(&'a [u8]);

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (first, mut rest) = self.0.split_first()?;
        let mut kind = u16::from(first & 0x7F);
        if first & 0x80 != 0 {
            let (second, after) = rest.split_first()?;
            kind |= u16::from(second & 0x7F) << 7;
            rest = after;
        }
        let mut n = 0_usize;
        for i in 0..4 {
            let (byte, after) = rest.split_first()?;
            n |= usize::from(byte & 0x7F) << (7 * i);
            rest = after;
            if byte & 0x80 == 0 {
                break;
            }
        }
        let (record, rest) = rest.split_at_checked(n)?;
        self.0 = rest;
        Some((kind, record))
    }
}

#[cfg(test)]
mod tests {
    use super::walked;

    #[test]
    fn errors_of_formulas_and_merged_areas() {
        let row = [0, 4, 6, 0, 0, 0];
        let error = [0x0B, 9, 2, 0, 0, 0, 0, 0, 0, 0, 7];
        let merge = [&[0xB0, 1, 16][..], &[1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0]].concat();
        let sheet = [&row[..], &error, &merge].concat();
        let extra = walked(&sheet, false).expect("whole");
        assert_eq!(extra.faults, [(6, 2, "#DIV/0!")]);
        assert_eq!(extra.merges.iter().map(|m| [m.top, m.left, m.bottom, m.right]).collect::<Vec<_>>(), [[1, 3, 2, 4]]);
        assert!(walked(&sheet[..sheet.len() - 1], false).is_none(), "cut short");
        assert!(walked(&[0x13, 7, 0, 2, 0, 0, 0, b'a', 0], true).is_none(), "two characters promised, one there");
        assert!(walked(&[0x13, 7, 0, 1, 0, 0, 0, b'a', 0], true).is_some());
    }
}
