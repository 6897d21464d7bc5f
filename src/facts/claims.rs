//! Bonus and penalty claims.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::diag::Place;
use crate::terms::{FamilyCode, UnitCode};

/// A bonus or penalty claim charged to the year.
#[derive(Debug, Clone)]
pub struct Claim {
    /// Number.
    pub id: Arc<str>,
    /// Unit.
    pub unit: UnitCode,
    /// Family.
    pub family: FamilyCode,
    /// Level, by its place in the family.
    pub level: usize,
    /// 事项.
    pub title: Arc<str>,
    /// 文号.
    pub document: Arc<str>,
    /// Day.
    pub date: NaiveDate,
    /// 计入年度.
    pub year: i32,
    /// Where (the level cell).
    pub place: Place,
}
