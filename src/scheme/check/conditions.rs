//! Conditions: a measure against lines; and which rules may read which measures.

use super::Check;
use crate::exact::Exact;
use crate::scheme::findings::{decision_missing, measure_too_late};
use crate::scheme::load::{Spot, question};
use crate::scheme::raw::{Quoted, RawCondition};
use crate::scheme::words::MeasureFrom;
use crate::scheme::worth::{Condition, Edge, When};
use crate::terms::MeasureCode;

/// What has been worked out when a rule reads a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reads {
    /// Facts only: items, polls, components.
    Facts,
    /// Scores and ranks too: bands, gates, quotas.
    Scores,
    /// Grades too: triggers, consequences.
    Grades,
}

impl Reads {
    /// When a source can be read at the earliest.
    fn earliest(from: MeasureFrom) -> Self {
        match from {
            MeasureFrom::Items | MeasureFrom::Score | MeasureFrom::Rank => Self::Scores,
            MeasureFrom::Grade => Self::Grades,
            _ => Self::Facts,
        }
    }
}

impl Check<'_> {
    /// The measure that a key of a rule names.
    pub(super) fn measure(&mut self, spot: &Spot, key: &str, code: &str, reads: Reads) -> MeasureCode {
        let known = self.codes("measure", &self.tables.measure, |raw| raw.code.get_ref());
        self.known(spot, key, code, &known);
        let code = MeasureCode::new(code);
        let tables = self.tables;
        let entry = tables.measure.iter().find(|entry| entry.raw.code.get_ref().trim() == code.as_str());
        if let Some(entry) = entry
            && let Some(from) = entry.raw.from
            && Reads::earliest(from) > reads
        {
            self.findings.push(measure_too_late(spot.at(key), entry.spot.at("from"), &spot.called, code.as_str()));
        }
        let latest = self.reads.entry(code.as_str().to_owned()).or_insert(reads);
        *latest = reads.max(*latest);
        code
    }

    /// `when` and `any` of a rule; empty where it has neither.
    pub(super) fn when(&mut self, spot: &Spot, all: &[RawCondition], any: &[RawCondition], reads: Reads) -> When {
        let mut list = |key: &str, rows: &[RawCondition]| -> Vec<Condition> {
            rows.iter().enumerate().map(|(row, raw)| self.condition(spot, key, row, raw, reads)).collect()
        };
        When { all: list("when", all), any: list("any", any) }
    }

    /// One condition, which stands in a row of the list under a key.
    pub(super) fn condition(
        &mut self,
        spot: &Spot,
        key: &str,
        row: usize,
        raw: &RawCondition,
        reads: Reads,
    ) -> Condition {
        let measure = self.measure(spot, key, &raw.measure, reads);
        let lines = self.edges(spot, key, [&raw.at_least, &raw.above, &raw.at_most, &raw.below]);
        Condition { measure, lines, place: spot.at_row(key, row) }
    }

    /// The lines of a condition in the order `at_least`, `above`, `at_most`, `below`; one of them must be there.
    pub(super) fn edges(&mut self, spot: &Spot, key: &str, lines: [&Option<Quoted>; 4]) -> Vec<(Edge, Exact)> {
        let edges = [Edge::AtLeast, Edge::Above, Edge::AtMost, Edge::Below];
        let found: Vec<(Edge, Exact)> =
            edges.into_iter().zip(lines).filter_map(|(edge, line)| Some((edge, line.as_ref()?.0.clone()))).collect();
        if found.is_empty() {
            let (asked, choices) = question("", "at_least");
            self.findings.push(decision_missing(spot.at(key), &spot.called, key, &asked, choices));
        }
        let low =
            found.iter().filter(|(edge, _)| matches!(edge, Edge::AtLeast | Edge::Above)).max_by(|a, b| a.1.cmp(&b.1));
        let high =
            found.iter().filter(|(edge, _)| matches!(edge, Edge::AtMost | Edge::Below)).min_by(|a, b| a.1.cmp(&b.1));
        if let (Some((from, low)), Some((to, high))) = (low, high) {
            let touches = *from == Edge::AtLeast && *to == Edge::AtMost;
            if low > high || (low == high && !touches) {
                self.out_of_range(spot, key, &format!("{low} … {high}"), "能够成立的范围", "a range that can be met");
            }
        }
        found
    }
}
