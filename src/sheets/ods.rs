//! .ods, read here cell by cell: the reader of the other formats unfolds repeated cells into full rectangles, and does not
//! return from a text that breaks off.
#![allow(clippy::disallowed_types, reason = "numbers are stored as decimals of binary floats")]

use std::collections::BTreeSet;

use super::archive::Archive;
use super::cell::trim;
use super::gathered::{Gathered, Trouble};
use super::numbers::{number, written_date};
use super::xlsx::text_value;
use super::xml::{Piece, Pieces, Tag, resolved};
use super::{CellValue, Merge};

/// Reads a .ods.
pub(super) fn read_ods(archive: &Archive<'_>, out: &mut Gathered) -> Result<(), Trouble> {
    let limit = out.limits.unpacked / 4;
    if let Some(manifest) = archive.part("META-INF/manifest.xml") {
        let manifest = manifest.all(limit)?;
        if manifest.windows(15).any(|w| w == b"encryption-data") {
            return Err(Trouble::Password);
        }
    }
    let content = archive.part("content.xml").ok_or_else(|| damaged("content.xml"))?.all(limit)?;
    let content = std::str::from_utf8(&content).map_err(|_| damaged("content.xml"))?;
    Reading { pieces: Pieces::of(content), hidden: BTreeSet::new(), row: 0, merges: Vec::new() }.document(out)
}

fn damaged(part: &str) -> Trouble {
    Trouble::Damaged(format!("ods: {part}"))
}

struct Reading<'a> {
    pieces: Pieces<'a>,
    /// Styles of tables that are not shown.
    hidden: BTreeSet<String>,
    row: u32,
    merges: Vec<Merge>,
}

/// A cell before it is put at its place as often as it is repeated.
struct Raw {
    value: Option<CellValue>,
    repeated: u32,
    columns: u32,
    rows: u32,
}

