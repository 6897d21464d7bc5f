//! 历年结果 and what humans confirmed.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::diag::Place;
use crate::exact::Exact;
use crate::terms::{Grade, Subject, TriggerCode};

/// What became of a subject in an earlier year.
#[derive(Debug, Clone)]
pub struct PastYear {
    /// Subject.
    pub subject: Subject,
    /// 年度.
    pub year: i32,
    /// The grade, in the words of that year; none for one who was ungraded.
    pub grade: Option<Grade>,
    /// The total, if stated.
    pub score: Option<Exact>,
    /// The rank, if stated.
    pub rank: Option<u32>,
    /// How many were ranked, if stated.
    pub ranked: Option<u32>,
    /// Where (the year cell).
    pub place: Place,
}

/// What a body said about one whom a review found.
#[derive(Debug, Clone)]
pub struct Confirmation {
    /// Number.
    pub id: Arc<str>,
    /// The trigger.
    pub trigger: TriggerCode,
    /// Subject.
    pub subject: Subject,
    /// Whether the effect is to come about.
    pub confirmed: bool,
    /// Who said so.
    pub body: Arc<str>,
    /// When.
    pub date: NaiveDate,
    /// Why.
    pub reason: Arc<str>,
    /// Where (the yes-or-no cell).
    pub place: Place,
}
