//! results.json as types: canonical, sorted by code, free of language.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::diag::Rendered;
use crate::exact::Exact;

/// The schema's name and version, the first thing a reader checks.
pub const SCHEMA: &str = "kaoze-results-1";
/// The rules of arithmetic in force; a release that would change any number gets a new one.
pub const SEMANTICS: u32 = 1;

/// The whole of results.json.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Results {
    /// Program and semantics.
    pub kaoze: Maker,
    /// What kaoze.toml says.
    pub assessment: AssessmentInfo,
    /// The scheme applied.
    pub scheme: SchemeInfo,
    /// Every input with its digest, by path.
    pub inputs: Vec<Input>,
    /// Units by code.
    pub units: Vec<SubjectResult>,
    /// People by code.
    pub people: Vec<SubjectResult>,
    /// What a committee has to look at, by subject and kind.
    pub cases: Vec<Case>,
    /// Lists for people to act on, by name.
    pub lists: Lists,
    /// All findings (warnings and notes; errors stop before results exist), in Chinese and English.
    pub findings: FindingsBoth,
}

/// Findings in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingsBoth {
    /// Chinese.
    pub zh: Vec<Rendered>,
    /// English.
    pub en: Vec<Rendered>,
}

/// Program and semantics.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Maker {
    /// [`SCHEMA`].
    pub schema: String,
    /// Program version.
    pub version: String,
    /// [`SEMANTICS`].
    pub semantics: u32,
}

/// What kaoze.toml says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssessmentInfo {
    /// Title.
    pub title: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Year charged.
    pub year: i32,
    /// `draft`, `proposed`, `final`.
    pub status: String,
    /// The date outputs bear.
    pub issued: String,
    /// `zh` or `en`.
    pub lang: String,
    /// Whether the data are invented.
    pub fictional: bool,
}

/// The scheme applied, with the names and order that pages need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchemeInfo {
    /// Code.
    pub code: String,
    /// Title.
    pub title: String,
    /// Issuer.
    pub issuer: String,
    /// Digest over all its files.
    pub digest: String,
    /// The true maximum of the total, before bonuses.
    pub maximum: Exact,
    /// Groups in the scheme's order: code and name.
    pub groups: Vec<CodeName>,
    /// Grades of units, best first, with lower ends.
    pub unit_grades: Vec<GradeInfo>,
    /// Grades of people, best first.
    pub person_grades: Vec<GradeInfo>,
    /// Components in the scheme's order.
    pub components: Vec<ComponentInfo>,
    /// Items in the scheme's order, parts left out.
    pub items: Vec<ItemInfo>,
    /// Roles in the scheme's order: code and name.
    pub roles: Vec<CodeName>,
    /// Ids of the rules that are assumed, not from a document.
    pub assumed: Vec<String>,
}

/// A code and its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeName {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
}

/// A grade and the lower end of its band.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GradeInfo {
    /// Grade.
    pub grade: String,
    /// From this value on; none in the lowest band.
    pub from: Option<Exact>,
}

/// A component's name, weight and full marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComponentInfo {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Weight.
    pub weight: Exact,
    /// Full marks.
    pub max: Exact,
}

/// An item's name and component.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemInfo {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Component.
    pub component: String,
    /// Full marks.
    pub max: Exact,
}

/// An input and its digest.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Input {
    /// Path inside the workspace.
    pub path: String,
    /// SHA-256.
    pub sha256: String,
}

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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastYear {
    /// Total.
    pub score: Option<Value>,
    /// This year's shown total less last year's.
    pub change: Option<Exact>,
    /// Grade.
    pub grade: Option<String>,
    /// Rank.
    pub rank: Option<u32>,
    /// Whether last year's scheme is the same by digest.
    pub same_scheme: bool,
}

/// Something for the committee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// `tie`, `pending`, `near_line`, `veto`, `decision`.
    pub kind: String,
    /// `unit` or `person`.
    pub whose: String,
    /// Subject codes.
    pub subjects: Vec<String>,
    /// Rule id.
    pub rule: String,
    /// The facts, in words free of language where possible.
    pub facts: BTreeMap<String, String>,
    /// Whether it still waits for a decision.
    pub open: bool,
}

/// Lists for people to act on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lists {
    /// Vetoes: one entry per event and subject hit.
    pub vetoes: Vec<VetoEntry>,
    /// The largest movers among units since last year, by size of change.
    pub movers: Vec<Mover>,
    /// Places by quota.
    pub quotas: Vec<QuotaEntry>,
    /// 案件统计 of the whole county with the year before.
    pub cases: Vec<CaseLine>,
}

/// Who was hit by which event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VetoEntry {
    /// Event number.
    pub event: String,
    /// `unit` or `person`.
    pub whose: String,
    /// Subject code.
    pub subject: String,
    /// `unit`, `principal`, `in_charge`, `person`.
    pub as_what: String,
    /// Ground code.
    pub ground: String,
    /// Ground name.
    pub ground_name: String,
    /// Day of the event.
    pub date: String,
    /// 文号.
    pub document: String,
    /// Unit of the event.
    pub unit: String,
    /// Highest grade left.
    pub cap: String,
    /// Grade without it.
    pub without: Option<String>,
    /// Grade with it.
    pub grade: Option<String>,
}

/// A unit that moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mover {
    /// Unit code.
    pub unit: String,
    /// Last year's shown total.
    pub before: String,
    /// This year's shown total.
    pub now: String,
    /// Change of the shown totals.
    pub change: Exact,
}

/// Places of one pool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuotaEntry {
    /// Rule id.
    pub rule: String,
    /// `unit` or `person`.
    pub whose: String,
    /// Pool: group code, role code, or both.
    pub pool: String,
    /// Grade.
    pub grade: String,
    /// How many are in the base.
    pub base: u32,
    /// Theoretical number: share × base.
    pub theoretical: Exact,
    /// Places after rounding.
    pub places: u32,
    /// Who has one.
    pub placed: Vec<String>,
    /// Who reached the band and has none.
    pub lost: Vec<String>,
    /// Who waits for the committee.
    pub tied: Vec<String>,
}

/// One indicator of the case statistics.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseLine {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// 计量单位.
    pub measure: String,
    /// This year.
    pub now: Option<u32>,
    /// The year before.
    pub before: Option<u32>,
    /// Change as an exact fraction of the year before; none when that is unknown or nought.
    pub change: Option<Exact>,
}
