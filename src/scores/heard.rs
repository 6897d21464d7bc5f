//! What is known about a person before the score: the rules and counts around, the own polls and measures, each part's value.

use super::claims::Claims;
use super::links::{Found, Links};
use super::model::{CountedPost, PollScore};
use super::trace::Step;
use super::values::Measured;
use crate::charges::Charged;
use crate::exact::Exact;
use crate::facts::Post;
use crate::scheme::Scheme;
use crate::scheme::worth::{Part, PartSource, PeopleRule, Role, WhenMissing};
use crate::tally::Tally;
use crate::terms::{MeasureCode, PollCode};

/// What scoring a person needs beside the person.
pub(super) struct Around<'a> {
    pub scheme: &'a Scheme,
    pub rule: &'a PeopleRule,
    pub tally: &'a Tally,
    pub charged: &'a Charged,
    pub links: &'a Links<'a>,
    pub claims: &'a Claims,
    pub from: chrono::NaiveDate,
    pub to: chrono::NaiveDate,
}

impl Around<'_> {
    /// Whether two posts were held on one and the same day of the period.
    pub(super) fn at_once(&self, a: &Post, b: &Post) -> bool {
        let last = |post: &Post| post.to.unwrap_or(self.to);
        a.from.max(b.from).max(self.from) <= last(a).min(last(b)).min(self.to)
    }

    pub(super) fn role(&self, counted: &CountedPost) -> Option<&Role> {
        self.rule.role(&counted.post.role)
    }
}

/// Polls about a person, the own ballots first, with their steps.
pub(super) struct Heard {
    pub(super) scores: Vec<PollScore>,
    /// Measures of the person that some role counts.
    pub(super) measures: Vec<(MeasureCode, Measured)>,
    pub(super) steps: Vec<Step>,
}

impl Heard {
    pub(super) fn value(&self, code: Option<&PollCode>) -> Option<&Exact> {
        let score = self.scores.iter().find(|score| Some(&score.poll) == code)?;
        score.score.as_ref().map(|score| &score.value)
    }

    pub(super) fn measured(&self, code: &MeasureCode) -> Option<&Measured> {
        self.measures.iter().find(|(own, _)| own == code).map(|(_, measured)| measured)
    }
}

pub(super) fn found(part: &Part, post: &CountedPost, heard: &Heard, around: &Around<'_>) -> Found {
    let own = match &part.source {
        PartSource::Own => heard.value(around.rule.poll.as_ref()),
        PartSource::Poll(code) => heard.value(Some(code)),
        PartSource::Measure(code) => match heard.measured(code) {
            Some(measured) if measured.pending => return Found::Waits,
            measured => measured.and_then(|measured| measured.value.as_ref()),
        },
        _ => return around.links.value(part, &post.post),
    };
    own.cloned().map_or(Found::Missing, Found::Value)
}

/// What a part that has no value means.
pub(super) fn when_missing(part: &Part, rule: &PeopleRule) -> WhenMissing {
    if part.source == PartSource::Own { rule.missing_own } else { rule.missing_part }
}
