//! results.xlsx: the sheets of the book with live formulas, native charts, ready to be read, printed and signed.
//!
//! **In**: [`View`] and [`Book`]. **Out**: the bytes of a workbook. **Holds**: each cell of the view stands in one cell; text
//! stays text whatever it begins with; a formula carries the value of the results, so that viewers that do not calculate agree;
//! cells where binary arithmetic would show another last digit are named on the sheet of notes; the same book gives the same
//! bytes. **Does not**: score. Floats here are cells and widths of a spreadsheet, and what it makes of a formula.

mod cells;
mod charts;
mod formula;
mod looks;

use rust_xlsxwriter::{
    Color, ConditionalFormatCell, ConditionalFormatCellRule, ConditionalFormatFormula, DocProperties, ExcelDateTime,
    FormatAlign, Note, Workbook, Worksheet, XlsxError,
};

use crate::exact::Calc;
use crate::report::view::live::{Book, Formula, Live, Ref, Role};
use crate::report::view::{Cell, Head, Kind, View};
use cells::{How, height_of, lines_of, widths, write_cell, write_formula};
use formula::{Binary, Words, address, float};
use looks::{FACE, Looks, cut};

/// A4.
const PAPER: u8 = 9;
/// Rows over the first row of data: title, status, header.
const TOP: u32 = 3;
/// The most columns of a sheet of inputs on one printed page.
const ACROSS: usize = 16;

/// The workbook of this view and book.
///
/// # Errors
/// When there are more rows or columns than a sheet can hold; the message says so in English.
pub fn write(view: &View, book: &Book) -> Result<Vec<u8>, String> {
    let mut file = Workbook::new();
    let mut book = book.clone();
    note_differences(&mut book);
    let made = build(&mut file, view, &book).and_then(|()| file.save_to_buffer());
    made.map_err(|error| format!("results.xlsx: {error}"))
}

/// Says on the sheet of notes which cells binary arithmetic would show otherwise.
fn note_differences(book: &mut Book) {
    if book.notes >= book.sheets.len() {
        return;
    }
    let differing = Binary::of(book).differing();
    let say = book.say;
    let named: Vec<String> =
        differing.iter().take(200).map(|at| format!("{}!{}", book.sheets[at.sheet].sheet.name, address(*at))).collect();
    let more = differing.len().saturating_sub(named.len());
    let words = if named.is_empty() {
        say.of(
            "电子表格用二进制小数计算，结果与本程序的精确分数逐格比较：显示的各位数字全部一致。",
            "Spreadsheets count in binary fractions; compared cell by cell with exact fractions, every digit shown agrees.",
        )
        .to_owned()
    } else {
        let n = differing.len();
        let list = named.join(say.of("、", ", "));
        let more = if more == 0 {
            String::new()
        } else {
            say.made(format!("等（另有 {more} 格）"), format!(" and {more} more"))
        };
        say.made(
            format!("电子表格用二进制小数计算，恰在进位线上的数重算后末位可能与精确分数不同，共 {n} 格：{list}{more}。以本文件保存的数值为准。"),
            format!("Spreadsheets count in binary fractions; numbers exactly on the line of rounding may come out one off in the last digit. {n} cells: {list}{more}. What this file keeps is right."),
        )
    };
    let row = vec![Cell::text(say.of("二进制小数的末位", "Last digit in binary")), Cell::text(words)];
    book.sheets[book.notes].sheet.table.rows.push(row);
}

