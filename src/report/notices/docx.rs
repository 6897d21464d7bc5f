//! A letter as a Word file, in the manner of an official letter, ready to be edited.

use std::io::Cursor;

use docx_rs::{
    AlignmentType, Docx, Footer, Header, LineSpacing, LineSpacingType, PageMargin, PageNum, Paragraph, Run, RunFonts,
    SpecialIndentType, Style, StyleType, Table, TableAlignmentType, TableCell, TableCellMargins, TableLayoutType,
    TableRow, VAlignType, WidthType,
};

use super::wording::{Column, Piece, Sheet, Side, Words};
use crate::report::view::letters::Stamp;

/// A4 in twentieths of a point.
const PAPER: (u32, u32) = (11906, 16838);
/// Margins of GB/T 9704 in twentieths of a point: 37 mm above, 35 below, 28 left, 26 right.
const MARGIN: PageMargin =
    PageMargin { top: 2098, bottom: 1984, left: 1588, right: 1474, header: 1134, footer: 1134, gutter: 0 };
/// What is left between them.
const WIDTH: usize = 11906 - 1588 - 1474;
/// 28 points from line to line, which gives 22 lines to a page.
const LINE: i32 = 560;
/// 二号, 三号, 小四, 五号 in half points.
const SIZES: [usize; 4] = [44, 32, 24, 21];

/// 仿宋 for the body; whoever lacks it gets the kin that Word or WPS has.
fn body() -> RunFonts {
    RunFonts::new().ascii("Times New Roman").hi_ansi("Times New Roman").east_asia("仿宋").cs("仿宋")
}

/// 黑体 for headings.
fn heavy() -> RunFonts {
    RunFonts::new().ascii("Times New Roman").hi_ansi("Times New Roman").east_asia("黑体").cs("黑体")
}

/// The bytes of the letter.
///
/// # Errors
/// When it cannot be packed.
pub(super) fn write(sheet: &Sheet, stamp: &Stamp) -> Result<Vec<u8>, String> {
    let date = format!("{}T00:00:00Z", stamp.issued);
    let mut docx = Docx::new()
        .page_size(PAPER.0, PAPER.1)
        .page_margin(MARGIN)
        .default_fonts(body())
        .default_size(SIZES[1])
        .created_at(&date)
        .updated_at(&date)
        .custom_property("digest", format!("{} {}", stamp.scheme_digest, stamp.results_digest))
        .add_style(
            Style::new("Heading1", StyleType::Paragraph).name("heading 1").size(SIZES[1]).fonts(heavy()).outline_lvl(0),
        )
        .add_style(Style::new("Heading2", StyleType::Paragraph).name("heading 2").size(SIZES[1]).bold().outline_lvl(1))
        .header(header(stamp))
        .footer(footer(stamp))
        .add_paragraph(
            Paragraph::new()
                .align(AlignmentType::Center)
                .line_spacing(
                    LineSpacing::new().before(240).after(360).line(LINE + 80).line_rule(LineSpacingType::AtLeast),
                )
                .add_run(Run::new().add_text(&sheet.title).size(SIZES[0]).bold().fonts(heavy())),
        );
    for piece in &sheet.pieces {
        docx = match piece {
            Piece::Table { columns, rows } => docx.add_table(table(columns, rows)).add_paragraph(
                Paragraph::new().line_spacing(LineSpacing::new().line(240).line_rule(LineSpacingType::Exact)),
            ),
            other => docx.add_paragraph(paragraph(other)),
        };
    }
    let mut bytes = Cursor::new(Vec::new());
    docx.build().pack(&mut bytes).map_err(|error| format!("a letter cannot be packed: {error}"))?;
    Ok(bytes.into_inner())
}

fn spaced() -> LineSpacing {
    LineSpacing::new().line(LINE).line_rule(LineSpacingType::Exact)
}

fn runs(mut paragraph: Paragraph, words: &Words, size: usize) -> Paragraph {
    for run in words {
        let made = Run::new().add_text(&run.text).size(size);
        paragraph = paragraph.add_run(if run.bold { made.bold().fonts(heavy()) } else { made });
    }
    paragraph
}

