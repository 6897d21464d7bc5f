//! People as typed: roles with what their score is made of, transfers, two posts, part of a year.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::Limit;
use super::Quoted;
use crate::scheme::words::RoleKind;
use crate::scheme::worth::{
    BeforeSetUp, BestZero, Dissolved, Normalise, Population, ShortService, Transfer, TwoPosts, WhenMissing,
};

/// How people are scored.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawPeople {
    /// The poll that gives their own score.
    pub poll: Option<String>,
    /// Roles with what their score is made of.
    pub roles: Vec<RawRole>,
    /// Which posts count for one who moved.
    pub transfer: Option<Transfer>,
    /// `transfer = "cutoff"`: `MM-DD`; who moved on or before this day counts at the new post, who moved later at the old.
    pub cutoff: Option<String>,
    /// Which post counts for one who holds two at once.
    pub two_posts: Option<TwoPosts>,
    /// When a person has no ballots of his own.
    pub missing_own: Option<WhenMissing>,
    /// When another part of a person's score is missing: nobody's units in charge, a component without a value.
    pub missing_part: Option<WhenMissing>,
    /// Days in post inside the period below which service counts as short.
    pub min_days: Option<u32>,
    /// What becomes of one with short service.
    pub short_service: Option<ShortService>,
    /// The highest total of a person, bonuses of his own included, or `"none"`.
    pub cap: Option<Limit>,
    /// The lowest total of a person, penalties of his own and points taken off for events included, or `"none"`.
    pub floor: Option<Limit>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// A role of the roster. Its score is made either of `unit_share` and `own_share`, or of `weights`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawRole {
    /// Code.
    pub code: String,
    /// Name as the roster writes it.
    pub name: String,
    /// What the role is to vetoes.
    pub kind: RoleKind,
    /// Share of the unit's value.
    pub unit_share: Option<Quoted>,
    /// Share of the own ballots.
    pub own_share: Option<Quoted>,
    /// What the unit's value is: `"unit"` (its total, as when left out), `"supervised_mean"` (the mean of the units that the
    /// person is in charge of), or `"component:CODE"`.
    pub unit_from: Option<String>,
    /// Other weights than two shares: part → weight. Parts are `unit`, `own`, `supervised`, the code of a component (of the
    /// person's unit), of a poll about people, or of a measure of people.
    #[serde(default)]
    pub weights: BTreeMap<String, Quoted>,
    /// What the weights add to, if not to 1.
    pub weights_total: Option<Quoted>,
    /// `"best"`: the unit's value is scaled so that the best unit gets `normalised_to`.
    pub normalise: Option<Normalise>,
    /// With `weights`: which parts are scaled.
    #[serde(default)]
    pub normalised: Vec<String>,
    /// Among whom the best is looked for.
    pub population: Option<Population>,
    /// What the best gets.
    pub normalised_to: Option<Quoted>,
    /// When the best value is nought.
    pub best_zero: Option<BestZero>,
    /// Other spellings.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// Which of several posts held at once counts.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawPostRule {
    /// Roles held at once.
    pub holds: Vec<String>,
    /// The role of them that counts.
    #[schemars(with = "String")]
    pub counts_as: Spanned<String>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// Units set up, merged or abolished inside the year. Needed when the roster has one.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawUnitChange {
    /// What stands for a period that ended before the unit was set up.
    pub before: Option<BeforeSetUp>,
    /// What becomes of a unit that was abolished or merged into another before the end.
    pub dissolved: Option<Dissolved>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}
