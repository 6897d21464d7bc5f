//! 履责台账: a row per dated action.

use std::borrow::Cow;

use chrono::{Datelike as _, NaiveDate};

use super::findings::{Known, date_outside_period, item_unknown, listed, not_a_ledger_item, row_duplicate};
use super::headers::Grid;
use super::lists::{Lists, Roster};
use super::marks::tell_other_period;
use super::rows::Action;
use super::sink::Sink;
use crate::assessment::Assessment;
use crate::diag::{Severity, Text};
use crate::scheme::words::{FactTable, PeriodWords, Words};

/// Actions by unit, item, day and words. Of rows entirely equal the first counts.
pub(super) fn read(
    grids: &[Grid<'_>],
    assessment: &Assessment,
    lists: &Lists<'_>,
    roster: &Roster,
    sink: &mut Sink,
) -> Vec<Action> {
    let mut actions = Vec::new();
    for grid in grids {
        grid.tell_unknown_columns(sink);
        for row in grid.rows(sink) {
            let unit = roster.unit(&row.field("unit"), sink);
            let slot = row.field("item");
            let item = slot.required(sink).and_then(|text| {
                let item = lists.items.head(&text).map(|at| &lists.words.items[*at]);
                let is_of_ledger = item.is_some_and(|item| item.table == FactTable::Ledger);
                if !is_of_ledger {
                    let known = known_items(lists.words, item.is_none().then(|| lists.items.known(&text)));
                    match item {
                        Some(_) => sink.push_cell("R048", &slot.place(), || not_a_ledger_item(&slot.spot(), &known)),
                        None => sink.push_cell("R022", &slot.place(), || item_unknown(&slot.spot(), &known)),
                    }
                }
                item.filter(|_| is_of_ledger)
            });
            let date_slot = row.field("date");
            let date = date_slot.day(sink);
            let what = row.field("what").required_shared(sink);
            let evidence = row.field("evidence").text().map(Cow::into_owned);
            let period = date.and_then(|date| {
                let is_inside = assessment.from <= date && date <= assessment.to;
                let period = lists.words.periods.iter().find(|period| holds(period, date)).filter(|_| is_inside);
                if period.is_none() {
                    let (from, to) = (assessment.from.to_string(), assessment.to.to_string());
                    let place = date_slot.place();
                    sink.push_cell("R028", &place, || date_outside_period(&date_slot.spot(), &from, &to));
                }
                period
            });
            let (Some(unit), Some(item), Some(date), Some(what), Some(period)) = (unit, item, date, what, period)
            else {
                continue;
            };
            if !item.periods.contains(&period.code) {
                tell_other_period(&date_slot, item, &period.code, lists, Severity::Warning, sink);
                continue;
            }
            let (item, period, place) = (item.code.clone(), period.code.clone(), date_slot.place());
            actions.push((Action { unit, item, period, date, what, place }, evidence));
        }
    }
    // The evidence tells two meetings of one day apart: rows with different minutes are two actions.
    actions.sort_by(|(a, proof), (b, other)| {
        (&a.unit, &a.item, a.date, &a.what, proof, &a.place).cmp(&(&b.unit, &b.item, b.date, &b.what, other, &b.place))
    });
    let mut kept: Vec<Action> = Vec::with_capacity(actions.len());
    let mut last_proof = None;
    for (action, proof) in actions {
        let same = |last: &&Action| {
            (&last.unit, &last.item, last.date, &last.what, &last_proof)
                == (&action.unit, &action.item, action.date, &action.what, &proof)
        };
        if let Some(last) = kept.last().filter(same) {
            let what = Text::new("台账中完全相同的一行", "a row of the ledger");
            sink.push(row_duplicate(last.place.clone(), action.place, &what, &action.what, Severity::Warning));
        } else {
            kept.push(action);
            last_proof = proof;
        }
    }
    kept
}

fn known_items(words: &Words, unknown: Option<Known>) -> Known {
    let of_ledger = words.items.iter().filter(|item| item.table == FactTable::Ledger);
    let names: Vec<String> = of_ledger.map(|item| format!("{} {}", item.code, item.name)).collect();
    let expected = listed(names.iter().map(String::as_str));
    Known { expected, expected_at: None, nearest: unknown.and_then(|known| known.nearest) }
}

/// Whether a day lies in a period, which may reach over the turn of the year.
pub(super) fn holds(period: &PeriodWords, day: NaiveDate) -> bool {
    let day = (day.month(), day.day());
    if period.from <= period.to {
        period.from <= day && day <= period.to
    } else {
        day >= period.from || day <= period.to
    }
}
