//! What a scheme says and never does: rows that cannot match, lines that no rounded value meets.
//!
//! **In**: a checked scheme. **Out**: warnings; what is told here is consistent, and yet hardly what was meant.

use std::collections::BTreeMap;

use super::Scheme;
use super::findings::{line_between_places, row_unreachable};
use super::worth::{Band, By, Condition, Item, Points, RoundingPoint, StepRow, When};
use crate::diag::{Findings, Place, Text};
use crate::exact::Exact;
use crate::terms::MeasureCode;

/// The most combinations of values that are tried for one table of steps.
const MOST: usize = 4096;

/// Looks through the rules.
pub(super) fn lints(scheme: &Scheme) -> Findings {
    let mut found = Findings::default();
    for item in &scheme.worth.items {
        if let Points::Steps(rows) = &item.points {
            unreachable(item, rows, &mut found);
        }
    }
    let bands = [
        (&scheme.worth.unit_bands, RoundingPoint::UnitTotal),
        (&scheme.worth.person_bands, RoundingPoint::PersonTotal),
    ];
    for (bands, point) in bands {
        if scheme.worth.compare.band == By::Rounded {
            between_places(scheme, bands, point, &mut found);
        }
    }
    found
}

/// A value of each measure.
type Values<'r> = BTreeMap<&'r MeasureCode, Exact>;

/// Rows that no value reaches, since those above take all of theirs or their own lines exclude each other.
fn unreachable(item: &Item, rows: &[StepRow], found: &mut Findings) {
    let Some(samples) = samples(rows) else { return };
    let mut is_reached = vec![false; rows.len()];
    for values in &samples {
        let first = rows.iter().position(|row| row.when.as_ref().is_none_or(|when| holds(when, values)));
        if let Some(reached) = first.and_then(|at| is_reached.get_mut(at)) {
            *reached = true;
        }
    }
    for (at, row) in rows.iter().enumerate().filter(|(at, _)| !is_reached[*at]) {
        let called = Text::new(format!("考核项目 {} ", item.code), format!("item {}", item.code));
        found.push(row_unreachable(place(row).unwrap_or_else(|| item.rule.place.clone()), &called, at + 1));
    }
}

fn place(row: &StepRow) -> Option<Place> {
    conditions(row.when.as_ref()?).next().map(|condition| condition.place.clone())
}

fn conditions(when: &When) -> impl Iterator<Item = &Condition> {
    when.all.iter().chain(&when.any)
}

fn holds(when: &When, values: &Values<'_>) -> bool {
    let one = |condition: &Condition| values.get(&condition.measure).is_some_and(|value| condition.holds(value));
    when.all.iter().all(one) && (when.any.is_empty() || when.any.iter().any(one))
}

/// Values on every line, between each two, and beyond the outermost: whatever differs differs for one of them. Nothing where
/// there are too many measures to try them all.
fn samples(rows: &[StepRow]) -> Option<Vec<Values<'_>>> {
    let mut lines: BTreeMap<&MeasureCode, Vec<&Exact>> = BTreeMap::new();
    for condition in rows.iter().filter_map(|row| row.when.as_ref()).flat_map(conditions) {
        lines.entry(&condition.measure).or_default().extend(condition.lines.iter().map(|(_, line)| line));
    }
    let mut all: Vec<Values<'_>> = vec![Values::new()];
    for (measure, lines) in lines {
        let points = around(lines);
        if all.len().checked_mul(points.len())? > MOST {
            return None;
        }
        let mut longer = Vec::new();
        for values in &all {
            for point in &points {
                let mut values = values.clone();
                values.insert(measure, point.clone());
                longer.push(values);
            }
        }
        all = longer;
    }
    Some(all)
}

fn around(mut lines: Vec<&Exact>) -> Vec<Exact> {
    lines.sort();
    lines.dedup();
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return vec![Exact::zero()] };
    let half = Exact::ratio(1, 2).unwrap_or_default();
    let one = Exact::one();
    let between = lines.windows(2).map(|pair| &(pair[0] + pair[1]) * &half);
    let mut points: Vec<Exact> = between.chain([*first - &one, *last + &one]).collect();
    points.extend(lines.iter().map(|line| (*line).clone()));
    points
}

/// Lines with more digits than the total is rounded to: no total ever stands on them.
fn between_places(scheme: &Scheme, bands: &[Band], point: RoundingPoint, found: &mut Findings) {
    let Some((rounding, _)) = scheme.worth.rounding_at(point) else { return };
    for band in bands {
        let Some(line) = band.from.as_ref().filter(|line| rounding.apply(line) != **line) else { continue };
        found.push(line_between_places(band.rule.place.clone(), band.grade.as_str(), line, rounding.places));
    }
}