fn paragraph(piece: &Piece) -> Paragraph {
    let first_line = Some(SpecialIndentType::FirstLine(640));
    let plain = Paragraph::new().line_spacing(spaced());
    match piece {
        Piece::Address { words } => runs(plain, words, SIZES[1]),
        Piece::Heading { words } => {
            let plain = plain.style("Heading1").keep_next(true).indent(None, first_line, None, None);
            words
                .iter()
                .fold(plain, |made, run| made.add_run(Run::new().add_text(&run.text).size(SIZES[1]).fonts(heavy())))
        }
        Piece::Subheading { words } => {
            let plain = plain.style("Heading2").keep_next(true).indent(None, first_line, None, None);
            words.iter().fold(plain, |made, run| made.add_run(Run::new().add_text(&run.text).size(SIZES[1]).bold()))
        }
        Piece::Paragraph { words } | Piece::Entry { words } => {
            runs(plain.indent(None, first_line, None, None), words, SIZES[1])
        }
        Piece::Small { words } => runs(
            Paragraph::new().line_spacing(LineSpacing::new().line(360).line_rule(LineSpacingType::AtLeast).after(60)),
            words,
            SIZES[2],
        ),
        Piece::Right { words } => {
            runs(plain.align(AlignmentType::Right).indent(None, None, Some(640), None), words, SIZES[1])
        }
        Piece::Table { .. } => Paragraph::new(),
    }
}

fn table(columns: &[Column], rows: &[Vec<Words>]) -> Table {
    let all: usize = columns.iter().map(|column| column.width).sum::<usize>().max(1);
    let widths: Vec<usize> = columns.iter().map(|column| WIDTH * column.width / all).collect();
    let made = rows.iter().enumerate().map(|(at, row)| {
        let cells = columns.iter().zip(&widths).enumerate().map(|(i, (column, width))| {
            let words = row.get(i).cloned().unwrap_or_default();
            let side = match (at, column.side) {
                (0, _) | (_, Side::Middle) => AlignmentType::Center,
                (_, Side::Left) => AlignmentType::Left,
                (_, Side::Right) => AlignmentType::Right,
            };
            let plain = Paragraph::new()
                .align(side)
                .keep_next(at == 0)
                .line_spacing(LineSpacing::new().line(300).line_rule(LineSpacingType::AtLeast));
            let plain = match at {
                0 => words.iter().fold(plain, |made, run| {
                    made.add_run(Run::new().add_text(&run.text).size(SIZES[3]).fonts(heavy()))
                }),
                _ => runs(plain, &words, SIZES[3]),
            };
            TableCell::new().width(*width, WidthType::Dxa).vertical_align(VAlignType::Center).add_paragraph(plain)
        });
        TableRow::new(cells.collect()).cant_split()
    });
    Table::new(made.collect())
        .set_grid(widths.clone())
        .width(widths.iter().sum(), WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .align(TableAlignmentType::Center)
        .margins(TableCellMargins::new().margin(40, 80, 40, 80))
}

fn header(stamp: &Stamp) -> Header {
    let mut words = vec![stamp.title.clone(), stamp.status.clone()];
    words.extend(stamp.fictional.clone());
    Header::new().add_paragraph(
        Paragraph::new()
            .align(AlignmentType::Right)
            .add_run(Run::new().add_text(words.join(" · ")).size(SIZES[3] - 3).color("595959")),
    )
}

/// The page number between two dashes, and under it status, date and digests.
fn footer(stamp: &Stamp) -> Footer {
    let number = Paragraph::new()
        .align(AlignmentType::Center)
        .add_run(Run::new().add_text("— ").size(28))
        .add_page_num(PageNum::new())
        .add_run(Run::new().add_text(" —").size(28));
    let line = Paragraph::new()
        .align(AlignmentType::Center)
        .add_run(Run::new().add_text(&stamp.line).size(SIZES[3] - 5).color("595959"));
    Footer::new().add_paragraph(number).add_paragraph(line)
}
