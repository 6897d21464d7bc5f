//! Order in the workbooks themselves: rows turned round, a workbook cut in two and its parts renamed.

#![allow(clippy::disallowed_types, reason = "cells of a workbook are binary floats")]

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use kaoze::files::InMemory;
use kaoze::forms::{FormCell, FormSheet, write_book};
use kaoze::results::{FindingsBoth, Results};
use kaoze::run::{Traced, check, run};

fn cell(data: &Data) -> FormCell {
    match data {
        Data::Empty => FormCell::Blank,
        Data::Float(number) => FormCell::number(number),
        Data::DateTime(day) => {
            let (y, m, d, ..) = day.to_ymd_hms_milli();
            let day = chrono::NaiveDate::from_ymd_opt(y.into(), m.into(), d.into());
            FormCell::Date(day.expect("a day"))
        }
        other => FormCell::text(other.to_string()),
    }
}

/// The sheets of a workbook with this header in their header rows; what stands above is left out.
fn sheets(bytes: &[u8], header: &str) -> Vec<FormSheet> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    let mut all = Vec::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).expect("a sheet");
        let mut rows = range.rows();
        let headers = rows.find(|row| row.iter().any(|cell| *cell == header)).expect("a header");
        let headers = headers.iter().map(ToString::to_string).collect();
        let rows = rows.map(|row| row.iter().map(cell).collect()).collect();
        all.push(FormSheet { name, headers, rows, ..FormSheet::default() });
    }
    all
}

/// What does not hang on where a row stands: everything but digests and findings.
fn results(files: BTreeMap<String, Vec<u8>>) -> Results {
    let checked = check(&InMemory(files));
    let (made, findings) = run(checked.value.expect("a workspace"), checked.findings, Traced::Nobody);
    let mut results = made.unwrap_or_else(|| panic!("{findings:?}")).results;
    results.inputs.clear();
    results.findings = FindingsBoth::default();
    results
}

#[test]
fn rows_turned_round() {
    let files = kaoze::demo::county(9, 11, 2015).expect("a county");
    let plain = results(files.clone());
    let headers = [
        ("raw/单位名册.xlsx", "单位代码"),
        ("raw/干部名册.xlsx", "人员代码"),
        ("raw/履责台账.xlsx", "项目"),
        ("raw/检查评分/第一检查组.xlsx", "检查人"),
        ("raw/民主测评/班子_半年_汇总.xlsx", "测评对象"),
        ("raw/民主测评/班子_年终_B票.xlsx", "测评对象"),
        ("raw/民主测评/班子成员_年终_C票.xlsx", "测评对象"),
        ("raw/民主测评/票数登记.xlsx", "测评对象"),
        ("raw/满意度调查/满意度调查_导出.xlsx", "问卷编号"),
        ("raw/案件统计.xlsx", "年度"),
        ("raw/加减分.xlsx", "编号"),
        ("raw/责任追究.xlsx", "编号"),
        ("raw/裁定.xlsx", "编号"),
    ];
    let mut turned = files;
    for (path, header) in headers {
        let mut book = sheets(&turned[path], header);
        book.reverse();
        for sheet in &mut book {
            sheet.rows.reverse();
        }
        turned.insert(path.to_owned(), write_book(&book).expect("written"));
    }
    assert!(results(turned) == plain);
}

#[test]
fn a_workbook_cut_in_two() {
    let files = kaoze::demo::county(9, 12, 2014).expect("a county");
    let plain = results(files.clone());
    let mut cut = files;
    for (path, header) in
        [("raw/检查评分/第一检查组.xlsx", "检查人"), ("raw/满意度调查/满意度调查_导出.xlsx", "问卷编号")]
    {
        let book = sheets(&cut.remove(path).expect("a workbook"), header);
        let half = |first: bool| -> Vec<FormSheet> {
            let part = |sheet: &FormSheet| {
                let (a, b) = sheet.rows.split_at(sheet.rows.len() / 2);
                FormSheet { rows: if first { a.to_vec() } else { b.to_vec() }, ..sheet.clone() }
            };
            book.iter().map(part).collect()
        };
        let folder = path.rsplit_once('/').expect("a folder").0;
        // The second half comes first by name.
        cut.insert(format!("{folder}/乙.xlsx"), write_book(&half(true)).expect("written"));
        cut.insert(format!("{folder}/丙.xlsx"), write_book(&half(false)).expect("written"));
    }
    assert!(results(cut) == plain);
}
