//! Bands: complete half-open intervals, highest first.

use super::Check;
use super::conditions::Reads;
use crate::diag::{Place, Text};
use crate::exact::Exact;
use crate::scheme::findings::{band_gap, band_overlap};
use crate::scheme::load::Entry;
use crate::scheme::raw::{Quoted, RawBand};
use crate::scheme::worth::{Band, RuleRef, When, Whose};
use crate::terms::{Grade, RuleId};

/// `unit` or `person`, as rule names write it.
pub(super) fn tag(of: Whose) -> &'static str {
    match of {
        Whose::Unit => "unit",
        Whose::Person => "person",
    }
}

/// 单位, units.
pub(super) fn whose(of: Whose) -> Text {
    match of {
        Whose::Unit => Text::new("单位", "units"),
        Whose::Person => Text::new("个人", "people"),
    }
}

pub(super) fn grade_names(check: &Check<'_>, of: Whose) -> Vec<String> {
    let bands = check.tables.band.iter().filter(|entry| entry.raw.of == of);
    bands.map(|entry| entry.raw.grade.get_ref().trim().to_owned()).collect()
}

/// All grades, those of units first, each once.
pub(super) fn grades(units: &[Band], people: &[Band]) -> Vec<String> {
    let mut grades: Vec<String> = Vec::new();
    for band in units.iter().chain(people) {
        if !grades.iter().any(|grade| grade == band.grade.as_str()) {
            grades.push(band.grade.to_string());
        }
    }
    grades
}

pub(super) fn bands(check: &mut Check<'_>) -> (Vec<Band>, Vec<Band>) {
    (list(check, Whose::Unit), list(check, Whose::Person))
}

fn list(check: &mut Check<'_>, of: Whose) -> Vec<Band> {
    let mut bands = Vec::new();
    let mut whole = !check.tables.lost("band");
    let entries: Vec<&Entry<RawBand>> = check.tables.band.iter().filter(|entry| entry.raw.of == of).collect();
    for entry in &entries {
        let (raw, spot) = (&entry.raw, &entry.spot);
        let grade = Grade::new(raw.grade.get_ref());
        let rule = check.rule(&format!("band:{}:{grade}", tag(of)), spot, &raw.basis, raw.assumed);
        if of == Whose::Person && !check.has_people() {
            check.unused(
                spot,
                "for",
                "方案没有 [people]，个人不定等次",
                "the scheme has no [people]; nobody is graded",
            );
        }
        if grade.as_str() == "none" {
            check.out_of_range(spot, "grade", "none", "\"none\" 另有含义", "\"none\" has a meaning of its own");
        }
        let (from, below) = (raw.from.as_ref().map(|q| q.0.clone()), raw.below.as_ref().map(|q| q.0.clone()));
        if let (Some(from), Some(below)) = (&from, &below)
            && from >= below
        {
            check.out_of_range(spot, "from", &from.to_string(), "小于 below", "less than below");
            whole = false;
        }
        if raw.after.is_some() {
            if from.is_some() || below.is_some() {
                check.unused(spot, "after", "有分数线的等次不写 after", "a grade with an interval has no after");
            }
            continue;
        }
        let when = check.when(spot, &raw.when, &raw.any, reads(of));
        bands.push(Band { grade, from, below, when, by_ruling: false, rule });
    }
    if entries.is_empty() {
        let needed = of == Whose::Unit || check.has_people();
        if needed && whole && check.tables.seen.contains("band") {
            let place = Place::File(check.tables.band.first().map_or_else(|| "".into(), |e| e.spot.file.clone()));
            check.findings.push(band_gap(vec![place], &whose(of), "0", ""));
        }
        return bands;
    }
    // Lowest first for the walk: a band without `from` lies below everything.
    bands.sort_by(|a, b| (&a.from, a.below.is_none(), &a.below).cmp(&(&b.from, b.below.is_none(), &b.below)));
    if whole {
        cover(check, of, &bands);
    }
    bands.reverse();
    insert_by_ruling(check, of, &mut bands);
    bands
}

