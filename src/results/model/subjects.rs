//! A unit or a person in results.json, with every value that may be shown.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::exact::Exact;

/// A value, exact and as shown, or the reason why it is withheld.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// Shown.
    Score {
        /// `n/d`.
        exact: Exact,
        /// As rounded by the scheme, or to two places for display where the scheme does not round.
        shown: String,
    },
    /// Kept back.
    Withheld {
        /// Why.
        withheld: String,
    },
}

impl Value {
    /// The exact value, unless it is withheld.
    #[must_use]
    pub fn exact(&self) -> Option<&Exact> {
        match self {
            Self::Score { exact, .. } => Some(exact),
            Self::Withheld { .. } => None,
        }
    }

    /// The text to show.
    #[must_use]
    pub fn shown(&self) -> &str {
        match self {
            Self::Score { shown, .. } => shown,
            Self::Withheld { withheld } => withheld,
        }
    }
}

/// A unit or a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubjectResult {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Group code (of the unit, or of the person's counted post's unit).
    pub group: String,
    /// People: the unit of the counted post.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub unit: Option<String>,
    /// People: the role of the counted post.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub role: Option<String>,
    /// People: every post of the period.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub posts: Vec<PostInfo>,
    /// Total; none when it is pending.
    pub score: Option<Value>,
    /// Components (people: unit share and own ballots).
    pub components: Vec<Part>,
    /// Items, per period where there are several.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub items: Vec<Part>,
    /// Bonus and penalty by family, signed, after the cap.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub adjustments: Vec<Part>,
    /// Polls: classes and distributions, where they may be shown.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub polls: Vec<PollResult>,
    /// Rank inside the group (people: inside the pool of their quota).
    pub rank: Option<u32>,
    /// How many are ranked there.
    pub ranked: Option<u32>,
    /// The grade that the band alone gives.
    pub band: Option<String>,
    /// Every step from band to grade.
    pub rulings: Vec<Ruling>,
    /// The grade; none with `pending` or `ungraded`.
    pub grade: Option<String>,
    /// Why the grade waits for the committee.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub pending: Option<String>,
    /// Why there is no grade.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub ungraded: Option<String>,
    /// The grade without any veto, when a veto changed it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub without_veto: Option<String>,
    /// Last year's score and grade, if known and comparable.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub last_year: Option<LastYear>,
}

/// A post of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostInfo {
    /// Unit code.
    pub unit: String,
    /// Post as written.
    pub post: String,
    /// First day.
    pub from: String,
    /// Last day, if it ended.
    pub to: Option<String>,
    /// Its share of the score, where several posts make it; nought for one that does not count.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub share: Option<Exact>,
}

/// A component, item or adjustment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Code; items carry the period after `@`: `J1@half`.
    pub code: String,
    /// Name.
    pub name: String,
    /// Full marks, where there are any.
    pub max: Option<Exact>,
    /// Score, unless there is none.
    pub score: Option<Value>,
    /// `scored`, `zero_by_rule`, `not_applicable`, `not_submitted`, `rejected`, `pending`.
    pub state: String,
    /// The rule.
    pub rule: String,
}

/// One poll about a subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PollResult {
    /// Poll code.
    pub code: String,
    /// Period.
    pub period: String,
    /// Its score.
    pub score: Option<Value>,
    /// What it misses, and what follows: `quorum:void`, `void_share:pend`, `more_returned_than_issued:warning`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub failed: Option<String>,
    /// Ballots counted over all classes.
    pub n: u32,
    /// Issued and returned, all classes.
    pub issued: Option<u32>,
    /// Returned, all classes.
    pub returned: Option<u32>,
    /// By class; all of them withheld if one class is too small.
    pub classes: Classes,
}

/// The split by class, or the reason why it is withheld.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Classes {
    /// Shown.
    Shown(Vec<ClassResult>),
    /// Kept back.
    Withheld {
        /// Why.
        withheld: String,
    },
}

/// One class's view of a subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassResult {
    /// Class code.
    pub code: String,
    /// Class name.
    pub name: String,
    /// Mean.
    pub score: Option<Value>,
    /// Valid ballots.
    pub n: u32,
    /// Per question the count of each mark, in the scheme's order; then 不了解 and blank.
    pub questions: BTreeMap<String, BTreeMap<String, u32>>,
}

/// A step from band to grade.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    /// `band`, `veto`, `quota`, `decision`.
    pub stage: String,
    /// Grade before.
    pub from: Option<String>,
    /// Grade after.
    pub to: Option<String>,
    /// Rule id.
    pub rule: String,
    /// Document and clause.
    pub basis: String,
    /// The facts: event number and date, places and rank, decision number and reason.
    pub facts: BTreeMap<String, String>,
}

/// Last year's outcome of the same subject.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastYear {
    /// Total.
    pub score: Option<Value>,
    /// This year's shown total less last year's; none where the line is broken.
    pub change: Option<Exact>,
    /// Grade.
    pub grade: Option<String>,
    /// Rank.
    pub rank: Option<u32>,
    /// Whether last year's scheme is the same by digest.
    pub same_scheme: bool,
    /// Last year's total from last year's facts under this year's rules, where they could be scored once more.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub rescored: Option<Value>,
    /// This year's total from this year's facts under last year's rules, where they could be scored.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reversed: Option<Value>,
    /// Of the change, what is performance: this year's total less `rescored`. Only where the rules changed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub performance: Option<Exact>,
    /// Of the change, what the rules did: `rescored` less last year's total. Both parts make the change.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub rules: Option<Exact>,
    /// The units of last year that it came from, where the code is not the same: renamed, merged, split.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub from: Vec<Predecessor>,
    /// Why the two years may not be compared; the line is broken there. `merged`, `split`: it is no longer one unit with the
    /// one before; `facts`: last year's facts cannot be scored under this year's rules; `rules`: the rules changed, and last
    /// year's facts are not there.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub broken: Option<String>,
}

/// A unit of last year that became another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Predecessor {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// `renamed`, `merged`, `split`.
    pub how: String,
    /// Since when.
    pub date: String,
    /// Last year's shown total.
    pub score: Option<Value>,
    /// Last year's grade.
    pub grade: Option<String>,
}
