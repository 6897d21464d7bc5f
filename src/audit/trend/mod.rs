//! Year over year of the case statistics, from sheets and from published figures.
//!
//! **In**: a folder with kaoze.toml, case sheets and, if there is one, published.toml. **Out**: [`Trend`]: per indicator both
//! counts, the exact change, and what the source prints of it. **Holds**: a count of the year before is known, recovered
//! as the only whole number that fits, or said to be neither; a printed change that differs is kept and marked.
//! **Does not**: add up rows of single units, or draw.

mod cases;
mod folder;
mod headline;
mod rows;
mod text;
pub mod years;
#[cfg(test)]
mod tests;

pub use rows::{Before, ChartRow, PrintedChange, SCHEMA, Trend, TrendRow};

use std::io;

use crate::audit::findings::{
    Counts, Unreadable, change_fits_none, count_differs, county_row_missing, published_differs, published_unreadable,
};
use crate::audit::published::{
    Agreement, FILE, Figure, Fits, Kind, Printed, Published, agreement, compare_shares, read_published, recover_before,
};
use crate::diag::{Checked, Findings, Place};
use crate::exact::Exact;
use crate::files::Files;
use crate::results::Change;
use crate::scheme::words::{CaseWords, Words};

use cases::{County, read_county};
use folder::read_folder;

/// Sets the counts of a folder's year beside those of the year before.
///
/// With `words` the indicators are those of the scheme, else those of published.toml. The value is absent if kaoze.toml or
/// published.toml cannot be read or names no indicator, and then the findings hold an error.
///
/// # Errors
/// When the disk cannot be read.
pub fn trend(files: &dyn Files, words: Option<&Words>) -> io::Result<Checked<Option<Trend>>> {
    let mut findings = Findings::default();
    let stop = |findings| Ok(Checked { value: None, findings });
    let unreadable = |file: &str, why| published_unreadable(Place::File(file.into()), why);

    let Some(text) = text_of(files, folder::FILE)? else {
        findings.push(unreadable(folder::FILE, Unreadable::Missing));
        return stop(findings);
    };
    let read = read_folder(&text);
    findings.append(read.findings);
    let Some(folder) = read.value else { return stop(findings) };

    let published = match text_of(files, FILE)? {
        Some(text) => {
            let read = read_published(FILE, &text, words.map_or(&[], |words| &words.cases));
            findings.append(read.findings);
            if read.value.is_none() {
                return stop(findings);
            }
            read.value
        }
        None => None,
    };
    let indicators = match (words, &published) {
        (Some(words), _) => words.cases.clone(),
        (None, Some(published)) => published.indicators.clone(),
        (None, None) => Vec::new(),
    };
    let Some(year) = folder.year().or(published.as_ref().map(|published| published.year)) else {
        findings.push(unreadable(folder::FILE, Unreadable::Lacks { field: "to" }));
        return stop(findings);
    };
    if indicators.is_empty() {
        findings.push(unreadable(FILE, Unreadable::Lacks { field: "indicator" }));
        return stop(findings);
    }
    let mut county = read_county(files, &folder, words, &indicators)?;
    findings.append(std::mem::take(&mut county.findings));
    if let Some(other) = published.as_ref().filter(|published| published.year != year) {
        findings.push(unreadable(FILE, Unreadable::OtherYear { year: other.year, expected: year }));
    }
    // Figures of another year say nothing about this one.
    let published = published.filter(|published| published.year == year);
    if let Some(published) = &published {
        findings.append(compare_shares(published));
    }
    let mut rows = Vec::new();
    for case in &indicators {
        let sides = Sides { county: &county, published: published.as_ref(), year };
        rows.extend(sides.row(case, &mut findings));
    }
    if !rows.iter().any(|row: &TrendRow| row.now.is_some()) {
        findings.push(county_row_missing(Place::File(folder::FILE.into()), year, &county.years));
    }
    let (source, period) = published.map_or((None, None), |published| (Some(published.source), published.period));
    let (title, fictional) = (folder.title, folder.fictional);
    Ok(Checked { value: Some(Trend { schema: SCHEMA, title, year, fictional, source, period, rows }), findings })
}

/// A text file of the folder, if it is there.
fn text_of(files: &dyn Files, path: &str) -> io::Result<Option<String>> {
    match files.read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).trim_start_matches('\u{FEFF}').to_owned())),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(e),
    }
}

/// What is known of the county's counts.
struct Sides<'a> {
    county: &'a County,
    published: Option<&'a Published>,
    year: i32,
}

