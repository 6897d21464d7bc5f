//! Polls as typed: ballots and surveys are one shape.

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::Quoted;
use crate::scheme::words::{Blank, OverReturn, PollKind, PollSubject};
use crate::scheme::worth::{CountedOver, EmptyPart, NoView};

/// 民主测评 or 满意度调查: classes of voters (or channels) answer questions with marks.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawPoll {
    /// Code.
    #[schemars(with = "String")]
    pub code: Spanned<String>,
    /// Name.
    pub name: String,
    /// Whether its sheets are ballots or survey answers.
    pub kind: Option<PollKind>,
    /// Who is assessed.
    pub subject: Option<PollSubject>,
    /// Periods in which it is held.
    #[serde(default)]
    pub periods: Vec<String>,
    /// 票类 or channels with their weights, which sum to one.
    #[serde(default)]
    pub classes: Vec<RawClass>,
    /// Questions with their weights, which sum to one.
    #[serde(default)]
    pub questions: Vec<RawQuestion>,
    /// What can be ticked and what it is worth.
    #[serde(default)]
    pub marks: Vec<RawMark>,
    /// Words for 不了解 and 弃权.
    #[serde(default)]
    pub no_view_words: Vec<String>,
    /// Words for a void ballot.
    #[serde(default)]
    pub void_words: Vec<String>,
    /// Whether 不了解 leaves the divisor or counts as nought.
    pub no_view: Option<NoView>,
    /// Whether a question left blank leaves the divisor, counts as nought, or voids the ballot.
    pub blank: Option<Blank>,
    /// The divisor of a class: answers, ballots returned, or ballots issued.
    pub counted_over: Option<CountedOver>,
    /// A question that nobody of a class answered.
    pub empty_question: Option<EmptyPart>,
    /// A class without a single answer.
    pub empty_class: Option<EmptyPart>,
    /// More ballots returned than issued.
    pub more_returned_than_issued: Option<OverReturn>,
    /// Classes with fewer ballots are not shown apart.
    pub min_count: Option<u32>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// A class of voters or a channel.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawClass {
    /// Code.
    pub code: String,
    /// Name as sheets write it.
    pub name: String,
    /// Its share.
    pub weight: Quoted,
    /// Other spellings.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// A question.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawQuestion {
    /// Code.
    pub code: String,
    /// Name as sheets write it.
    pub name: String,
    /// Its share.
    pub weight: Quoted,
    /// Other spellings.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// Something to tick.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawMark {
    /// Code.
    pub code: String,
    /// Name as ballots write it.
    pub name: String,
    /// What it is worth.
    pub value: Quoted,
    /// Other spellings.
    #[serde(default)]
    pub aliases: Vec<String>,
}
