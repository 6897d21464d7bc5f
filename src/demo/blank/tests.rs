//! The empty workspace fits the scheme that it is made for.

use super::books::all;
use super::form::{Book, sheet_name};
use super::{blank, template};
use crate::assessment::read;
use crate::diag::Place;
use crate::exact::Exact;
use crate::scheme::words::{
    Blank, CaseWords, FactTable, FamilyWords, ItemWords, MarkValue, Named, OverReturn, PeriodWords, PollKind,
    PollSubject, PollWords, RoleKind, RoleWords, Sign, Validity, Words, standard_layouts,
};

fn named<C: for<'a> From<&'a str>>(code: &str, name: &str) -> Named<C> {
    Named { code: code.into(), name: name.to_owned(), aliases: Vec::new() }
}

fn item(code: &str, name: &str, table: FactTable, value: MarkValue, periods: &[&str]) -> ItemWords {
    let periods = periods.iter().map(|period| (*period).into()).collect();
    ItemWords {
        by_member: false,
        code: code.into(),
        name: name.to_owned(),
        table,
        value,
        periods,
        place: Place::File("items.toml".into()),
    }
}

/// Two periods; one item only at the year's end; one poll; a name with a quotation mark and a slash.
fn words() -> Words {
    let points = MarkValue::Points { full: Exact::from(30), places: 1 };
    let period =
        |code: &str, name: &str| PeriodWords { code: code.into(), name: name.to_owned(), from: (1, 1), to: (6, 30) };
    Words {
        groups: vec![named("town", "乡镇")],
        periods: vec![period("half", "半年"), period("year", "年终")],
        roles: vec![RoleWords { named: named("principal", "正职"), kind: RoleKind::Principal }],
        items: vec![
            item("J1", "研究部署", FactTable::Ledger, MarkValue::Count, &["half", "year"]),
            item("J2", "责任书", FactTable::Marks, MarkValue::YesNo, &["year"]),
            item("J3", "主体责任", FactTable::Marks, points, &["half", "year"]),
        ],
        cases: vec![CaseWords { named: named("opened", "立案"), measure: "件".to_owned() }],
        polls: vec![PollWords {
            code: "team".into(),
            name: "班子\"测评\"/一".to_owned(),
            kind: PollKind::Appraisal,
            subject: PollSubject::Unit,
            periods: vec!["year".into()],
            classes: vec![named("A", "A票")],
            questions: vec![named("Q1", "作风建设")],
            marks: vec![named("good", "好"), named("poor", "差")],
            no_view_words: vec!["不了解".to_owned()],
            void_words: vec!["废票".to_owned()],
            blank: Blank::LeaveOut,
            over_return: OverReturn::Void,
            min_count: 5,
            voters: None,
            validity: Validity::default(),
            place: Place::File("items.toml".into()),
        }],
        families: vec![FamilyWords {
            named: named("honour", "表彰"),
            levels: vec![Named { code: "省级".to_owned(), name: "省级".to_owned(), aliases: Vec::new() }],
            sign: Sign::Bonus,
            of_people: false,
            tiers: Vec::new(),
            one_document: false,
        }],
        grounds: vec![named("V1", "严重违纪")],
        grades: vec!["优秀".to_owned()],
        layouts: standard_layouts(),
        ..Words::default()
    }
}

fn headers<'a>(books: &'a [Book], table: &str) -> Vec<&'a [String]> {
    let own = books.iter().filter(|book| book.table == table);
    own.flat_map(|book| &book.sheets).map(|sheet| sheet.headers.as_slice()).collect()
}

#[test]
fn headers_are_fields_and_the_schemes_columns() {
    let books = all(&words());
    assert_eq!(headers(&books, "units"), [["单位代码", "单位名称", "单位类别"]]);
    let half: &[&str] = &["单位", "检查人", "J3 主体责任", "扣分说明"];
    let year: &[&str] = &["单位", "检查人", "J2 责任书", "J3 主体责任", "扣分说明"];
    assert_eq!(headers(&books, "marks"), [half, year]);
    assert_eq!(headers(&books, "ballots"), [["票类", "票号", "测评对象", "作风建设"]]);
    let counts = ["票类", "测评对象", "测评项目", "发出", "收回", "无效票", "不了解", "未填", "好", "差"];
    assert_eq!(headers(&books, "ballot_counts"), [counts]);
    assert_eq!(headers(&books, "cases"), [["单位", "年度", "立案"]]);
    assert!(headers(&books, "survey").is_empty(), "the scheme has no survey");
}

#[test]
fn every_file_has_its_entry() {
    let files = blank(&words(), "one", "标题“一”\"\n", 2026).expect("written");
    let toml = String::from_utf8(files["kaoze.toml"].clone()).expect("text");
    assert!(toml.contains("title = \"标题“一”\\\"\" ") && toml.contains("to = \"2026-12-31\""));
    assert!(toml.contains("issued = \"2027-01-20\"") && toml.contains("scheme = \"one\""));
    for path in files.keys().filter(|path| path.starts_with("raw/")) {
        assert!(toml.lines().any(|line| line == format!("files = [\"{path}\"]")), "{path}");
    }
    let workbooks = files.len() - 1;
    let active = toml.lines().filter(|line| line.starts_with("files = ")).count();
    assert_eq!(active, workbooks + 1, "one entry for each, two for the two periods of 检查评分");
    assert!(toml.contains("\nsheets = \"半年检查\"\nset = { period = \"half\" }"));
    assert!(toml.contains("\n# table = \"ballot_counts\"\n"));
    let read = read(&toml, "kaoze.toml");
    assert!(read.findings.is_empty(), "{:?}", read.findings.sorted());
    let assessment = read.value.expect("an assessment");
    assert_eq!((assessment.title.as_str(), assessment.tables.len()), ("标题“一”\"", workbooks + 1));
    let more = template(&words()).expect("written");
    assert_eq!(more.len(), workbooks + 1, "those and the counted ballots");
}

#[test]
fn names_fit_disks_and_excel() {
    assert_eq!(sheet_name(" 班子\"测评\"/一 "), "班子测评一");
    assert_eq!(sheet_name("../.."), "表");
    assert_eq!(sheet_name(&"长".repeat(40)).chars().count(), 31);
}
