//! Components, items and case indicators as typed.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::{Limit, Quoted, RawAnchor, RawMarkWord, RawOccurrenceRow, RawStep, WordOr};
use crate::scheme::words::FactTable;
use crate::scheme::worth::{
    Best, BestZero, BrokenLine, Combine, DueYear, GapReached, ItemRule, Members, NotApplicable, NotSubmitted,
    PointTies, Population, UnscoredMember, WithinGap, ZeroDenominator,
};

/// Decisions for all items that do not decide otherwise.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawItemPolicy {
    /// When an item does not apply to a unit.
    pub not_applicable: Option<NotApplicable>,
    /// `not_applicable = "fixed"`: the points that stand instead.
    pub not_applicable_points: Option<Quoted>,
    /// When nothing was submitted for it.
    pub not_submitted: Option<NotSubmitted>,
    /// Digits after the point that an inspector may give.
    pub places: Option<u32>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// One item, or a part of one (`part_of`).
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawItem {
    /// Code; sheet headers begin with it.
    #[schemars(with = "String")]
    pub code: Spanned<String>,
    /// Name.
    pub name: String,
    /// The component it belongs to; not for parts.
    pub component: Option<String>,
    /// The item of which this is a part.
    pub part_of: Option<String>,
    /// Full marks.
    pub full: Option<Quoted>,
    /// Periods in which it is assessed; all periods of its component if left out.
    #[serde(default)]
    pub periods: Vec<String>,
    /// The raw table its facts come from.
    pub from: Option<FactTable>,
    /// How points are made.
    pub rule: Option<ItemRule>,
    /// `panel`: how several inspectors' marks become one.
    pub combine: Option<Combine>,
    /// `panel`, `trimmed`: how many of the highest are left out.
    pub drop_high: Option<u32>,
    /// `panel`, `trimmed`: how many of the lowest are left out.
    pub drop_low: Option<u32>,
    /// `panel`, `trimmed`: from this number of marks on; with fewer the plain mean is taken.
    pub trim_from: Option<u32>,
    /// `panel`: digits after the point that an inspector may give.
    pub places: Option<u32>,
    /// `count`: how many actions are required in the period.
    pub required: Option<u32>,
    /// `count`: points lost for each one missing.
    pub per_missing: Option<Quoted>,
    /// `count`: points won for each one beyond.
    pub per_extra: Option<Quoted>,
    /// `events`: points before any event.
    pub base: Option<Quoted>,
    /// `events`: points for each event; below nought for a deduction.
    pub per_event: Option<Quoted>,
    /// Lowest points; `"none"` for 不封底.
    pub floor: Option<Limit>,
    /// Highest points; `"none"` for no cap.
    pub cap: Option<Limit>,
    /// `deadline`: by period, the last day, `MM-DD`.
    #[serde(default)]
    pub due: BTreeMap<String, String>,
    /// `deadline`: whether the last day itself is in time.
    pub due_day_counts: Option<bool>,
    /// `deadline`: points when late.
    pub late: Option<Quoted>,
    /// `rate`: the case indicator above the line.
    pub numerator: Option<String>,
    /// `rate`: the case indicator below the line.
    pub denominator: Option<String>,
    /// `rate`: when there is nothing below the line.
    pub zero_denominator: Option<ZeroDenominator>,
    /// `steps`, `linear`, `pro_rata`, `group_mean`, `events`, `share_of_best`, `by_rank`: the measure that is read.
    pub measure: Option<String>,
    /// `steps`: rows, of which the first that fits counts.
    #[serde(default)]
    pub steps: Vec<RawStep>,
    /// `linear`: values of the measure with their points.
    #[serde(default)]
    pub anchors: Vec<RawAnchor>,
    /// `linear`: below the lowest anchor: `"hold"` its points, or these.
    pub below_anchors: Option<WordOr>,
    /// `linear`: above the highest anchor: `"hold"` its points, or these.
    pub above_anchors: Option<WordOr>,
    /// `pro_rata`: the value that earns full marks.
    pub target: Option<Quoted>,
    /// `share_of_best`, `by_rank`: the inspectors' mean is compared, not a measure.
    pub of_marks: Option<bool>,
    /// `share_of_best`, `by_rank`, `group_mean`: with whom a unit is compared.
    pub population: Option<Population>,
    /// `share_of_best`, `by_rank`: which end is the best.
    pub best: Option<Best>,
    /// `share_of_best`: when the best value (or, for the lowest, the own value) is nought.
    pub best_zero: Option<BestZero>,
    /// `by_rank`: points of the first, the second …
    #[serde(default)]
    pub points_by_rank: Vec<Quoted>,
    /// `by_rank`: points of the last, the last but one …
    #[serde(default)]
    pub from_bottom: Vec<Quoted>,
    /// `by_rank`: points of the first, with `step`.
    pub first: Option<Quoted>,
    /// `by_rank`: what each further rank loses, after `first` or after the end of a list.
    pub step: Option<Quoted>,
    /// `by_rank`: points of ranks beyond the list. `self_panel`: beyond the gap `"panel"`, or these points.
    pub beyond: Option<WordOr>,
    /// `by_rank`: equals get the points of their common rank, or the mean of the ranks they fill.
    pub rank_ties: Option<PointTies>,
    /// `by_rank` with `of_marks`: ranks inside each inspector, averaged afterwards.
    pub per_inspector: Option<bool>,
    /// `group_mean`, `target_line`: points for each above.
    pub per_above: Option<Quoted>,
    /// `group_mean`, `target_line`: points for each below.
    pub per_below: Option<Quoted>,
    /// `group_mean`: how a distance that is not whole counts.
    pub broken_distance: Option<BrokenLine>,
    /// `target_line`: the rate that earns the base.
    pub line: Option<Quoted>,
    /// `target_line`: how a line that is not whole counts.
    pub broken_line: Option<BrokenLine>,
    /// `occurrences`: rows, of which every one that fits counts.
    #[serde(default)]
    pub rows: Vec<RawOccurrenceRow>,
    /// `levels`: words with their points.
    #[serde(default)]
    pub levels: Vec<RawMarkWord>,
    /// `members_mean`: which members of the team are averaged.
    pub members: Option<Members>,
    /// `members_mean`: a member without a mark.
    pub unscored_member: Option<UnscoredMember>,
    /// `self_panel`, `panel`: words in the inspector's column that mark a self-mark.
    #[serde(default)]
    pub self_words: Vec<String>,
    /// `self_panel`: the gap between self-mark and panel.
    pub gap: Option<Quoted>,
    /// `self_panel`: whether exactly the gap is within or beyond it.
    pub gap_reached: Option<GapReached>,
    /// `self_panel`: what counts within the gap.
    pub within: Option<WithinGap>,
    /// `deadline`: words in the cell or the note that excuse a delay.
    #[serde(default)]
    pub excused_words: Vec<String>,
    /// `deadline`: whether the last day lies in the year assessed or in the next.
    pub due_year: Option<DueYear>,
    /// A part that only adds or takes away, and is not in the sum of full marks.
    pub adjusting: Option<bool>,
    /// When the item does not apply to a unit.
    pub not_applicable: Option<NotApplicable>,
    /// `not_applicable = "fixed"`: the points that stand instead.
    pub not_applicable_points: Option<Quoted>,
    /// When nothing was submitted.
    pub not_submitted: Option<NotSubmitted>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// One indicator of the case statistics.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawCaseIndicator {
    /// Code.
    #[schemars(with = "String")]
    pub code: Spanned<String>,
    /// Name as sheets write it.
    pub name: String,
    /// 计量单位: 件, 件次, 人.
    pub measure: String,
    /// Other spellings.
    #[serde(default)]
    pub aliases: Vec<String>,
}
