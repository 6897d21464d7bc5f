//! Findings as they are gathered: a fault repeated down a whole column is told so many times, then counted.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diag::{Finding, Findings, Place, Text};
use crate::scheme::words::Table;

/// How often one code is told for one column of one sheet.
const TOLD_PER_COLUMN: u32 = 500;

/// From this many findings on, once for each column is enough.
const TOLD_IN_FULL: usize = 20_000;

/// A code in a column of a sheet.
type Column = (&'static str, Arc<str>, Arc<str>, u32);

/// How often a code came up in a column.
#[derive(Default)]
struct Told {
    n_seen: u32,
    n_told: u32,
    last: usize,
}

/// Findings gathered so far.
#[derive(Default)]
pub(super) struct Sink {
    findings: Vec<Finding>,
    told: BTreeMap<Column, Told>,
    left_out: BTreeSet<(Arc<str>, Arc<str>, String)>,
    untold: BTreeMap<Table, usize>,
}

impl Sink {
    /// Adds a finding.
    pub(super) fn push(&mut self, finding: Finding) {
        match finding.at.first().map(|at| at.place.clone()) {
            Some(place) => self.push_cell(finding.code.id, &place, || finding),
            None => self.findings.push(finding),
        }
    }

    /// Adds a finding of which there are few, however many share a column.
    pub(super) fn push_always(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Adds a finding about a cell, which is made only if its column has not been told often enough.
    pub(super) fn push_cell(&mut self, code: &'static str, place: &Place, make: impl FnOnce() -> Finding) {
        let Place::Cell(file, sheet, _, column) = place else {
            self.findings.push(make());
            return;
        };
        let most = if self.findings.len() < TOLD_IN_FULL { TOLD_PER_COLUMN } else { 1 };
        let told = self.told.entry((code, file.clone(), sheet.clone(), *column)).or_default();
        told.n_seen = told.n_seen.saturating_add(1);
        if told.n_told < most {
            told.n_told += 1;
            told.last = self.findings.len();
            self.findings.push(make());
        }
    }

    /// Counts a cell that names someone of a roster that gave no row.
    pub(super) fn leave_untold(&mut self, roster: Table) {
        *self.untold.entry(roster).or_default() += 1;
    }

    /// How many cells name someone of this roster and were not told.
    pub(super) fn n_untold(&self, roster: Table) -> usize {
        self.untold.get(&roster).copied().unwrap_or_default()
    }

    /// Adds a finding about one who was left out of the roster: once for each sheet.
    pub(super) fn push_left_out(&mut self, code: &str, place: &Place, make: impl FnOnce() -> Finding) {
        let (file, sheet) = match place {
            Place::Cell(file, sheet, ..) => (file.clone(), sheet.clone()),
            other => (other.file().into(), Arc::default()),
        };
        if self.left_out.insert((file, sheet, code.to_owned())) {
            self.findings.push(make());
        }
    }

    /// All findings; the last one told of a column says how many more there are.
    pub(super) fn into_findings(mut self) -> Findings {
        for told in self.told.into_values() {
            let more = told.n_seen - told.n_told;
            if let (1.., Some(finding)) = (more, self.findings.get_mut(told.last)) {
                let Text { zh, en } = &finding.effect;
                finding.effect = Text::new(
                    format!("{zh}；本列另有 {more} 处相同问题"),
                    format!("{en}; {more} more of the kind in this column"),
                );
            }
        }
        self.findings.into_iter().collect()
    }
}
