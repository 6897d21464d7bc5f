//! results.json as types: canonical, sorted by code, free of language.

mod lists;
mod subjects;

pub use lists::{
    Bar, Borrowed, Case, CaseLine, CasePart, ClaimLine, DutyQuarter, ListEntry, Lists, LostPlace, Mover, QuotaEntry,
    VetoEntry,
};
pub use subjects::{
    ClassResult, Classes, LastYear, Part, PollResult, PostInfo, Predecessor, Ruling, SubjectResult, Value,
};

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
