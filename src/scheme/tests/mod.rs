//! The built-in schemes load clean, their sums are those worked by hand, and nothing in a file makes the reader panic.

mod codes;
mod codes_full;
mod extends;
mod fuzz;

use chrono::NaiveDate;

use super::worth::{Points, Whose};
use super::{Scheme, builtin, builtin_names, in_force, json_schema, load, show};
use crate::diag::{Checked, Lang};
use crate::exact::Exact;
use crate::files::{Digest, InMemory};
use crate::terms::ItemCode;

/// The minimal scheme, the base of most cases.
const MINIMAL: &str = include_str!("../../../scoring/minimal/scheme.toml");

fn load_text(text: &str) -> Checked<Option<Scheme>> {
    let mut files = InMemory::default();
    files.0.insert("scheme/minimal/scheme.toml".to_owned(), text.as_bytes().to_vec());
    load(&files, "scheme/minimal", "minimal")
}

fn yunshan() -> Option<Scheme> {
    load(&builtin(), "scoring/yunshan", "yunshan").value
}

fn number(text: &str) -> Exact {
    text.parse().unwrap_or_default()
}

#[test]
fn every_built_in_scheme_loads_clean() {
    let names = [
        "gaotai-2015",
        "lecture-2008",
        "minimal",
        "petition-work",
        "qixian-2015",
        "ruian-2012",
        "tianshui-2014",
        "xinghaiwan-2018",
        "yunshan",
    ];
    assert_eq!(builtin_names(), names);
    for name in builtin_names() {
        let checked = load(&builtin(), &format!("scoring/{name}"), &name);
        // A table of a thousand points, and one of 34, are told and taken as written.
        let told: &[&str] = if matches!(name.as_str(), "petition-work" | "ruian-2012") { &["C012"] } else { &[] };
        let found: Vec<&str> = checked.findings.iter().map(|finding| finding.code.id).collect();
        assert_eq!(found, told, "{name}");
        assert!(checked.value.is_some(), "{name}");
    }
}

#[test]
fn yunshan_adds_up_as_by_hand() {
    let scheme = yunshan().expect("loads");
    let worth = &scheme.worth;
    // 0.60×100 + 0.20×100 + 0.15×100 + 0.05×100
    assert_eq!(worth.true_maximum(), Some(number("100")));
    // 表彰奖励 3 + 经验推广 2
    assert_eq!(worth.bonus_maximum(), Some(number("5")));
    assert_eq!(worth.highest_total(), Some(number("105")));
    let fulls = ["12", "8", "30", "20", "10", "10", "10", "6", "4", "60", "40"];
    let read: Vec<String> = worth.items.iter().map(|item| item.full.to_string()).collect();
    assert_eq!(read, fulls);
    let halves = |bands: &[super::worth::Band]| bands.iter().map(|b| b.grade.to_string()).collect::<Vec<_>>();
    assert_eq!(halves(worth.bands(Whose::Unit)), ["优秀", "良好", "合格", "基本合格", "不合格"]);
    assert_eq!(halves(worth.bands(Whose::Person)), ["优秀", "合格", "基本合格", "不合格"]);
    assert_eq!(scheme.words.grades, ["优秀", "良好", "合格", "基本合格", "不合格"]);
}

#[test]
fn parts_inherit_periods_and_have_no_component() {
    let scheme = yunshan().expect("loads");
    let whole = scheme.worth.item(&ItemCode::new("J7")).expect("J7");
    assert!(matches!(&whole.points, Points::Parts(parts) if parts.iter().map(ItemCode::as_str).eq(["J7.1", "J7.2"])));
    let part = scheme.worth.item(&ItemCode::new("J7.2")).expect("J7.2");
    assert_eq!(part.component, None);
    assert_eq!(part.periods, whole.periods);
    assert_eq!(part.periods.len(), 2);
    // Items made of parts and case rates have no cells.
    let cells: Vec<&str> = scheme.words.items.iter().map(|item| item.code.as_str()).collect();
    assert_eq!(cells, ["J1", "J2", "J3", "J4", "J5", "J6", "J7.1", "J7.2"]);
}

