//! Bonus and penalty claims.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::diag::Place;
use crate::terms::{FamilyCode, PersonCode, Subject, UnitCode};

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
    /// The person for whom it is claimed, where the family is one of people.
    pub person: Option<PersonCode>,
    /// Tier, by its place in the family.
    pub tier: Option<usize>,
    /// 发文机关, if named.
    pub issuer: Option<Arc<str>>,
    /// 佐证材料, if named.
    pub evidence: Option<Arc<str>>,
    /// The document without blanks and with one kind of brackets: claims of which this is the same rest on one document.
    pub source: Arc<str>,
    /// Where (the level cell).
    pub place: Place,
}

impl Claim {
    /// Whose claim it is.
    #[must_use]
    pub fn subject(&self) -> Subject {
        self.person.clone().map_or_else(|| Subject::Unit(self.unit.clone()), Subject::Person)
    }
}
