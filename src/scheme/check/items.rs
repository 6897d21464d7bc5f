//! Items and their parts, as sheets know them and as they score; case indicators.

use super::Check;
use super::head::named;
use super::item_keys::{only_table, source, unused_keys};
use super::points;
use super::polls::trimmed;
use super::rows::{level_words, occurrence_words};
use crate::exact::Exact;
use crate::scheme::load::Entry;
use crate::scheme::raw::{RawCaseIndicator, RawComponent, RawItem};
use crate::scheme::words::{CaseWords, DateWords, FactTable, ItemWords, MarkValue};
use crate::scheme::worth::{DueYear, Item, ItemRule, NotApplicable, NotSubmitted, Points};
use crate::terms::{ComponentCode, ItemCode, PeriodCode};

pub(super) fn items(check: &mut Check<'_>) -> (Vec<ItemWords>, Vec<Item>) {
    if let Some(entry) = &check.tables.item_policy {
        check.rule("item_policy", &entry.spot, &entry.raw.basis, entry.raw.assumed);
        check.places(&entry.spot, entry.raw.places);
    }
    let (mut words, mut worth) = (Vec::new(), Vec::new());
    for entry in &check.tables.item {
        item(check, entry, &mut words, &mut worth);
    }
    (words, worth)
}

fn item(check: &mut Check<'_>, entry: &Entry<RawItem>, words: &mut Vec<ItemWords>, worth: &mut Vec<Item>) {
    let (raw, spot) = (&entry.raw, &entry.spot);
    let code = ItemCode::new(raw.code.get_ref());
    let rule_ref = check.rule(&format!("item:{code}"), spot, &raw.basis, raw.assumed);
    belongs(check, entry);
    let adjusting = adjusting(check, entry);
    let full = if adjusting { Exact::zero() } else { check.number(spot, "full", &raw.full) };
    if full.is_zero() && raw.full.is_some() && !adjusting {
        check.out_of_range(spot, "full", "0", "大于 0", "above 0");
    }
    let periods = periods(check, entry);
    let rule = check.need(spot, "rule", &raw.rule);
    if let Some(rule) = rule {
        unused_keys(check, entry, rule);
        source(check, entry, rule);
    }
    let points = rule.map(|rule| points::points(check, entry, rule, &full, &periods));
    let (floor, cap) = match rule {
        Some(
            ItemRule::Count
            | ItemRule::Events
            | ItemRule::ProRata
            | ItemRule::TargetLine
            | ItemRule::GroupMean
            | ItemRule::Occurrences,
        ) => (check.limit(spot, "floor", &raw.floor), check.limit(spot, "cap", &raw.cap)),
        Some(ItemRule::Parts | ItemRule::Steps | ItemRule::Linear | ItemRule::ByRank | ItemRule::Levels) | None => (
            raw.floor.as_ref().and_then(|_| check.limit(spot, "floor", &raw.floor)),
            raw.cap.as_ref().and_then(|_| check.limit(spot, "cap", &raw.cap)),
        ),
        Some(_) => (Some(Exact::zero()), Some(full.clone())),
    };
    if let (Some(floor), Some(cap)) = (&floor, &cap)
        && floor > cap
    {
        check.out_of_range(spot, "floor", &floor.to_string(), "不高于 cap", "not above cap");
    }
    let policy = check.tables.item_policy.as_ref();
    let policy_lost = policy.is_some_and(|entry| entry.spot.lines.damaged);
    let not_applicable = raw.not_applicable.or(policy.and_then(|entry| entry.raw.not_applicable));
    let not_submitted = raw.not_submitted.or(policy.and_then(|entry| entry.raw.not_submitted));
    if !policy_lost {
        check.need(spot, "not_applicable", &not_applicable);
        check.need(spot, "not_submitted", &not_submitted);
    }
    let not_applicable_points = fixed_points(check, entry, not_applicable);
    if let Some(value) = mark_value(raw, rule, &points, &full, places(check, entry)) {
        words.push(ItemWords {
            code: code.clone(),
            name: raw.name.trim().to_owned(),
            table: raw.from.or(rule.and_then(only_table)).unwrap_or(FactTable::Marks),
            value,
            by_member: rule == Some(ItemRule::MembersMean),
            periods: periods.clone(),
            place: spot.place(),
        });
    }
    worth.push(Item {
        code,
        name: raw.name.trim().to_owned(),
        component: raw.component.as_deref().filter(|_| raw.part_of.is_none()).map(ComponentCode::new),
        part_of: raw.part_of.as_deref().map(ItemCode::new),
        table: raw.from.or(rule.and_then(only_table)),
        full,
        periods,
        points: points.unwrap_or(Points::Presence),
        floor,
        cap,
        adjusting,
        not_applicable_points,
        not_applicable: not_applicable.unwrap_or(NotApplicable::Refuse),
        not_submitted: not_submitted.unwrap_or(NotSubmitted::Pend),
        rule: rule_ref,
    });
}

