//! 检查评分: a row per unit, period and inspector, a column per item.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{Datelike as _, NaiveDate};

use super::cells::{Slot, folded, parse_number, yes_no_words};
use super::findings::{
    Known, cell_merged, column_duplicate, count_not_whole, date_expected, date_outside_period, item_not_for_period,
    item_unknown, listed, mark_out_of_range, mark_too_precise, mark_without_inspector, member_does_not_fit,
    number_expected, period_unknown, row_duplicate, word_unknown, yes_no_expected,
};
use super::headers::{Grid, Row};
use super::lists::{Lists, Roster};
use super::lookup::Lookup;
use super::rows::ItemMark;
use super::sink::Sink;
use crate::assessment::Assessment;
use crate::diag::{At, Place, Severity, Text};
use crate::exact::Exact;
use crate::facts::{Entry, MarkGiven};
use crate::scheme::words::{FactTable, ItemWords, MarkValue};
use crate::sheets::CellValue;
use crate::terms::{ItemCode, PeriodCode, PersonCode, UnitCode};

/// Marks by unit, item, period, inspector and place.
pub(super) fn read(
    grids: &[Grid<'_>],
    assessment: &Assessment,
    lists: &Lists<'_>,
    roster: &Roster,
    sink: &mut Sink,
) -> Vec<ItemMark> {
    let mut marks = Vec::new();
    for grid in grids {
        let columns = columns(grid, lists, sink);
        for row in grid.rows(sink) {
            let unit = roster.unit(&row.field("unit"), sink);
            let period = lists.periods.named(&row.field("period"), "R032", period_unknown, sink);
            let inspector = row.field("inspector");
            if inspector.is_empty() {
                sink.push_cell("R044", &inspector.place(), || mark_without_inspector(&inspector.spot()));
            }
            let inspector = if inspector.is_empty() { None } else { inspector.required_shared(sink) };
            let member_slot = row.field("member");
            let member = match member_slot.is_empty() {
                true => Some(None),
                false => roster.person(&member_slot, unit.as_ref(), sink).map(Some),
            };
            let note = row.field("note").optional(sink).map(|text| Arc::from(&*text));
            let is_known = unit.is_some() && period.is_some() && inspector.is_some();
            for (column, header, item) in &columns {
                let slot = row.wide(*column, header);
                // Every cell is checked, even in a row that cannot be filed.
                let entry = cell(&row, &slot, item, assessment, sink);
                let (Some(entry), Some(unit), Some(period), Some(inspector)) = (entry, &unit, period, &inspector)
                else {
                    continue;
                };
                let Some(member) = &member else { continue };
                if item.by_member != member.is_some() {
                    if entry != Entry::Blank {
                        let place = slot.place();
                        sink.push_cell("R066", &place, || {
                            member_does_not_fit(&slot.spot(), &item.name, item.by_member)
                        });
                    }
                    continue;
                }
                if !item.periods.contains(period) {
                    if is_known && matches!(entry, Entry::Given(_)) {
                        tell_other_period(&slot, item, period, lists, Severity::Error, sink);
                    }
                    continue;
                }
                marks.push(ItemMark {
                    unit: unit.clone(),
                    item: item.code.clone(),
                    period: period.clone(),
                    inspector: inspector.clone(),
                    entry,
                    member: member.clone(),
                    note: note.clone(),
                    place: slot.place(),
                });
            }
        }
    }
    let key = |mark: &ItemMark| {
        (
            mark.unit.clone(),
            mark.item.clone(),
            mark.period.clone(),
            folded(&mark.inspector).into_owned(),
            mark.member.clone(),
            mark.place.clone(),
        )
    };
    marks.sort_by_cached_key(key);
    without_repeats(marks, sink)
}

/// Columns of items, each with its header.
fn columns<'g, 'w>(grid: &'g Grid<'_>, lists: &Lists<'w>, sink: &mut Sink) -> Vec<(u32, &'g str, &'w ItemWords)> {
    let mut columns: Vec<(u32, &str, &ItemWords)> = Vec::new();
    for (column, header) in &grid.wide {
        let item = lists.items.head(header).map(|at| &lists.words.items[*at]);
        match item {
            Some(item) if item.table == FactTable::Marks => {
                match columns.iter().find(|(.., other)| other.code == item.code) {
                    Some((first, text, _)) => {
                        let first = grid.header_spot(grid.header_row, *first, text);
                        sink.push(column_duplicate(&first, &grid.header_spot(grid.header_row, *column, header)));
                    }
                    None => columns.push((*column, header, item)),
                }
            }
            None if grid.is_for_people(header) => grid.tell_unknown_column(*column, header, sink),
            _ => {
                let of_marks = lists.words.items.iter().filter(|item| item.table == FactTable::Marks);
                let names: Vec<String> = of_marks.map(|item| format!("{} {}", item.code, item.name)).collect();
                let nearest = if item.is_none() { lists.items.known(header).nearest } else { None };
                let expected = listed(names.iter().map(String::as_str));
                let known = Known { expected, expected_at: item.map(|item| item.place.clone()), nearest };
                sink.push(item_unknown(&grid.header_spot(grid.header_row, *column, header), &known));
            }
        }
    }
    columns
}

/// Tells a fact in a period in which its item is not assessed.
pub(super) fn tell_other_period(
    slot: &Slot<'_>,
    item: &ItemWords,
    period: &PeriodCode,
    lists: &Lists<'_>,
    severity: Severity,
    sink: &mut Sink,
) {
    let expected = listed(item.periods.iter().map(|period| lists.period_name(period)));
    let place = Some(item.place.clone());
    sink.push_cell("R046", &slot.place(), || {
        item_not_for_period(&slot.spot(), &item.name, lists.period_name(period), expected, place, severity)
    });
}

/// What stands in a cell of an item; nothing after a finding.
fn cell(
    row: &Row<'_, '_>,
    slot: &Slot<'_>,
    item: &ItemWords,
    assessment: &Assessment,
    sink: &mut Sink,
) -> Option<Entry<MarkGiven>> {
    if slot.is_empty() {
        if slot.column.is_some_and(|column| row.is_under_merge(column)) {
            let at = At { place: slot.place(), caption: Some(Text::new(slot.header, slot.header)) };
            sink.push_cell("R017", &slot.place(), || cell_merged(at));
            return None;
        }
        return Some(Entry::Blank);
    }
    if slot.is_fault(sink) {
        return None;
    }
    if slot.is_one_of(&row.grid.layout.not_applicable) {
        return Some(Entry::NotApplicable);
    }
    let place = slot.place();
    let given = match &item.value {
        MarkValue::Points { full, places } => MarkGiven::Points(points(slot, item, full, *places, sink)?),
        MarkValue::Count => {
            let count = slot.as_count();
            if count.is_none() {
                let is_number = slot.text().is_some_and(|text| parse_number(&text).is_some());
                let expected = Text::new("次数：0、1、2…", "a count: 0, 1, 2 …");
                match is_number {
                    true => sink.push_cell("R026", &place, || count_not_whole(&slot.spot())),
                    false => sink.push_cell("R020", &place, || {
                        number_expected(&slot.spot(), expected, Some(item.place.clone()))
                    }),
                }
            }
            MarkGiven::Count(count?)
        }
        MarkValue::Date(words) => {
            let Some(day) = slot.as_day() else {
                if slot.text().is_some_and(|text| words.excused.iter().any(|word| text.contains(word.as_str()))) {
                    return Some(Entry::Given(MarkGiven::Excused));
                }
                sink.push_cell("R027", &place, || date_expected(&slot.spot()));
                return None;
            };
            let to = assessment.to;
            let to = if words.next_year { NaiveDate::from_ymd_opt(to.year() + 1, 12, 31).unwrap_or(to) } else { to };
            if day < assessment.from || day > to {
                let (from, to) = (assessment.from.to_string(), to.to_string());
                sink.push_cell("R028", &place, || date_outside_period(&slot.spot(), &from, &to));
                return None;
            }
            MarkGiven::Date(day)
        }
        MarkValue::YesNo => {
            let Some(answer) = slot.as_yes_no(row.grid.layout) else {
                let expected = yes_no_words(row.grid.layout);
                sink.push_cell("R029", &place, || yes_no_expected(&slot.spot(), expected, Some(item.place.clone())));
                return None;
            };
            MarkGiven::YesNo(answer)
        }
        MarkValue::Number => {
            let number = slot.text().and_then(|text| parse_number(text.trim_end_matches(['%', '％'])));
            if number.is_none() {
                let expected = Text::new("一个数字", "a number");
                sink.push_cell("R020", &place, || number_expected(&slot.spot(), expected, Some(item.place.clone())));
            }
            MarkGiven::Number(number?)
        }
        MarkValue::Word(levels) => {
            let text = slot.text().unwrap_or_default();
            let words = Lookup::of_named(levels, Some(item.place.clone()), |at| at);
            let Some(at) = words.one(&folded(&text)) else {
                sink.push_cell("R065", &place, || word_unknown(&slot.spot(), &words.known(&text)));
                return None;
            };
            MarkGiven::Word(*at)
        }
        MarkValue::Occurrences(_) => return None,
    };
    Some(Entry::Given(given))
}

fn points(slot: &Slot<'_>, item: &ItemWords, full: &Exact, places: u32, sink: &mut Sink) -> Option<Exact> {
    let at = || Some(item.place.clone());
    let is_number = !matches!(slot.held, Some(super::cells::Held::Cell(CellValue::Date(_) | CellValue::Truth(_))));
    let number = slot.text().filter(|_| is_number).and_then(|text| parse_number(&text));
    let Some(number) = number else {
        let expected = Text::new(format!("0 至 {full} 分的数字"), format!("a number from 0 to {full}"));
        sink.push_cell("R020", &slot.place(), || number_expected(&slot.spot(), expected, at()));
        return None;
    };
    if number.is_negative() || number > *full {
        sink.push_cell("R025", &slot.place(), || mark_out_of_range(&slot.spot(), &full.plain(), at()));
        return None;
    }
    if number.decimal_places().is_none_or(|n| n > places) {
        sink.push_cell("R024", &slot.place(), || mark_too_precise(&slot.spot(), places, at()));
        return None;
    }
    Some(number)
}

/// Tells each pair of rows that mark the same once, and keeps the first of them.
fn without_repeats(marks: Vec<ItemMark>, sink: &mut Sink) -> Vec<ItemMark> {
    let mut first: BTreeMap<(UnitCode, ItemCode, PeriodCode, String, Option<PersonCode>), Place> = BTreeMap::new();
    let mut told = BTreeSet::new();
    let mut kept = Vec::with_capacity(marks.len());
    for mark in marks {
        let inspector = folded(&mark.inspector).into_owned();
        let key = (mark.unit.clone(), mark.item.clone(), mark.period.clone(), inspector, mark.member.clone());
        let Some(place) = first.get(&key) else {
            first.insert(key, mark.place.clone());
            kept.push(mark);
            continue;
        };
        if told.insert((row_of(place), row_of(&mark.place))) {
            let what = Text::new("同一单位、考核期和检查人的评分", "the marks of a unit, period and inspector");
            let found = format!("{} {} {}", mark.unit, mark.period, mark.inspector);
            sink.push(row_duplicate(place.clone(), mark.place, &what, &found, Severity::Error));
        }
    }
    kept
}

fn row_of(place: &Place) -> Place {
    match place {
        Place::Cell(file, sheet, row, _) => Place::Cell(file.clone(), sheet.clone(), *row, 0),
        other => other.clone(),
    }
}
