//! Year over year where the rules changed and units were renamed, merged and split: `datasets/years-case`, worked by hand.
//!
//! 2014: total = 0.7 × inspection + 0.3 × satisfaction; 2015: 0.6 and 0.4. The marks of both years, by unit:
//!
//! | 2014 | | 2015 | |
//! |---|---|---|---|
//! | U1 | 90, 80 | U1 | 92, 90 |
//! | U2 | 85, 95 | U12, renamed | 86, 90 |
//! | U3, U4 | 80, 70; 88, 92 | U34, merged | 84, 85 |
//! | U5 | 76, 84 | U51, U52, split | 80, 80; 70, 90 |
//! | U6 | 95, 60 | U6 | 90, 70 |

use std::path::{Path, PathBuf};

use kaoze::audit::trend::trend;
use kaoze::audit::trend::years::{Given, years};
use kaoze::diag::{Findings, Lang, render_text};
use kaoze::files::{Disk, Files, InMemory};
use kaoze::results::{LastYear, Results, SubjectResult};
use kaoze::run::{Traced, assemble, check, run};

fn dataset() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("datasets/years-case")
}

fn files() -> InMemory {
    let disk = Disk::at(&dataset());
    let listed = disk.list("").expect("listed");
    let own = listed.into_iter().filter(|path| !path.starts_with("out/") && !path.starts_with("check/"));
    InMemory(own.map(|path| (path.clone(), disk.read(&path).expect("read"))).collect())
}

fn scored(files: &dyn Files) -> (Results, Findings) {
    let checked = check(files);
    assert!(!checked.findings.has_errors(), "{}", render_text(&checked.findings, Lang::Zh));
    let (made, findings) = run(checked.value.expect("read"), checked.findings, Traced::Nobody);
    (made.expect("scored").results, findings)
}

fn unit<'a>(results: &'a Results, code: &str) -> &'a SubjectResult {
    results.units.iter().find(|unit| unit.code == code).unwrap_or_else(|| panic!("{code} is a unit"))
}

fn last<'a>(results: &'a Results, code: &str) -> &'a LastYear {
    unit(results, code).last_year.as_ref().unwrap_or_else(|| panic!("{code} has a year before"))
}

/// This year's total, last year's, last year's facts under this year's rules, this year's under last year's; then the
/// change, what of it is performance, and what the rules did.
fn check_line(results: &Results, code: &str, [now, before, rescored, reversed, change, own, rules]: [&str; 7]) {
    let last = last(results, code);
    let shown = |value: &Option<kaoze::results::Value>| value.as_ref().map(|value| value.shown().to_owned());
    let exact = |value: &Option<kaoze::exact::Exact>| value.clone();
    let parsed = |text: &str| text.parse::<kaoze::exact::Exact>().ok();
    assert_eq!(shown(&unit(results, code).score).as_deref(), Some(now), "{code}");
    assert_eq!(shown(&last.score).as_deref(), Some(before), "{code}");
    assert_eq!(shown(&last.rescored).as_deref(), Some(rescored), "{code}");
    assert_eq!(shown(&last.reversed).as_deref(), Some(reversed), "{code}");
    assert_eq!(exact(&last.change), parsed(change), "{code}");
    assert_eq!(exact(&last.performance), parsed(own), "{code}");
    assert_eq!(exact(&last.rules), parsed(rules), "{code}");
    assert_eq!(last.broken, None, "{code}");
}

#[test]
fn years_split_each_change_into_performance_and_rules() {
    let (results, findings) = scored(&files());
    assert!(findings.is_empty(), "{}", render_text(&findings, Lang::Zh));
    // U1: 55.2 + 36; 63 + 24; 54 + 32; 64.4 + 27.
    check_line(&results, "U1", ["91.20", "87.00", "86.00", "91.40", "4.2", "5.2", "-1"]);
    // U12, last year U2: 51.6 + 36; 59.5 + 28.5; 51 + 38; 60.2 + 27. Worse by itself, lifted by the rules.
    check_line(&results, "U12", ["87.60", "88.00", "89.00", "87.20", "-0.4", "-1.4", "1"]);
    // U6: 54 + 28; 66.5 + 18; 57 + 24; 63 + 21. Better by itself, and yet lower.
    check_line(&results, "U6", ["82.00", "84.50", "81.00", "84.00", "-2.5", "1", "-3.5"]);
    let movers: Vec<&str> = results.lists.movers.iter().map(|mover| mover.unit.as_str()).collect();
    assert_eq!(movers, ["U1", "U6", "U12"]);
}