/// An item belongs to a component that is the sum of items, or to an item that is the sum of parts.
fn belongs(check: &mut Check<'_>, entry: &Entry<RawItem>) {
    let (raw, spot) = (&entry.raw, &entry.spot);
    if let Some(parent) = &raw.part_of {
        let wholes = |item: &&Entry<RawItem>| item.raw.rule == Some(ItemRule::Parts) && item.raw.part_of.is_none();
        let mut known: Vec<String> = check.tables.item.iter().filter(wholes).map(|item| code_of(&item.raw)).collect();
        known.extend(check.tables.dropped.get("item").into_iter().flatten().cloned());
        check.known(spot, "part_of", parent, &known);
        if raw.component.is_some() {
            check.unused(spot, "component", "小项随所属项目计入", "a part counts with its item");
        }
    } else if let Some(component) = &raw.component {
        let known = check.component_codes();
        check.known(spot, "component", component, &known);
        let of_poll = |entry: &&Entry<RawComponent>| {
            entry.raw.code.get_ref().trim() == component.trim() && entry.raw.poll.is_some()
        };
        if check.tables.component.iter().find(of_poll).is_some() {
            check.unused(spot, "component", "该部分的得分取自测评", "that component takes its points from a poll");
        }
    } else {
        check.ask(spot, "component");
    }
}

fn code_of(raw: &RawItem) -> String {
    raw.code.get_ref().trim().to_owned()
}

/// The periods said, or those of the item (for a part) or of the component.
fn periods(check: &mut Check<'_>, entry: &Entry<RawItem>) -> Vec<PeriodCode> {
    let (raw, spot) = (&entry.raw, &entry.spot);
    let parent = raw.part_of.as_ref().and_then(|parent| {
        check.tables.item.iter().find(|item| item.raw.part_of.is_none() && code_of(&item.raw) == parent.trim())
    });
    let from = parent.map_or(raw, |parent| &parent.raw);
    let component = from.component.as_ref().and_then(|component| {
        check.tables.component.iter().find(|entry| entry.raw.code.get_ref().trim() == component.trim())
    });
    let of_component: Vec<String> = component
        .map(|entry| entry.raw.periods.iter().map(|row| row.period.trim().to_owned()).collect())
        .unwrap_or_default();
    let inherited = match parent {
        Some(parent) if !parent.raw.periods.is_empty() => {
            parent.raw.periods.iter().map(|period| period.trim().to_owned()).collect()
        }
        _ => of_component,
    };
    if component.is_some_and(|entry| !entry.spot.lines.damaged) {
        for period in &raw.periods {
            check.known(spot, "periods", period, &inherited);
        }
    }
    let own = if raw.periods.is_empty() { &inherited } else { &raw.periods };
    own.iter().map(|period| PeriodCode::new(period)).collect()
}

