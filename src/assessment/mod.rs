//! One assessment period as its office describes it.
//!
//! **In**: `kaoze.toml` of a workspace. **Out**: [`Assessment`]: title, period, status, issue date, language, scheme name,
//! which files hold which raw table, which findings are allowed by whom and why.
//! **Holds**: dates are real and in order; every table names at least one pattern inside `raw/`; nothing has a silent default.
//! **Does not**: open a workbook or read a scheme.

pub mod findings;
mod read;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod bytes_tests;

pub use read::{read, read_bytes};

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::diag::{Lang, Place};

/// How far the results have come; printed on every page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// 征求意见稿.
    Draft,
    /// 拟定.
    Proposed,
    /// 审定.
    Final,
}

/// Files that hold one raw table.
#[derive(Debug, Clone)]
pub struct TableSource {
    /// `units`, `marks`, …: the name of a [`crate::scheme::words::Table`], resolved by `records`.
    pub table: String,
    /// Patterns inside the workspace, each beginning with `raw/`.
    pub files: Vec<String>,
    /// Pattern of sheet names; all sheets without it.
    pub sheets: Option<String>,
    /// Values of fields that no column gives: `period = "half"`.
    pub set: BTreeMap<String, String>,
    /// Where the entry stands.
    pub place: Place,
}

/// A finding the office has looked at and lets pass.
#[derive(Debug, Clone)]
pub struct Allowance {
    /// Code of the finding: `R021`.
    pub code: String,
    /// Only findings whose main place contains this text; all of the code without it.
    pub at: Option<String>,
    /// Who allows it.
    pub by: String,
    /// Why.
    pub reason: String,
    /// Where the entry stands.
    pub place: Place,
}

/// What kaoze.toml says.
#[derive(Debug, Clone)]
pub struct Assessment {
    /// Title of the assessment.
    pub title: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// The year that claims and events are charged to: that of the last day.
    pub year: i32,
    /// Status.
    pub status: Status,
    /// The date that outputs bear.
    pub issued: NaiveDate,
    /// Language of the package.
    pub lang: Lang,
    /// Name of the scheme.
    pub scheme: String,
    /// Whether the data are invented.
    pub fictional: bool,
    /// Raw tables.
    pub tables: Vec<TableSource>,
    /// Findings allowed.
    pub allow: Vec<Allowance>,
}
