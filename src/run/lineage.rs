//! From last year's units to this year's: the rows of 单位沿革 in order of their days.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::findings::{predecessor_unknown, unit_history_circle};
use crate::assessment::Assessment;
use crate::diag::{Checked, Findings};
use crate::facts::{Unit, UnitChange, UnitStep};
use crate::results::{Origin, Results};

/// By unit of this year the units of last year that it came from.
///
/// The roster's 并入单位 counts as a merger where 单位沿革 does not speak of the unit.
pub(super) fn origins(
    steps: &[UnitStep],
    units: &[Unit],
    assessment: &Assessment,
    last: &Results,
) -> Checked<BTreeMap<String, Vec<Origin>>> {
    let mut line = Line {
        units,
        last,
        known: last
            .units
            .iter()
            .map(|unit| (unit.code.clone(), vec![Origin { code: unit.code.clone(), how: None }]))
            .collect(),
        ended: BTreeSet::new(),
        findings: Findings::default(),
    };
    let mut steps = steps.to_vec();
    let more = merged_by_roster(&steps, units, assessment, last);
    steps.extend(more);
    steps.sort_by(|a, b| (a.date, &a.place).cmp(&(b.date, &b.place)));
    for (at, step) in steps.iter().enumerate() {
        line.take(step, &steps[at + 1..]);
    }
    Checked { value: line.known, findings: line.findings }
}

fn merged_by_roster(steps: &[UnitStep], units: &[Unit], assessment: &Assessment, last: &Results) -> Vec<UnitStep> {
    let is_told = |unit: &Unit| {
        let mut named = steps.iter().flat_map(|step| step.from.iter().chain(&step.to));
        named.any(|text| **text == *unit.code.as_str() || *text == unit.name)
    };
    let was_there = |unit: &Unit| last.units.iter().any(|old| old.code == unit.code.as_str());
    let step = |unit: &Unit| {
        let date = unit.to.filter(|to| *to >= assessment.from && *to <= assessment.to)?;
        let successor = unit.successor.as_ref()?;
        let (from, to) = (vec![Arc::from(unit.code.as_str())], vec![Arc::from(successor.as_str())]);
        Some(UnitStep { date, how: UnitChange::Merged, from, to, place: unit.place.clone() })
    };
    units.iter().filter(|unit| !is_told(unit) && was_there(unit)).filter_map(step).collect()
}

struct Line<'a> {
    units: &'a [Unit],
    last: &'a Results,
    /// Units that exist after the rows so far, with what they came from.
    known: BTreeMap<String, Vec<Origin>>,
    /// Codes that a row ended.
    ended: BTreeSet<String>,
    findings: Findings,
}

impl Line<'_> {
    fn take(&mut self, step: &UnitStep, later: &[UnitStep]) {
        let (Some(from), Some(to)) = (self.olds(step), self.news(step, later)) else { return };
        let ends: Vec<&String> = from.iter().filter(|code| !to.contains(code)).collect();
        let circle = to.iter().find(|code| self.ended.contains(*code));
        let circle = circle.or_else(|| from.iter().find(|code| step.how == UnitChange::Renamed && to.contains(code)));
        if let Some(code) = circle {
            self.findings.push(unit_history_circle::finding(step.place.clone(), code));
            return;
        }
        // A unit that takes others in was itself there before.
        let taking = to.iter().filter(|code| step.how == UnitChange::Merged && !from.contains(code));
        let sources: Vec<&String> = from.iter().chain(taking).collect();
        let sources = sources.into_iter().filter_map(|code| self.known.get(code)).flatten();
        let mut origins: Vec<Origin> = sources.map(|origin| moved(origin, step)).collect();
        origins.sort_by(|a, b| a.code.cmp(&b.code));
        origins.dedup_by(|a, b| a.code == b.code);
        for code in &ends {
            self.known.remove(*code);
        }
        self.ended.extend(ends.into_iter().cloned());
        for code in to {
            self.known.insert(code, origins.clone());
        }
    }

    /// The codes of the units before, as they stand after the rows so far.
    fn olds(&mut self, step: &UnitStep) -> Option<Vec<String>> {
        let mut found = Vec::new();
        for text in &step.from {
            let by_name = || {
                let old = self.last.units.iter().find(|unit| unit.name == **text).map(|unit| unit.code.clone());
                let new = || {
                    let unit = self.units.iter().find(|unit| unit.name == *text)?;
                    Some(unit.code.to_string())
                };
                old.or_else(new)
            };
            // A unit that an earlier row ended is told as a circle where it comes back, and as such here.
            let is_code = self.known.contains_key(&**text) || self.ended.contains(&**text);
            let code = if is_code { Some(text.to_string()) } else { by_name() };
            match code.filter(|code| self.known.contains_key(code)) {
                Some(code) => found.push(code),
                None => {
                    let known: Vec<String> = self.known.keys().cloned().collect();
                    self.findings.push(predecessor_unknown::finding(step.place.clone(), text, true, &known));
                    return None;
                }
            }
        }
        Some(found)
    }

    /// The codes of the units after: of this year's roster, or such as a later row takes up.
    fn news(&mut self, step: &UnitStep, later: &[UnitStep]) -> Option<Vec<String>> {
        let mut found = Vec::new();
        for text in &step.to {
            let unit = self.units.iter().find(|unit| unit.code.as_str() == &**text || unit.name == *text);
            let goes_on = || later.iter().any(|other| other.from.contains(text)).then(|| text.to_string());
            match unit.map(|unit| unit.code.to_string()).or_else(goes_on) {
                Some(code) => found.push(code),
                None => {
                    let known: Vec<String> = self.units.iter().map(|unit| unit.code.to_string()).collect();
                    self.findings.push(predecessor_unknown::finding(step.place.clone(), text, false, &known));
                    return None;
                }
            }
        }
        Some(found)
    }
}

/// An origin after one more step: a merger or split stays what it was through later names.
fn moved(origin: &Origin, step: &UnitStep) -> Origin {
    let stays = matches!(&origin.how, Some((how, _)) if *how != UnitChange::Renamed) && step.how == UnitChange::Renamed;
    let how = if stays { origin.how.clone() } else { Some((step.how, step.date.to_string())) };
    Origin { code: origin.code.clone(), how }
}
