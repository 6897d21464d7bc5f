//! Rules that set a measure against lines: steps, anchors, targets, means.

use super::Check;
use super::conditions::Reads;
use super::indicators::indicators;
use crate::exact::Exact;
use crate::scheme::load::{Entry, Spot};
use crate::scheme::raw::{Quoted, RawItem, RawStep, WordOr};
use crate::scheme::worth::{BeyondAnchors, BrokenLine, Condition, Points, Population, StepRow, When};
use crate::terms::MeasureCode;

/// The measure that an item reads.
pub(super) fn own_measure(check: &mut Check<'_>, entry: &Entry<RawItem>) -> MeasureCode {
    let (raw, spot) = (&entry.raw, &entry.spot);
    match check.need(spot, "measure", &raw.measure) {
        Some(code) => check.measure(spot, "measure", &code, Reads::Facts),
        None => MeasureCode::new(""),
    }
}

/// A signed exact number; nought where it was asked for.
fn signed(check: &mut Check<'_>, spot: &Spot, key: &str, value: &Option<Quoted>) -> Exact {
    check.need(spot, key, value).map(|Quoted(value)| value).unwrap_or_default()
}

/// Points of a row, which stay within the full marks unless the item says a cap.
pub(super) fn within_full(check: &mut Check<'_>, entry: &Entry<RawItem>, key: &str, points: &Exact, full: &Exact) {
    let free = entry.raw.adjusting == Some(true) || entry.raw.cap.is_some() || entry.raw.full.is_none();
    if !free && points > full {
        let full = full.to_string();
        let (zh, en) = (format!("不高于满分 {full}"), format!("not above the full marks {full}"));
        check.out_of_range(&entry.spot, key, &points.to_string(), &zh, &en);
    }
}

pub(super) fn steps(check: &mut Check<'_>, entry: &Entry<RawItem>, full: &Exact) -> Points {
    let (raw, spot) = (&entry.raw, &entry.spot);
    check.need_rows(spot, "steps", &raw.steps);
    let reads_own = raw.steps.iter().any(has_lines);
    let own = if reads_own || raw.measure.is_some() { Some(own_measure(check, entry)) } else { None };
    let mut rows = Vec::new();
    for (at, step) in raw.steps.iter().enumerate() {
        within_full(check, entry, "steps", &step.points.0, full);
        rows.push(StepRow { when: step_when(check, spot, at, step, own.as_ref()), points: step.points.0.clone() });
    }
    let last = raw.steps.last();
    if last.is_some_and(|step| !step.otherwise) {
        check.ask(spot, "otherwise");
    }
    if raw.steps.iter().rev().skip(1).any(|step| step.otherwise) {
        check.out_of_range(spot, "steps", "otherwise", "otherwise 只在最后一行", "otherwise in the last row only");
    }
    Points::Steps(rows)
}

fn has_lines(step: &RawStep) -> bool {
    step.at_least.is_some() || step.above.is_some() || step.at_most.is_some() || step.below.is_some()
}

/// The conditions of a row; none for `otherwise`.
fn step_when(check: &mut Check<'_>, spot: &Spot, at: usize, step: &RawStep, own: Option<&MeasureCode>) -> Option<When> {
    if step.otherwise {
        if has_lines(step) || !step.when.is_empty() || !step.any.is_empty() {
            check.out_of_range(spot, "steps", "otherwise", "otherwise 一行不写条件", "no condition beside otherwise");
        }
        return None;
    }
    let mut when = check.when(spot, &step.when, &step.any, Reads::Facts);
    if has_lines(step) || when.is_empty() {
        let lines = check.edges(spot, "steps", [&step.at_least, &step.above, &step.at_most, &step.below]);
        let measure = own.cloned().unwrap_or_else(|| MeasureCode::new(""));
        when.all.insert(0, Condition { measure, lines, place: spot.at_row("steps", at) });
    }
    Some(when)
}

pub(super) fn linear(check: &mut Check<'_>, entry: &Entry<RawItem>, full: &Exact) -> Points {
    let (raw, spot) = (&entry.raw, &entry.spot);
    let measure = own_measure(check, entry);
    check.need_rows(spot, "anchors", &raw.anchors);
    let mut anchors: Vec<(Exact, Exact)> = Vec::new();
    for anchor in &raw.anchors {
        within_full(check, entry, "anchors", &anchor.points.0, full);
        anchors.push((anchor.at.0.clone(), anchor.points.0.clone()));
    }
    anchors.sort();
    let twice = anchors.windows(2).any(|pair| pair[0].0 == pair[1].0);
    if twice || anchors.len() == 1 {
        let found = anchors.iter().map(|(at, _)| at.to_string()).collect::<Vec<_>>().join("、");
        check.out_of_range(spot, "anchors", &found, "至少两个不同的值", "two or more different values");
    }
    let mut beyond = |key: &str, value: &Option<WordOr>| match check.need(spot, key, value) {
        Some(WordOr::At(points)) => BeyondAnchors::Points(points),
        Some(WordOr::Word(word)) if word != "hold" => {
            check.out_of_range(spot, key, &word, "hold 或加引号的准确数", "hold, or an exact number in quotes");
            BeyondAnchors::Hold
        }
        _ => BeyondAnchors::Hold,
    };
    let below = beyond("below_anchors", &raw.below_anchors);
    let above = beyond("above_anchors", &raw.above_anchors);
    Points::Linear { measure, anchors, below, above }
}

pub(super) fn pro_rata(check: &mut Check<'_>, entry: &Entry<RawItem>) -> Points {
    let (raw, spot) = (&entry.raw, &entry.spot);
    let measure = own_measure(check, entry);
    let target = check.number(spot, "target", &raw.target);
    if target.is_zero() && raw.target.is_some() {
        check.out_of_range(spot, "target", "0", "大于 0", "above 0");
    }
    Points::ProRata { measure, target }
}

pub(super) fn target_line(check: &mut Check<'_>, entry: &Entry<RawItem>) -> Points {
    let (raw, spot) = (&entry.raw, &entry.spot);
    let (numerator, denominator, zero_denominator) = indicators(check, entry);
    let line = check.number(spot, "line", &raw.line);
    if line > Exact::one() {
        check.out_of_range(spot, "line", &line.to_string(), "0 至 1", "0 to 1");
    }
    Points::TargetLine {
        numerator,
        denominator,
        line,
        base: signed(check, spot, "base", &raw.base),
        per_above: signed(check, spot, "per_above", &raw.per_above),
        per_below: signed(check, spot, "per_below", &raw.per_below),
        broken: check.need(spot, "broken_line", &raw.broken_line).unwrap_or(BrokenLine::Exact),
        zero_denominator,
    }
}

pub(super) fn group_mean(check: &mut Check<'_>, entry: &Entry<RawItem>) -> Points {
    let (raw, spot) = (&entry.raw, &entry.spot);
    Points::GroupMean {
        measure: own_measure(check, entry),
        population: check.need(spot, "population", &raw.population).unwrap_or(Population::Group),
        base: signed(check, spot, "base", &raw.base),
        per_above: signed(check, spot, "per_above", &raw.per_above),
        per_below: signed(check, spot, "per_below", &raw.per_below),
        broken: check.need(spot, "broken_distance", &raw.broken_distance).unwrap_or(BrokenLine::Exact),
    }
}
