//! Polls as sheets know them: classes, questions, marks, who may vote in which class, and what makes ballots and polls count.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Named;
use crate::diag::Place;
use crate::exact::Exact;
use crate::terms::{ClassCode, MarkCode, PeriodCode, PollCode, QuestionCode};

macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }
    )+};
}

choices! {
    /// Ballots or survey answers.
    PollKind {
        /// 民主测评.
        Appraisal,
        /// 满意度调查.
        Survey,
    }
    /// Who is assessed by a poll.
    PollSubject {
        /// The unit's leading team.
        Unit,
        /// A person.
        Person,
    }
    /// A question left blank.
    Blank {
        /// It leaves the divisor.
        LeaveOut,
        /// It counts as nought.
        CountZero,
        /// The whole ballot is void.
        VoidBallot,
    }
    /// More ballots returned than issued.
    OverReturn {
        /// The ballots of that class and subject do not count.
        Void,
        /// The whole poll about that subject does not count and is to be repeated.
        VoidPoll,
        /// No value for the poll about that subject; the case goes to the committee.
        Pend,
        /// Scoring stops.
        Error,
        /// Scored, with a warning.
        Warning,
    }
    /// What a voter is to the subject, by the rosters.
    Relation {
        /// In charge of the subject's unit, or of the subject.
        Manages,
        /// Holds a post in the leading team of the subject's unit.
        SameTeam,
        /// Principal of another unit.
        PrincipalElsewhere,
        /// Holds any post in the subject's unit.
        Staff,
        /// The subject.
        #[serde(rename = "self")]
        Oneself,
        /// Anybody else: none of the other classes fits.
        Other,
    }
    /// A voter who is in two classes for one subject.
    TwoClasses {
        /// The first class of the scheme's list.
        First,
        /// The ballot counts in each of them.
        Each,
        /// Scoring stops.
        Error,
    }
    /// A voter who is in no class for a subject.
    NoClass {
        /// The ballot is void.
        Void,
        /// Scoring stops.
        Error,
    }
    /// A ballot of a person about the same person.
    SelfVote {
        /// It is void.
        Void,
        /// It counts.
        Count,
        /// Scoring stops.
        Error,
    }
    /// What happens to a ballot that breaks a rule over the whole ballot.
    BallotEffect {
        /// The whole ballot is void.
        Void,
        /// It counts, with a warning.
        Warning,
    }
    /// What happens to a poll that misses a quorum or has too many void ballots.
    PollFailed {
        /// It does not count and is to be repeated.
        Void,
        /// No value; the case goes to the committee.
        Pend,
        /// Scored, with a warning.
        Warning,
    }
    /// Against what the quorum is counted.
    QuorumOf {
        /// Ballots issued.
        Issued,
        /// Those entitled to vote.
        Entitled,
    }
    /// A class with fewer ballots than the smallest sample.
    SmallSample {
        /// Scored, with a warning.
        Warning,
        /// No value for the poll; the case goes to the committee.
        Pend,
        /// The class counts as one without an answer.
        LeaveOut,
    }
}

/// A rule over the whole ballot: how often some marks may stand on it.
#[derive(Debug, Clone, Default)]
pub struct BallotRule {
    /// The marks that are counted.
    pub marks: Vec<MarkCode>,
    /// Only the answers to this question are counted; otherwise all of them.
    pub question: Option<QuestionCode>,
    /// At most so many.
    pub at_most: Option<u32>,
    /// At least so many.
    pub at_least: Option<u32>,
    /// At most this share of all marks on the ballot.
    pub share_at_most: Option<Exact>,
    /// At least this share of all marks on the ballot.
    pub share_at_least: Option<Exact>,
    /// Not all marks may be the same, once there are two or more.
    pub not_all_equal: bool,
    /// What happens to a ballot that breaks it.
    pub effect: Option<BallotEffect>,
}

/// A line that a share must pass, or must not.
#[derive(Debug, Clone)]
pub struct ShareLine {
    /// The share.
    pub share: Exact,
    /// More than the share (超过), not merely as much (达到).
    pub strict: bool,
}

/// How many must take part for a poll to count.
#[derive(Debug, Clone)]
pub struct Quorum {
    /// Returned ballots over those issued or entitled.
    pub line: ShareLine,
    /// Against what.
    pub of: QuorumOf,
    /// When it is missed.
    pub failed: PollFailed,
}

/// How many void ballots are too many.
#[derive(Debug, Clone)]
pub struct VoidLimit {
    /// Void ballots over those returned.
    pub line: ShareLine,
    /// When it is passed.
    pub failed: PollFailed,
}

/// What makes ballots and polls count.
#[derive(Debug, Clone, Default)]
pub struct Validity {
    /// Rules over the whole ballot.
    pub ballot_rules: Vec<BallotRule>,
    /// Quorum.
    pub quorum: Option<Quorum>,
    /// Too many void ballots.
    pub void_limit: Option<VoidLimit>,
    /// The smallest sample of a class.
    pub min_sample: Option<(u32, SmallSample)>,
}

/// How ballots that name their voter find their class.
#[derive(Debug, Clone)]
pub struct Voters {
    /// For each class in order, what its voters are to the subject; nothing for a class that the ballot itself names.
    pub relations: Vec<Vec<Relation>>,
    /// A voter in two classes.
    pub two_classes: TwoClasses,
    /// A voter in none.
    pub no_class: NoClass,
    /// A ballot about oneself.
    pub self_vote: SelfVote,
}

impl Voters {
    /// Whether some class is settled by what the voter is to the subject.
    #[must_use]
    pub fn settle_classes(&self) -> bool {
        self.relations.iter().any(|relations| !relations.is_empty())
    }
}

/// A poll as sheets know it.
#[derive(Debug, Clone)]
pub struct PollWords {
    /// Code.
    pub code: PollCode,
    /// Name.
    pub name: String,
    /// Ballots or survey.
    pub kind: PollKind,
    /// Who is assessed.
    pub subject: PollSubject,
    /// Periods in which it is held.
    pub periods: Vec<PeriodCode>,
    /// 票类 or channels.
    pub classes: Vec<Named<ClassCode>>,
    /// Questions.
    pub questions: Vec<Named<QuestionCode>>,
    /// Marks.
    pub marks: Vec<Named<MarkCode>>,
    /// Words for 不了解 and 弃权.
    pub no_view_words: Vec<String>,
    /// Words for a void ballot.
    pub void_words: Vec<String>,
    /// A question left blank.
    pub blank: Blank,
    /// More returned than issued.
    pub over_return: OverReturn,
    /// Classes with fewer ballots are not shown apart.
    pub min_count: u32,
    /// How ballots find their class, if they name their voter.
    pub voters: Option<Voters>,
    /// What makes ballots and the poll count.
    pub validity: Validity,
    /// Where the rule is written.
    pub place: Place,
}

impl ShareLine {
    /// Whether `n` of `of` pass the line: compared as whole numbers, never as a rounded rate.
    ///
    /// ```
    /// use kaoze::scheme::words::ShareLine;
    /// // 14 of 42 is exactly one third: it reaches the line, and is not more.
    /// let line = |strict| ShareLine { share: "1/3".parse().expect("a third"), strict };
    /// assert!(line(false).is_passed(14, 42));
    /// assert!(!line(true).is_passed(14, 42));
    /// ```
    #[must_use]
    pub fn is_passed(&self, n: u32, of: u32) -> bool {
        let (n, line) = (Exact::from(n), &self.share * &Exact::from(of));
        if self.strict { n > line } else { n >= line }
    }
}
