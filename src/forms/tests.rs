//! Forms are the same every time and hold what was put in.

use chrono::NaiveDate;

use super::{FormCell, FormSheet, write_book};

fn form(n: u32) -> FormSheet {
    let row = |i: u32| {
        vec![
            FormCell::text(format!("单位{i}")),
            FormCell::number(format!("{}.{:02}", 80 + i % 20, i % 100)),
            FormCell::Date(NaiveDate::from_ymd_opt(2015, 6, 1 + i % 28).unwrap_or_default()),
            FormCell::Blank,
        ]
    };
    FormSheet {
        name: "检查评分".into(),
        title: Some("云山县2015年检查评分表".into()),
        notes: vec!["虚构数据".into(), "每项一行".into()],
        headers: ["单位", "得分", "日期", "备注"].map(str::to_owned).to_vec(),
        rows: (0..n).map(row).collect(),
        widths: vec![20],
    }
}

#[test]
fn same_form_same_bytes() {
    let first = write_book(&[form(50)]).expect("written");
    let second = write_book(&[form(50)]).expect("written");
    assert!(first == second);
}

#[test]
fn ten_thousand_rows() {
    assert!(write_book(&[form(10_000)]).expect("written").len() > 100_000);
}

#[test]
fn what_excel_does_not_know_is_said_in_words() {
    let mut sheet = form(0);
    sheet.rows = vec![vec![FormCell::number("1e5")]];
    assert_eq!(write_book(&[sheet]), Err("检查评分: \"1e5\" is not a plain decimal".to_owned()));
    let mut sheet = form(0);
    sheet.name = "a/b".into();
    assert!(write_book(&[sheet]).is_err());
    assert!(write_book(&[form(0), form(0)]).is_err(), "two sheets of one name");
}

#[test]
fn one_column_and_none() {
    let sheet =
        FormSheet {
            name: "一".into(), title: Some("题".into()), headers: vec!["列".into()], ..FormSheet::default()
        };
    assert!(write_book(&[sheet]).is_ok());
    assert!(write_book(&[FormSheet { name: "空".into(), ..FormSheet::default() }]).is_ok());
}
