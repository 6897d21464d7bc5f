//! The demo speaks the scheme's words, and kaoze.toml is read as it was meant.

use super::plan::plan;
use super::workspace::{TABLES, books};
use super::{county, yunshan};
use crate::assessment::{Assessment, read};
use crate::files::matches;
use crate::scheme::words::standard_layouts;
use crate::sheets::{Limits, read_workbook};

const SEED: u64 = 7;

/// The assessment of a workspace, read without a finding.
fn assessment(year: i32) -> Assessment {
    let files = county(5, SEED, year).expect("written");
    let text = String::from_utf8(files["kaoze.toml"].clone()).expect("text");
    let read = read(&text, "kaoze.toml");
    assert!(read.findings.is_empty(), "{:?}", read.findings.sorted());
    read.value.expect("an assessment")
}

#[test]
fn kaoze_toml_is_read() {
    let assessment = assessment(2015);
    assert_eq!((assessment.year, assessment.scheme.as_str(), assessment.fictional), (2015, "yunshan", true));
    assert_eq!(assessment.issued.to_string(), "2016-01-20");
    assert_eq!(assessment.tables.len(), TABLES.len());
    let ballots = assessment.tables.iter().find(|table| table.table == "ballots").expect("ballots");
    let set: Vec<(&str, &str)> = ballots.set.iter().map(|(field, value)| (field.as_str(), value.as_str())).collect();
    assert_eq!(set, [("class", "A"), ("period", "year"), ("poll", "team")]);
}

/// Every workbook comes back as sheets, without a finding.
#[test]
fn workbooks_are_read() {
    for (path, bytes) in county(20, SEED, 2015).expect("written").iter().filter(|(path, _)| path.starts_with("raw/")) {
        let read = read_workbook(path, bytes, &Limits::default());
        assert!(read.findings.is_empty(), "{path}: {:?}", read.findings.sorted());
        let made = books(&plan(20, SEED, 2015)).into_iter().find(|(at, _)| at == path).expect("the same book").1;
        assert_eq!(read.value.expect("a workbook").sheets.len(), made.len(), "{path}");
    }
}

/// Every word that the demo writes stands in the scheme's files.
#[test]
fn words_are_those_of_the_scheme() {
    const ITEMS: &str = include_str!("../../scoring/yunshan/items.toml");
    const BALLOTS: &str = include_str!("../../scoring/yunshan/ballots.toml");
    const SURVEYS: &str = include_str!("../../scoring/yunshan/surveys.toml");
    const OTHERS: &str = concat!(
        include_str!("../../scoring/yunshan/scheme.toml"),
        include_str!("../../scoring/yunshan/people.toml"),
        include_str!("../../scoring/yunshan/bonus.toml"),
        include_str!("../../scoring/yunshan/vetoes.toml"),
        include_str!("../../scoring/yunshan/grades.toml"),
    );
    for (code, name) in yunshan::MARK_ITEMS.iter().chain([&yunshan::LEDGER_ITEM]) {
        assert!(ITEMS.contains(&format!("code = \"{code}\"\nname = \"{name}\"")), "{code} {name}");
    }
    for name in yunshan::UNIT_CASES.iter().chain(&yunshan::COUNTY_CASES) {
        assert!(ITEMS.contains(&format!("name = \"{name}\"")), "{name}");
    }
    for (poll, text) in [(&yunshan::TEAM, BALLOTS), (&yunshan::LEADER, BALLOTS), (&yunshan::PUBLIC, SURVEYS)] {
        let part = text.split("[[poll]]").find(|part| part.contains(&format!("code = \"{}\"", poll.code)));
        let part = part.expect("the poll");
        assert!(part.contains(&format!("name = \"{}\"", poll.name)));
        for (code, name) in poll.classes {
            assert!(part.contains(&format!("code = \"{code}\", name = \"{name}\"")), "{name}");
        }
        for name in poll.questions.iter().chain(&poll.marks) {
            assert!(part.contains(&format!("name = \"{name}\"")), "{name}");
        }
        assert!(part.contains(&format!("\"{}\"", poll.void)) && part.contains(&format!("\"{}\"", yunshan::NO_VIEW)));
    }
    let names = yunshan::GROUPS.iter().chain(&yunshan::ROLES).chain(&yunshan::FAMILIES).chain(&yunshan::GROUNDS);
    for name in names.chain(&["省级", "市级", "县级"]) {
        assert!(OTHERS.contains(&format!("name = \"{name}\"")), "{name}");
    }
    for (code, name) in yunshan::PERIODS {
        assert!(OTHERS.contains(&format!("code = \"{code}\"\nname = \"{name}\"")), "{name}");
    }
}

/// The headers written are those of the standard layouts, where `yunshan` does not name others.
#[test]
fn headers_are_those_of_the_layouts() {
    let county = plan(77, SEED, 2015);
    let layouts = standard_layouts();
    for (table, pattern, _, set) in TABLES {
        let layout =
            layouts.iter().find(|layout| format!("{:?}", layout.table).to_lowercase() == table.replace('_', ""));
        let fields = &layout.expect("a layout").fields;
        for (path, sheets) in books(&county).into_iter().filter(|(path, _)| matches(pattern, path)) {
            for (sheet, field) in sheets.iter().flat_map(|sheet| fields.iter().map(move |field| (sheet, field))) {
                let given = set.contains(&format!("{} =", field.name));
                let named = field.headers.iter().any(|header| sheet.headers.contains(header));
                assert!(named || given || !field.required, "{path} {} lacks {}", sheet.name, field.name);
                assert!(!(named && given), "{path} {} is given twice", field.name);
            }
        }
    }
}