impl Sides<'_> {
    /// The row of an indicator; nothing if neither a sheet nor the source speaks of it.
    fn row(&self, case: &CaseWords, findings: &mut Findings) -> Option<TrendRow> {
        let code = &case.named.code;
        let printed_now = self.published.and_then(|published| published.count_of(code));
        let printed_before = self.published.and_then(|published| published.before_of(code));
        let now = self.side(self.year, case, printed_now, findings);
        let known = self.side(self.year - 1, case, printed_before, findings);
        let changes: Vec<&Figure> = self.published.iter().flat_map(|published| published.changes_of(code)).collect();
        if now.is_none() && known.is_none() && changes.is_empty() && printed_now.is_none() {
            return None;
        }
        let (before, before_at) = match (&known, &now) {
            (Some((0, at)), _) => (Before::Zero, Some(at.clone())),
            (Some((n, at)), _) => (Before::Known { n: *n }, Some(at.clone())),
            (None, Some((now, _))) => recovered(*now, &changes),
            (None, None) => (Before::Unknown, None),
        };
        let printed = changes.iter().map(|figure| {
            let counts = now.clone().zip(before.count().zip(before_at.clone()));
            match counts {
                Some(((now, now_at), (before, before_at))) => {
                    let counts = Counts { now, now_at, before, before_at };
                    compared(figure, &counts, findings)
                }
                None => {
                    let no_fit = before == Before::NoneFits && before_at.as_ref() == Some(&figure.place);
                    if let Some((now, now_at)) = now.as_ref().filter(|_| no_fit) {
                        findings.push(change_fits_none(&figure.cited(), *now, now_at));
                    }
                    printed_change(figure, no_fit, None)
                }
            }
        });
        let printed: Vec<PrintedChange> = printed.collect();
        let said = printed_now.map(|(figure, _)| figure).or(changes.first().copied());
        Some(TrendRow {
            code: code.to_string(),
            name: case.named.name.clone(),
            measure: case.measure.clone(),
            now: now.as_ref().map(|(n, _)| *n),
            now_at: now.as_ref().map(|(_, at)| at.to_string()),
            before,
            before_at: before_at.map(|at| at.to_string()),
            change: Change::between(now.map(|(n, _)| n), before.count()),
            sentence: said.map(|figure| figure.sentence.to_string()),
            printed,
        })
    }

    /// A count of the sheet, or else as printed; both are compared where both are there.
    fn side(
        &self,
        year: i32,
        case: &CaseWords,
        printed: Option<(&Figure, &Printed)>,
        findings: &mut Findings,
    ) -> Option<(u32, Place)> {
        let in_sheet = self.county.count(year, &case.named.code);
        let Some((figure, printed)) = printed else { return in_sheet.cloned() };
        let Some((count, at)) = in_sheet else { return printed.whole().map(|n| (n, figure.place.clone())) };
        let agrees = printed.whole().map_or_else(|| printed.interval().contains(&Exact::from(*count)), |n| n == *count);
        if !agrees {
            findings.push(count_differs(&figure.cited(), *count, at));
        }
        Some((*count, at.clone()))
    }
}

/// The year before from the first printed change: a difference gives it outright, a percentage if one number fits.
fn recovered(now: u32, changes: &[&Figure]) -> (Before, Option<Place>) {
    for figure in changes {
        let before = match &figure.kind {
            Kind::ChangeCount(printed, _) => match printed.whole_change().map(|change| i64::from(now) - change) {
                None => continue,
                Some(0) => Before::Zero,
                Some(n) => u32::try_from(n).map_or(Before::NoneFits, |n| Before::Recovered { n }),
            },
            Kind::ChangePercent(printed, _) => match recover_before(now, printed) {
                Fits::None => Before::NoneFits,
                Fits::One { n } => Before::Recovered { n },
                Fits::Several { from, to } => Before::Several { from, to },
            },
            _ => continue,
        };
        return (before, Some(figure.place.clone()));
    }
    (Before::Unknown, None)
}

/// A printed change beside its two counts.
fn compared(figure: &Figure, counts: &Counts, findings: &mut Findings) -> PrintedChange {
    match agreement(counts.now, counts.before, figure) {
        Agreement::Agrees => printed_change(figure, false, None),
        Agreement::Differs { expected } => {
            findings.push(published_differs(&figure.cited(), counts, expected.as_deref()));
            printed_change(figure, true, expected)
        }
    }
}

fn printed_change(figure: &Figure, differs: bool, expected: Option<String>) -> PrintedChange {
    PrintedChange {
        shown: figure.shown(),
        percent: matches!(figure.kind, Kind::ChangePercent(..)),
        differs,
        expected,
        sentence: figure.sentence.to_string(),
        at: figure.place.to_string(),
        note: figure.note.clone(),
    }
}
