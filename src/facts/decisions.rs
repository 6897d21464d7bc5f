//! 裁定 of the committee.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::diag::Place;
use crate::terms::{Grade, Subject};

/// 裁定 of the committee.
#[derive(Debug, Clone)]
pub struct Decision {
    /// Number.
    pub id: Arc<str>,
    /// Subject.
    pub subject: Subject,
    /// The grade decided.
    pub grade: Grade,
    /// Who decided.
    pub body: Arc<str>,
    /// When.
    pub date: NaiveDate,
    /// Why.
    pub reason: Arc<str>,
    /// Where (the grade cell).
    pub place: Place,
}

/// A decision on the grade of an earlier year (补定等次); nothing of that year is edited.
#[derive(Debug, Clone)]
pub struct Amendment {
    /// The year whose grade is decided.
    pub year: i32,
    /// The decision.
    pub decision: Decision,
}
