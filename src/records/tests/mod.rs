//! Tests of reading rows: a small county whose sheets read clean, and one slip at a time.

mod headers;
mod marks;
mod others;
mod polls;
mod rosters;
mod sources;
mod voters;
mod whole;
mod whole_ballots;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Records, read};
use crate::assessment::{Assessment, Status, TableSource};
use crate::diag::{Checked, Finding, Lang, Place, Severity};
use crate::exact::Exact;
use crate::scheme::words::{
    Blank, CaseWords, DateWords, FactTable, FamilyWords, ItemWords, MarkValue, Named, OverReturn, PeriodWords,
    PollKind, PollSubject, PollWords, RoleKind, RoleWords, Sign, Validity, Words, standard_layouts,
};
use crate::sheets::{Cell, CellValue, Merge, Sheet, Workbook};
use crate::terms::PeriodCode;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn exact(text: &str) -> Exact {
    text.parse().expect("a number")
}

fn named<C: for<'a> From<&'a str>>(all: &[(&str, &str, &[&str])]) -> Vec<Named<C>> {
    let one = |(code, name, aliases): &(&str, &str, &[&str])| Named {
        code: C::from(code),
        name: (*name).to_owned(),
        aliases: aliases.iter().map(ToString::to_string).collect(),
    };
    all.iter().map(one).collect()
}

fn line(line: u32) -> Place {
    Place::Line("scheme/items.toml".into(), line)
}

fn poll(code: &str, name: &str, kind: PollKind, subject: PollSubject, periods: &[&str]) -> PollWords {
    PollWords {
        code: code.into(),
        name: name.to_owned(),
        kind,
        subject,
        periods: periods.iter().map(|period| PeriodCode::new(period)).collect(),
        classes: named(&[("A", "A票", &["A类"]), ("B", "B票", &[])]),
        questions: named(&[("Q1", "履行责任", &[]), ("Q2", "作风建设", &[])]),
        marks: named(&[
            ("excellent", "优秀", &["优"]),
            ("good", "良好", &[]),
            ("fair", "一般", &[]),
            ("poor", "较差", &[]),
        ]),
        no_view_words: vec!["不了解".to_owned()],
        void_words: vec!["废票".to_owned()],
        blank: Blank::LeaveOut,
        over_return: OverReturn::Void,
        min_count: 5,
        voters: None,
        validity: Validity::default(),
        place: Place::Line("scheme/ballots.toml".into(), 3),
    }
}

fn words() -> Words {
    let item = |code: &str, name: &str, table, value, periods: &[&str], at| ItemWords {
        by_member: false,
        code: code.into(),
        name: name.to_owned(),
        table,
        value,
        periods: periods.iter().map(|period| PeriodCode::new(period)).collect(),
        place: line(at),
    };
    let both = &["half", "year"][..];
    let role = |code: &str, name: &str, kind| RoleWords {
        named: Named { code: code.into(), name: name.to_owned(), aliases: Vec::new() },
        kind,
    };
    let level = |name: &str| Named { code: name.to_owned(), name: name.to_owned(), aliases: Vec::new() };
    let case = |code: &str, name: &str, alias: &str| CaseWords {
        named: Named { code: code.into(), name: name.to_owned(), aliases: vec![alias.to_owned()] },
        measure: "件".to_owned(),
    };
    let mut public = poll("public", "群众满意度调查", PollKind::Survey, PollSubject::Unit, &["year"]);
    public.classes = named(&[("phone", "电话访问", &["电话"])]);
    public.questions = named(&[("S1", "办事公道", &[])]);
    public.marks = named(&[("yes", "满意", &[]), ("no", "不满意", &[])]);
    public.over_return = OverReturn::Warning;
    let points = MarkValue::Points { full: exact("30"), places: 1 };
    Words {
        groups: named(&[("township", "乡镇", &["镇"]), ("department", "部门", &[])]),
        periods: vec![
            PeriodWords { code: "half".into(), name: "半年".to_owned(), from: (1, 1), to: (6, 30) },
            PeriodWords { code: "year".into(), name: "年终".to_owned(), from: (7, 1), to: (12, 31) },
        ],
        roles: vec![
            role("principal", "正职", RoleKind::Principal),
            role("in_charge", "分管领导", RoleKind::InCharge),
            role("member", "班子成员", RoleKind::Member),
        ],
        items: vec![
            item("J1", "研究部署", FactTable::Ledger, MarkValue::Count, both, 10),
            item("J2", "签订责任书", FactTable::Marks, MarkValue::YesNo, both, 20),
            item("J3", "主体责任落实", FactTable::Marks, points, both, 30),
            item("J4", "述责述廉报告", FactTable::Marks, MarkValue::Date(DateWords::default()), &["year"], 40),
            item("J7.1", "约谈次数", FactTable::Marks, MarkValue::Count, both, 50),
        ],
        cases: vec![case("opened", "立案", "立案数"), case("closed", "办结", "结案")],
        polls: vec![
            poll("team", "班子民主测评", PollKind::Appraisal, PollSubject::Unit, both),
            poll("leader", "成员民主测评", PollKind::Appraisal, PollSubject::Person, &["year"]),
            public,
        ],
        families: vec![FamilyWords {
            named: Named { code: "honour".into(), name: "表彰奖励".to_owned(), aliases: Vec::new() },
            levels: vec![level("省级"), level("市级")],
            sign: Sign::Bonus,
            of_people: false,
            tiers: Vec::new(),
            one_document: false,
        }],
        grounds: named(&[("V1", "发生严重违纪违法案件", &["严重违纪"])]),
        grades: ["优秀", "良好", "合格", "不合格"].map(str::to_owned).to_vec(),
        layouts: standard_layouts(),
        ..Words::default()
    }
}

