//! What makes ballots and polls count, as typed, and weights that depend on who is assessed.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::Quoted;
use crate::scheme::words::{BallotEffect, QuorumOf, Relation};

/// One relation, or several of which any will do.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Relations {
    /// One.
    One(Relation),
    /// Several.
    Any(Vec<Relation>),
}

impl Relations {
    /// All of them.
    #[must_use]
    pub fn all(&self) -> Vec<Relation> {
        match self {
            Self::One(relation) => vec![*relation],
            Self::Any(relations) => relations.clone(),
        }
    }
}

/// Class weights for subjects of a unit group, a role, or both.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawWeightsFor {
    /// 单位类别 of the subject, or of the subject's unit.
    pub group: Option<String>,
    /// 角色 of the subject.
    pub role: Option<String>,
    /// By class, all of them, adding to what the classes add to.
    pub weights: BTreeMap<String, Quoted>,
}

/// A rule over the whole ballot (整票规则).
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawBallotRule {
    /// The marks that are counted on the ballot.
    pub marks: Vec<String>,
    /// Only the answers to this question are counted; otherwise all of them.
    pub question: Option<String>,
    /// At most so many of them.
    pub at_most: Option<u32>,
    /// At least so many of them.
    pub at_least: Option<u32>,
    /// At most this share of all marks on the ballot.
    pub share_at_most: Option<Quoted>,
    /// At least this share of all marks on the ballot.
    pub share_at_least: Option<Quoted>,
    /// A ballot whose marks, two or more, are all the same breaks the rule.
    pub all_equal: Option<bool>,
    /// What happens to a ballot that breaks it.
    pub effect: Option<BallotEffect>,
}

/// How many must take part (法定人数).
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawQuorum {
    /// Share of those issued or entitled.
    pub share: Option<Quoted>,
    /// Whether more than the share is needed (超过), or as much will do (达到).
    pub strict: Option<bool>,
    /// Ballots issued, or people entitled.
    pub of: Option<QuorumOf>,
}

/// A share of void ballots.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawVoidLimit {
    /// Share of those returned.
    pub share: Option<Quoted>,
    /// Whether only more than the share is too many (超过), or as much already (达到).
    pub strict: Option<bool>,
}
