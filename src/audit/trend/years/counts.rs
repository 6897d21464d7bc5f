//! Case counts over the years, from packages and from books, each held against the others.

use std::collections::BTreeMap;

use super::model::{CountLine, CountPoint};
use crate::audit::findings::{Two, change_does_not_fit, sources_differ};
use crate::audit::trend::{Before, Trend};
use crate::diag::{Findings, Lang};
use crate::results::{Change, Results};

/// What one source says of one year.
struct Said {
    year: i32,
    count: Before,
    at: String,
    /// 0 for the year's own source, 1 for that of the year after.
    later: u8,
}

struct Indicator {
    code: String,
    name: String,
    measure: String,
    said: Vec<Said>,
}

/// The line of each indicator, in the order in which the sources name them, and the years they speak of.
pub(super) fn lines(
    packages: &[(&str, &Results)],
    books: &[(&str, &Trend)],
    findings: &mut Findings,
) -> (Vec<CountLine>, Vec<i32>) {
    let mut all: Vec<Indicator> = Vec::new();
    let mut say = |code: &str, name: &str, measure: &str, said: Said| {
        if said.count == Before::Unknown || said.count == Before::NoneFits {
            return;
        }
        let known = |own: &&mut Indicator| own.code == code || own.name == name;
        match all.iter_mut().find(known) {
            Some(own) => own.said.push(said),
            None => all.push(Indicator {
                code: code.to_owned(),
                name: name.to_owned(),
                measure: measure.to_owned(),
                said: vec![said],
            }),
        }
    };
    let counted =
        |n: Option<u32>| n.map_or(Before::Unknown, |n| if n == 0 { Before::Zero } else { Before::Known { n } });
    for (path, results) in packages {
        let year = results.assessment.year;
        for line in &results.lists.cases {
            for (year, n, later) in [(year, line.now, 0), (year - 1, line.before, 1)] {
                let at = format!("{path}/results.json");
                say(&line.code, &line.name, &line.measure, Said { year, count: counted(n), at, later });
            }
        }
    }
    for (path, trend) in books {
        for row in &trend.rows {
            let at = |at: &Option<String>| format!("{path}/{}", at.as_deref().unwrap_or_default());
            let now = Said { year: trend.year, count: counted(row.now), at: at(&row.now_at), later: 0 };
            let before = Said { year: trend.year - 1, count: row.before, at: at(&row.before_at), later: 1 };
            say(&row.code, &row.name, &row.measure, now);
            say(&row.code, &row.name, &row.measure, before);
        }
    }
    let years = |own: &Indicator| own.said.iter().map(|said| said.year).collect::<Vec<_>>();
    let mut known: Vec<i32> = all.iter().flat_map(years).collect();
    known.sort_unstable();
    known.dedup();
    (all.iter().map(|own| line(own, &known, findings)).collect(), known)
}

fn line(own: &Indicator, years: &[i32], findings: &mut Findings) -> CountLine {
    let mut by_year: BTreeMap<i32, Vec<&Said>> = BTreeMap::new();
    for said in &own.said {
        by_year.entry(said.year).or_default().push(said);
    }
    for list in by_year.values_mut() {
        // A count that stands somewhere before one that was recovered, the year's own source before the next one's.
        list.sort_by_key(|said| (kind(said.count), said.later, said.at.clone()));
        if let [first, rest @ ..] = list.as_slice() {
            rest.iter().for_each(|other| compare(own, first, other, findings));
        }
    }
    let first = |year: i32| by_year.get(&year).and_then(|list| list.first().copied());
    let points = years.iter().map(|year| {
        let (now, before) = (first(*year), first(*year - 1));
        let n = |said: Option<&Said>| said.and_then(|said| said.count.count());
        CountPoint {
            year: *year,
            count: now.map_or(Before::Unknown, |said| said.count),
            at: now.map(|said| said.at.clone()),
            change: Change::between(n(now), n(before)),
        }
    });
    CountLine { code: own.code.clone(), name: own.name.clone(), measure: own.measure.clone(), points: points.collect() }
}

fn kind(count: Before) -> u8 {
    match count {
        Before::Known { .. } | Before::Zero => 0,
        Before::Recovered { .. } => 1,
        Before::Several { .. } => 2,
        Before::NoneFits | Before::Unknown => 3,
    }
}

/// Two counts of one year: as stated against as stated, or against what a printed change allows.
fn compare(own: &Indicator, used: &Said, other: &Said, findings: &mut Findings) {
    let agrees = match (used.count.count(), other.count) {
        (Some(n), Before::Several { from, to }) => n >= from && to.is_none_or(|to| n <= to),
        (Some(n), count) => count.count() == Some(n),
        // Neither is one number: there is nothing to hold against anything.
        (None, _) => true,
    };
    if agrees {
        return;
    }
    let shown = |said: &Said| said.count.shown(Lang::Zh).trim_end_matches('*').to_owned();
    let two = Two {
        what: own.name.clone(),
        year: used.year,
        used: (shown(used), used.at.clone()),
        other: (shown(other), other.at.clone()),
    };
    findings.push(if kind(other.count) == 0 { sources_differ(&two) } else { change_does_not_fit(&two) });
}
