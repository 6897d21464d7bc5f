//! Workbooks of every kind, whole, damaged and hostile.

use std::fmt::Write as _;

use chrono::NaiveDate;
use rust_xlsxwriter as excel;

use super::archive::crc32;
use super::{CellValue, Limits, Merge, Workbook, read_workbook};
use crate::diag::Place;

pub(super) fn read(file: &str, bytes: &[u8]) -> Workbook {
    let checked = read_workbook(file, bytes, &Limits::default());
    let codes: Vec<&str> = checked.findings.iter().map(|finding| finding.code.id).collect();
    checked.value.unwrap_or_else(|| panic!("{file}: {codes:?}"))
}

pub(super) fn refused(file: &str, bytes: &[u8]) -> (&'static str, String) {
    let checked = read_workbook(file, bytes, &Limits::default());
    assert!(checked.value.is_none(), "{file} was read");
    let finding = checked.findings.iter().next().expect("a finding");
    (finding.code.id, finding.headline.en.clone())
}

/// All cells as `A1 value` in the order in which they are kept.
pub(super) fn shown(book: &Workbook) -> String {
    let mut text = String::new();
    for sheet in &book.sheets {
        let _ = writeln!(text, "{}{}", sheet.name, if sheet.hidden { " (hidden)" } else { "" });
        for cell in &sheet.cells {
            let letters = Place::column_letters(cell.col);
            let value = match &cell.value {
                CellValue::Text(text) => format!("{text:?}"),
                CellValue::Number(n) => n.clone(),
                CellValue::Date(day) => day.to_string(),
                CellValue::Truth(truth) => truth.to_string(),
                CellValue::Fault(fault) => format!("fault {fault}"),
            };
            let _ = writeln!(text, "  {letters}{} {value}", cell.row + 1);
        }
    }
    text
}

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).expect("a day")
}

pub(super) fn saved(make: impl FnOnce(&mut excel::Workbook) -> Result<(), excel::XlsxError>) -> Vec<u8> {
    let mut book = excel::Workbook::new();
    make(&mut book).expect("made");
    book.save_to_buffer().expect("saved")
}

pub(super) fn mixed() -> Vec<u8> {
    saved(|book| {
        let dates = excel::Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
        let times = excel::Format::new().set_num_format("[h]:mm");
        let page = book.add_worksheet().set_name("检查评分")?;
        page.merge_range(0, 0, 0, 3, "云山县检查评分表", &excel::Format::new())?;
        for (col, value) in (0..).zip([89.99, 0.1 + 0.2, 90.0, 1e-7, -0.5, 1e21, -0.0]) {
            page.write_number(1, col, value)?;
        }
        page.write_string(2, 0, "\u{3000}云山镇\u{a0}")?;
        page.write_string(2, 1, "=1+1")?;
        page.write_string(2, 2, "  ")?;
        page.write_datetime_with_format(3, 0, excel::ExcelDateTime::from_ymd(2015, 6, 30)?, &dates)?;
        page.write_number_with_format(3, 1, 42185.75, &dates)?;
        page.write_number_with_format(3, 2, 1.5, &times)?;
        page.write_number_with_format(3, 3, 0.5, &dates)?;
        page.write_number_with_format(3, 4, -3.0, &dates)?;
        page.write_boolean(4, 0, true)?;
        page.write_formula(4, 1, excel::Formula::new("1/0").set_result("#DIV/0!"))?;
        page.write_formula(4, 2, excel::Formula::new("SUM(A2:C2)").set_result("270.29"))?;
        page.write_formula(4, 3, excel::Formula::new("A3").set_result("云山镇"))?;
        let page = book.add_worksheet().set_name("去年")?;
        page.set_hidden(true).write_string(0, 0, "旧")?;
        Ok(())
    })
}

