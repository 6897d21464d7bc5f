//! Units over the years: a line goes on through a new name and is broken where two years may not be compared.

use super::model::{Ended, UnitLine, UnitPoint};
use crate::audit::findings::{Two, sources_differ};
use crate::diag::Findings;
use crate::exact::Exact;
use crate::results::{Results, SubjectResult, Value};

/// Every line; `packages` by year, one a year.
pub(super) fn lines(packages: &[(&str, &Results)], findings: &mut Findings) -> Vec<UnitLine> {
    let mut lines: Vec<UnitLine> = Vec::new();
    let mut before: Option<&(&str, &Results)> = None;
    for package in packages {
        let mut next = Vec::new();
        for unit in &package.1.units {
            let code = code_before(unit);
            let at = lines.iter().position(|line| line.points.last().is_some_and(|last| last.code == code));
            let mut line = match at {
                Some(at) => lines.remove(at),
                None => UnitLine {
                    code: String::new(),
                    name: String::new(),
                    group: String::new(),
                    points: Vec::new(),
                    ended: None,
                },
            };
            let last = line.points.last();
            compare(unit, last, *package, before, findings);
            let point = point(unit, last, package.1, before.map(|(_, results)| *results));
            line.points.push(point);
            (line.code, line.name) = (unit.code.clone(), unit.name.clone());
            line.group = group_name(package.1, &unit.group);
            next.push((order(package.1, unit), line));
        }
        next.sort_by(|a, b| a.0.cmp(&b.0));
        // Lines that found no unit this year stand behind those that did.
        let mut ended = std::mem::take(&mut lines);
        ended.iter_mut().filter(|line| line.ended.is_none()).for_each(|line| line.ended = end(line, package.1));
        lines = next.into_iter().map(|(_, line)| line).chain(ended).collect();
        before = Some(package);
    }
    lines
}

/// Into which units of this year a unit went.
fn end(line: &UnitLine, results: &Results) -> Option<Ended> {
    let took = |unit: &&SubjectResult| {
        let mut from = unit.last_year.iter().flat_map(|last| &last.from);
        from.any(|old| old.code == line.code)
    };
    let taken: Vec<&SubjectResult> = results.units.iter().filter(took).collect();
    let how = taken.first()?.last_year.as_ref()?.from.iter().find(|old| old.code == line.code)?.how.clone();
    let into = taken.iter().map(|unit| unit.name.clone()).collect();
    Some(Ended { year: results.assessment.year, how, into })
}

fn order(results: &Results, unit: &SubjectResult) -> (usize, u32, String) {
    let group = results.scheme.groups.iter().position(|group| group.code == unit.group).unwrap_or(usize::MAX);
    (group, unit.rank.unwrap_or(u32::MAX), unit.code.clone())
}

fn group_name(results: &Results, code: &str) -> String {
    let group = results.scheme.groups.iter().find(|group| group.code == code);
    group.map_or(code, |group| group.name.as_str()).to_owned()
}

/// The code under which its line stood the year before: its own, or the one it was renamed from.
fn code_before(unit: &SubjectResult) -> String {
    match unit.last_year.as_ref().map(|last| last.from.as_slice()) {
        Some([only]) if only.how == "renamed" => only.code.clone(),
        _ => unit.code.clone(),
    }
}

fn point(unit: &SubjectResult, last: Option<&UnitPoint>, now: &Results, before: Option<&Results>) -> UnitPoint {
    let known = unit.last_year.as_ref();
    let own_break = known.and_then(|known| known.broken.clone()).filter(|why| why == "merged" || why == "split");
    let broken = match (last, before) {
        (None, _) | (_, None) => own_break.filter(|_| before.is_some()),
        (Some(_), Some(_)) if own_break.is_some() => own_break,
        (Some(last), Some(_)) if last.year + 1 != now.assessment.year => Some("gap".to_owned()),
        (Some(_), Some(before)) if before.scheme.digest == now.scheme.digest => None,
        _ if known.is_some_and(|known| known.rescored.is_some()) => None,
        _ => Some(known.and_then(|known| known.broken.clone()).unwrap_or_else(|| "rules".to_owned())),
    };
    let goes_on = last.filter(|_| broken.is_none());
    let own = known.filter(|_| goes_on.is_some());
    UnitPoint {
        year: now.assessment.year,
        code: unit.code.clone(),
        name: unit.name.clone(),
        score: unit.score.clone(),
        grade: unit.grade.clone(),
        without_grade: unit.pending.clone().or_else(|| unit.ungraded.clone()),
        rank: unit.rank,
        ranked: unit.ranked,
        change: goes_on.and_then(|last| less(unit.score.as_ref(), last.score.as_ref())),
        performance: own.and_then(|own| own.performance.clone()),
        rules: own.and_then(|own| own.rules.clone()),
        broken,
    }
}

fn less(now: Option<&Value>, before: Option<&Value>) -> Option<Exact> {
    let shown = |value: &Value| value.shown().parse::<Exact>().ok();
    Some(&shown(now?)? - &shown(before?)?)
}

/// Last year's total as this package knows it against the earlier package itself.
fn compare(
    unit: &SubjectResult,
    last: Option<&UnitPoint>,
    now: (&str, &Results),
    before: Option<&(&str, &Results)>,
    findings: &mut Findings,
) {
    let (Some(last), Some(before)) = (last, before) else { return };
    let stated = unit.last_year.as_ref().and_then(|known| known.score.as_ref());
    let (Some(stated), Some(own)) = (stated, last.score.as_ref()) else { return };
    if last.year + 1 == now.1.assessment.year && stated.shown() != own.shown() {
        findings.push(sources_differ(&Two {
            what: last.name.clone(),
            year: last.year,
            used: (own.shown().to_owned(), before.0.to_owned()),
            other: (stated.shown().to_owned(), now.0.to_owned()),
        }));
    }
}