fn build(file: &mut Workbook, view: &View, book: &Book) -> Result<(), XlsxError> {
    let head = &view.head;
    let (year, month, day) = head.issued_ymd.unwrap_or((2000, 1, 1));
    let created = ExcelDateTime::from_ymd(year, month, day).or_else(|_| ExcelDateTime::from_ymd(2000, 1, 1))?;
    let say = view.say;
    let properties = DocProperties::new()
        .set_title(cut(&head.title, 250))
        .set_subject(cut(&head.scheme, 250))
        .set_comment(cut(&say.pair(say.of("方案摘要", "Scheme digest"), &head.digest), 250))
        .set_status(cut(&head.status, 250))
        .set_custom_property("SchemeDigest", cut(&head.digest, 250).as_str())
        .set_creation_datetime(&created);
    file.set_properties(&properties);
    let looks = Looks::new();
    let names: Vec<String> = book.sheets.iter().map(|live| sheet_name(&live.sheet.name)).collect();
    for (own, live) in book.sheets.iter().enumerate() {
        let page = file.add_worksheet();
        page.set_name(&names[own])?;
        if live.role == Role::Charts {
            draw_charts(page, live, view, book, &names, &looks)?;
        } else {
            draw(page, (own, live), view, &names, &looks)?;
        }
        match live.role {
            Role::Results => {}
            Role::Inputs => _ = page.set_tab_color(Color::RGB(0xE8_B9_3E)),
            Role::Charts => _ = page.set_tab_color(Color::RGB(0x2F_6D_A8)),
            Role::Notes => _ = page.set_tab_color(Color::RGB(0x8A_93_9D)),
        }
    }
    Ok(())
}

/// A name that a sheet may bear: at most 31 characters, without `[]:*?/\` and without quotes at its ends.
fn sheet_name(name: &str) -> String {
    let plain: String = name.chars().map(|c| if "[]:*?/\\".contains(c) { '_' } else { c }).take(31).collect();
    plain.trim_matches('\'').to_owned()
}

/// Title and status over everything.
fn top(page: &mut Worksheet, title: &str, head: &Head, last: u16, looks: &Looks) -> Result<(), XlsxError> {
    across(page, 0, last, title, &looks.title)?;
    across(page, 1, last, &head.status_line, &looks.status)?;
    page.set_row_height(0, 30)?.set_row_height(1, 18)?;
    Ok(())
}

fn across(
    page: &mut Worksheet,
    row: u32,
    last: u16,
    text: &str,
    format: &rust_xlsxwriter::Format,
) -> Result<(), XlsxError> {
    page.write_string_with_format(row, 0, cut(text, 32_000), format)?;
    for column in 1..=last {
        page.write_blank(row, column, format)?;
    }
    Ok(())
}

fn draw_charts(
    page: &mut Worksheet,
    live: &Live,
    view: &View,
    book: &Book,
    names: &[String],
    looks: &Looks,
) -> Result<(), XlsxError> {
    top(page, &live.sheet.title, &view.head, 13, looks)?;
    let (breaks, under) = charts::draw(page, &book.charts.1, names)?;
    page.set_page_breaks(&breaks)?;
    // Words under the last chart keep it whole where only cells decide how far a page goes.
    across(page, under, 13, &view.head.footer, &looks.status)?;
    print_setup(page, live, &view.head)?;
    page.set_portrait();
    Ok(())
}

