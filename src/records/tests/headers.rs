//! Header rows: titles above, merged cells, blanks, missing and unknown columns, rows that are no data.

use super::{all, assessment, book, codes, county, merge, one, only, read_tables, sheet, source, with, words};
use crate::diag::Severity;
use crate::records::read;

#[test]
fn a_missing_column_is_told_once_with_the_nearest_header() {
    let told = with("ledger", "单位|项目|日期", "单位|项日|日期");
    let told = only(&told, "R005", "raw/ledger.xlsx ▸ S ▸ B1", "“项日”");
    assert_eq!((&*told.headline.zh, &*told.found), ("缺少“项目”一列", "\"项日\""));
    // Two columns missing are two findings; nothing is told of the rows.
    let told = with("claims", "|文号|日期|", "|||");
    assert_eq!((codes(&told), all(&told, "R005").len()), (vec!["R005"], 2));
}

#[test]
fn blanks_line_breaks_and_brackets_in_headers() {
    let mut county = county();
    let ledger = "单\u{3000}位|项 目|日期（年月日）|内容|备注\n云山镇|J1|2015-02-03|部署|";
    county.insert("ledger", ledger.to_owned());
    let checked = read_tables(&county);
    assert_eq!((codes(&checked), checked.value.actions.len()), (vec![], 1));
    assert_eq!(all(&checked, "R006")[0].severity, Severity::Note);
}

#[test]
fn columns_nobody_reads_are_told() {
    let told = with("ledger", "佐证材料", "左证材料");
    let told = only(&told, "R006", "raw/ledger.xlsx ▸ S ▸ E1", "“佐证材料”");
    assert_eq!(told.severity, Severity::Warning);
    // Something beside the table, without a header.
    only(&with("ledger", "会议纪要", "会议纪要||已核"), "R006", "raw/ledger.xlsx ▸ S ▸ G2", "");
    one(&with("ledger", "佐证材料", "单位"), "R007", "raw/ledger.xlsx ▸ S ▸ E1", "改名");
}

#[test]
fn totals_signatures_and_empty_rows_are_no_data() {
    let told = with("units", "U3|财政局|部门", "||\nU3|财政局|部门\n合 计|3|\n填表人：张某||审核人：李某");
    assert_eq!(codes(&told), [""; 0]);
    assert_eq!(all(&told, "R015").len(), 3);
    // A running number before an empty row does not make it a row.
    let mut county = county();
    county.insert("ledger", "序号|单位|项目|日期|内容\n1|云山镇|J1|2015-02-03|部署\n2||||".to_owned());
    assert_eq!(codes(&read_tables(&county)), [""; 0]);
}

#[test]
fn a_header_of_two_merged_rows() {
    let (units, marks) = ("raw/units.xlsx", "raw/marks.xlsx");
    let text = "半年检查评分表\n单位|考核期|检查人|检查项目|\n|||J2 签订责任书|J3\n云山镇|半年|第一组|有|25";
    let mut rows = sheet(marks, "S", text);
    rows.merges = vec![merge(0, 0, 0, 4), merge(1, 0, 2, 0), merge(1, 1, 2, 1), merge(1, 2, 2, 2), merge(1, 3, 1, 4)];
    let tables = vec![source("units", units), source("marks", marks)];
    let books =
        [book(units, vec![sheet(units, "S", "单位代码|单位名称|单位类别\nU1|云山镇|乡镇")]), book(marks, vec![rows])];
    let checked = read(&assessment(tables), &words(), &books, &[]);
    assert_eq!(codes(&checked), ["R045"]);
    assert_eq!(checked.value.marks.iter().map(|mark| mark.item.as_str()).collect::<Vec<_>>(), ["J2", "J3"]);
}

#[test]
fn a_header_below_the_twentieth_row_is_not_looked_for() {
    let mut county = county();
    let lines = "说明\n".repeat(20);
    county.insert("ledger", format!("{lines}单位|项目|日期|内容\n云山镇|J1|2015-02-03|部署"));
    one(&read_tables(&county), "R005", "raw/ledger.xlsx ▸ S", "sheets");
    let lines = "说明\n".repeat(19);
    county.insert("ledger", format!("{lines}单位|项目|日期|内容\n云山镇|J1|2015-02-03|部署"));
    assert_eq!(codes(&read_tables(&county)), [""; 0]);
}