/// Digits an inspector may give: the item's own word, or the policy's.
fn places(check: &Check<'_>, entry: &Entry<RawItem>) -> u32 {
    let policy = check.tables.item_policy.as_ref().and_then(|entry| entry.raw.places);
    entry.raw.places.or(policy).unwrap_or_default().min(9)
}

/// What the cells of an item hold; nothing for an item that has none of its own.
fn mark_value(
    raw: &RawItem,
    rule: Option<ItemRule>,
    points: &Option<Points>,
    full: &Exact,
    places: u32,
) -> Option<MarkValue> {
    let marks = MarkValue::Points { full: full.clone(), places };
    match (rule?, points.as_ref()?) {
        (ItemRule::Panel | ItemRule::MembersMean | ItemRule::SelfPanel, _) => Some(marks),
        (ItemRule::ShareOfBest | ItemRule::ByRank, _) => (raw.of_marks == Some(true)).then_some(marks),
        (ItemRule::Presence, _) => Some(MarkValue::YesNo),
        (ItemRule::Events, Points::Events { measure: Some(_), .. }) => None,
        (ItemRule::Count | ItemRule::Events, _) => Some(MarkValue::Count),
        (ItemRule::Deadline, _) => Some(MarkValue::Date(DateWords {
            excused: trimmed(&raw.excused_words),
            next_year: raw.due_year == Some(DueYear::Next),
        })),
        (_, Points::Occurrences { rows, .. }) => Some(MarkValue::Occurrences(occurrence_words(rows))),
        (ItemRule::Levels, _) => Some(MarkValue::Word(level_words(raw))),
        _ => None,
    }
}

/// Whether it is a part that only adds or takes away.
fn adjusting(check: &mut Check<'_>, entry: &Entry<RawItem>) -> bool {
    let (raw, spot) = (&entry.raw, &entry.spot);
    if raw.adjusting != Some(true) {
        return false;
    }
    if raw.part_of.is_none() {
        check.unused(spot, "adjusting", "只用于小项（part_of）", "used for parts only");
    }
    if raw.full.is_some() {
        check.unused(spot, "full", "纯加减的小项没有满分", "a part that only adds or takes away has no full marks");
    }
    let needs_full = matches!(
        raw.rule,
        Some(
            ItemRule::Panel
                | ItemRule::Presence
                | ItemRule::Deadline
                | ItemRule::Rate
                | ItemRule::ProRata
                | ItemRule::ShareOfBest
                | ItemRule::MembersMean
                | ItemRule::SelfPanel
                | ItemRule::Parts
        )
    );
    if needs_full {
        let found = spot.lines.text_of("rule").unwrap_or_default().to_owned();
        let (zh, en) =
            ("count、events、steps、linear、occurrences 等不依赖满分的规则", "a rule that needs no full marks");
        check.out_of_range(spot, "rule", &found, zh, en);
    }
    true
}

/// The points that stand where the item does not apply, if they are fixed.
fn fixed_points(check: &mut Check<'_>, entry: &Entry<RawItem>, policy: Option<NotApplicable>) -> Exact {
    let general = check.tables.item_policy.as_ref().and_then(|entry| entry.raw.not_applicable_points.clone());
    let own = entry.raw.not_applicable_points.clone();
    if policy == Some(NotApplicable::Fixed) {
        return check.number(&entry.spot, "not_applicable_points", &own.or(general));
    }
    if own.is_some() {
        let (zh, en) = ("只用于 not_applicable = \"fixed\"", "used with not_applicable = \"fixed\" only");
        check.unused(&entry.spot, "not_applicable_points", zh, en);
    }
    Exact::zero()
}

pub(super) fn cases(check: &Check<'_>) -> Vec<CaseWords> {
    let words = |entry: &Entry<RawCaseIndicator>| CaseWords {
        named: named(entry.raw.code.get_ref(), &entry.raw.name, &entry.raw.aliases),
        measure: entry.raw.measure.trim().to_owned(),
    };
    check.tables.case_indicator.iter().map(words).collect()
}