fn draw(
    page: &mut Worksheet,
    (own, live): (usize, &Live),
    view: &View,
    names: &[String],
    looks: &Looks,
) -> Result<(), XlsxError> {
    let (head, sheet) = (&view.head, &live.sheet);
    let table = &sheet.table;
    let last = u16::try_from(table.columns.len().max(1) - 1).unwrap_or(u16::MAX);
    let widths = widths(table);
    for (i, width) in (0_u16..).zip(&widths) {
        page.set_column_width(i, *width)?;
    }
    // A title over dozens of columns would stand far from its sheet's left edge.
    let over = if live.role == Role::Inputs { last.min(8) } else { last };
    top(page, &sheet.title, head, over, looks)?;

    let is_input = live.role == Role::Inputs;
    let header = if is_input { &looks.header_of_inputs } else { &looks.header };
    let mut tallest = 1;
    for (i, column) in (0_u16..).zip(&table.columns) {
        page.write_string_with_format(2, i, cut(&column.label, 32_000), header)?;
        tallest = tallest.max(lines_of(&column.label, widths[usize::from(i)]));
    }
    page.set_row_height(2, height_of(tallest).max(22.0))?;

    let texts = Words { names, own };
    let mut row = TOP;
    for (data, cells) in (0_u32..).zip(&table.rows) {
        let mut lines = 1;
        for ((i, cell), column) in (0_u16..).zip(cells).zip(&table.columns) {
            let how = How { kind: column.kind, is_input, looks };
            let formula = live.formulas.get(&(data, i));
            let plain = match formula {
                Some(Formula::Number(Calc::Number(value), _)) => Some(value),
                _ => None,
            };
            match (formula.and_then(|own| Some((own, texts.text(own)?))), plain) {
                // A value without a formula is kept whole, since others rest on it.
                (_, Some(value)) => {
                    page.write_number_with_format(
                        row,
                        i,
                        float(value),
                        &cells::format_of(cell, How { is_input: false, ..how }),
                    )?;
                }
                (Some((formula, text)), None) => write_formula(page, (row, i), (cell, formula, text), how)?,
                (None, None) => write_cell(page, row, i, cell, how)?,
            }
            if let Some(words) = live.remarks.get(&(data, i)) {
                page.insert_note(row, i, &Note::new(cut(words, 2_000)).set_author("Kaoze"))?;
            }
            lines = lines.max(lines_of(&cell.shown(), widths[usize::from(i)]));
        }
        page.set_row_height(row, height_of(lines))?;
        row += 1;
    }
    if table.rows.is_empty() {
        across(page, row, last, &table.when_empty, &looks.status)?;
        row += 1;
    } else if live.role != Role::Notes && last > 1 {
        page.autofilter(TOP - 1, 0, row - 1, last)?;
        turn_on_values(page, live, row - 1)?;
    }
    if !sheet.signatures.is_empty() {
        let line =
            sheet.signatures.iter().map(|who| view.say.pair(who, "_______________")).collect::<Vec<_>>().join("　　");
        across(page, row + 1, last, &line, &looks.signature)?;
        page.set_row_height(row + 1, 34)?;
    }
    print_setup(page, live, head)
}

/// Formats that turn on values: grades by their tone, items below four fifths of full marks.
fn turn_on_values(page: &mut Worksheet, live: &Live, last: u32) -> Result<(), XlsxError> {
    for (i, column) in (0_u16..).zip(&live.sheet.table.columns) {
        if column.key == "#grade" {
            let mut seen: Vec<&str> = Vec::new();
            for cell in live.sheet.table.rows.iter().filter_map(|row| row.get(usize::from(i))) {
                let Cell::Grade(mark) = cell else { continue };
                let Some(tone) = mark.tone().filter(|_| !seen.contains(&mark.text.as_str())) else { continue };
                seen.push(&mark.text);
                let rule = ConditionalFormatCell::new()
                    .set_rule(ConditionalFormatCellRule::EqualTo(cut(&mark.text, 200)))
                    .set_format(Looks::shade(tone));
                page.add_conditional_format(TOP, i, last, i, &rule)?;
            }
        }
        if let Some(full) = live.full.get(&i) {
            let first = address(Ref { sheet: 0, row: 0, column: i });
            let rule = ConditionalFormatFormula::new()
                .set_rule(format!("=AND(ISNUMBER({first}),{first}<0.8*{})", float(full)).as_str())
                .set_format(Looks::shade(4));
            page.add_conditional_format(TOP, i, last, i, &rule)?;
        }
    }
    Ok(())
}

/// A4 landscape, one page wide, header rows on every page, status and page number at the foot; inputs as wide as they need.
fn print_setup(page: &mut Worksheet, live: &Live, head: &Head) -> Result<(), XlsxError> {
    if live.role != Role::Charts {
        page.set_freeze_panes(TOP, live.sheet.frozen)?;
        page.set_repeat_rows(0, TOP - 1)?;
    }
    let columns = live.sheet.table.columns.len();
    let wide = if live.role == Role::Inputs { columns.div_ceil(ACROSS).max(1) } else { 1 };
    if wide > 1 && live.sheet.frozen > 0 {
        page.set_repeat_columns(0, live.sheet.frozen - 1)?;
    }
    page.set_landscape().set_paper_size(PAPER).set_print_center_horizontally(true);
    page.set_print_fit_to_pages(u16::try_from(wide).unwrap_or(1), 0);
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
mod formula_tests;
#[cfg(test)]
mod tests;
