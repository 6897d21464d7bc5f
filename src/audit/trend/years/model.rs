//! Several years side by side, as types: trend.json.

use serde::Serialize;

use crate::audit::trend::Before;
use crate::exact::Exact;
use crate::results::{Change, FindingsBoth, Value};

/// Name and version of the JSON form.
pub const SCHEMA: &str = "kaoze-years-1";

/// Several years side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Years {
    /// [`SCHEMA`].
    pub schema: &'static str,
    /// Whether any of the data are invented.
    pub fictional: bool,
    /// What it was made from, by year.
    pub sources: Vec<Source>,
    /// The years from the first to the last that anything is known of.
    pub years: Vec<i32>,
    /// Units by group and rank of their last year; those that ended before it behind them.
    pub units: Vec<UnitLine>,
    /// Case statistics by indicator.
    pub cases: Vec<CountLine>,
    /// Every contradiction inside a source and between two, in both languages.
    pub findings: FindingsBoth,
}

/// A package or a book of statistics.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// The year it is about.
    pub year: i32,
    /// Where it was found.
    pub path: String,
    /// `package` or `statistics`.
    pub kind: &'static str,
    /// Title.
    pub title: String,
    /// Packages: `draft`, `proposed`, `final`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// Packages: code of the scheme.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scheme: Option<String>,
    /// Packages: digest over the scheme.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scheme_digest: Option<String>,
    /// Books: what the published figures are taken from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_in: Option<String>,
}

/// One unit over the years, through new names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnitLine {
    /// Code of its last year.
    pub code: String,
    /// Name of its last year.
    pub name: String,
    /// Name of its group in its last year.
    pub group: String,
    /// Year by year.
    pub points: Vec<UnitPoint>,
    /// What became of it, where it went into other units.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<Ended>,
}

/// How a line ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ended {
    /// In which year.
    pub year: i32,
    /// `merged`, `split`.
    pub how: String,
    /// Names of the units that it went into.
    pub into: Vec<String>,
}

/// One unit in one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnitPoint {
    /// Year.
    pub year: i32,
    /// Code of that year.
    pub code: String,
    /// Name of that year.
    pub name: String,
    /// Total.
    pub score: Option<Value>,
    /// Grade.
    pub grade: Option<String>,
    /// Why there is no grade, in the codes of results.json.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub without_grade: Option<String>,
    /// Rank in its group.
    pub rank: Option<u32>,
    /// How many are ranked there.
    pub ranked: Option<u32>,
    /// This year's shown total less that of the year before; none where the line is broken or begins.
    pub change: Option<Exact>,
    /// Of it, performance, where the rules changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub performance: Option<Exact>,
    /// Of it, the rules.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rules: Option<Exact>,
    /// Why it may not be compared with the point before it: `merged`, `split`, `rules`, `facts`, `gap` (a year is missing).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub broken: Option<String>,
}

/// One indicator over the years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CountLine {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// 计量单位.
    pub measure: String,
    /// One for each of [`Years::years`].
    pub points: Vec<CountPoint>,
}

/// One indicator in one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CountPoint {
    /// Year.
    pub year: i32,
    /// What is known of the count.
    pub count: Before,
    /// Where it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// 同比.
    pub change: Change,
}
