//! Findings as they are gathered: a fault repeated down a whole column is told fifty times, then counted.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Finding, Findings, Place, Text};
use crate::scheme::words::Table;

/// How often one code is told for one column of one sheet.
const TOLD_PER_COLUMN: u32 = 50;

/// Which column of which sheet; nothing for places that are no cell.
type Column = (&'static str, Arc<str>, Arc<str>, u32);

/// Findings gathered so far.
#[derive(Default)]
pub(super) struct Sink {
    findings: Vec<Finding>,
    told: BTreeMap<Column, (u32, usize)>,
    untold: BTreeMap<Table, usize>,
}

impl Sink {
    /// Adds a finding.
    pub(super) fn push(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Adds a finding about a cell, which is made only if its column has not been told often enough.
    pub(super) fn push_cell(&mut self, code: &'static str, place: &Place, make: impl FnOnce() -> Finding) {
        let Place::Cell(file, sheet, _, column) = place else { return self.push(make()) };
        let (n, last) = self.told.entry((code, file.clone(), sheet.clone(), *column)).or_default();
        *n += 1;
        if *n <= TOLD_PER_COLUMN {
            *last = self.findings.len();
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

    /// All findings; the last one told of a column names how many more there are.
    pub(super) fn into_findings(mut self) -> Findings {
        for (n, last) in self.told.into_values() {
            let more = n.saturating_sub(TOLD_PER_COLUMN);
            if let (1.., Some(finding)) = (more, self.findings.get_mut(last)) {
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
