//! Which keys each item rule uses, and which raw tables hold its facts.

use super::Check;
use crate::diag::Text;
use crate::scheme::findings::key_without_use;
use crate::scheme::load::{Entry, Spot};
use crate::scheme::raw::RawItem;
use crate::scheme::words::FactTable;
use crate::scheme::worth::ItemRule;

/// The keys that only some rules use.
const RULE_KEYS: [&str; 52] = [
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
    "zero_denominator",
    "measure",
    "steps",
    "anchors",
    "below_anchors",
    "above_anchors",
    "target",
    "of_marks",
    "population",
    "best",
    "best_zero",
    "points_by_rank",
    "from_bottom",
    "first",
    "step",
    "beyond",
    "rank_ties",
    "per_inspector",
    "per_above",
    "per_below",
    "broken_distance",
    "line",
    "broken_line",
    "rows",
    "levels",
    "members",
    "unscored_member",
    "self_words",
    "gap",
    "gap_reached",
    "within",
    "excused_words",
    "due_year",
    "from",
    "full",
];

const PANEL: [&str; 6] = ["combine", "drop_high", "drop_low", "trim_from", "places", "self_words"];

/// The keys of a rule beside those that every item has.
fn used(rule: ItemRule) -> Vec<&'static str> {
    let own: &[&str] = match rule {
        ItemRule::Panel => &[],
        ItemRule::Presence => &[],
        ItemRule::Count => &["required", "per_missing", "per_extra", "floor", "cap"],
        ItemRule::Deadline => &["due", "due_day_counts", "late", "excused_words", "due_year"],
        ItemRule::Events => &["base", "per_event", "floor", "cap", "measure"],
        ItemRule::Parts => &["floor", "cap"],
        ItemRule::Rate => &["numerator", "denominator", "zero_denominator"],
        ItemRule::Steps => &["measure", "steps", "floor", "cap"],
        ItemRule::Linear => &["measure", "anchors", "below_anchors", "above_anchors", "floor", "cap"],
        ItemRule::ProRata => &["measure", "target", "floor", "cap"],
        ItemRule::TargetLine => &[
            "numerator",
            "denominator",
            "zero_denominator",
            "line",
            "base",
            "per_above",
            "per_below",
            "broken_line",
            "floor",
            "cap",
        ],
        ItemRule::ShareOfBest => &["measure", "of_marks", "places", "population", "best", "best_zero"],
        ItemRule::ByRank => &[
            "measure",
            "of_marks",
            "places",
            "population",
            "best",
            "points_by_rank",
            "from_bottom",
            "first",
            "step",
            "beyond",
            "rank_ties",
            "per_inspector",
            "floor",
            "cap",
        ],
        ItemRule::GroupMean => {
            &["measure", "population", "base", "per_above", "per_below", "broken_distance", "floor", "cap"]
        }
        ItemRule::Occurrences => &["base", "rows", "floor", "cap"],
        ItemRule::Levels => &["levels", "floor", "cap"],
        ItemRule::MembersMean => &["members", "unscored_member"],
        ItemRule::SelfPanel => &["gap", "gap_reached", "within", "beyond"],
    };
    let panel: &[&str] = match rule {
        ItemRule::Panel | ItemRule::MembersMean | ItemRule::SelfPanel => &PANEL,
        _ => &[],
    };
    let from: &[&str] = if reads_measure(rule) || rule == ItemRule::Parts { &["full"] } else { &["full", "from"] };
    own.iter().chain(panel).chain(from).copied().collect()
}

/// Whether the facts come through a measure, whatever else is said.
fn reads_measure(rule: ItemRule) -> bool {
    matches!(rule, ItemRule::Steps | ItemRule::Linear | ItemRule::ProRata | ItemRule::GroupMean)
}

pub(super) fn unused_keys(check: &mut Check<'_>, entry: &Entry<RawItem>, rule: ItemRule) {
    let spot = &entry.spot;
    let used = used(rule);
    for key in RULE_KEYS.iter().filter(|key| spot.says(key) && !used.contains(*key)) {
        report_unused(check, spot, key);
    }
}

fn report_unused(check: &mut Check<'_>, spot: &Spot, key: &str) {
    let rule = spot.lines.text_of("rule").unwrap_or_default();
    let reason = Text::new(format!("rule = \"{rule}\" 不用此键"), format!("rule = \"{rule}\" does not use it"));
    check.findings.push(key_without_use(spot.at(key), &spot.called, key, reason));
}

/// The only raw table that a rule can take its facts from, for rules that need not say it.
pub(super) fn only_table(rule: ItemRule) -> Option<FactTable> {
    match rule {
        ItemRule::TargetLine => Some(FactTable::Cases),
        ItemRule::Occurrences => Some(FactTable::Occurrences),
        ItemRule::Levels | ItemRule::MembersMean | ItemRule::SelfPanel | ItemRule::ShareOfBest | ItemRule::ByRank => {
            Some(FactTable::Marks)
        }
        _ => None,
    }
}

/// The raw table must be one that holds the facts of the rule.
pub(super) fn source(check: &mut Check<'_>, entry: &Entry<RawItem>, rule: ItemRule) {
    let by_measure = rule == ItemRule::Events && entry.raw.measure.is_some();
    if rule == ItemRule::Parts || reads_measure(rule) || by_measure {
        return;
    }
    let only = only_table(rule);
    let from = if only.is_some() { entry.raw.from.or(only) } else { check.need(&entry.spot, "from", &entry.raw.from) };
    let Some(from) = from else { return };
    let fits = match (from, only) {
        (from, Some(only)) => from == only,
        (FactTable::Marks, None) => rule != ItemRule::Rate,
        (FactTable::Ledger, None) => rule == ItemRule::Count,
        (FactTable::Cases, None) => rule == ItemRule::Rate,
        (FactTable::Occurrences, None) => false,
    };
    if !fits {
        let (zh, en) = match rule {
            ItemRule::Rate | ItemRule::TargetLine => {
                ("rate、target_line 取自 cases", "cases, for rate and target_line")
            }
            ItemRule::Count => ("count 取自 marks 或 ledger", "marks or ledger, for count"),
            ItemRule::Occurrences => ("occurrences", "occurrences"),
            _ => ("marks", "marks"),
        };
        check.out_of_range(&entry.spot, "from", &format!("{from:?}").to_lowercase(), zh, en);
    }
}
