//! Measures as sheets know them: which numbers can be stated, counted or put down, and about whom.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Named;
use crate::diag::Place;
use crate::terms::MeasureCode;

/// Whom a measure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MeasureOf {
    /// A unit.
    Unit,
    /// A person.
    Person,
    /// The whole county.
    County,
}

/// What a measure is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MeasureFrom {
    /// 事实登记: numbers stated with a document.
    Facts,
    /// 检查评分: a column of numbers on which the inspectors agree.
    Marks,
    /// 履责台账: how many dated actions.
    Ledger,
    /// 案件统计: an indicator, or one over another.
    Cases,
    /// A poll: the share of ballots with some marks, or its score.
    Poll,
    /// 事项登记: how many occurrences.
    Occurrences,
    /// 加减分: how many claims, or their points.
    Claims,
    /// 责任追究 events charged to the year and not revoked: how many.
    Events,
    /// 处分: how many.
    Sanctions,
    /// 干部名册: how many people on the last day.
    Roster,
    /// 历年结果.
    History,
    /// A duty with its shortfalls.
    Duty,
    /// 清单自查: the share answered yes.
    Checklist,
    /// Item scores: items at nought, or points lost.
    Items,
    /// A score: the total, a component or an item.
    Score,
    /// The rank inside the group.
    Rank,
    /// The grade: 1 if it is one of those named, else 0.
    Grade,
}

/// A measure as sheets know it.
#[derive(Debug, Clone)]
pub struct MeasureWords {
    /// Code and spellings.
    pub named: Named<MeasureCode>,
    /// What it is made from.
    pub from: MeasureFrom,
    /// Whom it is about.
    pub of: MeasureOf,
    /// 计量单位.
    pub counted_in: String,
    /// Whether a subject has at most one stated number of it in a period.
    pub only_one: bool,
    /// Where the rule is written.
    pub place: Place,
}