#[test]
fn every_kind_of_cell_of_an_xlsx() {
    let checked = read_workbook("raw/a.xlsx", &mixed(), &Limits::default());
    let book = checked.value.expect("read");
    let expected = "\
检查评分
  A1 \"云山县检查评分表\"
  A2 89.99
  B2 0.30000000000000004
  C2 90
  D2 0.0000001
  E2 -0.5
  F2 1000000000000000000000
  G2 0
  A3 \"\\u{3000}云山镇\\u{a0}\"
  B3 \"=1+1\"
  A4 2015-06-30
  B4 2015-06-30
  C4 \"36:00:00\"
  D4 \"12:00:00\"
  E4 -3
  A5 true
  B5 fault #DIV/0!
  C5 270.29
  D5 \"云山镇\"
去年 (hidden)
  A1 \"旧\"
";
    assert_eq!(shown(&book), expected);
    let sheet = &book.sheets[0];
    assert_eq!(sheet.merges, [Merge { top: 0, left: 0, bottom: 0, right: 3 }]);
    assert_eq!(sheet.at(2, 0).expect("a cell").as_text(), "云山镇");
    assert_eq!(sheet.place(16, 3).to_string(), "raw/a.xlsx ▸ 检查评分 ▸ D17");
    assert_eq!(
        sheet.rows().map(|(row, cells)| (row, cells.len())).collect::<Vec<_>>(),
        [(0, 1), (1, 7), (2, 2), (3, 5), (4, 4)]
    );
    let codes: Vec<_> = checked.findings.iter().map(|f| f.code.id).collect();
    assert_eq!(codes, ["S003"], "the hidden sheet is said");
}

#[test]
fn days_of_both_systems() {
    use super::numbers::date;
    let text = |text: &str| CellValue::Text(text.into());
    assert_eq!(date(1.0, false), CellValue::Date(day(1900, 1, 1)));
    assert_eq!(date(59.0, false), CellValue::Date(day(1900, 2, 28)));
    assert_eq!(date(60.0, false), text("1900-02-29"));
    assert_eq!(date(61.0, false), CellValue::Date(day(1900, 3, 1)));
    assert_eq!(date(42_369.999, false), CellValue::Date(day(2015, 12, 31)));
    assert_eq!(date(0.0, true), CellValue::Date(day(1904, 1, 1)));
    assert_eq!(date(40_907.0, true), CellValue::Date(day(2015, 12, 31)));
    assert_eq!(date(2_958_465.0, false), CellValue::Date(day(9999, 12, 31)));
    assert_eq!(date(2_958_466.0, false), CellValue::Number("2958466".into()));
    assert_eq!(date("NaN".parse().expect("a float"), false), CellValue::Fault("#NUM!".into()));
}