/// Puts each grade that only rulings give behind the one it names.
fn insert_by_ruling(check: &mut Check<'_>, of: Whose, bands: &mut Vec<Band>) {
    let entries: Vec<&Entry<RawBand>> = check.tables.band.iter().filter(|entry| entry.raw.of == of).collect();
    for entry in entries {
        let (raw, spot) = (&entry.raw, &entry.spot);
        let Some(after) = &raw.after else { continue };
        let known: Vec<String> = bands.iter().map(|band| band.grade.to_string()).collect();
        if !check.known(spot, "after", after, &known) {
            continue;
        }
        let at = known.iter().position(|grade| grade == after.trim()).map_or(bands.len(), |at| at + 1);
        let grade = Grade::new(raw.grade.get_ref());
        let id = RuleId::new(&format!("band:{}:{grade}", tag(of)));
        let basis = raw.basis.as_deref().map(str::trim).filter(|basis| !basis.is_empty()).map(str::to_owned);
        let rule = RuleRef { id, basis, assumed: raw.assumed.unwrap_or_default(), place: spot.place() };
        bands.insert(at, Band { grade, from: None, below: None, when: When::default(), by_ruling: true, rule });
    }
}

/// What a rule that gives a grade may read: people come after units, whose grades are then known.
pub(super) fn reads(of: Whose) -> Reads {
    match of {
        Whose::Unit => Reads::Scores,
        Whose::Person => Reads::Grades,
    }
}

/// The names of the grades, best first, as far as the bands can be read.
pub(super) fn order_of_grades(check: &Check<'_>, of: Whose) -> Vec<String> {
    let bands = || check.tables.band.iter().filter(|entry| entry.raw.of == of);
    let mut order: Vec<(&Option<Quoted>, String)> = bands()
        .filter(|entry| entry.raw.after.is_none())
        .map(|entry| (&entry.raw.from, entry.raw.grade.get_ref().trim().to_owned()))
        .collect();
    order.sort_by(|(a, _), (b, _)| b.as_ref().map(|from| &from.0).cmp(&a.as_ref().map(|from| &from.0)));
    let mut order: Vec<String> = order.into_iter().map(|(_, grade)| grade).collect();
    for entry in bands() {
        if let Some(after) = &entry.raw.after {
            let at = order.iter().position(|grade| grade == after.trim()).map_or(order.len(), |at| at + 1);
            order.insert(at, entry.raw.grade.get_ref().trim().to_owned());
        }
    }
    order
}

fn shown(band: &Band) -> String {
    let end = |value: &Option<Exact>| value.as_ref().map_or_else(|| "…".to_owned(), ToString::to_string);
    format!("{} [{}, {})", band.grade, end(&band.from), end(&band.below))
}

/// Walks the bands upwards and reports each hole and each overlap with a value that lies in it.
fn cover(check: &mut Check<'_>, of: Whose, bands: &[Band]) {
    let whose = whose(of);
    let half = |a: &Exact, b: &Exact| &(a + b) * &Exact::ratio(1, 2).unwrap_or_default();
    let one = Exact::one();
    if let Some(lowest) = bands.first()
        && let Some(from) = &lowest.from
    {
        let sample = (from - &one).to_string();
        check.findings.push(band_gap(vec![lowest.rule.place.clone()], &whose, &sample, &shown(lowest)));
    }
    // The band that reaches highest so far; `None` in `below` means no end.
    let mut reach: Option<&Band> = None;
    for band in bands {
        if let Some(low) = reach {
            let places = vec![low.rule.place.clone(), band.rule.place.clone()];
            let found = format!("{} · {}", shown(low), shown(band));
            match (&low.below, &band.from) {
                (Some(below), Some(from)) if below < from => {
                    check.findings.push(band_gap(places, &whose, &half(below, from).to_string(), &found));
                }
                (Some(below), Some(from)) if below == from => {}
                (_, from) => {
                    let sample = match (from, &low.below, &band.below) {
                        (Some(from), ..) => from.clone(),
                        (None, Some(below), _) | (None, None, Some(below)) => below - &one,
                        (None, None, None) => Exact::zero(),
                    };
                    check.findings.push(band_overlap(places, &whose, &sample.to_string(), &found));
                }
            }
        }
        let higher = match (reach.map(|low| &low.below), &band.below) {
            (Some(None), _) => false,
            (Some(Some(low)), Some(below)) => below > low,
            _ => true,
        };
        if higher {
            reach = Some(band);
        }
    }
    if let Some(top) = reach
        && let Some(below) = &top.below
    {
        check.findings.push(band_gap(vec![top.rule.place.clone()], &whose, &below.to_string(), &shown(top)));
    }
}
