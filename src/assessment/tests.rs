//! Tests of reading kaoze.toml.

use chrono::NaiveDate;

use super::{Assessment, Status, findings, read};
use crate::diag::{Checked, Lang};

const GOOD: &str = r#"title = "云山县2015年度考核（虚构）"
from = "2015-01-01"
to = "2015-12-31"
status = "proposed"
issued = "2016-01-20"
lang = "zh"
scheme = "yunshan"
fictional = true

[[table]]
table = "marks"
files = ["raw/检查评分/*.xlsx", "raw/补.xlsx"]
sheets = "半年*"
set = { period = "half" }

[[table]]
table = "units"
files = ["raw/单位名册.xlsx"]

[[allow]]
code = "R021"
at = "第一组"
by = "考核办"
reason = "已核对原件"
"#;

fn with(from: &str, to: &str) -> Checked<Option<Assessment>> {
    assert!(GOOD.contains(from), "{from}");
    read(&GOOD.replacen(from, to, 1), "kaoze.toml")
}

/// Asserts that one finding is told, at this place, and gives its words in Chinese: found, expected, mend.
fn only(checked: &Checked<Option<Assessment>>, code: &str, place: &str) -> [String; 3] {
    let told: Vec<_> = checked.findings.iter().collect();
    assert_eq!(told.iter().map(|f| f.code.id).collect::<Vec<_>>(), [code], "{told:#?}");
    assert_eq!(told[0].at[0].place.to_string(), place);
    [told[0].found.clone(), told[0].expected.zh.clone(), told[0].mend.zh.clone()]
}

#[test]
fn a_whole_file() {
    let checked = read(GOOD, "kaoze.toml");
    assert!(checked.findings.is_empty());
    let a = checked.value.expect("an assessment");
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).expect("a day");
    assert_eq!((a.from, a.to, a.issued, a.year), (day(2015, 1, 1), day(2015, 12, 31), day(2016, 1, 20), 2015));
    assert_eq!((a.status, a.lang, &*a.scheme, a.fictional), (Status::Proposed, Lang::Zh, "yunshan", true));
    assert_eq!(a.tables[0].files, ["raw/检查评分/*.xlsx", "raw/补.xlsx"]);
    assert_eq!((a.tables[0].sheets.as_deref(), &*a.tables[0].set["period"]), (Some("半年*"), "half"));
    assert_eq!(a.tables[1].place.to_string(), "kaoze.toml:16");
    assert_eq!((&*a.allow[0].code, a.allow[0].at.as_deref()), ("R021", Some("第一组")));
}

#[test]
fn a_mark_of_order_and_bare_dates_are_no_hindrance() {
    let text = format!("\u{feff}{}", GOOD.replace("\"2015-01-01\"", "2015-01-01").replace('\n', "\r\n"));
    let checked = read(&text, "kaoze.toml");
    assert!(checked.findings.is_empty(), "{:#?}", checked.findings);
    assert!(checked.value.is_some());
}

#[test]
fn each_decision_that_is_missing_is_asked_for() {
    let head = [
        ("title = \"云山县2015年度考核（虚构）\"\n", "title"),
        ("from = \"2015-01-01\"\n", "from"),
        ("to = \"2015-12-31\"\n", "to"),
        ("status = \"proposed\"\n", "status"),
        ("issued = \"2016-01-20\"\n", "issued"),
        ("lang = \"zh\"\n", "lang"),
        ("scheme = \"yunshan\"\n", "scheme"),
    ];
    for (line, key) in head {
        let checked = with(line, "");
        assert!(checked.value.is_none());
        only(&checked, "C104", "kaoze.toml");
        let finding = checked.findings.iter().next().expect("a finding");
        assert!(finding.headline.zh.contains(key) && finding.headline.zh.contains('？'), "{}", finding.headline.zh);
    }
    only(&read(&GOOD[..GOOD.find("[[table]]").expect("tables")], "kaoze.toml"), "C104", "kaoze.toml");
    only(&with("table = \"units\"\n", ""), "C104", "kaoze.toml:16");
    only(&with("files = [\"raw/单位名册.xlsx\"]", "files = []"), "C104", "kaoze.toml:16");
    only(&with("reason = \"已核对原件\"\n", ""), "C104", "kaoze.toml:20");
    only(&with("\"yunshan\"", "\" \""), "C104", "kaoze.toml:7");
}

#[test]
fn everything_missing_is_told_at_once() {
    let checked = read("", "kaoze.toml");
    assert_eq!(checked.findings.iter().filter(|f| f.code.id == "C104").count(), 8);
}

#[test]
fn unknown_keys_suggest_the_nearest() {
    let checked = with("fictional", "fictionel");
    assert!(only(&checked, "C103", "kaoze.toml:8")[2].contains("fictional"));
    assert!(only(&with("sheets = ", "sheet = "), "C103", "kaoze.toml:13")[2].contains("sheets"));
    only(&with("reason = ", "note = \"x\"\nreason = "), "C103", "kaoze.toml:24");
}

#[test]
fn dates() {
    assert_eq!(only(&with("2015-01-01", "2015-02-30"), "C105", "kaoze.toml:2")[0], "\"2015-02-30\"");
    only(&with("2015-01-01", "2015年1月1日"), "C105", "kaoze.toml:2");
    only(&with("2015-12-31", "2014-12-31"), "C105", "kaoze.toml:3");
    only(&with("2016-01-20", "2014-01-20"), "C105", "kaoze.toml:5");
}

#[test]
fn patterns_stay_in_raw() {
    for pattern in ["检查评分.xlsx", "raw/../上年/检查评分.xlsx", "/raw/x.xlsx", "raw/"] {
        let [found, ..] = only(&with("raw/单位名册.xlsx", pattern), "C107", "kaoze.toml:18");
        assert_eq!(found, format!("\"{pattern}\""));
    }
    only(&with("raw/单位名册.xlsx", "raw\\\\单位名册.xlsx"), "C107", "kaoze.toml:18");
}

#[test]
fn words_and_kinds() {
    let [found, expected, mend] = only(&with("\"proposed\"", "\"Propose\""), "C108", "kaoze.toml:4");
    assert_eq!((&*found, &*expected), ("\"Propose\"", "draft | proposed | final"));
    assert!(mend.contains("proposed"));
    only(&with("\"zh\"", "\"中文\""), "C108", "kaoze.toml:6");
    only(&with("fictional = true", "fictional = \"yes\""), "C108", "kaoze.toml:8");
    only(&with("\"yunshan\"", "2015"), "C108", "kaoze.toml:7");
    only(&with("\"R021\"", "\"mark-unknown\""), "C108", "kaoze.toml:21");
}

#[test]
fn text_that_is_no_toml() {
    let checked = with("lang = \"zh\"", "lang = \"zh");
    assert!(checked.value.is_none());
    let finding = checked.findings.iter().next().expect("a finding");
    assert_eq!((finding.code.id, finding.at[0].place.to_string().as_str()), ("C102", "kaoze.toml:6"));
    assert_eq!(finding.found, "lang = \"zh");
}

#[test]
fn every_code_has_its_manual() {
    for code in findings::ALL {
        assert!(code.entry().starts_with(&format!("{} {}", code.id, code.name)));
    }
    assert_eq!(findings::ALL.len(), 7);
}