impl<'a> Reading<'a> {
    fn next(&mut self) -> Result<Piece<'a>, Trouble> {
        match self.pieces.next() {
            Some(Ok(piece)) => Ok(piece),
            _ => Err(damaged("content.xml")),
        }
    }

    fn document(mut self, out: &mut Gathered) -> Result<(), Trouble> {
        let mut style = None;
        loop {
            match self.next()? {
                Piece::Open(tag, closed) => match tag.name {
                    "style:style" => style = tag.attribute("style:name").map(|name| name.into_owned()),
                    "style:table-properties" if tag.attribute("table:display").as_deref() == Some("false") => {
                        self.hidden.extend(style.take());
                    }
                    "table:table" if !closed => self.table(tag, out)?,
                    _ => {}
                },
                Piece::Close("office:document-content") => return Ok(()),
                _ => {}
            }
        }
    }

    fn table(&mut self, tag: Tag<'a>, out: &mut Gathered) -> Result<(), Trouble> {
        let style = tag.attribute("table:style-name").unwrap_or_default();
        let hidden = self.hidden.contains(style.as_ref());
        out.begin(&tag.attribute("table:name").unwrap_or_default(), hidden);
        self.row = 0;
        loop {
            match self.next()? {
                Piece::Open(tag, closed) if tag.name == "table:table-row" => {
                    let repeated = tag.count("table:number-rows-repeated");
                    let cells = if closed { Vec::new() } else { self.row()? };
                    self.put(&cells, repeated, out)?;
                }
                // Shapes over the sheet hold tables of their own.
                Piece::Open(tag, false) if tag.name == "table:shapes" => self.skip(tag.name)?,
                Piece::Close("table:table") => break,
                _ => {}
            }
        }
        out.end(std::mem::take(&mut self.merges));
        Ok(())
    }

    fn put(&mut self, cells: &[Raw], repeated: u32, out: &mut Gathered) -> Result<(), Trouble> {
        let bare = cells.iter().all(|cell| cell.value.is_none());
        let n = if bare { 1 } else { repeated };
        for i in 0..n {
            let row = self.row.saturating_add(i);
            let mut col = 0_u32;
            for cell in cells {
                if let Some(value) = &cell.value {
                    for k in 0..cell.repeated {
                        out.put(row, col.saturating_add(k), value.clone())?;
                    }
                }
                if cell.columns > 1 || cell.rows > 1 {
                    let bottom = row.saturating_add(cell.rows.saturating_sub(1)).min(out.limits.rows);
                    let right = col.saturating_add(cell.columns.saturating_sub(1)).min(out.limits.columns);
                    self.merges.push(Merge { top: row, left: col, bottom, right });
                }
                col = col.saturating_add(cell.repeated);
            }
        }
        self.row = self.row.saturating_add(repeated);
        Ok(())
    }

    fn row(&mut self) -> Result<Vec<Raw>, Trouble> {
        let mut cells = Vec::new();
        loop {
            match self.next()? {
                Piece::Open(tag, closed) if matches!(tag.name, "table:table-cell" | "table:covered-table-cell") => {
                    let shown = if closed { String::new() } else { self.shown(tag.name)? };
                    // What stands under a merged cell is not shown by any program.
                    let covered = tag.name == "table:covered-table-cell";
                    cells.push(Raw {
                        value: if covered { None } else { value(tag, &shown) },
                        repeated: tag.count("table:number-columns-repeated"),
                        columns: tag.count("table:number-columns-spanned"),
                        rows: tag.count("table:number-rows-spanned"),
                    });
                }
                Piece::Close("table:table-row") => return Ok(cells),
                _ => {}
            }
        }
    }

    /// The text shown in a cell, without its notes.
    fn shown(&mut self, cell: &str) -> Result<String, Trouble> {
        let mut text = String::new();
        let mut n_paragraphs = 0;
        loop {
            match self.next()? {
                Piece::Close(name) if name == cell => return Ok(text),
                Piece::Open(tag, closed) => match tag.name {
                    "office:annotation" | "draw:frame" | "table:table" if !closed => self.skip(tag.name)?,
                    "text:p" => {
                        if n_paragraphs > 0 {
                            text.push('\n');
                        }
                        n_paragraphs += 1;
                    }
                    "text:s" => (0..tag.count("text:c").min(1024)).for_each(|_| text.push(' ')),
                    "text:tab" => text.push('\t'),
                    "text:line-break" => text.push('\n'),
                    _ => {}
                },
                Piece::Text(part) if n_paragraphs > 0 => text.push_str(&resolved(part)),
                Piece::Verbatim(part) if n_paragraphs > 0 => text.push_str(part),
                _ => {}
            }
        }
    }

    /// Past the end of an element whose opening tag was read.
    fn skip(&mut self, name: &str) -> Result<(), Trouble> {
        let mut depth = 1_usize;
        while depth > 0 {
            match self.next()? {
                Piece::Open(tag, false) if tag.name == name => depth += 1,
                Piece::Close(other) if other == name => depth -= 1,
                _ => {}
            }
        }
        Ok(())
    }
}

fn value(tag: Tag<'_>, shown: &str) -> Option<CellValue> {
    if tag.attribute("calcext:value-type").as_deref() == Some("error") {
        let fault = trim(shown);
        return Some(CellValue::Fault(if fault.is_empty() { "#VALUE!" } else { fault }.to_owned()));
    }
    let typed = tag.attribute("office:value-type").unwrap_or_default();
    match typed.as_ref() {
        "float" | "percentage" | "currency" => {
            let stored = tag.attribute("office:value").and_then(|value| value.parse::<f64>().ok());
            stored.map(number).or_else(|| text_value(shown))
        }
        "date" => {
            let day = tag.attribute("office:date-value").and_then(|value| written_date(&value, true));
            day.map(CellValue::Date).or_else(|| text_value(shown))
        }
        "boolean" => Some(CellValue::Truth(tag.attribute("office:boolean-value").as_deref() == Some("true"))),
        _ => match tag.attribute("office:string-value") {
            Some(text) => text_value(&text),
            None => text_value(shown),
        },
    }
}
