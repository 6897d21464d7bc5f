//! 事项登记: a row per occurrence, with its kind, its level and who found it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cells::{Slot, is_one_of, parse_number};
use super::findings::{
    Known, count_not_whole, date_outside_period, item_unknown, listed, number_expected, occurrence_word_unknown,
    points_set_by_hand, pool_does_not_add, row_duplicate,
};
use super::headers::Grid;
use super::ledger::holds;
use super::lists::{Lists, Roster};
use super::marks::tell_other_period;
use super::sink::Sink;
use crate::assessment::Assessment;
use crate::diag::{Place, Severity, Text, nearest};
use crate::exact::Exact;
use crate::facts::Occurrence;
use crate::scheme::words::{FactTable, GivenRow, ItemWords, MarkValue, OccurrenceWords, Words};

/// A pool in the making: its total, the sum of the parts, and the first and last place.
struct Pool {
    total: Exact,
    sum: Exact,
    first: Place,
    last: Place,
    differs: bool,
}

/// Occurrences by unit, day and place. Of rows entirely equal the first counts.
pub(super) fn read(
    grids: &[Grid<'_>],
    assessment: &Assessment,
    lists: &Lists<'_>,
    roster: &Roster,
    sink: &mut Sink,
) -> Vec<Occurrence> {
    let mut all = Vec::new();
    let mut pools: BTreeMap<Arc<str>, Pool> = BTreeMap::new();
    let has_items = lists.words.items.iter().any(|item| item.table == FactTable::Occurrences);
    for grid in grids {
        grid.tell_unknown_columns(sink);
        for row in grid.rows(sink) {
            let unit = roster.unit(&row.field("unit"), sink);
            let slot = row.field("item");
            let item = match slot.is_empty() && !has_items {
                true => Some(None),
                false => item_of(&slot, lists, sink).map(Some),
            };
            let words = item.flatten().and_then(occurrence_words);
            let mut word = |field: &str, list: fn(&OccurrenceWords) -> &[String]| {
                let known = words.map(list).unwrap_or_default();
                let place = item.flatten().map(|item| item.place.clone());
                one_word(&row.field(field), known, place, sink)
            };
            let kind = word("kind", |words| &words.kinds);
            let level = word("level", |words| &words.levels);
            let found_by = word("found_by", |words| &words.found_by);
            let date_slot = row.field("date");
            let date = date_slot.day(sink);
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
            let count = from_one(&row.field("count"), sink);
            let sharers = from_one(&row.field("sharers"), sink);
            let note: Option<Arc<str>> = row.field("note").optional(sink).map(|text| Arc::from(&*text));
            let document = row.field("document").optional(sink).map(|text| Arc::from(&*text));
            let traits = [&kind, &level, &found_by].map(|word| word.as_ref().and_then(Option::as_deref));
            let points = match item {
                Some(item) => points_set(&row.field("points"), item, traits, note.is_some(), sink),
                None => None,
            };
            let pool_slot = row.field("pool");
            let pool: Option<Arc<str>> = pool_slot.optional(sink).map(|text| Arc::from(&*text));
            let total = number(&row.field("pool_total"), sink);
            if let (Some(pool), Some(Some(points))) = (&pool, &points) {
                add_to_pool(&mut pools, pool, points, total.flatten(), pool_slot.place());
            }
            let (Some(unit), Some(item), Some(date), Some(period), Some(points)) = (unit, item, date, period, points)
            else {
                continue;
            };
            let (Some(kind), Some(level), Some(found_by), Some(count), Some(sharers)) =
                (kind, level, found_by, count, sharers)
            else {
                continue;
            };
            if let Some(item) = item
                && !item.periods.contains(&period.code)
            {
                tell_other_period(&date_slot, item, &period.code, lists, Severity::Warning, sink);
                continue;
            }
            let (item, period) = (item.map(|item| item.code.clone()), period.code.clone());
            let place = if slot.is_empty() { date_slot.place() } else { slot.place() };
            all.push(Occurrence {
                unit,
                item,
                kind,
                level,
                found_by,
                date,
                period,
                count,
                sharers,
                points,
                pool,
                document,
                note,
                place,
            });
        }
    }
    for (name, pool) in &pools {
        if pool.differs || pool.sum != pool.total {
            let (found, total) = (pool.sum.to_string(), pool.total.to_string());
            sink.push(pool_does_not_add(pool.first.clone(), pool.last.clone(), name, &found, &total));
        }
    }
    without_repeats(all, sink)
}

fn occurrence_words(item: &ItemWords) -> Option<&OccurrenceWords> {
    match &item.value {
        MarkValue::Occurrences(words) => Some(words),
        _ => None,
    }
}

fn item_of<'w>(slot: &Slot<'_>, lists: &Lists<'w>, sink: &mut Sink) -> Option<&'w ItemWords> {
    let text = slot.required(sink)?;
    let item = lists.items.head(&text).map(|at| &lists.words.items[*at]);
    let item = item.filter(|item| item.table == FactTable::Occurrences);
    if item.is_none() {
        sink.push_cell("R022", &slot.place(), || item_unknown(&slot.spot(), &known_items(lists.words, &text)));
    }
    item
}

fn known_items(words: &Words, text: &str) -> Known {
    let own = words.items.iter().filter(|item| item.table == FactTable::Occurrences);
    let names: Vec<String> = own.map(|item| format!("{} {}", item.code, item.name)).collect();
    let near = nearest(text, names.iter().map(String::as_str)).map(str::to_owned);
    Known { expected: listed(names.iter().map(String::as_str)), expected_at: None, nearest: near }
}

/// A word, if there is one; nothing after a finding.
#[expect(clippy::option_option, reason = "an empty cell is a value, a cell with a finding is none")]
fn one_word(slot: &Slot<'_>, known: &[String], at: Option<Place>, sink: &mut Sink) -> Option<Option<Arc<str>>> {
    if slot.is_fault(sink) {
        return None;
    }
    let Some(text) = slot.text() else { return Some(None) };
    if known.is_empty() {
        return Some(Some(Arc::from(&*text)));
    }
    let found = known.iter().find(|word| is_one_of(&text, std::slice::from_ref(word)));
    if found.is_none() {
        let near = nearest(&text, known.iter().map(String::as_str)).map(str::to_owned);
        let expected = listed(known.iter().map(String::as_str));
        let known = Known { expected, expected_at: at, nearest: near };
        sink.push_cell("R062", &slot.place(), || occurrence_word_unknown(&slot.spot(), &known));
    }
    found.map(|word| Some(Arc::from(word.as_str())))
}

/// A whole number from one on; one where nothing stands.
fn from_one(slot: &Slot<'_>, sink: &mut Sink) -> Option<u32> {
    if slot.is_empty() {
        return Some(1);
    }
    let count = slot.as_count().filter(|count| *count > 0);
    if count.is_none() {
        sink.push_cell("R026", &slot.place(), || count_not_whole(&slot.spot()));
    }
    count
}

#[expect(clippy::option_option, reason = "an empty cell is a value, a cell with a finding is none")]
fn number(slot: &Slot<'_>, sink: &mut Sink) -> Option<Option<Exact>> {
    let Some(text) = slot.optional(sink) else { return Some(None) };
    let number = parse_number(&text);
    if number.is_none() {
        let expected = Text::new("一个数字", "a number");
        sink.push_cell("R020", &slot.place(), || number_expected(&slot.spot(), expected, None));
    }
    number.map(Some)
}

/// Points that a person set: within the bounds and with a reason where the rule leaves them to a person, else not there.
#[expect(clippy::option_option, reason = "an empty cell is a value, a cell with a finding is none")]
fn points_set(
    slot: &Slot<'_>,
    item: Option<&ItemWords>,
    traits: [Option<&str>; 3],
    has_reason: bool,
    sink: &mut Sink,
) -> Option<Option<Exact>> {
    let points = number(slot, sink)?;
    let place = item.map(|item| item.place.clone());
    let words = item.and_then(occurrence_words);
    let given = words.and_then(|words| words.given.iter().find(|row| row.matches(traits)));
    let expected = match (&points, given) {
        (None, None) => return Some(None),
        (Some(points), Some(row)) if *points >= row.least && *points <= row.most && has_reason => {
            return Some(Some(points.clone()));
        }
        (_, Some(GivenRow { least, most, .. })) => {
            Text::new(format!("{least} 至 {most}，并写明理由"), format!("{least} to {most}, with a reason"))
        }
        (Some(_), None) => Text::new("分值由规则定，此栏留空", "empty; the rule sets the points"),
    };
    sink.push_cell("R063", &slot.place(), || points_set_by_hand(&slot.spot(), expected, place));
    None
}

fn add_to_pool(
    pools: &mut BTreeMap<Arc<str>, Pool>,
    name: &Arc<str>,
    points: &Exact,
    total: Option<Exact>,
    place: Place,
) {
    let stated = total.clone().unwrap_or_default();
    let fresh =
        || Pool { total: stated, sum: Exact::zero(), first: place.clone(), last: place.clone(), differs: false };
    let pool = pools.entry(name.clone()).or_insert_with(fresh);
    pool.differs |= total.is_none_or(|total| total != pool.total);
    pool.sum += points;
    pool.last = place;
}

fn without_repeats(mut all: Vec<Occurrence>, sink: &mut Sink) -> Vec<Occurrence> {
    all.sort_by(|a, b| facts_of(a).cmp(&facts_of(b)).then_with(|| a.place.cmp(&b.place)));
    all.dedup_by(|later, first| {
        let same = facts_of(later) == facts_of(first);
        if same {
            let what = Text::new("事项登记中完全相同的一行", "a row of the occurrences");
            let found = first.document.as_deref().unwrap_or_default();
            sink.push(row_duplicate(first.place.clone(), later.place.clone(), &what, found, Severity::Warning));
        }
        same
    });
    all
}

fn facts_of(row: &Occurrence) -> impl Ord + '_ {
    let traits = (&row.item, &row.kind, &row.level, &row.found_by);
    (&row.unit, row.date, traits, (row.count, row.sharers), (&row.points, &row.pool, &row.document, &row.note))
}
