//! How an item's facts become points: what each rule must say.

use std::collections::BTreeMap;

use super::conditions::Reads;
use super::indicators::indicators;
use super::polls::trimmed;
use super::{Check, lines, rows, standings};
use crate::exact::Exact;
use crate::scheme::load::{Entry, Spot};
use crate::scheme::raw::RawItem;
use crate::scheme::worth::{Combine, DueYear, ItemRule, Members, Panel, Points, UnscoredMember};
use crate::terms::{ItemCode, PeriodCode};

pub(super) fn points(
    check: &mut Check<'_>,
    entry: &Entry<RawItem>,
    rule: ItemRule,
    full: &Exact,
    periods: &[PeriodCode],
) -> Points {
    let (raw, spot) = (&entry.raw, &entry.spot);
    match rule {
        ItemRule::Panel => Points::Panel(panel(check, entry)),
        ItemRule::Presence => Points::Presence,
        ItemRule::Count => Points::Count {
            required: check.need(spot, "required", &raw.required).unwrap_or_default(),
            per_missing: check.number(spot, "per_missing", &raw.per_missing),
            per_extra: check.number(spot, "per_extra", &raw.per_extra),
        },
        ItemRule::Deadline => deadline(check, entry, full, periods),
        ItemRule::Events => {
            let base = check.number(spot, "base", &raw.base);
            let per_event = check.need(spot, "per_event", &raw.per_event).map(|per| per.0);
            if per_event.as_ref().is_some_and(Exact::is_zero) {
                check.out_of_range(spot, "per_event", "0", "不为 0", "not 0");
            }
            let measure = raw.measure.as_ref().map(|code| check.measure(spot, "measure", code, Reads::Facts));
            Points::Events { base, per_event: per_event.unwrap_or_default(), measure }
        }
        ItemRule::Parts => {
            let own = raw.code.get_ref().trim();
            let is_part = |item: &&Entry<RawItem>| item.raw.part_of.as_deref().is_some_and(|of| of.trim() == own);
            let parts: Vec<ItemCode> =
                check.tables.item.iter().filter(is_part).map(|item| ItemCode::new(item.raw.code.get_ref())).collect();
            if raw.part_of.is_none() && parts.is_empty() && !check.tables.lost("item") {
                check.ask(spot, "parts");
            }
            if raw.part_of.is_some() {
                check.out_of_range(spot, "rule", "parts", "小项不能再分", "a part has no parts of its own");
            }
            Points::Parts(parts)
        }
        ItemRule::Rate => {
            let (numerator, denominator, zero_denominator) = indicators(check, entry);
            Points::Rate { numerator, denominator, zero_denominator }
        }
        ItemRule::Steps => lines::steps(check, entry, full),
        ItemRule::Linear => lines::linear(check, entry, full),
        ItemRule::ProRata => lines::pro_rata(check, entry),
        ItemRule::TargetLine => lines::target_line(check, entry),
        ItemRule::GroupMean => lines::group_mean(check, entry),
        ItemRule::ShareOfBest => standings::share_of_best(check, entry),
        ItemRule::ByRank => standings::by_rank(check, entry, full),
        ItemRule::Occurrences => rows::occurrences(check, entry),
        ItemRule::Levels => rows::levels(check, entry, full),
        ItemRule::MembersMean => Points::MembersMean {
            panel: panel(check, entry),
            members: check.need(spot, "members", &raw.members).unwrap_or(Members::AtEnd),
            unscored: check.need(spot, "unscored_member", &raw.unscored_member).unwrap_or(UnscoredMember::Pend),
        },
        ItemRule::SelfPanel => {
            let panel = panel(check, entry);
            check.need_rows(spot, "self_words", &raw.self_words);
            rows::self_panel(check, entry, panel)
        }
    }
}

fn panel(check: &mut Check<'_>, entry: &Entry<RawItem>) -> Panel {
    let (raw, spot) = (&entry.raw, &entry.spot);
    let combine = check.need(spot, "combine", &raw.combine);
    let policy = check.tables.item_policy.as_ref();
    let places = raw.places.or(policy.and_then(|entry| entry.raw.places));
    if !policy.is_some_and(|entry| entry.spot.lines.damaged) {
        check.need(spot, "places", &places);
    }
    check.places(spot, raw.places);
    let (mut drop_high, mut drop_low, mut trim_from) = (0, 0, 0);
    match combine {
        Some(Combine::Trimmed) => {
            let high = check.need(spot, "drop_high", &raw.drop_high);
            let low = check.need(spot, "drop_low", &raw.drop_low);
            let from = check.need(spot, "trim_from", &raw.trim_from);
            if let (Some(high), Some(low), Some(from)) = (high, low, from) {
                (drop_high, drop_low, trim_from) = (high, low, from);
                if u64::from(from) <= u64::from(high) + u64::from(low) {
                    let (zh, en) = ("大于 drop_high 与 drop_low 之和", "above drop_high and drop_low together");
                    check.out_of_range(spot, "trim_from", &from.to_string(), zh, en);
                }
            }
        }
        Some(Combine::Mean) => {
            for key in ["drop_high", "drop_low", "trim_from"] {
                unless_trimmed(check, spot, key);
            }
        }
        None => {}
    }
    let self_words = trimmed(&raw.self_words);
    Panel { combine: combine.unwrap_or(Combine::Mean), drop_high, drop_low, trim_from, self_words }
}

fn unless_trimmed(check: &mut Check<'_>, spot: &Spot, key: &str) {
    if spot.says(key) {
        check.unused(spot, key, "只用于 combine = \"trimmed\"", "used with combine = \"trimmed\" only");
    }
}

fn deadline(check: &mut Check<'_>, entry: &Entry<RawItem>, full: &Exact, periods: &[PeriodCode]) -> Points {
    let (raw, spot) = (&entry.raw, &entry.spot);
    let known: Vec<String> = periods.iter().map(ToString::to_string).collect();
    let mut due = BTreeMap::new();
    for (period, text) in &raw.due {
        let day = check.month_day(spot, "due", text);
        check.known(spot, "due", period, &known);
        due.insert(PeriodCode::new(period), day);
    }
    if periods.iter().any(|period| !due.contains_key(period)) || due.is_empty() {
        check.ask(spot, "due");
    }
    let due_day_counts = check.need(spot, "due_day_counts", &raw.due_day_counts).unwrap_or_default();
    let late = check.number(spot, "late", &raw.late);
    if late > *full {
        check.out_of_range(spot, "late", &late.to_string(), "不高于满分", "not above the full marks");
    }
    let due_year = raw.due_year.unwrap_or(DueYear::Same);
    Points::Deadline { due, due_day_counts, due_year, late }
}
