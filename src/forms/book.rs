//! The form of one sheet, and its workbook.
#![allow(clippy::disallowed_types, reason = "workbooks store binary floats; decimals become such here")]

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::style::Styles;

/// One sheet of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormSheet {
    /// Name on the tab: at most 31 characters, none of `[ ] : * ? / \`.
    pub name: String,
    /// The title over all columns.
    pub title: Option<String>,
    /// Notes, one row each, between title and header.
    pub notes: Vec<String>,
    /// The header row.
    pub headers: Vec<String>,
    /// The rows below it; a row may be shorter than the header.
    pub rows: Vec<Vec<FormCell>>,
    /// Widths of the first columns in characters of the western kind; the others follow their content.
    pub widths: Vec<u16>,
}

/// What stands in a cell of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum FormCell {
    /// Text; never a formula, even where it begins with `=`.
    Text(String),
    /// A plain decimal such as `89.50`.
    Number(String),
    /// A day.
    Date(NaiveDate),
    /// Nothing, with a border to write in.
    #[default]
    Blank,
}

impl FormCell {
    /// A cell with this text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A cell with this number, printed by its `Display`.
    pub fn number(number: impl ToString) -> Self {
        Self::Number(number.to_string())
    }
}

/// The bytes of a workbook with these sheets; the same sheets give the same bytes.
///
/// # Errors
/// In words, when a sheet's name is taken or not allowed, a number is not a decimal, or a limit of Excel is passed.
pub fn write_book(sheets: &[FormSheet]) -> Result<Vec<u8>, String> {
    let styles = Styles::new();
    let mut book = Workbook::new();
    // Any fixed moment will do: without it the present time would be written.
    let created = ExcelDateTime::from_ymd(2000, 1, 1).map_err(|e| e.to_string())?;
    book.set_properties(&DocProperties::new().set_author("Kaoze").set_creation_datetime(&created));
    for sheet in sheets {
        let page = book.add_worksheet();
        write_sheet(page, sheet, &styles).map_err(|e| format!("{}: {e}", sheet.name))?;
    }
    book.save_to_buffer().map_err(|e| e.to_string())
}

fn write_sheet(page: &mut Worksheet, sheet: &FormSheet, styles: &Styles) -> Result<(), String> {
    let words = |e: XlsxError| e.to_string();
    page.set_name(&sheet.name).map_err(words)?;
    let n_columns = u16::try_from(sheet.headers.len()).map_err(|e| e.to_string())?;
    let last = n_columns.saturating_sub(1);
    let mut row = 0;
    if let Some(title) = &sheet.title {
        banner(page, row, last, title, &styles.title)?;
        page.set_row_height(row, 30).map_err(words)?;
        row += 1;
    }
    for note in &sheet.notes {
        banner(page, row, last, note, &styles.note)?;
        row += 1;
    }
    for (col, header) in (0..).zip(&sheet.headers) {
        page.write_string_with_format(row, col, header, &styles.header).map_err(words)?;
    }
    let header_row = row;
    for cells in &sheet.rows {
        row += 1;
        for (col, cell) in (0..).zip(cells) {
            write_cell(page, row, col, cell, styles)?;
        }
        for col in u16::try_from(cells.len()).unwrap_or(u16::MAX)..n_columns {
            page.write_blank(row, col, &styles.text).map_err(words)?;
        }
    }
    for (col, width) in (0..).zip(widths(sheet)) {
        page.set_column_width(col, width).map_err(words)?;
    }
    page.set_freeze_panes(header_row + 1, 0).map_err(words)?;
    page.set_repeat_rows(0, header_row).map_err(words)?;
    // Paper 9 is A4; one page wide, as many high as there are.
    page.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
    page.set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3);
    page.set_footer("&C&P / &N");
    Ok(())
}

/// Text over all columns of a row.
fn banner(page: &mut Worksheet, row: u32, last: u16, text: &str, format: &Format) -> Result<(), String> {
    let written = if last == 0 {
        page.write_string_with_format(row, 0, text, format)
    } else {
        page.merge_range(row, 0, row, last, text, format)
    };
    written.map(|_| ()).map_err(|e| e.to_string())
}

fn write_cell(page: &mut Worksheet, row: u32, col: u16, cell: &FormCell, styles: &Styles) -> Result<(), String> {
    let written = match cell {
        FormCell::Text(text) => page.write_string_with_format(row, col, text, &styles.text),
        FormCell::Number(digits) => {
            let plain = digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-'));
            let stored = digits.parse::<f64>().ok().filter(|_| plain);
            let stored = stored.ok_or_else(|| format!("{digits:?} is not a plain decimal"))?;
            page.write_number_with_format(row, col, stored, &styles.number)
        }
        FormCell::Date(day) => {
            let parts = (u16::try_from(day.year()), u8::try_from(day.month()), u8::try_from(day.day()));
            let (Ok(year), Ok(month), Ok(date)) = parts else {
                return Err(format!("{day} is not a day that Excel knows"));
            };
            let stored = ExcelDateTime::from_ymd(year, month, date).map_err(|e| format!("{day}: {e}"))?;
            page.write_datetime_with_format(row, col, &stored, &styles.date)
        }
        FormCell::Blank => page.write_blank(row, col, &styles.text),
    };
    written.map(|_| ()).map_err(|e| e.to_string())
}

/// Widths by content within sensible bounds.
fn widths(sheet: &FormSheet) -> Vec<f64> {
    let mut widest: Vec<u16> = sheet.headers.iter().map(|header| width_of(header).min(16)).collect();
    for row in &sheet.rows {
        for (widest, cell) in widest.iter_mut().zip(row) {
            *widest = (*widest).max(match cell {
                FormCell::Text(text) => width_of(text).min(48),
                FormCell::Number(digits) => width_of(digits),
                FormCell::Date(_) => 10,
                FormCell::Blank => 0,
            });
        }
    }
    let given = |col: usize, width: u16| sheet.widths.get(col).copied().unwrap_or((width + 2).clamp(6, 50));
    widest.iter().enumerate().map(|(col, width)| f64::from(given(col, *width))).collect()
}

/// Width of the longest line, a Chinese character counting two.
fn width_of(text: &str) -> u16 {
    let wide = |c: char| if c >= '\u{1100}' { 2_u16 } else { 1 };
    let line = |line: &str| line.chars().fold(0_u16, |sum, c| sum.saturating_add(wide(c)));
    text.lines().map(line).max().unwrap_or(0)
}
