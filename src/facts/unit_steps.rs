//! 单位沿革: units that got another name, became one, or were divided.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::diag::Place;

/// What became of units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitChange {
    /// 更名: one unit under another code or name.
    Renamed,
    /// 合并: several became one.
    Merged,
    /// 拆分: one became several.
    Split,
}

impl UnitChange {
    /// Its word in results.json.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Renamed => "renamed",
            Self::Merged => "merged",
            Self::Split => "split",
        }
    }
}

/// A row of 单位沿革.
///
/// The units stand as written: those of the year before are in no roster of this year.
#[derive(Debug, Clone)]
pub struct UnitStep {
    /// When.
    pub date: NaiveDate,
    /// What happened.
    pub how: UnitChange,
    /// Codes or names before.
    pub from: Vec<Arc<str>>,
    /// Codes or names after.
    pub to: Vec<Arc<str>>,
    /// Where (the cell that says what happened).
    pub place: Place,
}
