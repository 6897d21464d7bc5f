//! Several packages and statistic books in order of their years.
//!
//! **In**: results and [`Trend`]s, as many as there are. **Out**: [`Years`]: totals, ranks and grades of each unit and case
//! counts of the county over the years. **Holds**: a line goes on only where both years stand under the same scheme or the
//! later package has scored the earlier year once more; else it is broken, and the reason kept; every contradiction between
//! sources is a finding. **Does not**: score anything.

mod counts;
mod model;
mod tables;
mod units;

pub use model::{CountLine, CountPoint, Ended, SCHEMA, Source, UnitLine, UnitPoint, Years};
pub use tables::Sheet;

use super::Trend;
use crate::diag::{Checked, Finding, Findings, Lang, Place, Rendered};
use crate::results::{FindingsBoth, Results};

/// What one folder gives.
#[derive(Debug, Clone)]
pub struct Given {
    /// Where it is, as the caller names it.
    pub path: String,
    /// Its package, if it has one.
    pub results: Option<Results>,
    /// Its case statistics, if they were read apart from the package.
    pub statistics: Option<Trend>,
    /// What was found while reading those.
    pub findings: Findings,
}

/// Joins them. Of two packages of one year the one issued last counts.
#[must_use]
pub fn years(given: Vec<Given>) -> Checked<Years> {
    let mut findings = Findings::default();
    let mut sources: Vec<Source> = given.iter().flat_map(sources).collect();
    sources.sort_by(|a, b| (a.year, a.kind, &a.path).cmp(&(b.year, b.kind, &b.path)));
    let fictional = given.iter().any(|one| {
        one.results.as_ref().is_some_and(|results| results.assessment.fictional)
            || one.statistics.as_ref().is_some_and(|trend| trend.fictional)
    });
    for one in &given {
        findings.append(one.findings.iter().cloned().map(|finding| inside(finding, &one.path)).collect());
    }
    let mut packages: Vec<(&str, &Results)> =
        given.iter().filter_map(|one| Some((one.path.as_str(), one.results.as_ref()?))).collect();
    packages.sort_by_key(|(path, results)| (results.assessment.year, results.assessment.issued.clone(), *path));
    let mut kept: Vec<(&str, &Results)> = Vec::new();
    for package in packages {
        match kept.last_mut().filter(|last| last.1.assessment.year == package.1.assessment.year) {
            Some(last) => *last = package,
            None => kept.push(package),
        }
    }
    let units = units::lines(&kept, &mut findings);
    let books: Vec<(&str, &Trend)> =
        given.iter().filter_map(|one| Some((one.path.as_str(), one.statistics.as_ref()?))).collect();
    let (cases, counted) = counts::lines(&kept, &books, &mut findings);
    let mut years: Vec<i32> = kept.iter().map(|(_, results)| results.assessment.year).chain(counted).collect();
    years.sort_unstable();
    years.dedup();
    let sorted = findings.sorted();
    let rendered = |lang| sorted.iter().map(|finding| Rendered::of(finding, lang)).collect();
    let told = FindingsBoth { zh: rendered(Lang::Zh), en: rendered(Lang::En) };
    Checked { value: Years { schema: SCHEMA, fictional, sources, years, units, cases, findings: told }, findings }
}

fn sources(one: &Given) -> Vec<Source> {
    let path = one.path.clone();
    let package = one.results.as_ref().map(|results| Source {
        year: results.assessment.year,
        path: path.clone(),
        kind: "package",
        title: results.assessment.title.clone(),
        status: Some(results.assessment.status.clone()),
        scheme: Some(results.scheme.code.clone()),
        scheme_digest: Some(results.scheme.digest.clone()),
        published_in: None,
    });
    let book = one.statistics.as_ref().map(|trend| Source {
        year: trend.year,
        path,
        kind: "statistics",
        title: trend.title.clone(),
        status: None,
        scheme: None,
        scheme_digest: None,
        published_in: trend.source.clone(),
    });
    package.into_iter().chain(book).collect()
}

/// A finding with the folder before its files.
fn inside(mut finding: Finding, folder: &str) -> Finding {
    for at in &mut finding.at {
        at.place = moved(&at.place, folder);
    }
    finding.expected_at = finding.expected_at.map(|place| moved(&place, folder));
    finding
}

fn moved(place: &Place, folder: &str) -> Place {
    let file = format!("{}/{}", folder.trim_end_matches('/'), place.file()).into();
    match place {
        Place::File(_) => Place::File(file),
        Place::Line(_, line) => Place::Line(file, *line),
        Place::Sheet(_, sheet) => Place::Sheet(file, sheet.clone()),
        Place::Cell(_, sheet, row, column) => Place::Cell(file, sheet.clone(), *row, *column),
    }
}
