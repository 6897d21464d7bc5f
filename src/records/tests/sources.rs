//! Which sheet holds which table.

use super::{all, assessment, book, one, read_tables, sheet, source, words};
use crate::assessment::TableSource;
use crate::diag::{Checked, Severity};
use crate::records::{Records, read};

const UNITS: &str = "单位代码|单位名称|单位类别\nU1|云山镇|乡镇";

fn units_with(change: impl FnOnce(&mut TableSource), files: &[&str]) -> Checked<Records> {
    let mut entry = source("units", "raw/名册.xlsx");
    change(&mut entry);
    let sheets = vec![sheet("raw/名册.xlsx", "单位", UNITS), sheet("raw/名册.xlsx", "说明", "填写说明")];
    let files: Vec<String> = files.iter().map(ToString::to_string).collect();
    read(&assessment(vec![entry]), &words(), &[book("raw/名册.xlsx", sheets)], &files)
}

#[test]
fn a_pattern_without_a_file_and_a_file_without_a_pattern() {
    let checked =
        units_with(|entry| entry.files = vec!["raw/名册.xls".to_owned()], &["raw/名册.xlsx", "raw/补充.docx"]);
    let told = one(&checked, "R001", "kaoze.toml:9", "raw/名册.xlsx");
    assert_eq!((told.severity, &*told.found), (Severity::Error, "\"raw/名册.xls\""));
    let left: Vec<_> = all(&checked, "R002").iter().map(|f| f.at[0].place.to_string()).collect();
    assert_eq!(left, ["raw/名册.xlsx", "raw/补充.docx"]);
    // A file that is no workbook is not read even where a pattern fits it.
    let checked = units_with(|entry| entry.files.push("raw/*.docx".to_owned()), &["raw/补充.docx"]);
    assert_eq!((all(&checked, "R001").len(), all(&checked, "R002").len()), (1, 1));
}

#[test]
fn sheets_are_taken_by_pattern() {
    let checked = units_with(|entry| entry.sheets = Some("单*".to_owned()), &[]);
    assert_eq!(one(&checked, "R004", "raw/名册.xlsx ▸ 说明", "kaoze.toml").severity, Severity::Warning);
    assert_eq!(checked.value.units.len(), 1);
    let checked = units_with(|entry| entry.sheets = Some("名单*".to_owned()), &[]);
    assert_eq!(one(&checked, "R003", "raw/名册.xlsx", "sheets").expected.zh, "单位 | 说明");
    // Without a pattern every sheet is one of the table's.
    let checked = units_with(|_| {}, &[]);
    one(&checked, "R005", "raw/名册.xlsx ▸ 说明", "sheets");
}

#[test]
fn tables_and_set_fields_are_known() {
    let checked = units_with(|entry| entry.table = "unit".to_owned(), &[]);
    one(&checked, "R016", "kaoze.toml:9", "“units”");
    let set = |entry: &mut TableSource| {
        entry.set.insert("groop".to_owned(), "乡镇".to_owned());
        entry.sheets = Some("单位".to_owned());
    };
    one(&units_with(set, &[]), "R009", "kaoze.toml:9", "“group”");
}

#[test]
fn a_field_may_be_set_for_a_whole_sheet() {
    let (file, text) = ("raw/名册.xlsx", "单位代码|单位名称\nU1|云山镇");
    let mut entry = source("units", file);
    entry.set.insert("group".to_owned(), "乡镇".to_owned());
    let checked = read(&assessment(vec![entry.clone()]), &words(), &[book(file, vec![sheet(file, "S", text)])], &[]);
    assert!(!checked.findings.has_errors());
    assert_eq!(checked.value.units[0].group.as_str(), "township");
    // A word nobody knows is told where it is written.
    entry.set.insert("group".to_owned(), "乡振".to_owned());
    let checked = read(&assessment(vec![entry.clone()]), &words(), &[book(file, vec![sheet(file, "S", text)])], &[]);
    one(&checked, "R030", "kaoze.toml:9", "“乡镇”");
    // Column and set: the cell counts, and it is told.
    entry.set.insert("group".to_owned(), "部门".to_owned());
    let checked = read(&assessment(vec![entry]), &words(), &[book(file, vec![sheet(file, "S", UNITS)])], &[]);
    one(&checked, "R008", "raw/名册.xlsx ▸ S ▸ C1", "set");
    assert_eq!(checked.value.units[0].group.as_str(), "township");
}

#[test]
fn nothing_at_all_is_no_panic() {
    let checked = read_tables(&std::collections::BTreeMap::new());
    assert!(checked.value.units.is_empty() && checked.findings.is_empty());
}
