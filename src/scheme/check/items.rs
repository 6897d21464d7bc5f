//! Items and their parts, as sheets know them and as they score; case indicators.

use super::Check;
use super::head::named;
use super::points;
use crate::diag::Text;
use crate::exact::Exact;
use crate::scheme::findings::key_without_use;
use crate::scheme::load::{Entry, Spot};
use crate::scheme::raw::{RawCaseIndicator, RawComponent, RawItem};
use crate::scheme::words::{CaseWords, FactTable, ItemWords, MarkValue};
use crate::scheme::worth::{Item, ItemRule, NotApplicable, NotSubmitted, Points};
use crate::terms::{ComponentCode, ItemCode, PeriodCode};

/// The keys that only some rules use.
const RULE_KEYS: [&str; 17] = [
    "combine",
    "drop_high",
    "drop_low",
    "trim_from",
    "places",
    "required",
    "per_missing",
    "per_extra",
    "base",
    "per_event",
    "floor",
    "cap",
    "due",
    "due_day_counts",
    "late",
    "numerator",
    "denominator",
];

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
    let full = check.number(spot, "full", &raw.full);
    if full.is_zero() && raw.full.is_some() {
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
        Some(ItemRule::Count | ItemRule::Events) => {
            (check.limit(spot, "floor", &raw.floor), check.limit(spot, "cap", &raw.cap))
        }
        Some(ItemRule::Parts) | None => (
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
    if let Some(value) = mark_value(rule, &points, &full, places(check, entry)) {
        words.push(ItemWords {
            code: code.clone(),
            name: raw.name.trim().to_owned(),
            table: raw.from.unwrap_or(FactTable::Marks),
            value,
            periods: periods.clone(),
            place: spot.place(),
        });
    }
    worth.push(Item {
        code,
        name: raw.name.trim().to_owned(),
        component: raw.component.as_deref().filter(|_| raw.part_of.is_none()).map(ComponentCode::new),
        part_of: raw.part_of.as_deref().map(ItemCode::new),
        full,
        periods,
        points: points.unwrap_or(Points::Presence),
        floor,
        cap,
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

fn unused_keys(check: &mut Check<'_>, entry: &Entry<RawItem>, rule: ItemRule) {
    let used: &[&str] = match rule {
        ItemRule::Panel => &["combine", "drop_high", "drop_low", "trim_from", "places"],
        ItemRule::Presence => &[],
        ItemRule::Count => &["required", "per_missing", "per_extra", "floor", "cap"],
        ItemRule::Deadline => &["due", "due_day_counts", "late"],
        ItemRule::Events => &["base", "per_event", "floor", "cap"],
        ItemRule::Parts => &["floor", "cap"],
        ItemRule::Rate => &["numerator", "denominator", "zero_denominator"],
    };
    let spot = &entry.spot;
    let keys = RULE_KEYS.iter().chain(&["zero_denominator"]);
    for key in keys.filter(|key| spot.says(key) && !used.contains(*key)) {
        report_unused(check, spot, key, rule);
    }
    if rule == ItemRule::Parts && entry.raw.from.is_some() {
        report_unused(check, spot, "from", rule);
    }
}

fn report_unused(check: &mut Check<'_>, spot: &Spot, key: &str, rule: ItemRule) {
    let rule = format!("{rule:?}").to_lowercase();
    let reason = Text::new(format!("rule = \"{rule}\" 不用此键"), format!("rule = \"{rule}\" does not use it"));
    check.findings.push(key_without_use(spot.at(key), &spot.called, key, reason));
}

/// The raw table must be one that holds the facts of the rule.
fn source(check: &mut Check<'_>, entry: &Entry<RawItem>, rule: ItemRule) {
    if rule == ItemRule::Parts {
        return;
    }
    let Some(from) = check.need(&entry.spot, "from", &entry.raw.from) else { return };
    let fits = match from {
        FactTable::Marks => rule != ItemRule::Rate,
        FactTable::Ledger => rule == ItemRule::Count,
        FactTable::Cases => rule == ItemRule::Rate,
        FactTable::Occurrences => false,
    };
    if !fits {
        let (zh, en) = match rule {
            ItemRule::Rate => ("rate 取自 cases", "cases, for rate"),
            ItemRule::Count => ("count 取自 marks 或 ledger", "marks or ledger, for count"),
            _ => ("marks", "marks"),
        };
        check.out_of_range(&entry.spot, "from", &format!("{from:?}").to_lowercase(), zh, en);
    }
}

/// Digits an inspector may give: the item's own word, or the policy's.
fn places(check: &Check<'_>, entry: &Entry<RawItem>) -> u32 {
    let policy = check.tables.item_policy.as_ref().and_then(|entry| entry.raw.places);
    entry.raw.places.or(policy).unwrap_or_default().min(9)
}

fn mark_value(rule: Option<ItemRule>, points: &Option<Points>, full: &Exact, places: u32) -> Option<MarkValue> {
    points.as_ref()?;
    match rule? {
        ItemRule::Panel => Some(MarkValue::Points { full: full.clone(), places }),
        ItemRule::Presence => Some(MarkValue::YesNo),
        ItemRule::Count | ItemRule::Events => Some(MarkValue::Count),
        ItemRule::Deadline => Some(MarkValue::Date),
        ItemRule::Parts | ItemRule::Rate => None,
    }
}

pub(super) fn cases(check: &Check<'_>) -> Vec<CaseWords> {
    let words = |entry: &Entry<RawCaseIndicator>| CaseWords {
        named: named(entry.raw.code.get_ref(), &entry.raw.name, &entry.raw.aliases),
        measure: entry.raw.measure.trim().to_owned(),
    };
    check.tables.case_indicator.iter().map(words).collect()
}
