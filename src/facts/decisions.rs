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
