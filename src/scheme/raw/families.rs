//! Families of bonuses and penalties as typed: levels, tiers, and which claims are recognised.

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::Limit;
use super::Quoted;
use crate::scheme::words::Sign;
use crate::scheme::worth::{LateAward, OneDocument, TwoClaimants, Whose};

/// A family of bonuses or penalties.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawFamily {
    /// Code.
    #[schemars(with = "String")]
    pub code: Spanned<String>,
    /// Name as claims write it.
    pub name: String,
    /// Whose total it changes; units where it is left out.
    #[serde(rename = "for")]
    pub of: Option<Whose>,
    /// Added or taken away.
    pub sign: Option<Sign>,
    /// The most that the family can add or take away, or `"none"`.
    pub cap: Option<Limit>,
    /// Levels and their points, above nought.
    #[serde(default)]
    pub levels: Vec<RawLevel>,
    /// 档次 or 名次 inside a document, each with its share of the level's points.
    #[serde(default)]
    pub tiers: Vec<RawTier>,
    /// Several claims of one unit or person that rest on one document.
    pub one_document: Option<OneDocument>,
    /// One document claimed by two units or people.
    pub two_claimants: Option<TwoClaimants>,
    /// Whether a claim without 佐证材料 is rejected.
    pub evidence_required: Option<bool>,
    /// Bodies whose documents are recognised; with such a list a claim must name the issuing body.
    #[serde(default)]
    pub issuers: Vec<String>,
    /// The last day, `MM-DD`, of awards that count in their own year.
    pub award_cutoff: Option<String>,
    /// An award that came later.
    pub late_award: Option<LateAward>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// A level of a family.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawLevel {
    /// Name as claims write it.
    pub name: String,
    /// Points each.
    pub points: Quoted,
    /// Bodies whose documents are recognised at this level, instead of the family's.
    #[serde(default)]
    pub issuers: Vec<String>,
    /// Other spellings.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// A tier inside a document.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawTier {
    /// Name as claims write it: 一等奖, 第二名.
    pub name: String,
    /// Share of the level's points.
    pub share: Quoted,
    /// Other spellings.
    #[serde(default)]
    pub aliases: Vec<String>,
}
