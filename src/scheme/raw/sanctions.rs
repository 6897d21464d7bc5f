//! 处分 and what each does to the grade of which year, as typed.

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::scheme::worth::{SanctionFamily, SeveralSanctions};

/// A kind of 处分, 组织处理 or investigation.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawSanction {
    /// Code.
    #[schemars(with = "String")]
    pub code: Spanned<String>,
    /// Name as sheets write it.
    pub name: String,
    /// Other spellings.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// 党纪, 政务, 组织处理, or an investigation that is under way.
    pub family: Option<SanctionFamily>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// What a kind of sanction does to the grade of one year.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawSanctionEffect {
    /// The kind.
    #[schemars(with = "String")]
    pub sanction: Spanned<String>,
    /// Which year: 1 is that of the decision.
    pub year: Option<u32>,
    /// Only when it has to do with the duty (`true`), or only when not (`false`); in both cases without it.
    pub duty_related: Option<bool>,
    /// The highest grade left.
    pub cap: Option<String>,
    /// The grade that is given.
    pub grade: Option<String>,
    /// 只写评语，不定等次.
    #[serde(default)]
    pub ungraded: bool,
    /// With `ungraded`: the grade is filled in later (补定等次).
    #[serde(default)]
    pub later: bool,
    /// For decisions from this day on.
    pub valid_from: Option<String>,
    /// For decisions up to this day.
    pub valid_to: Option<String>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// What holds when several sanctions fall on one person.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawSanctions {
    /// Which one governs.
    pub several: Option<SeveralSanctions>,
    /// 不定等次 weighs more than any grade above this one, and less than this one.
    pub ungraded_above: Option<String>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}
