//! Gates before a grade, triggers of lists and reviews, ceilings on a whole set, as typed.

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::Quoted;
use super::effects::RawEffect;
use super::measures::RawCondition;
use crate::scheme::worth::{CeilingExceeded, QuotaPool, Whose};

/// Conditions that bar a grade.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawGate {
    /// Code.
    #[schemars(with = "String")]
    pub code: Spanned<String>,
    /// Units or people.
    #[serde(rename = "for")]
    pub of: Whose,
    /// The grade that is barred; grades above it are too.
    pub grade: Option<String>,
    /// Barred when all of these hold.
    #[serde(default)]
    pub when: Vec<RawCondition>,
    /// Barred when one of these holds.
    #[serde(default)]
    pub any: Vec<RawCondition>,
    /// Why, in the words that pages print.
    pub reason: Option<String>,
    /// The grade instead.
    pub otherwise: Option<String>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// Conditions that put somebody on a list, or before a review that a human confirms.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawTrigger {
    /// Code.
    #[schemars(with = "String")]
    pub code: Spanned<String>,
    /// Name.
    pub name: String,
    /// Units or people.
    #[serde(rename = "for")]
    pub of: Whose,
    /// When all of these hold.
    #[serde(default)]
    pub when: Vec<RawCondition>,
    /// When one of these holds.
    #[serde(default)]
    pub any: Vec<RawCondition>,
    /// The list on which it is proposed to a human.
    pub list: Option<String>,
    /// Whether the effect waits for a recorded confirmation; without `review` only a list is made.
    #[serde(default)]
    pub review: bool,
    /// `review`: what it does once confirmed; `on` is the subject itself (`unit` or `person`), or people of the unit.
    #[serde(default)]
    pub effects: Vec<RawEffect>,
    /// Why, in the words that pages print.
    pub reason: Option<String>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// A highest mean of a whole set.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawCeiling {
    /// Code.
    #[schemars(with = "String")]
    pub code: Spanned<String>,
    /// Units or people.
    #[serde(rename = "for")]
    pub of: Whose,
    /// Whose totals are averaged together.
    pub pool: Option<QuotaPool>,
    /// The highest mean.
    pub mean_at_most: Option<Quoted>,
    /// What happens above it.
    pub exceeded: Option<CeilingExceeded>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}
