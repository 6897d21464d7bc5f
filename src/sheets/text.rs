//! .csv: text in UTF-8 or, as Excel on Chinese Windows saves it, in GB18030.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030};

use super::CellValue;
use super::cell::trim;
use super::numbers::{is_plain_decimal, written_date};
use super::read::{Gathered, Trouble};
use super::xlsx::text_value;

/// Reads a .csv as one sheet of this name.
pub(super) fn read_csv(bytes: &[u8], name: &str, out: &mut Gathered) -> Result<(), Trouble> {
    let text = decoded(bytes);
    let first = text.lines().next().unwrap_or_default();
    let delimiter = if first.contains('\t') && !first.contains(',') { b'\t' } else { b',' };
    let mut reader =
        ::csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut record = ::csv::StringRecord::new();
    out.begin(name, false);
    let mut row = 0;
    loop {
        let before = reader.position().line();
        if !reader.read_record(&mut record).map_err(|e| Trouble::Damaged(e.to_string()))? {
            break;
        }
        // The reader skips empty lines; a spreadsheet shows them as rows.
        let inside: usize = record.iter().map(|field| field.matches('\n').count()).sum();
        let ended = usize::from(!reader.is_done() || text.ends_with('\n'));
        let passed = usize::try_from(reader.position().line() - before).unwrap_or(usize::MAX);
        let skipped = passed.saturating_sub(inside + ended);
        row += u32::try_from(skipped).unwrap_or(u32::MAX);
        for (col, field) in (0..).zip(record.iter()) {
            if let Some(value) = value(field) {
                out.put(row, col, value)?;
            }
        }
        row = row.saturating_add(1);
    }
    out.end(Vec::new());
    Ok(())
}

fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => GB18030.decode_without_bom_handling(bytes).0,
    }
}

fn value(field: &str) -> Option<CellValue> {
    let shown = trim(field);
    if is_plain_decimal(shown) {
        return Some(CellValue::Number(shown.strip_prefix('+').unwrap_or(shown).to_owned()));
    }
    match written_date(shown, false) {
        Some(day) => Some(CellValue::Date(day)),
        None => text_value(field),
    }
}
