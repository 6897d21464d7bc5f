//! .csv: text in UTF-8 or, as Excel on Chinese Windows saves it, in GB18030.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030};

use super::CellValue;
use super::cell::trim;
use super::gathered::{Gathered, Trouble};
use super::numbers::{is_plain_decimal, written_date};
use super::xlsx::text_value;

/// Reads a .csv as one sheet of this name.
pub(super) fn read_csv(bytes: &[u8], name: &str, out: &mut Gathered) -> Result<(), Trouble> {
    let text = decoded(bytes);
    let first = text.lines().next().unwrap_or_default();
    let delimiter = if first.contains('\t') && !first.contains(',') { '\t' } else { ',' };
    out.begin(name, false);
    let (mut row, mut col) = (0_u32, 0_u32);
    let mut rest: &str = &text;
    while !rest.is_empty() {
        let (field, after) = split_field(rest, delimiter);
        if let Some(value) = value(&field) {
            out.put(row, col, value)?;
        }
        rest = if let Some(next) = after.strip_prefix(delimiter) {
            col = col.saturating_add(1);
            next
        } else {
            row = row.saturating_add(1);
            col = 0;
            after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\r', '\n'])).unwrap_or_default()
        };
    }
    out.end(Vec::new());
    Ok(())
}

/// The first field and what follows it, a delimiter or the end of a row first. Quotes count at the start of a field only;
/// a doubled quote inside them is a quote. An empty line is a row, as a spreadsheet shows it.
fn split_field(text: &str, delimiter: char) -> (Cow<'_, str>, &str) {
    let bare = |text: &str| text.find([delimiter, '\r', '\n']).unwrap_or(text.len());
    let Some(mut rest) = text.strip_prefix('"') else {
        let (field, after) = text.split_at(bare(text));
        return (Cow::Borrowed(field), after);
    };
    let mut field = String::new();
    loop {
        let Some((inside, after)) = rest.split_once('"') else {
            field.push_str(rest);
            return (Cow::Owned(field), "");
        };
        field.push_str(inside);
        match after.strip_prefix('"') {
            Some(more) => {
                field.push('"');
                rest = more;
            }
            None => {
                let (tail, after) = after.split_at(bare(after));
                field.push_str(tail);
                return (Cow::Owned(field), after);
            }
        }
    }
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