#[test]
fn csv_in_three_encodings() {
    let text = "单位,得分,日期,备注\r\n云山镇,89.50,2015/6/3,\"a,\"\"b\"\"\n c\"\r\n\r\n,007,2015-13-01,=1+1\r\n";
    let expected = "\
得分表
  A1 \"单位\"
  B1 \"得分\"
  C1 \"日期\"
  D1 \"备注\"
  A2 \"云山镇\"
  B2 89.50
  C2 2015-06-03
  D2 \"a,\\\"b\\\"\\n c\"
  B4 007
  C4 \"2015-13-01\"
  D4 \"=1+1\"
";
    let gb = encoding_rs::GB18030.encode(text).0.into_owned();
    let utf16: Vec<u8> = [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for bytes in [text.as_bytes().to_vec(), [b"\xEF\xBB\xBF", text.as_bytes()].concat(), gb, utf16] {
        assert_eq!(shown(&read("raw/得分表.csv", &bytes)), expected);
    }
    assert_eq!(shown(&read("a.csv", b"1\n\n\n2")), "a\n  A1 1\n  A4 2\n");
    assert_eq!(shown(&read("a.csv", b"\n\nx\t2\n3")), "a\n  A3 \"x\\t2\"\n  A4 3\n");
    assert_eq!(shown(&read("a.csv", b"x\t2\n3")), "a\n  A1 \"x\"\n  B1 2\n  A2 3\n");
    let odd = b"\r\n \"a\r\n\r\n\"b\n\",\"c\"d,e\"f\n\"g,\n";
    let expected = "a\n  A2 \" \\\"a\"\n  A4 \"b\\n\"\n  B4 \"cd\"\n  C4 \"e\\\"f\"\n  A5 \"g,\\n\"\n";
    assert_eq!(shown(&read("a.csv", odd)), expected);
    assert_eq!(shown(&read("a.csv", b",,\r\r1,,")), "a\n  A3 1\n");
}

#[test]
fn what_is_no_workbook_is_said() {
    assert_eq!(refused("a.xlsx", b""), ("S001", "workbook file is empty".into()));
    assert_eq!(refused("a.xls", b"<html><table>").1, "file holds text or a web page, not a workbook");
    assert_eq!(refused("a.xlsx", "单位,得分".as_bytes()).1, "file holds text or a web page, not a workbook");
    assert_eq!(refused("a.xlsx", b"\x89PNG\r\n\x1a\n\0\0").1, "file is not a workbook");
    assert_eq!(refused("a.ods", &zip(&[("x.txt", b"x")])).1, "file is not a workbook");
    assert_eq!(refused("a.xlsx", b"PK\x03\x04 and no more").1, "workbook is damaged");
}

/// A zip archive of parts as they stand.
pub(super) fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut out, mut list) = (Vec::new(), Vec::new());
    for (name, bytes) in parts {
        let offset = u32::try_from(out.len()).expect("small").to_le_bytes();
        let n = u32::try_from(bytes.len()).expect("small").to_le_bytes();
        let n_name = u16::try_from(name.len()).expect("short").to_le_bytes();
        let sizes =
            [&[20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0], &crc32(bytes).to_le_bytes()[..], &n, &n, &n_name, &[0, 0]].concat();
        out.extend([&b"PK\x03\x04"[..], &sizes, name.as_bytes(), bytes].concat());
        list.extend([&b"PK\x01\x02\x14\0"[..], &sizes, &[0; 10], &offset, name.as_bytes()].concat());
    }
    let n = u16::try_from(parts.len()).expect("few").to_le_bytes();
    let (at, size) = (u32::try_from(out.len()).expect("small"), u32::try_from(list.len()).expect("small"));
    out.append(&mut list);
    out.extend([&b"PK\x05\x06\0\0\0\0"[..], &n, &n, &size.to_le_bytes(), &at.to_le_bytes(), &[0, 0]].concat());
    out
}

#[test]
fn a_workbook_cut_off_anywhere() {
    let whole = mixed();
    for n in (0..whole.len()).step_by(97).chain(whole.len() - 30..whole.len()) {
        let (code, _) = refused("a.xlsx", &whole[..n]);
        assert_eq!(code, "S001", "cut to {n} bytes");
    }
}

#[test]
fn a_workbook_with_bytes_changed() {
    let whole = mixed();
    for at in (0..whole.len()).step_by(13) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x55;
        let checked = read_workbook("a.xlsx", &bytes, &Limits::default());
        assert!(checked.value.is_some() || checked.findings.has_errors(), "byte {at}");
    }
}

#[test]
fn cells_at_the_far_corners() {
    let bytes = saved(|book| {
        let page = book.add_worksheet();
        page.write_number(0, 0, 1.0)?.write_number(1_048_575, 16_383, 2.0)?;
        Ok(())
    });
    assert_eq!(shown(&read("a.xlsx", &bytes)), "Sheet1\n  A1 1\n  XFD1048576 2\n");
}

#[test]
fn blank_formatted_rows_cost_nothing() {
    let bytes = saved(|book| {
        let border = excel::Format::new().set_border(excel::FormatBorder::Thin);
        let page = book.add_worksheet();
        page.write_number(0, 0, 1.0)?;
        for row in 1..300_000 {
            page.write_blank(row, 0, &border)?;
        }
        Ok(())
    });
    assert_eq!(read("a.xlsx", &bytes).sheets[0].cells.len(), 1);
}

