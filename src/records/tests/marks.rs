//! Inspection marks.

use super::{all, codes, county, day, exact, merge, one, only, read_tables, sheet, with};
use crate::facts::{Entry, MarkGiven};
use crate::records::read;

#[test]
fn marks_as_they_stand() {
    let records = read_tables(&county()).value;
    let of = |unit: &str, item: &str, period: &str| {
        let found = records
            .marks
            .iter()
            .find(|mark| (mark.unit.as_str(), mark.item.as_str(), mark.period.as_str()) == (unit, item, period));
        found.map(|mark| mark.entry.clone())
    };
    assert_eq!(of("U1", "J3", "half"), Some(Entry::Given(MarkGiven::Points(exact("25.5")))));
    assert_eq!(of("U2", "J3", "half"), Some(Entry::NotApplicable));
    assert_eq!(of("U2", "J2", "half"), Some(Entry::Given(MarkGiven::YesNo(false))));
    assert_eq!(of("U3", "J2", "half"), Some(Entry::Given(MarkGiven::YesNo(true))));
    assert_eq!(of("U2", "J4", "year"), Some(Entry::Given(MarkGiven::Date(day("2015-12-20")))));
    assert_eq!(of("U3", "J4", "year"), Some(Entry::Blank));
    // J4 is assessed at the end of the year only.
    assert_eq!(of("U1", "J4", "half"), None);
    assert_eq!(of("U1", "J7.1", "half"), Some(Entry::Given(MarkGiven::Count(3))));
    // 3 rows × 3 items for the half year, 3 rows × 4 for the year.
    assert_eq!(records.marks.len(), 21);
    let noted = records.marks.iter().find(|mark| mark.note.is_some()).expect("a note");
    assert_eq!((noted.unit.as_str(), noted.note.as_deref()), ("U2", Some("无责任书")));
    assert_eq!(records.marks[0].place.to_string(), "raw/marks.xlsx ▸ S ▸ D2");
}

#[test]
fn points_must_be_numbers_in_range_and_no_finer_than_allowed() {
    let e2 = "raw/marks.xlsx ▸ S ▸ E2";
    let told = with("marks", "25.5", "25.5分");
    assert_eq!(only(&told, "R020", e2, "数字").found, "\"25.5分\"");
    assert_eq!(
        all(&told, "R020")[0].expected_at.as_ref().map(ToString::to_string).as_deref(),
        Some("scheme/items.toml:30")
    );
    only(&with("marks", "25.5", "31"), "R025", e2, "改正");
    only(&with("marks", "25.5", "-1"), "R025", e2, "改正");
    only(&with("marks", "25.5", "25.55"), "R024", e2, "取舍");
    only(&with("marks", "25.5", "8.333333333333334"), "R024", e2, "取舍");
    only(&with("marks", "25.5", "#DIV/0!"), "R023", e2, "公式");
    only(&with("marks", "25.5", "D:2015-08-02"), "R020", e2, "数字");
    // 30 itself and nought are marks; a trailing nought is no further digit.
    assert_eq!(codes(&with("marks", "25.5", "25.50")), [""; 0]);
}

#[test]
fn full_width_digits_are_digits() {
    let checked = with("marks", "25.5", "２５．５");
    assert_eq!(codes(&checked), [""; 0]);
    assert!(checked.value.marks.iter().any(|mark| mark.entry == Entry::Given(MarkGiven::Points(exact("25.5")))));
}

#[test]
fn counts_days_and_answers() {
    one(&with("marks", "25.5||3|", "25.5||2.5|"), "R026", "raw/marks.xlsx ▸ S ▸ G2", "改正");
    one(&with("marks", "25.5||3|", "25.5||-3|"), "R026", "raw/marks.xlsx ▸ S ▸ G2", "改正");
    one(&with("marks", "25.5||3|", "25.5||三次|"), "R020", "raw/marks.xlsx ▸ S ▸ G2", "数字");
    one(&with("marks", "2015-12-18", "12月18日"), "R027", "raw/marks.xlsx ▸ S ▸ F5", "年月日");
    let told = with("marks", "2015-12-18", "2016-01-05");
    assert_eq!(one(&told, "R028", "raw/marks.xlsx ▸ S ▸ F5", "日期").expected.zh, "2015-01-01 至 2015-12-31");
    let told = with("marks", "第一组|有|25.5", "第一组|基本有|25.5");
    assert_eq!(one(&told, "R029", "raw/marks.xlsx ▸ S ▸ D2", "有或无").expected.zh, "有 | 是 | √ / 无 | 否 | ×");
}