#[test]
fn years_follow_new_names_and_break_at_mergers_and_splits() {
    let (results, _) = scored(&files());
    let from = |code: &str| -> Vec<(String, String, String)> {
        let of = last(&results, code).from.iter();
        of.map(|one| (one.code.clone(), one.how.clone(), one.date.clone())).collect()
    };
    let row = |code: &str, how: &str, date: &str| (code.to_owned(), how.to_owned(), date.to_owned());
    assert_eq!(from("U12"), [row("U2", "renamed", "2015-03-01")]);
    assert_eq!(from("U34"), [row("U3", "merged", "2015-02-10"), row("U4", "merged", "2015-02-10")]);
    for (code, broken) in [("U34", "merged"), ("U51", "split"), ("U52", "split")] {
        let last = last(&results, code);
        assert_eq!(last.broken.as_deref(), Some(broken));
        assert!(last.score.is_none() && last.change.is_none() && last.rescored.is_none(), "{code}");
    }
    assert_eq!(from("U52"), [row("U5", "split", "2015-04-01")]);
    assert_eq!(from("U1"), []);
}

#[test]
fn years_leave_this_years_numbers_alone() {
    let mut alone = files();
    alone.0.retain(|path, _| !path.starts_with("last-year/"));
    let bare = |mut results: Results| {
        results.units.iter_mut().for_each(|unit| unit.last_year = None);
        results.inputs.clear();
        results.lists.movers.clear();
        results
    };
    assert_eq!(bare(scored(&alone).0), bare(scored(&files()).0));
}

fn has(findings: &Findings, id: &str) -> usize {
    findings.iter().filter(|finding| finding.code.id == id).count()
}

#[test]
fn years_break_where_last_years_facts_do_not_fit() {
    // This year's rules take whole marks alone, and a mark of last year has a half.
    let mut files = files();
    let scheme = "scheme/years-2015/scheme.toml";
    let text = String::from_utf8(files.0[scheme].clone()).expect("text");
    let narrow = text.replacen("places = 1", "places = 0", 1);
    files.0.insert(scheme.to_owned(), narrow.into_bytes());
    let marks = "last-year/raw/检查评分.csv";
    let text = String::from_utf8(files.0[marks].clone()).expect("text");
    files.0.insert(marks.to_owned(), text.replacen("95,60", "95.5,60", 1).into_bytes());
    // The manifest would tell that the sheet is another one; without it the mark itself is what does not fit.
    files.0.remove("last-year/manifest.json");
    let (results, findings) = scored(&files);
    assert_eq!(has(&findings, "F007"), 1, "{}", render_text(&findings, Lang::Zh));
    let of = last(&results, "U1");
    assert_eq!(of.broken.as_deref(), Some("facts"));
    assert_eq!((&of.change, &of.rescored), (&None, &None));
    assert_eq!(of.reversed.as_ref().map(|value| value.shown()), Some("91.40"));
}

#[test]
fn years_break_where_last_years_facts_are_not_there() {
    let mut files = files();
    files.0.retain(|path, _| !path.starts_with("last-year/") || path.ends_with(".json"));
    let (results, findings) = scored(&files);
    assert_eq!(has(&findings, "F007"), 1);
    assert_eq!(last(&results, "U1").broken.as_deref(), Some("rules"));
    assert_eq!(last(&results, "U1").score.as_ref().map(|value| value.shown()), Some("87.00"));
    assert!(results.lists.movers.is_empty());
}

#[test]
fn years_take_no_sheet_but_the_one_last_years_results_used() {
    let mut files = files();
    let marks = "last-year/raw/检查评分.csv";
    let text = String::from_utf8(files.0[marks].clone()).expect("text");
    files.0.insert(marks.to_owned(), text.replacen("95,60", "96,60", 1).into_bytes());
    let (results, findings) = scored(&files);
    let said = render_text(&findings, Lang::En);
    assert!(said.contains("not the file that last year's results used"), "{said}");
    assert_eq!(last(&results, "U6").broken.as_deref(), Some("rules"));
}

