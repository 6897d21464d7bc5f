//! 事实登记: a row per number of a subject.

use std::sync::Arc;

use super::cells::{WHOLE, folded, parse_number};
use super::findings::{fact_repeated, measure_unknown, number_expected, period_unknown, row_duplicate};
use super::headers::Grid;
use super::lists::{Lists, Roster};
use super::sink::Sink;
use crate::diag::{Severity, Text};
use crate::facts::Stated;
use crate::scheme::words::MeasureOf;
use crate::terms::Subject;

/// Numbers by measure, subject, period and place. Of rows entirely equal the first counts.
pub(super) fn read(grids: &[Grid<'_>], lists: &Lists<'_>, roster: &Roster, sink: &mut Sink) -> Vec<Stated> {
    let mut facts = Vec::new();
    for grid in grids {
        grid.tell_unknown_columns(sink);
        for row in grid.rows(sink) {
            let measure = lists.measures.named(&row.field("fact"), "R060", measure_unknown, sink);
            let measure = measure.map(|at| &lists.words.measures[*at]);
            let slot = row.field("subject");
            let is_whole = slot.text().is_some_and(|text| WHOLE.contains(&&*folded(&text)));
            let subject = match measure.map(|measure| measure.of) {
                None => None,
                Some(MeasureOf::County) if is_whole => Some(None),
                Some(MeasureOf::Person) => roster.person(&slot, None, sink).map(|code| Some(Subject::Person(code))),
                Some(_) => roster.unit(&slot, sink).map(|code| Some(Subject::Unit(code))),
            };
            let period_slot = row.field("period");
            let period = match period_slot.is_empty() {
                true => Some(None),
                false => lists.periods.named(&period_slot, "R032", period_unknown, sink).map(|code| Some(code.clone())),
            };
            let value_slot = row.field("value");
            let value = value_slot.required(sink).and_then(|text| {
                let value = parse_number(text.trim_end_matches(['%', '％']));
                if value.is_none() {
                    let expected = Text::new("一个数字，如 89.5", "a number, such as 89.5");
                    let at = measure.map(|measure| measure.place.clone());
                    let make = || number_expected(&value_slot.spot(), expected, at);
                    sink.push_cell("R020", &value_slot.place(), make);
                }
                value
            });
            let document = row.field("document").optional(sink).map(|text| Arc::from(&*text));
            let note = row.field("note").optional(sink).or_else(|| row.field("evidence").text());
            let note = note.map(|text| Arc::from(&*text));
            let (Some(measure), Some(subject), Some(period), Some(value)) = (measure, subject, period, value) else {
                continue;
            };
            let (measure, place) = (measure.named.code.clone(), value_slot.place());
            facts.push(Stated { subject, measure, period, value, document, note, place });
        }
    }
    facts.sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| a.place.cmp(&b.place)));
    without_repeats(facts, lists, sink)
}

fn key(fact: &Stated) -> impl Ord + '_ {
    (&fact.measure, &fact.subject, &fact.period)
}

/// Tells rows that are entirely equal, and a second number where there can be only one.
fn without_repeats(facts: Vec<Stated>, lists: &Lists<'_>, sink: &mut Sink) -> Vec<Stated> {
    let mut kept: Vec<Stated> = Vec::with_capacity(facts.len());
    for fact in facts {
        let of_key = kept.iter().rev().take_while(|before| key(before) == key(&fact));
        let mut twin = None;
        let mut other = None;
        for before in of_key {
            other = Some(before.place.clone());
            if (&before.value, &before.document, &before.note) == (&fact.value, &fact.document, &fact.note) {
                twin = Some(before.place.clone());
            }
        }
        let words = lists.words.measures.iter().find(|measure| measure.named.code == fact.measure);
        let only_one = words.is_some_and(|measure| measure.only_one);
        match (twin, other) {
            (Some(first), _) => {
                let what = Text::new("事实登记中完全相同的一行", "a row of the stated facts");
                sink.push(row_duplicate(first, fact.place, &what, fact.measure.as_str(), Severity::Warning));
            }
            (None, Some(first)) if only_one => {
                sink.push(fact_repeated(first, fact.place, fact.measure.as_str(), &fact.value.to_string()));
            }
            _ => kept.push(fact),
        }
    }
    kept
}