/// A county of three units, as sheets: name of the table and rows with `|` between the cells.
fn county() -> BTreeMap<&'static str, String> {
    BTreeMap::from([
        (
            "units",
            "云山县单位名册（虚构）\n单位代码|单位名称|单位类别\nU1|云山镇|乡镇\nU2|白石镇|乡镇\nU3|财政局|部门".to_owned(),
        ),
        (
            "people",
            "人员代码|姓名|单位|职务|角色|任职起|任职止|分管事项|主要职务\n\
             P1|张伟|云山镇|党委书记|正职|2013-05-01|||\n\
             P2|李强|云山镇|纪委书记|分管领导|2014-01-01|2015-08-31|信访、扶贫|\n\
             P3|王芳|白石镇|党委书记|正职|2012年3月1日|至今||\n\
             P4|赵敏|财政局|局长|正职|D:2015-01-01|||"
                .to_owned(),
        ),
        (
            "marks",
            "单位|考核期|检查人|J2 签订责任书|J3|述责述廉报告|J7.1约谈次数|扣分说明\n\
             云山镇|半年|第一组|有|25.5||3|\n白石镇|半年|第一组|无|不适用||0|无责任书\nU3|half|第一组|√|30||2|\n\
             云山镇|年终|第一组|有|26|2015-12-18|4|\n白石镇|年终|第一组|有|/|2015年12月20日|3|\nU3|year|第一组|有|0||2|"
                .to_owned(),
        ),
        (
            "ledger",
            "单位|项目|日期|内容|佐证材料\n云山镇|J1|2015-02-03|党委会研究部署|会议纪要\n云山镇|研究部署|2015-07-15|第三季度部署|纪要"
                .to_owned(),
        ),
        (
            "ballots",
            "测评|考核期|票类|票号|测评对象|履行责任|作风建设\n\
             team|半年|A票|1|云山镇|优秀|良好\nteam|半年|A票|2|云山镇|优|不了解\nteam|半年|B票|1|云山镇||废票\n\
             成员民主测评|年终|A类|1|张伟|一般|较差"
                .to_owned(),
        ),
        (
            "ballot_returns",
            "测评|考核期|票类|测评对象|发出|收回\nteam|半年|A|云山镇|2|2\nteam|半年|B|云山镇|3|1\nleader|年终|A|P1|1|1".to_owned(),
        ),
        (
            "ballot_counts",
            "测评|考核期|票类|测评对象|测评项目|发出|收回|优秀|良好|一般|较差|不了解|未填|无效票\n\
             team|年终|A票|白石镇|Q1|10|9|5|2|1||1||\nteam|年终|A票|白石镇|Q2|10|9|4|2|1|0|1|1|0"
                .to_owned(),
        ),
        ("survey", "调查|考核期|渠道|问卷编号|单位|办事公道\npublic|年终|电话|1|财政局|满意\npublic|年终|电话|2|财政局|不满意".to_owned()),
        ("cases", "单位|年度|立案数|办结\n全县|2014|10|9\n全县|2015年|12|11\n云山镇|2015|1|不适用\n合计||23|20".to_owned()),
        (
            "claims",
            "编号|单位|类别|级别|事项|文号|日期|计入年度\nK1|云山镇|表彰奖励|省级|先进集体|省发〔2015〕1号|2015-03-01|2015".to_owned(),
        ),
        (
            "events",
            "编号|单位|涉及人员|事由|分管事项|日期|文号|处理措施|计入年度|是否撤销\n\
             E1|云山镇|李强|严重违纪|信访|2015-05-05|云纪〔2015〕3号|党内警告|2015|否\n\
             E2|白石镇||V1||2015-06-01|云纪〔2015〕4号||2015|是"
                .to_owned(),
        ),
        (
            "decisions",
            "编号|对象|决定等次|决定机关|日期|理由\nC1|白石镇|合格|县委常委会|2016-01-15|事迹突出\nC2|P1|良好|县委常委会|2016-01-15|并列"
                .to_owned(),
        ),
    ])
}