#[test]
fn years_follow_a_name_through_a_name() {
    let mut files = files();
    let steps = "日期,方式,原单位,新单位\n2015-03-01,更名,U2,U9\n2015-06-01,更名,U9,林业和草原局（虚构）\n2015-02-10,合并,U3、U4,U8\n2015-05-01,更名,U8,U34\n";
    files.0.insert("raw/单位沿革.csv".to_owned(), steps.as_bytes().to_vec());
    let (results, findings) = scored(&files);
    assert!(findings.is_empty(), "{}", render_text(&findings, Lang::Zh));
    check_line(&results, "U12", ["87.60", "88.00", "89.00", "87.20", "-0.4", "-1.4", "1"]);
    assert_eq!(last(&results, "U12").from[0].date, "2015-06-01");
    // A merger stays one under its later name.
    assert_eq!(last(&results, "U34").broken.as_deref(), Some("merged"));
    assert_eq!(last(&results, "U34").from[0].date, "2015-02-10");
    // Nobody tells where U51 comes from: it is new.
    assert_eq!(unit(&results, "U51").last_year, None);
}

#[test]
fn years_tell_unknown_units_and_circles() {
    let told = |rows: &str| {
        let mut files = files();
        files.0.insert("raw/单位沿革.csv".to_owned(), format!("日期,方式,原单位,新单位\n{rows}").into_bytes());
        let (results, findings) = scored(&files);
        (results, findings)
    };
    let (results, findings) = told("2015-03-01,更名,U77,U12\n2015-03-02,更名,U2,U78\n");
    assert_eq!((has(&findings, "F005"), unit(&results, "U12").last_year.is_none()), (2, true));
    let (results, findings) = told("2015-03-01,更名,U1,U6\n2015-06-01,更名,U6,U1\n");
    assert_eq!(has(&findings, "F006"), 1);
    // The first row stands: U6 goes on from U1, and U1 is new.
    assert_eq!(last(&results, "U6").score.as_ref().map(|value| value.shown()), Some("87.00"));
    assert_eq!(unit(&results, "U1").last_year, None);
}

#[test]
fn years_case_has_the_results_of_its_own_last_year() {
    let mut before = files();
    before.0.retain(|path, _| path.starts_with("last-year/") && !path.ends_with(".json"));
    let of = |path: String| path.trim_start_matches("last-year/").to_owned();
    let before = InMemory(before.0.into_iter().map(|(path, bytes)| (of(path), bytes)).collect());
    let checked = check(&before);
    let made = run(checked.value.expect("read"), checked.findings, Traced::Nobody).0.expect("scored");
    let package = assemble(&made, std::collections::BTreeMap::new());
    for name in ["results.json", "manifest.json"] {
        let path = dataset().join("last-year").join(name);
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, &package[name]).expect("the dataset can be written");
        }
        let stands = std::fs::read(&path).unwrap_or_default();
        assert!(stands == package[name], "{name} is not what the program makes now; BLESS=1 rewrites it");
    }
}

fn given(path: &str, results: Option<Results>, book: Option<&InMemory>) -> Given {
    let read = book.map(|files| trend(files, None).expect("in memory"));
    let (statistics, findings) = read.map_or((None, Findings::default()), |read| (read.value, read.findings));
    Given { path: path.to_owned(), results, statistics, findings }
}

/// The package of last year and that of this year.
fn packages() -> [Results; 2] {
    let before = Results::from_json(&files().0["last-year/results.json"]).expect("results");
    [before, scored(&files()).0]
}

#[test]
fn years_stand_side_by_side_in_a_trend() {
    let [before, now] = packages();
    let joined = years(vec![given("now", Some(now), None), given("before", Some(before), None)]);
    assert!(joined.findings.is_empty(), "{}", render_text(&joined.findings, Lang::Zh));
    let value = joined.value;
    assert_eq!(value.years, [2014, 2015]);
    let line = |code: &str| value.units.iter().find(|line| line.code == code).unwrap_or_else(|| panic!("{code}"));
    let point = |code: &str, year: i32| {
        let point = line(code).points.iter().find(|point| point.year == year).expect("a point");
        let exact = |exact: &Option<kaoze::exact::Exact>| exact.as_ref().map(ToString::to_string);
        (exact(&point.change), exact(&point.performance), exact(&point.rules), point.broken.clone())
    };
    let some = |text: &str| Some(text.to_owned());
    // The renamed unit is one line with two names; what merged or split begins anew, and the old lines say into what.
    assert_eq!(point("U12", 2015), (some("-0.4"), some("-1.4"), some("1"), None));
    assert_eq!(line("U12").points[0].code, "U2");
    assert_eq!(point("U34", 2015), (None, None, None, some("merged")));
    assert_eq!(line("U34").points.len(), 1);
    let ended = line("U5").ended.as_ref().expect("it was split");
    assert_eq!((ended.year, ended.how.as_str()), (2015, "split"));
    assert_eq!(ended.into, ["住建局（虚构）", "城管局（虚构）"]);
}

