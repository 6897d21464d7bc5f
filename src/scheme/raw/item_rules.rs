//! Rows of item rules as typed: steps, anchors, occurrences, words.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Quoted, RawCondition, WordOr};

/// A row of a step table: lines for the item's measure, or conditions on others, or everything else.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawStep {
    /// 达到.
    pub at_least: Option<Quoted>,
    /// 超过.
    pub above: Option<Quoted>,
    /// 不超过.
    pub at_most: Option<Quoted>,
    /// 不到.
    pub below: Option<Quoted>,
    /// Conditions that must all hold.
    #[serde(default)]
    pub when: Vec<RawCondition>,
    /// Conditions of which one must hold.
    #[serde(default)]
    pub any: Vec<RawCondition>,
    /// Everything that no row above fits.
    #[serde(default)]
    pub otherwise: bool,
    /// Points.
    pub points: Quoted,
}

/// An anchor: a value of the measure and its points.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawAnchor {
    /// Value.
    pub at: Quoted,
    /// Points.
    pub points: Quoted,
}

/// A row of an occurrence table; a trait that is left out fits any.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawOccurrenceRow {
    /// 类型.
    pub kind: Option<String>,
    /// 层级.
    pub level: Option<String>,
    /// 发现方式.
    pub found_by: Option<String>,
    /// Points of each, below nought for a deduction; or `"given"`: a person sets them.
    pub points: WordOr,
    /// The most that the row can add or take away, without sign.
    pub at_most: Option<Quoted>,
    /// `points = "given"`: the least that a person can set.
    pub least: Option<Quoted>,
    /// `points = "given"`: the most that a person can set.
    pub most: Option<Quoted>,
}

/// A word that a mark cell can hold, and its points.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawMarkWord {
    /// The word.
    pub name: String,
    /// Other spellings.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Its points.
    pub points: Quoted,
}
