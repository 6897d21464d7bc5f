//! The workspace: kaoze.toml and one workbook per raw table.

use std::collections::BTreeMap;

use super::county::County;
use super::plan::plan;
use super::situations::{self, Situation};
use super::{ballots, claims, marks, rosters, surveys};
use crate::forms::{FormSheet, write_book};

/// Where raw tables are, as kaoze.toml says it: table, pattern, sheets, fixed values.
pub(super) const TABLES: [(&str, &str, &str, &str); 18] = [
    ("units", "raw/单位名册.xlsx", "", ""),
    ("people", "raw/干部名册.xlsx", "", ""),
    ("marks", "raw/检查评分/*.xlsx", "半年*", r#"period = "half""#),
    ("marks", "raw/检查评分/*.xlsx", "年终*", r#"period = "year""#),
    ("ledger", "raw/履责台账.xlsx", "", ""),
    ("ballot_counts", "raw/民主测评/班子_半年_汇总.xlsx", "", r#"poll = "team", period = "half""#),
    ("ballots", "raw/民主测评/班子_年终_A票.xlsx", "", r#"poll = "team", period = "year", class = "A""#),
    ("ballots", "raw/民主测评/班子_年终_B票.xlsx", "", r#"poll = "team", period = "year", class = "B""#),
    ("ballots", "raw/民主测评/班子_年终_C票.xlsx", "", r#"poll = "team", period = "year", class = "C""#),
    ("ballots", "raw/民主测评/班子成员_年终_A票.xlsx", "", r#"poll = "leader", period = "year", class = "A""#),
    ("ballots", "raw/民主测评/班子成员_年终_B票.xlsx", "", r#"poll = "leader", period = "year", class = "B""#),
    ("ballots", "raw/民主测评/班子成员_年终_C票.xlsx", "", r#"poll = "leader", period = "year", class = "C""#),
    ("ballot_returns", "raw/民主测评/票数登记.xlsx", "", ""),
    ("survey", "raw/满意度调查/*.xlsx", "", r#"poll = "public", period = "year""#),
    ("cases", "raw/案件统计.xlsx", "", ""),
    ("claims", "raw/加减分.xlsx", "", ""),
    ("events", "raw/责任追究.xlsx", "", ""),
    ("decisions", "raw/裁定.xlsx", "", ""),
];

/// A synthetic county as a whole workspace by path: kaoze.toml and raw workbooks for the scheme `yunshan`.
///
/// Units, people's names and lasting qualities hang on `seed`, the facts of the year on `seed` and `year`. From 77 units
/// come 9 townships, 68 departments and 315 people; other sizes are in proportion, from one unit on.
///
/// # Errors
/// In words, when a sheet grows past what a workbook can hold.
pub fn county(units: u32, seed: u64, year: i32) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let county = plan(units, seed, year);
    let mut files = BTreeMap::new();
    for (path, sheets) in books(&county) {
        let bytes = write_book(&sheets).map_err(|reason| format!("{path}: {reason}"))?;
        files.insert(path, bytes);
    }
    files.insert("kaoze.toml".to_owned(), toml(&county).into_bytes());
    Ok(files)
}

/// The situations that a county shows, with the units and people concerned.
#[must_use]
pub fn situations(units: u32, seed: u64, year: i32) -> Vec<Situation> {
    situations::list(&plan(units, seed, year))
}

/// Every workbook before it is written.
pub(super) fn books(county: &County) -> Vec<(String, Vec<FormSheet>)> {
    let mut books = vec![
        ("raw/单位名册.xlsx".to_owned(), vec![rosters::units(county)]),
        ("raw/干部名册.xlsx".to_owned(), vec![rosters::people(county)]),
        ("raw/履责台账.xlsx".to_owned(), vec![marks::ledger(county)]),
        ("raw/民主测评/班子_半年_汇总.xlsx".to_owned(), vec![ballots::half_year_counts(county)]),
        ("raw/民主测评/票数登记.xlsx".to_owned(), vec![ballots::returns(county)]),
        ("raw/满意度调查/满意度调查_导出.xlsx".to_owned(), vec![surveys::survey(county)]),
        ("raw/案件统计.xlsx".to_owned(), surveys::cases(county)),
        ("raw/加减分.xlsx".to_owned(), vec![claims::claims(county)]),
        ("raw/责任追究.xlsx".to_owned(), vec![claims::events(county)]),
        ("raw/裁定.xlsx".to_owned(), vec![claims::decisions(county)]),
    ];
    books.extend(marks::books(county));
    books.extend(ballots::year_end(county));
    books
}

fn toml(county: &County) -> String {
    let year = county.year;
    // The first year's results are settled; a later year still has cases for the committee.
    let status = if year.rem_euclid(2) == 0 { "final" } else { "proposed" };
    let mut text = format!(
        "# 虚构数据，仅供演示。由 kaoze demo --units {} --seed {} --year {year} 生成。\n\
         title = \"云山县{year}年度党风廉政建设责任制考核（虚构）\"\n\
         from = \"{year}-01-01\"\n\
         to = \"{year}-12-31\"\n\
         status = \"{status}\"\n\
         issued = \"{}-01-20\"\n\
         lang = \"zh\"\n\
         scheme = \"yunshan\"\n\
         fictional = true\n",
        county.units.len(),
        county.seed,
        year + 1
    );
    for (table, pattern, sheets, set) in TABLES {
        text.push_str(&format!("\n[[table]]\ntable = \"{table}\"\nfiles = [\"{pattern}\"]\n"));
        if !sheets.is_empty() {
            text.push_str(&format!("sheets = \"{sheets}\"\n"));
        }
        if !set.is_empty() {
            text.push_str(&format!("set = {{ {set} }}\n"));
        }
    }
    text
}
