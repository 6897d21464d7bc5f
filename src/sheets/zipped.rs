//! Which of the three zipped formats a file has, and what is looked at before the reader of workbooks may see it.

use super::archive::Archive;
use super::findings::Measure;
use super::gathered::{Gathered, Trouble};
use super::ods::read_ods;
use super::xlsb::read_xlsb;
use super::xlsx::read_xlsx;
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
        return read_xlsb(&archive, out);
    }
    if archive.part("_rels/.rels").is_none() && archive.part("xl/workbook.xml").is_none() {
        return Err(Trouble::NotAWorkbook);
    }
    for part in archive.parts_ending("sharedstrings.xml") {
        // Room is made for the declared count at once, so it must be a possible one.
        let count =
            declared_count(&part.start(START)).ok_or_else(|| Trouble::Damaged(format!("xlsx: {}", part.name)))?;
        part.measure(out.limits.shared)?;
        if count > out.limits.cells.saturating_mul(2) {
            return Err(Trouble::TooLarge(Measure::Cells, 0, out.limits.cells));
        }
    }
    let mut sheets = archive.parts_ending(".xml").filter(|part| part.name.to_lowercase().contains("/worksheets/"));
    let has_formulas = sheets.any(|part| part.holds(b"<f") || part.holds(b":f>"));
    read_xlsx(&archive.rewritten(), has_formulas, out)
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
