//! results.xlsx: the sheets of the view, values only, ready to be read, printed and signed.
//!
//! **In**: [`View`]. **Out**: the bytes of a workbook. **Holds**: each cell of the view stands in one cell; text stays text
//! whatever it begins with; a number is stored as printed, with its places as number format; the same view gives the same
//! bytes. **Does not**: compute or colour by anything but the grade. Floats here are cells and widths of a spreadsheet.

mod cells;
mod looks;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, FormatAlign, Workbook, Worksheet, XlsxError};

use crate::report::view::{Head, Kind, Sheet, View};
use cells::{height_of, lines_of, widths, write_cell};
use looks::{Looks, cut};

/// A4.
const PAPER: u8 = 9;
/// Rows over the first row of data: title, status, header.
const TOP: u32 = 3;

/// The workbook of this view.
///
/// # Errors
/// When the view has more rows or columns than a sheet can hold; the message says so in English.
pub fn write(view: &View) -> Result<Vec<u8>, String> {
    let mut book = Workbook::new();
    let made = build(&mut book, view).and_then(|()| book.save_to_buffer());
    made.map_err(|error| format!("results.xlsx: {error}"))
}

fn build(book: &mut Workbook, view: &View) -> Result<(), XlsxError> {
    let head = &view.head;
    let (year, month, day) = head.issued_ymd.unwrap_or((2000, 1, 1));
    let created = ExcelDateTime::from_ymd(year, month, day).or_else(|_| ExcelDateTime::from_ymd(2000, 1, 1))?;
    let properties = DocProperties::new().set_title(cut(&head.title, 250)).set_creation_datetime(&created);
    book.set_properties(&properties);
    let looks = Looks::new();
    for sheet in &view.sheets {
        let page = book.add_worksheet();
        page.set_name(sheet_name(&sheet.name))?;
        draw(page, sheet, view, &looks)?;
    }
    Ok(())
}

/// A name that a sheet may bear: at most 31 characters, without `[]:*?/\` and without quotes at its ends.
fn sheet_name(name: &str) -> String {
    let plain: String = name.chars().map(|c| if "[]:*?/\\".contains(c) { '_' } else { c }).take(31).collect();
    plain.trim_matches('\'').to_owned()
}

fn draw(page: &mut Worksheet, sheet: &Sheet, view: &View, looks: &Looks) -> Result<(), XlsxError> {
    let (head, table) = (&view.head, &sheet.table);
    let last = u16::try_from(table.columns.len().max(1) - 1).unwrap_or(u16::MAX);
    let widths = widths(table);
    for (i, width) in (0_u16..).zip(&widths) {
        page.set_column_width(i, *width)?;
    }
    let across =
        |page: &mut Worksheet, row: u32, text: &str, format: &rust_xlsxwriter::Format| -> Result<(), XlsxError> {
            page.write_string_with_format(row, 0, cut(text, 32_000), format)?;
            for column in 1..=last {
                page.write_blank(row, column, format)?;
            }
            Ok(())
        };
    across(page, 0, &sheet.title, &looks.title)?;
    across(page, 1, &head.status_line, &looks.status)?;
    page.set_row_height(0, 30)?.set_row_height(1, 18)?;

    let mut tallest = 1;
    for (i, column) in (0_u16..).zip(&table.columns) {
        page.write_string_with_format(2, i, cut(&column.label, 32_000), &looks.header)?;
        tallest = tallest.max(lines_of(&column.label, widths[usize::from(i)]));
    }
    page.set_row_height(2, height_of(tallest).max(22.0))?;

    let mut row = TOP;
    for cells in &table.rows {
        let mut lines = 1;
        for ((i, cell), column) in (0_u16..).zip(cells).zip(&table.columns) {
            write_cell(page, row, i, cell, column.kind, looks)?;
            lines = lines.max(lines_of(&cell.shown(), widths[usize::from(i)]));
        }
        page.set_row_height(row, height_of(lines))?;
        row += 1;
    }
    if table.rows.is_empty() {
        across(page, row, &table.when_empty, &looks.status)?;
        row += 1;
    }
    if !sheet.signatures.is_empty() {
        let line =
            sheet.signatures.iter().map(|who| view.say.pair(who, "_______________")).collect::<Vec<_>>().join("　　");
        across(page, row + 1, &line, &looks.signature)?;
        page.set_row_height(row + 1, 34)?;
    }
    print_setup(page, sheet, head)?;
    Ok(())
}

/// A4 landscape, one page wide, header rows on every page, status and page number at the foot.
fn print_setup(page: &mut Worksheet, sheet: &Sheet, head: &Head) -> Result<(), XlsxError> {
    page.set_freeze_panes(TOP, sheet.frozen)?;
    page.set_repeat_rows(0, TOP - 1)?;
    page.set_landscape().set_paper_size(PAPER).set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
    page.set_margins(0.4, 0.4, 0.5, 0.7, 0.3, 0.3);
    let text = cut(&head.footer.replace('&', "&&"), 180);
    let text = text.strip_suffix('&').filter(|_| text.matches('&').count() % 2 == 1).unwrap_or(&text);
    page.set_footer(format!("&L&8{text}&R&8&P / &N"));
    page.set_screen_gridlines(false);
    Ok(())
}

/// Where a kind of column puts its words.
fn align_of(kind: Kind) -> FormatAlign {
    match kind {
        Kind::Text | Kind::Long => FormatAlign::Left,
        Kind::Number => FormatAlign::Right,
        Kind::Mark => FormatAlign::Center,
    }
}

#[cfg(test)]
mod tests;