#[test]
fn limits_are_kept() {
    let tight = |change: fn(&mut Limits)| {
        let mut limits = Limits::default();
        change(&mut limits);
        let checked = read_workbook("a.xlsx", &mixed(), &limits);
        checked.findings.iter().next().map(|f| (f.code.id, f.headline.en.clone()))
    };
    let over = |what: &str| Some(("S002", format!("workbook is too large: {what} over the limit")));
    assert_eq!(tight(|l| l.bytes = 1000), over("size of the file"));
    assert_eq!(tight(|l| l.unpacked = 1000), over("size once unpacked"));
    assert_eq!(tight(|l| l.cells = 10), over("non-empty cells"));
    assert_eq!(tight(|l| l.rows = 4), over("rows"));
    assert_eq!(tight(|l| l.columns = 3), over("columns"));
}

#[test]
fn a_declared_count_makes_no_room() {
    let rels = br#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    let sst = b"<!-- x --><sst uniqueCount='999999999999'></sst>";
    let bytes = zip(&[("_rels/.rels", rels), ("xl/workbook.xml", b"<workbook/>"), ("xl/SharedStrings.xml", sst)]);
    assert_eq!(refused("a.xlsx", &bytes).0, "S002");
}

fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content><office:automatic-styles>\
         <style:style style:name=\"ta2\"><style:table-properties table:display=\"false\"/></style:style>\
         </office:automatic-styles><office:body><office:spreadsheet>\
         <table:table table:name=\"检查 &amp; 评分\">{rows}</table:table>\
         <table:table table:name=\"藏\" table:style-name=\"ta2\"><table:table-row><table:table-cell \
         office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row></table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    zip(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())])
}

#[test]
fn ods_with_repeated_cells() {
    let bytes = ods(
        "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/>\
         </table:table-row><table:table-row table:number-rows-repeated=\"2\"><table:table-cell \
         table:number-columns-repeated=\"16382\"/><table:table-cell office:value-type=\"float\" office:value=\"89.5\" \
         table:number-columns-repeated=\"2\"><text:p>89.50</text:p></table:table-cell></table:table-row>\
         <table:table-row><table:table-cell office:value-type=\"date\" office:date-value=\"2015-06-03T10:00:00\" \
         table:number-columns-spanned=\"2\" table:number-rows-spanned=\"1\"><text:p>x</text:p></table:table-cell>\
         <table:covered-table-cell/><table:table-cell office:value-type=\"string\"><office:annotation><text:p>note</text:p>\
         </office:annotation><text:p>a&lt;<text:span>b</text:span><text:s text:c=\"2\"/>c</text:p><text:p>d</text:p>\
         </table:table-cell><table:table-cell office:value-type=\"string\" office:string-value=\"\" \
         calcext:value-type=\"error\"><text:p>#DIV/0!</text:p></table:table-cell><table:table-cell \
         office:value-type=\"boolean\" office:boolean-value=\"true\"/></table:table-row>",
    );
    let book = read("a.ods", &bytes);
    let expected = "\
检查 & 评分
  XFC1048571 89.5
  XFD1048571 89.5
  XFC1048572 89.5
  XFD1048572 89.5
  A1048573 2015-06-03
  C1048573 \"a<b  c\\nd\"
  D1048573 fault #DIV/0!
  E1048573 true
藏 (hidden)
  A1 \"x\"
";
    assert_eq!(shown(&book), expected);
    assert_eq!(book.sheets[0].merges, [Merge { top: 1_048_572, left: 0, bottom: 1_048_572, right: 1 }]);
    let many = "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell office:value-type=\"float\" \
                office:value=\"1\" table:number-columns-repeated=\"16384\"/></table:table-row>";
    assert_eq!(refused("a.ods", &ods(many)).0, "S002");
    let whole = ods("<table:table-row><table:table-cell");
    assert_eq!(refused("a.ods", &whole).1, "workbook is damaged");
}