#[test]
fn years_of_two_schemes_without_rescoring_are_broken_in_a_trend() {
    let [before, mut now] = packages();
    now.units.iter_mut().for_each(|unit| unit.last_year = None);
    let value = years(vec![given("before", Some(before), None), given("now", Some(now), None)]).value;
    let line = value.units.iter().find(|line| line.code == "U1").expect("U1");
    assert_eq!(line.points[1].broken.as_deref(), Some("rules"));
    assert_eq!(line.points[1].change, None);
}

#[test]
fn years_that_contradict_each_other_are_told() {
    let [mut before, now] = packages();
    let changed = kaoze::results::Value::Score { exact: kaoze::exact::Exact::from(86), shown: "86.00".to_owned() };
    before.units.iter_mut().filter(|unit| unit.code == "U1").for_each(|unit| unit.score = Some(changed.clone()));
    let findings = years(vec![given("before", Some(before), None), given("now", Some(now), None)]).findings;
    let said = render_text(&findings, Lang::En);
    assert_eq!(has(&findings, "A008"), 1, "{said}");
    assert!(said.contains("青石镇（虚构） of 2014: 86.00 and 87.00"), "{said}");
}

/// A book that prints 初核 of a year, and perhaps its change.
fn book(year: i32, count: u32, change: &str) -> InMemory {
    let toml = format!("title = \"云河县{year}年案件统计（虚构）\"\nto = \"{year}-12-31\"\nfictional = true\n");
    let sentence =
        format!("初核{count}件次{}。", if change.is_empty() { String::new() } else { format!(",同比增长{change}%") });
    let mut published = format!(
        "year = {year}\nsource = {{ name = \"通报（虚构）\" }}\nindicator = [{{ code = \"prechecks\", name = \"初核\", measure = \"件次\" }}]\n[[sentence]]\nsection = \"一\"\ntext = \"{sentence}\"\nfigures = [\n{{ code = \"prechecks\", name = \"初核\", value = \"{count}\", measure = \"件次\", kind = \"count\" }},\n"
    );
    if !change.is_empty() {
        published += &format!(
            "{{ code = \"prechecks_change\", name = \"初核同比\", value = \"{change}\", measure = \"%\", kind = \"change_percent\", of = \"prechecks\", direction = \"up\" }},\n"
        );
    }
    published += "]\n";
    let file = |path: &str, text: String| (path.to_owned(), text.into_bytes());
    InMemory([file("kaoze.toml", toml), file("published.toml", published)].into())
}

#[test]
fn years_hold_a_printed_percentage_against_the_year_before() {
    let told = |before: u32| {
        let (first, second) = (book(2014, before, ""), book(2015, 80, "14.3"));
        years(vec![given("a", None, Some(&first)), given("b", None, Some(&second))])
    };
    // 80 after 70 is +14.28…%, and 70 is the only whole number that prints so; 72 would be +11.1%.
    let fits = told(70);
    assert!(fits.findings.is_empty(), "{}", render_text(&fits.findings, Lang::En));
    let point = &fits.value.cases[0].points[1];
    assert_eq!((point.year, point.change.shown(Lang::Zh)), (2015, "+14.3%".to_owned()));
    let differs = told(72);
    let said = render_text(&differs.findings, Lang::En);
    assert_eq!(has(&differs.findings, "A008"), 1, "{said}");
    assert!(said.contains("初核 of 2014 is 72; the change printed a year later allows 70 alone"), "{said}");
    // What stands somewhere is used, not what was recovered: 8/72 = 11.1%.
    assert_eq!(differs.value.cases[0].points[1].change.shown(Lang::Zh), "+11.1%");
}
