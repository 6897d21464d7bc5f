//! Workbooks that no text file can stand for.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Format, Formula, Workbook};

const MARKS: [[&str; 7]; 5] = [
    ["单位", "考核期", "检查人", "J1 主体责任", "J2 责任书", "J3 通报", "J5 述责报告"],
    ["云山镇", "半年", "第一组", "55", "有", "0", ""],
    ["云山镇", "年终", "第一组", "56.5", "有", "1", "2015-12-10"],
    ["白石镇", "半年", "第一组", "50", "有", "0", ""],
    ["白石镇", "年终", "第一组", "52", "无", "0", "2015-12-20"],
];

/// The marks of the base as a workbook.
fn marks() -> Workbook {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("检查评分").expect("a name");
    for (row, cells) in (0..).zip(MARKS) {
        for (col, cell) in (0..).zip(cells) {
            if !cell.is_empty() {
                sheet.write_string(row, col, cell).expect("a cell");
            }
        }
    }
    book
}

fn saved(mut book: Workbook) -> Vec<u8> {
    book.save_to_buffer().expect("a workbook")
}

/// The made files of a specimen by their path in the workspace.
pub fn workbooks(code: &str) -> BTreeMap<String, Vec<u8>> {
    if code == "S002" {
        let wide = [vec![b','; 16_384], b"x".to_vec()].concat();
        return BTreeMap::from([("raw/检查评分.csv".to_owned(), wide)]);
    }
    let path = "raw/检查评分.xlsx";
    let bytes = match code {
        "R003" => saved(marks()),
        "R004" => {
            let mut book = marks();
            book.add_worksheet().set_name("补充").expect("a name").write_string(0, 0, "白石镇").expect("a cell");
            saved(book)
        }
        "R017" => {
            let mut book = marks();
            let sheet = book.worksheet_from_index(0).expect("the sheet");
            sheet.merge_range(1, 3, 2, 3, "55", &Format::new()).expect("a merge");
            saved(book)
        }
        "R023" => {
            let mut book = marks();
            let sheet = book.worksheet_from_index(0).expect("the sheet");
            sheet.write_formula(1, 3, Formula::new("=1/0").set_result("#DIV/0!")).expect("a cell");
            saved(book)
        }
        "S001" => b"PK\x03\x04 the rest of this workbook was lost".to_vec(),
        "S003" => {
            let mut book = marks();
            let sheet = book.worksheet_from_index(0).expect("the sheet");
            sheet.set_hidden(true);
            let other = book.add_worksheet();
            other.set_name("说明").expect("a name");
            other.set_active(true);
            saved(book)
        }
        _ => return BTreeMap::new(),
    };
    BTreeMap::from([(path.to_owned(), bytes)])
}
