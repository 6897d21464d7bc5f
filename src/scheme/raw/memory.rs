//! What earlier years and several people add up to, as typed.

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::effects::RawEffect;
use crate::scheme::words::RoleKind;
use crate::scheme::worth::{AccumulatedOver, EscalationCounts};

/// Events that add up over a term or over years.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawAccumulation {
    /// Code.
    #[schemars(with = "String")]
    pub code: Spanned<String>,
    /// Name.
    pub name: String,
    /// Grounds whose events count.
    #[serde(default)]
    pub grounds: Vec<String>,
    /// A term, the last years, or years without a gap.
    pub over: Option<AccumulatedOver>,
    /// `years`, `consecutive_years`: how many, this one included.
    pub years: Option<u32>,
    /// `term`: its first day.
    pub term_from: Option<String>,
    /// How many events are enough (`consecutive_years`: in each of them).
    pub at_least: Option<u32>,
    /// Whose events are counted: those that reached him, or it, as this.
    pub on: Option<String>,
    /// What it does to the same subject.
    #[serde(default)]
    pub effects: Vec<RawEffect>,
    /// The list on which it is proposed to a human.
    pub list: Option<String>,
    /// Why, for the list.
    pub reason: Option<String>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// People's sanctions or events that strike their unit.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawEscalation {
    /// Code.
    #[schemars(with = "String")]
    pub code: Spanned<String>,
    /// Name.
    pub name: String,
    /// Sanctions, or events that name a person.
    pub counts: Option<EscalationCounts>,
    /// `sanctions`: these kinds.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// `events`: these grounds.
    #[serde(default)]
    pub grounds: Vec<String>,
    /// One of them is enough.
    #[serde(default)]
    pub rows: Vec<RawEscalationRow>,
    /// The ground on which the unit is then struck.
    pub ground: Option<String>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// So many people of a kind.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawEscalationRow {
    /// `principal`, `in_charge`, or `member` for all of the team but the principals.
    pub role_kind: RoleKind,
    /// How many people are enough.
    pub at_least: u32,
}
