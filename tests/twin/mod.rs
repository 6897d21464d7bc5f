//! A second scorer, written from the texts of scoring/yunshan/ alone and sharing nothing with the program, against the
//! program on generated counties: every item, component, total, band, rank and grade, exactly.
//!
//! Numbers of the regulation stand here as plain constants. Where the two disagree, the clause decides who is right.

#![allow(clippy::disallowed_types, clippy::disallowed_methods, reason = "an independent scorer reads workbooks itself")]

pub mod fraction;
mod leaders;
mod points;
mod raw;
mod rulings;
mod sheet;
mod votes;

use std::collections::BTreeMap;
use std::fmt::Write;

use kaoze::files::InMemory;
use kaoze::results::{Results, SubjectResult, Value};
use kaoze::run::{Traced, check, run};

use fraction::Both;
use points::{Item, UnitPoints, unit_points};
use raw::Raw;
use rulings::End;

/// What was compared.
#[derive(Default)]
struct Compared {
    counties: usize,
    units: usize,
    people: usize,
    /// Subjects that wait for the committee, that a veto hit, and that found no place.
    waiting: usize,
    vetoed: usize,
    without_place: usize,
    differences: String,
}

#[test]
fn small_counties() {
    let mut compared = Compared::default();
    for n in 0..240_u64 {
        let units = 3 + u32::try_from(n * 7 % 22).expect("small");
        let year = 2014 + i32::try_from(n % 4).expect("small");
        compare(units, 1000 + n, year, &mut compared);
    }
    compared.agree(240);
}

#[test]
fn whole_counties() {
    let mut compared = Compared::default();
    for (seed, year) in [(1, 2014), (1, 2015), (7, 2015), (8, 2016)] {
        compare(77, seed, year, &mut compared);
    }
    compared.agree(4);
}

impl Compared {
    fn agree(&self, counties: usize) {
        println!("{} counties, {} units, {} people", self.counties, self.units, self.people);
        println!("{} waiting, {} vetoed, {} without a place", self.waiting, self.vetoed, self.without_place);
        assert!(self.vetoed > 0 && self.without_place > 0 && self.waiting > 0, "the counties show what is compared");
        assert_eq!(self.counties, counties);
        assert!(self.differences.is_empty(), "twin and program differ:\n{}", self.differences);
    }

    fn same(&mut self, what: &str, twin: &str, program: &str) {
        if twin != program && self.differences.len() < 6000 {
            writeln!(self.differences, "{what}: twin {twin}, program {program}").expect("a string");
        }
    }
}

fn compare(units: u32, seed: u64, year: i32, compared: &mut Compared) {
    let files = kaoze::demo::county(units, seed, year).expect("a county");
    let raw = Raw::read(&files, year);
    let results = program(files);
    let at = format!("{units} units, seed {seed}, {year}");

    let codes: Vec<String> = raw.units.iter().map(|row| row["单位代码"].clone()).collect();
    let points: BTreeMap<String, UnitPoints> =
        codes.iter().map(|code| (code.clone(), unit_points(&raw, code))).collect();
    let caps = rulings::caps(&raw);
    let ends = rulings::units(&raw, &points, &caps);
    compared.same(&at, &ends.len().to_string(), &results.units.len().to_string());
    for result in &results.units {
        let at = format!("{at}: {}", result.code);
        of_unit(&at, &points[&result.code], result, compared);
        of_end(&at, points[&result.code].total, &ends[&result.code], result, compared);
    }

    let unit_of = |person: &str| {
        let name = &leaders::counted_post(&raw, person)["单位"];
        &raw.units.iter().find(|row| row["单位名称"] == *name).expect("a unit")["单位代码"]
    };
    let total =
        |person: &str| leaders::person_total(&raw, person, points[unit_of(person)].total.map(|both| both.rounded));
    let totals: BTreeMap<String, Option<Both>> =
        raw.people.iter().map(|row| (row["人员代码"].clone(), total(&row["人员代码"]))).collect();
    let ends = rulings::people(&raw, &totals, &caps);
    compared.same(&at, &ends.len().to_string(), &results.people.len().to_string());
    for result in &results.people {
        let at = format!("{at}: {}", result.code);
        compared.same(&format!("{at} unit"), unit_of(&result.code), result.unit.as_deref().unwrap_or_default());
        of_end(&at, totals[&result.code], &ends[&result.code], result, compared);
    }
    for subject in results.units.iter().chain(&results.people) {
        let at = |stage: &str| subject.rulings.iter().any(|ruling| ruling.stage == stage);
        compared.waiting += usize::from(subject.pending.is_some());
        compared.vetoed += usize::from(at("veto"));
        compared.without_place += usize::from(at("quota") && subject.grade != subject.band);
    }
    compared.counties += 1;
    compared.units += results.units.len();
    compared.people += results.people.len();
}