#[test]
fn a_layout_of_the_scheme_replaces_the_named_headers_only() {
    let scheme = yunshan().expect("loads");
    let layout = scheme.words.layout(super::words::Table::Units).expect("units");
    assert_eq!(
        layout.field("name").map(|field| field.headers.clone()),
        Some(vec!["单位名称".to_owned(), "单位".to_owned()])
    );
    assert_eq!(layout.field("name").map(|field| field.required), Some(true));
    let marks = scheme.words.layout(super::words::Table::Marks).expect("marks");
    assert_eq!(marks.field("period").map(|field| field.headers.clone()), Some(vec!["考核期".to_owned()]));
}

#[test]
fn rules_are_cited_by_name_file_and_line() {
    let scheme = yunshan().expect("loads");
    let rule = &scheme.worth.item(&ItemCode::new("J1")).expect("J1").rule;
    assert_eq!(rule.id.as_str(), "item:J1");
    let text = include_str!("../../../scoring/yunshan/items.toml");
    let line = text.lines().position(|line| line == "code = \"J1\"").unwrap_or_default();
    // The `[[item]]` above the code: lines count from one, positions from nought.
    assert_eq!(rule.place.to_string(), format!("scoring/yunshan/items.toml:{line}"));
    let quotas: Vec<&str> = scheme.worth.quotas.iter().map(|quota| quota.rule.id.as_str()).collect();
    assert_eq!(quotas, ["quota:unit:优秀:township", "quota:unit:优秀:department", "quota:person:优秀"]);
}

#[test]
fn the_file_set_is_kept_with_digests() {
    let scheme = yunshan().expect("loads");
    let names: Vec<&str> = scheme.files.iter().map(|file| file.name.as_str()).collect();
    assert!(names.is_sorted());
    assert!(names.contains(&"items.toml"));
    assert!(scheme.files.iter().all(|file| Digest::of(&file.bytes) == file.digest));
}

#[test]
fn only_the_days_of_the_scheme_are_in_force() {
    let scheme = yunshan().expect("loads");
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap_or_default();
    assert!(in_force(&scheme, day(2015, 1, 1), day(2015, 12, 31)).is_empty());
    let early = in_force(&scheme, day(2013, 1, 1), day(2013, 12, 31));
    assert_eq!(early.iter().map(|finding| finding.code.id).collect::<Vec<_>>(), ["C017"]);
}

#[test]
fn the_document_has_every_rule() {
    let scheme = yunshan().expect("loads");
    let (zh, en) = (show(&scheme, Lang::Zh), show(&scheme, Lang::En));
    for item in &scheme.worth.items {
        assert!(zh.contains(&format!("{} {}：", item.code, item.name)), "{}", item.code);
        assert!(en.contains(&format!("{} {}: ", item.code, item.name)), "{}", item.code);
    }
    for rule in scheme.worth.grounds.iter().map(|ground| &ground.rule) {
        assert!(zh.contains(&rule.place.to_string()), "{}", rule.id);
    }
    assert!(zh.contains("检查人打分满 5 个时去掉 1 个最高分和 1 个最低分后平均，不足 5 个时直接平均"));
    assert!(zh.contains("每期应做 2 次：12 − 4 × 少做的次数"));
    assert!(zh.contains("示例设定"));
    assert!(zh.contains("总分最高 105"));
}

#[test]
fn the_committed_schema_is_current() {
    let committed = include_str!("../../../scoring/scheme.schema.json").replace("\r\n", "\n");
    assert!(committed == json_schema(), "BLESS=1 cargo test --release --test main schema rewrites it");
}

#[test]
fn every_code_has_its_manual_and_stands_in_the_readme() {
    let readme = include_str!("../../../scoring/README.md");
    for code in super::findings::ALL {
        let entry = code.entry();
        for part in ["## What is checked", "## Why it matters", "## Example", "## Mend"] {
            assert!(entry.contains(part), "{} has {part}", code.id);
        }
        assert!(entry.starts_with(&format!("{} {}", code.id, code.name)), "{}", code.id);
        assert!(readme.contains(&format!("| {} | {} |", code.id, code.name)), "{}", code.id);
    }
}