/// A sheet from rows of cells with `|` between them: numbers as numbers, `D:2015-01-01` as a date cell, `#N/A` as a fault.
fn sheet(file: &str, name: &str, text: &str) -> Sheet {
    let mut cells = Vec::new();
    for (row, line) in (0..).zip(text.lines()) {
        for (col, written) in (0..).zip(line.split('|')) {
            let written = written.trim_start_matches(' ');
            let is_number = written.parse::<Exact>().is_ok() && !written.contains('/');
            let value = match written {
                "" => continue,
                _ if is_number => CellValue::Number(written.to_owned()),
                _ if written.starts_with('#') => CellValue::Fault(written.to_owned()),
                _ => match written.strip_prefix("D:") {
                    Some(date) => CellValue::Date(day(date)),
                    None => CellValue::Text(written.into()),
                },
            };
            cells.push(Cell { row, col, value });
        }
    }
    Sheet { file: file.into(), name: name.into(), hidden: false, cells, merges: Vec::new() }
}

fn book(file: &str, sheets: Vec<Sheet>) -> Workbook {
    Workbook { file: file.into(), sheets }
}

fn source(table: &str, file: &str) -> TableSource {
    TableSource {
        table: table.to_owned(),
        files: vec![file.to_owned()],
        sheets: None,
        set: BTreeMap::new(),
        place: Place::Line("kaoze.toml".into(), 9),
    }
}

fn assessment(tables: Vec<TableSource>) -> Assessment {
    Assessment {
        title: "云山县2015年度考核（虚构）".to_owned(),
        from: day("2015-01-01"),
        to: day("2015-12-31"),
        year: 2015,
        status: Status::Draft,
        issued: day("2016-01-20"),
        lang: Lang::Zh,
        scheme: "yunshan".to_owned(),
        fictional: true,
        tables,
        allow: Vec::new(),
    }
}

/// Reads these tables, each from `raw/<table>.xlsx ▸ S`.
fn read_tables(tables: &BTreeMap<&str, String>) -> Checked<Records> {
    read_with(tables, &words())
}

/// The same, with other words.
fn read_with(tables: &BTreeMap<&str, String>, words: &Words) -> Checked<Records> {
    let file = |table: &str| format!("raw/{table}.xlsx");
    let sources = tables.keys().map(|table| source(table, &file(table))).collect();
    let books: Vec<Workbook> =
        tables.iter().map(|(table, text)| book(&file(table), vec![sheet(&file(table), "S", text)])).collect();
    let files: Vec<String> = tables.keys().map(|table| file(table)).collect();
    read(&assessment(sources), words, &books, &files)
}

/// The county with one text replaced by another in one table.
fn with(table: &str, from: &str, to: &str) -> Checked<Records> {
    let mut county = county();
    let text = county.get_mut(table).expect("a table");
    assert!(text.contains(from), "{table} has no {from:?}");
    *text = text.replacen(from, to, 1);
    read_tables(&county)
}

fn all<'f>(checked: &'f Checked<Records>, code: &str) -> Vec<&'f Finding> {
    checked.findings.iter().filter(|finding| finding.code.id == code).collect()
}

/// Codes of all findings that are no note, sorted, each once.
fn codes(checked: &Checked<Records>) -> Vec<&'static str> {
    let mut codes: Vec<_> =
        checked.findings.iter().filter(|f| f.severity != Severity::Note).map(|f| f.code.id).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// Asserts that `code` is told once, at this place, with these words in what to do, and that nothing else is told.
fn only<'f>(checked: &'f Checked<Records>, code: &str, place: &str, mend: &str) -> &'f Finding {
    assert_eq!(codes(checked), [code], "{:#?}", checked.findings.iter().map(|f| &f.headline.zh).collect::<Vec<_>>());
    one(checked, code, place, mend)
}

/// Asserts that `code` is told once, at this place, with these words in what to do.
fn one<'f>(checked: &'f Checked<Records>, code: &str, place: &str, mend: &str) -> &'f Finding {
    let told = all(checked, code);
    assert_eq!(
        told.len(),
        1,
        "{code}: {:#?}",
        checked.findings.iter().map(|f| (f.code.id, &f.headline.zh)).collect::<Vec<_>>()
    );
    assert_eq!(told[0].at[0].place.to_string(), place);
    assert!(told[0].mend.zh.contains(mend), "{}", told[0].mend.zh);
    told[0]
}

#[test]
fn the_county_reads_clean() {
    let checked = read_tables(&county());
    let told: Vec<_> = checked.findings.iter().map(|f| (f.code.id, &f.headline.zh, &f.at)).collect();
    // The total row of the case statistics is the only thing left out.
    assert_eq!(told.iter().map(|(code, ..)| *code).collect::<Vec<_>>(), ["R015"], "{told:#?}");
}

#[test]
fn every_code_is_listed_once_and_has_its_manual() {
    let mut ids: Vec<_> = super::findings::ALL.iter().map(|code| code.id).collect();
    let n = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert!(n >= 60, "only {n} codes are listed");
    assert_eq!(ids.len(), n);
    for code in super::findings::ALL {
        let entry = code.entry();
        assert!(entry.starts_with(&format!("{} {}", code.id, code.name)), "{entry}");
        for part in ["## What is checked", "## Why it matters", "## Example", "## Mend"] {
            assert!(entry.contains(part), "{} lacks {part}", code.id);
        }
    }
}

/// A merged area.
fn merge(top: u32, left: u32, bottom: u32, right: u32) -> Merge {
    Merge { top, left, bottom, right }
}
