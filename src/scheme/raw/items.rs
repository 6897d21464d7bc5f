//! Components, items and case indicators as typed.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::Quoted;
use crate::exact::Exact;
use crate::scheme::words::FactTable;
use crate::scheme::worth::{Combine, ItemRule, NotApplicable, NotSubmitted, WhenMissing, ZeroDenominator};

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
    /// Its share.
    pub weight: Quoted,
}

/// Decisions for all items that do not decide otherwise.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawItemPolicy {
    /// When an item does not apply to a unit.
    pub not_applicable: Option<NotApplicable>,
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
    /// When the item does not apply to a unit.
    pub not_applicable: Option<NotApplicable>,
    /// When nothing was submitted.
    pub not_submitted: Option<NotSubmitted>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// An exact limit, or `"none"` said aloud.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Limit {
    /// No limit.
    None,
    /// This value.
    At(Exact),
}

impl<'de> Deserialize<'de> for Limit {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        if text == "none" {
            return Ok(Self::None);
        }
        let expected = &"an exact number in quotes, or \"none\"";
        let wrong = |_| serde::de::Error::invalid_value(serde::de::Unexpected::Str(&text), expected);
        text.parse().map(Self::At).map_err(wrong)
    }
}

impl JsonSchema for Limit {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Limit".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "an exact number in quotes, or \"none\"",
            "type": "string",
            "pattern": r"^none$|^[-+]?(\d+(\.\d*)?|\.\d+)$|^-?\d+/\d+$"
        })
    }
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
