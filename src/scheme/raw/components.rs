//! Components of the total as typed, and the shares of periods.

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::{Limit, Quoted};
use crate::scheme::worth::WhenMissing;

/// A part of the total: the sum of its items, or one poll.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawComponent {
    /// Code.
    #[schemars(with = "String")]
    pub code: Spanned<String>,
    /// Name on pages.
    pub name: String,
    /// What one point of it is worth in the total; `"1"` for points added directly.
    pub weight: Option<Quoted>,
    /// Full marks, before the weight.
    pub full: Option<Quoted>,
    /// The poll that gives it; without one it is the sum of its items.
    pub poll: Option<String>,
    /// Periods and their shares of the year.
    #[serde(default)]
    pub periods: Vec<RawPeriodWeight>,
    /// What the shares of `periods` add to, where the document's own do not add to one.
    pub periods_total: Option<Quoted>,
    /// Lowest score of the component in a period, or `"none"`; without it only the items have ends.
    pub floor: Option<Limit>,
    /// Highest score of the component in a period, or `"none"`; without it only the items have ends.
    pub cap: Option<Limit>,
    /// When one period has no value: rescale the others, count zero, or refuse.
    pub missing_period: Option<WhenMissing>,
    /// When the whole component has no value: rescale the others, count zero, or refuse.
    pub missing: Option<WhenMissing>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// A period's share of the year.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawPeriodWeight {
    /// Period code.
    pub period: String,
    /// Its share; left out in components where the periods are blended as totals.
    pub weight: Option<Quoted>,
}
