//! Measures and conditions as typed.

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::Quoted;
use crate::scheme::words::{MeasureFrom, MeasureOf};
use crate::scheme::worth::{EmptyRate, FactCombine, MeasureValue, MissingFact, ShareOver, WhoseGrade};

/// A named exact quantity of a subject, made from facts. Everything that compares something names a measure.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawMeasure {
    /// Code, by which items, conditions and lists name it.
    #[schemars(with = "String")]
    pub code: Spanned<String>,
    /// Name as pages and sheets write it.
    pub name: String,
    /// Other spellings.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Whom it is about.
    pub of: Option<MeasureOf>,
    /// What it is made from.
    pub from: Option<MeasureFrom>,
    /// 计量单位: 件, 件次, 人, 次, 天, 分, %.
    pub counted_in: Option<String>,
    /// When there is no fact: nought, as if there were no such measure, or pending.
    pub missing: Option<MissingFact>,
    /// `facts`: several numbers of one subject.
    pub combine: Option<FactCombine>,
    /// `ledger`: the kind of action that is counted, as rows name it under 项目, or under 事项 where it is a duty's word.
    pub kind: Option<String>,
    /// `ledger`: the item whose actions are counted.
    pub item: Option<String>,
    /// `cases`: the indicator, or the one above the line.
    pub numerator: Option<String>,
    /// `cases`: the indicator below the line; with it the measure is a rate.
    pub denominator: Option<String>,
    /// `cases`, `poll`, `duty`, `checklist`: a rate with nothing below the line.
    pub zero_denominator: Option<EmptyRate>,
    /// `poll`: which poll.
    pub poll: Option<String>,
    /// `poll`: one question of it; all questions together without one.
    pub question: Option<String>,
    /// `poll`: the marks whose share it is.
    #[serde(default)]
    pub marks: Vec<String>,
    /// `poll`: what the share is taken of.
    pub over: Option<ShareOver>,
    /// `poll`: only these classes; all of them pooled without any.
    #[serde(default)]
    pub classes: Vec<String>,
    /// `poll`, `claims`, `history`, `duty`, `items`, `rank`: which of the values there are.
    pub value: Option<MeasureValue>,
    /// `occurrences`, `sanctions`: only these kinds; all without any.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// `occurrences`: only these levels.
    #[serde(default)]
    pub levels: Vec<String>,
    /// `occurrences`: only those found this way.
    #[serde(default)]
    pub found_by: Vec<String>,
    /// `claims`: only these families.
    #[serde(default)]
    pub families: Vec<String>,
    /// `events`: only these grounds.
    #[serde(default)]
    pub grounds: Vec<String>,
    /// `roster`: only these roles. Of a unit how many people, of a person 1 if he is one of them on the last day.
    #[serde(default)]
    pub roles: Vec<String>,
    /// `history`, `grade`: which grades.
    #[serde(default)]
    pub grades: Vec<String>,
    /// `grade`: whose grade.
    pub whose: Option<WhoseGrade>,
    /// `sanctions`: those whose influence period covers the last day, rather than those decided in the year.
    pub in_effect: Option<bool>,
    /// `duty`: which duty.
    pub duty: Option<String>,
    /// `checklist`: which checklist.
    pub checklist: Option<String>,
    /// `items`: only the items of this component.
    pub component: Option<String>,
    /// `score`: `"total"`, `"change"` (the total less that of last year), `"component:X"` or `"item:J1"`.
    pub of_what: Option<String>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// A measure against one or several lines, all of which must hold.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawCondition {
    /// The measure.
    pub measure: String,
    /// 达到: at least this.
    pub at_least: Option<Quoted>,
    /// 超过: more than this.
    pub above: Option<Quoted>,
    /// 不超过: at most this.
    pub at_most: Option<Quoted>,
    /// 不到: less than this.
    pub below: Option<Quoted>,
}
