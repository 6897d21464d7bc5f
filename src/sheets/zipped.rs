//! Which of the three zipped formats a file has, and what is looked at before the reader of workbooks may see it.

use super::archive::Archive;
use super::findings::Measure;
use super::ods::read_ods;
use super::read::{Gathered, Trouble};
use super::xlsx::{read_xlsb, read_xlsx};
use super::xml::{Piece, Pieces};

/// How much of a table of shared text is looked at for its declared count.
const START: usize = 1 << 20;

/// Reads a zip archive as the workbook that it is.
pub(super) fn read_zipped(bytes: &[u8], out: &mut Gathered) -> Result<(), Trouble> {
    let mut archive = Archive::open(bytes)?;
    archive.keep_cells();
    archive.measure(out.limits.unpacked)?;
    if archive.part("content.xml").is_some() {
        return read_ods(&archive, out);
    }
    if archive.part("xl/workbook.bin").is_some() {
        for part in archive.parts_ending(".bin") {
            let bytes = part.all(out.limits.unpacked / 4)?;
            let offset = if part.name.to_lowercase().ends_with("sharedstrings.bin") { 1 } else { 8 };
            let sheet = part.name.to_lowercase().contains("sheets/");
            if (offset == 1 || sheet) && !holds_its_text(&bytes, offset) {
                return Err(Trouble::Damaged(format!("xlsb: {}", part.name)));
            }
        }
        return read_xlsb(&archive.rewritten(), out);
    }
    if archive.part("_rels/.rels").is_none() && archive.part("xl/workbook.xml").is_none() {
        return Err(Trouble::NotAWorkbook);
    }
    for part in archive.parts_ending("sharedstrings.xml") {
        // Room is made for the declared count at once, so it must be a possible one.
        let count =
            declared_count(&part.start(START)).ok_or_else(|| Trouble::Damaged(format!("xlsx: {}", part.name)))?;
        if count > out.limits.cells.saturating_mul(2) {
            return Err(Trouble::TooLarge(Measure::Cells, 0, out.limits.cells));
        }
    }
    read_xlsx(&archive.rewritten(), out)
}

/// The count that a table of shared text declares; nought if it declares none.
fn declared_count(start: &[u8]) -> Option<u64> {
    let text = String::from_utf8_lossy(start);
    for piece in Pieces::of(&text).flatten() {
        if let Piece::Open(tag, _) = piece
            && tag.name.rsplit(':').next() == Some("sst")
        {
            return Some(tag.attribute("uniqueCount").and_then(|n| n.parse().ok()).unwrap_or(0));
        }
    }
    None
}

/// Whether every record with text is as long as its text: what lacks would be taken from the record before it.
fn holds_its_text(bytes: &[u8], offset: usize) -> bool {
    let mut rest = bytes;
    while let Some((kind, record, next)) = record(rest) {
        let with_text = if offset == 1 { kind == 0x13 } else { matches!(kind, 0x06 | 0x08) };
        if with_text {
            let n = record.get(offset..offset + 4).map(|n| u32::from_le_bytes([n[0], n[1], n[2], n[3]]));
            if n.is_none_or(|n| record.len() < offset + 4 + n as usize * 2) {
                return false;
            }
        }
        rest = next;
    }
    rest.is_empty()
}

/// The first record: its kind, its bytes, and what follows it.
fn record(bytes: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let (first, mut rest) = bytes.split_first()?;
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
    Some((kind, record, rest))
}