fn program(files: BTreeMap<String, Vec<u8>>) -> Results {
    let checked = check(&InMemory(files));
    let intake = checked.value.expect("a workspace");
    let (made, findings) = run(intake, checked.findings, Traced::Nobody);
    assert!(!findings.has_errors(), "{findings:?}");
    made.expect("no error was found").results
}

fn of_unit(at: &str, twin: &UnitPoints, result: &SubjectResult, compared: &mut Compared) {
    let parts = |list: &[kaoze::results::Part]| -> BTreeMap<String, String> {
        let shown = |part: &kaoze::results::Part| match part.state.as_str() {
            "not_applicable" => "-".to_owned(),
            _ => exact(part.score.as_ref()),
        };
        list.iter().map(|part| (part.code.clone(), shown(part))).collect()
    };
    let items = twin.items.iter().map(|(code, item)| match item {
        Item::Points(points) => (code.clone(), points.to_string()),
        Item::DoesNotApply => (code.clone(), "-".to_owned()),
    });
    compared.same(
        &format!("{at} items"),
        &format!("{:?}", items.collect::<BTreeMap<_, _>>()),
        &format!("{:?}", parts(&result.items)),
    );
    let components = [twin.inspection, twin.appraisal, twin.public, twin.handling];
    let codes = ["inspection", "appraisal", "public", "handling"];
    let components = codes.into_iter().zip(components).map(|(code, value)| (code.to_owned(), rounded(value)));
    let program = result.components.iter().map(|part| (part.code.clone(), shown(part.score.as_ref())));
    compared.same(
        &format!("{at} components"),
        &format!("{:?}", components.collect::<BTreeMap<_, _>>()),
        &format!("{:?}", program.collect::<BTreeMap<_, _>>()),
    );
    for (family, points) in &twin.adjustments {
        let program = parts(&result.adjustments).remove(*family).unwrap_or_else(|| "0/1".to_owned());
        compared.same(&format!("{at} {family}"), &points.to_string(), &program);
    }
}

fn of_end(at: &str, total: Option<Both>, twin: &End, result: &SubjectResult, compared: &mut Compared) {
    compared.same(&format!("{at} total"), &rounded(total), &shown(result.score.as_ref()));
    compared.same(&format!("{at} band"), twin.band.unwrap_or("-"), result.band.as_deref().unwrap_or("-"));
    compared.same(&format!("{at} grade"), twin.grade.unwrap_or("-"), result.grade.as_deref().unwrap_or("-"));
    compared.same(&format!("{at} pending"), &twin.pending.to_string(), &result.pending.is_some().to_string());
    let ranks = [twin.rank.map(|rank| rank.to_string()), result.rank.map(|rank| rank.to_string())];
    let [own, program] = ranks.map(|rank| rank.unwrap_or_default());
    compared.same(&format!("{at} rank"), &own, &program);
}

fn exact(value: Option<&Value>) -> String {
    value.and_then(Value::exact).map_or_else(|| "-".to_owned(), kaoze::exact::Exact::as_fraction)
}

/// A value of the program, exact and rounded.
fn shown(value: Option<&Value>) -> String {
    value.map_or_else(|| "-".to_owned(), |both| format!("{} {}", exact(value), fraction::decimal(both.shown())))
}

fn rounded(value: Option<Both>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| format!("{} {}", value.exact, value.rounded))
}
