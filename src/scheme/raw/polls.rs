//! Polls as typed: ballots and surveys are one shape.

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::Quoted;
use super::ballot_rules::{RawBallotRule, RawQuorum, RawVoidLimit, RawWeightsFor, Relations};
use crate::scheme::words::{
    Blank, NoClass, OverReturn, PollFailed, PollKind, PollSubject, SelfVote, SmallSample, TwoClasses,
};
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
    /// 票类 or channels with their weights, which sum to one or to `classes_total`.
    #[serde(default)]
    pub classes: Vec<RawClass>,
    /// What the class weights add to, if not to one; the value is then so much larger, as written.
    pub classes_total: Option<Quoted>,
    /// Other class weights for some groups of units or roles; the row that says more about the subject wins.
    #[serde(default)]
    pub weights_for: Vec<RawWeightsFor>,
    /// A voter who is in two classes for one subject, by relation.
    pub voter_in_two_classes: Option<TwoClasses>,
    /// A voter who is in no class for a subject, by relation.
    pub voter_in_none: Option<NoClass>,
    /// A ballot of a person about the same person; its sheets then name the voter.
    pub self_vote: Option<SelfVote>,
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
    /// Rules over the whole ballot.
    #[serde(default)]
    pub ballot_rules: Vec<RawBallotRule>,
    /// How many must take part.
    pub quorum: Option<RawQuorum>,
    /// What happens when fewer take part.
    pub quorum_failed: Option<PollFailed>,
    /// Which share of void ballots is too many.
    pub void_share_limit: Option<RawVoidLimit>,
    /// What happens when there are too many.
    pub void_share_exceeded: Option<PollFailed>,
    /// The smallest sample of a class.
    pub min_sample: Option<u32>,
    /// What happens to a class with a smaller one.
    pub small_sample: Option<SmallSample>,
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
    /// What its voters are to the subject; the sheets then name the voter instead of the class.
    pub relation: Option<Relations>,
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
