//! 履责台账: a row per dated action.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::{Datelike as _, NaiveDate};

use super::cells::folded;
use super::findings::{
    Known, action_unknown, date_outside_period, item_unknown, listed, not_a_ledger_item, row_duplicate,
};
use super::headers::{Grid, Row};
use super::lists::{Lists, Roster};
use super::lookup::Lookup;
use super::marks::tell_other_period;
use super::rows::Action;
use super::sink::Sink;
use crate::assessment::Assessment;
use crate::diag::{Severity, Text};
use crate::facts::Deed;
use crate::scheme::words::{ActionWords, FactTable, PeriodWords, Words};
use crate::terms::UnitCode;

/// Actions by unit, item, day and words, of rows entirely equal the first; and what was done for duties, by day.
///
/// A row names an item, or the action of a duty under 事项, or both.
pub(super) fn read(
    grids: &[Grid<'_>],
    assessment: &Assessment,
    lists: &Lists<'_>,
    roster: &Roster,
    sink: &mut Sink,
) -> (Vec<Action>, Vec<Deed>) {
    let mut actions = Vec::new();
    let mut deeds = Vec::new();
    let asked = Asked::of(lists);
    for grid in grids {
        grid.tell_unknown_columns(sink);
        for row in grid.rows(sink) {
            let unit = roster.unit(&row.field("unit"), sink);
            let slot = row.field("item");
            if let Some(kind) = row.field("kind").text() {
                deeds.extend(deed(&row, &kind, unit.as_ref(), assessment, &asked, roster, sink));
                if slot.is_empty() {
                    continue;
                }
            }
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
    deeds.sort_by(|a, b| (&a.unit, a.date, &a.action, &a.place).cmp(&(&b.unit, b.date, &b.action, &b.place)));
    (kept, deeds)
}

/// The actions that duties ask for.
struct Asked<'w> {
    words: &'w [ActionWords],
    names: Lookup<usize>,
}

impl<'w> Asked<'w> {
    fn of(lists: &Lists<'w>) -> Self {
        let words = lists.words.registers.actions.as_slice();
        let mut names = Lookup::new(None);
        for (at, action) in words.iter().enumerate() {
            names.add(&action.named.code, &action.named.name, &action.named.aliases, at);
        }
        Self { words, names }
    }
}

/// What a row says was done for a duty. A duty of a whole term also counts earlier years, a report that is due next year the
/// next.
fn deed(
    row: &Row<'_, '_>,
    kind: &str,
    unit: Option<&UnitCode>,
    assessment: &Assessment,
    asked: &Asked<'_>,
    roster: &Roster,
    sink: &mut Sink,
) -> Option<Deed> {
    let slot = row.field("kind");
    let Some(action) = asked.names.one(&folded(kind)).map(|at| &asked.words[*at]) else {
        sink.push_cell("R100", &slot.place(), || action_unknown(&slot.spot(), &asked.names.known(kind)));
        return None;
    };
    let people = |name: &str, sink: &mut Sink| {
        let slot = row.field(name);
        if slot.is_empty() { Some(Vec::new()) } else { roster.people_listed(&slot, unit, sink) }
    };
    let person = row.field("person");
    let person = if person.is_empty() { Some(None) } else { roster.person(&person, unit, sink).map(Some) };
    let with = people("with", sink);
    let date_slot = row.field("date");
    let date = date_slot.as_day();
    let what = row.field("what").optional(sink).map_or_else(|| Arc::from(""), |text| (*text).into());
    let evidence = !row.field("evidence").is_empty();
    let (unit, person, with, date) = (unit?, person?, with?, date?);
    let inside = assessment.from <= date && date <= assessment.to;
    let earlier = action.since.is_some_and(|since| since <= date && date < assessment.from);
    let later = action.next_year && date > assessment.to && date.year() == assessment.year + 1;
    if !(inside || earlier || later) {
        let (from, to) = (assessment.from.to_string(), assessment.to.to_string());
        let place = date_slot.place();
        sink.push_cell("R028", &place, || date_outside_period(&date_slot.spot(), &from, &to));
        return None;
    }
    let action = Arc::from(action.named.code.as_str());
    Some(Deed { unit: unit.clone(), person, with, action, date, what, evidence, place: date_slot.place() })
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