#[test]
fn rows_that_cannot_be_filed() {
    let told = with("marks", "云山镇|半年|第一组", "云山镇|半年|");
    assert_eq!(codes(&told), ["R044", "R045"]);
    one(&told, "R044", "raw/marks.xlsx ▸ S ▸ C2", "检查人");
    assert_eq!(one(&told, "R045", "raw/units.xlsx ▸ S ▸ A3", "补交").headline.zh, "云山镇没有半年的检查评分");
    one(&with("marks", "云山镇|半年|第一组", "云山镇|上半年|第一组"), "R032", "raw/marks.xlsx ▸ S ▸ B2", "“半年”");
    let told = with("marks", "云山镇|半年|第一组|有|25.5|", "云山镇|半年|第一组|有|25.5|2015-06-01");
    assert_eq!(only(&told, "R046", "raw/marks.xlsx ▸ S ▸ F2", "考核期").expected.zh, "年终");
}

#[test]
fn every_cell_of_a_row_that_cannot_be_filed_is_checked() {
    let told = with("marks", "云山镇|半年|第一组|有|25.5", "云山缜|半年|第一组|有|31");
    assert_eq!(codes(&told), ["R010", "R025", "R045"]);
}

#[test]
fn the_same_marks_twice() {
    let told = with("marks", "白石镇|半年", "云山镇|半年|第 一组|有|20||1|\n白石镇|半年");
    let told = only(&told, "R012", "raw/marks.xlsx ▸ S ▸ D3", "删去");
    assert_eq!(told.at[1].place.to_string(), "raw/marks.xlsx ▸ S ▸ D2");
    // Another inspector is another mark.
    assert_eq!(codes(&with("marks", "白石镇|半年", "云山镇|半年|第二组|有|20||1|\n白石镇|半年")), [""; 0]);
}

#[test]
fn columns_that_are_no_items_of_the_table() {
    let told = with("marks", "|J3|", "|J33|");
    let told = one(&told, "R022", "raw/marks.xlsx ▸ S ▸ E1", "“J3”");
    assert_eq!(told.found, "\"J33\"");
    let told = with("marks", "|J3|", "|J1 研究部署|");
    let told = one(&told, "R022", "raw/marks.xlsx ▸ S ▸ E1", "");
    assert_eq!(told.expected_at.as_ref().map(ToString::to_string).as_deref(), Some("scheme/items.toml:10"));
    // The code of one item before the name of another.
    one(&with("marks", "|J3|", "|J3 约谈次数|"), "R022", "raw/marks.xlsx ▸ S ▸ E1", "");
    one(&with("marks", "|扣分说明", "|J3 主体责任落实"), "R007", "raw/marks.xlsx ▸ S ▸ H1", "改名");
    // A running number or a sum is for people.
    let told = with("marks", "|扣分说明", "|总分");
    assert_eq!((codes(&told), all(&told, "R006").len()), (vec![], 1));
    assert_eq!(codes(&with("marks", "|J3|", "|主体责任落实（30分）|")), [""; 0]);
}

#[test]
fn nobody_was_inspected_in_the_first_half() {
    let mut county = county();
    let marks = county.get_mut("marks").expect("marks");
    *marks =
        marks.lines().filter(|line| !line.contains("半年") && !line.contains("half")).collect::<Vec<_>>().join("\n");
    let checked = read_tables(&county);
    assert_eq!(only(&checked, "R045", "kaoze.toml:9", "补交").headline.zh, "全部单位没有半年的检查评分");
}

#[test]
fn a_merged_unit_holds_for_its_rows_and_a_merged_mark_for_nobody() {
    let (units, marks) = ("raw/units.xlsx", "raw/marks.xlsx");
    let text = "单位|考核期|检查人|J3\n云山镇|半年|第一组|25\n||第二组|";
    let mut rows = sheet(marks, "S", text);
    rows.merges = vec![merge(1, 0, 2, 0), merge(1, 1, 2, 1), merge(1, 3, 2, 3)];
    let tables = vec![super::source("units", units), super::source("marks", marks)];
    let books = [
        super::book(units, vec![sheet(units, "S", "单位代码|单位名称|单位类别\nU1|云山镇|乡镇")]),
        super::book(marks, vec![rows]),
    ];
    let checked = read(&super::assessment(tables), &super::words(), &books, &[]);
    one(&checked, "R017", "raw/marks.xlsx ▸ S ▸ D3", "取消合并");
    assert!(all(&checked, "R014").is_empty());
    assert_eq!(checked.value.marks.len(), 1);
}
