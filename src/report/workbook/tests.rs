//! The workbook read back and compared with the view, cell by cell.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use super::{TOP, sheet_name, write as write_book};
use crate::explain::Explanations;
use crate::report::sample::county;
use crate::report::view::live::book;
use crate::report::view::{Cell, View};
use crate::results::Results;

/// The workbook of results that nobody explains: values alone.
fn write(view: &View, results: &Results) -> Result<Vec<u8>, String> {
    write_book(view, &book(view, results, &Explanations::default()))
}

fn read(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

/// What the cell of a workbook should hold for a cell of the view.
fn expected(cell: &Cell) -> Data {
    match cell {
        Cell::Empty => Data::Empty,
        Cell::Text(text) | Cell::Instead(text) => Data::String(text.clone()),
        Cell::Count(n) => Data::Float(f64::from(*n)),
        Cell::Number(number) | Cell::Change(number) => Data::Float(number.shown.replace('−', "-").parse().unwrap()),
        Cell::Grade(mark) => Data::String(mark.text.clone()),
    }
}

#[test]
fn every_cell_of_the_view_stands_in_the_workbook() {
    let results = county();
    let view = View::of(&results);
    let mut book = read(write(&view, &results).unwrap());
    let names: Vec<&str> = view.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(book.sheet_names(), names);
    let mut n = 0;
    for sheet in &view.sheets {
        let range = book.worksheet_range(&sheet.name).unwrap();
        let at = |row: u32, column: usize| range.get_value((row, u32::try_from(column).unwrap())).cloned();
        assert_eq!(at(0, 0), Some(Data::String(sheet.title.clone())));
        assert_eq!(at(1, 0), Some(Data::String(view.head.status_line.clone())));
        for (i, column) in sheet.table.columns.iter().enumerate() {
            assert_eq!(at(TOP - 1, i), Some(Data::String(column.label.clone())));
        }
        for (row, cells) in (TOP..).zip(&sheet.table.rows) {
            for (i, cell) in cells.iter().enumerate() {
                let found = at(row, i).unwrap_or(Data::Empty);
                assert_eq!(found, expected(cell), "{} row {row} column {i}", sheet.name);
                n += 1;
            }
        }
    }
    assert!(n > 5000, "{n} cells compared");
}

#[test]
fn who_signs_stands_under_the_overall_list() {
    let results = county();
    let view = View::of(&results);
    let mut book = read(write(&view, &results).unwrap());
    for name in ["总表", "个人"] {
        let range = book.worksheet_range(name).unwrap();
        let last = range.rows().next_back().unwrap()[0].to_string();
        assert!(["考核办经办人：", "复核人：", "领导签字：", "日期："].iter().all(|who| last.contains(who)), "{last}");
    }
}

#[test]
fn text_that_looks_like_a_formula_stays_text() {
    let mut results = county();
    let names = ["=1+1", "+86", "-2", "@SUM(A1)", "=HYPERLINK(\"x\")", "<script>alert(1)</script>"];
    for (unit, name) in results.units.iter_mut().zip(names) {
        unit.name = name.to_owned();
    }
    let mut book = read(write(&View::of(&results), &results).unwrap());
    let range = book.worksheet_range("总表").unwrap();
    let found: Vec<String> = range.rows().filter_map(|row| row.get(2)).map(ToString::to_string).collect();
    for name in names {
        assert!(found.contains(&name.to_owned()), "{name}");
    }
    for sheet in book.sheet_names() {
        assert!(book.worksheet_formula(&sheet).unwrap().is_empty(), "{sheet} has no formula");
    }
}

#[test]
fn the_same_view_gives_the_same_bytes() {
    let results = county();
    let view = View::of(&results);
    assert_eq!(write(&view, &results).unwrap(), write(&view, &results).unwrap());
}

#[test]
fn long_text_and_an_odd_date_are_not_too_much() {
    let mut results = county();
    results.units[0].name = "长".repeat(40_000);
    results.assessment.title = "&".repeat(400);
    results.assessment.issued = "9999-99-99".to_owned();
    assert!(write(&View::of(&results), &results).is_ok());
}

#[test]
fn names_of_sheets_are_within_the_limits() {
    assert_eq!(sheet_name("总表"), "总表");
    assert_eq!(sheet_name("a/b:c"), "a_b_c");
    assert_eq!(sheet_name(&"长".repeat(40)).chars().count(), 31);
}
