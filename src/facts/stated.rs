//! 事实登记: numbers that somebody stands for with a document.

use std::sync::Arc;

use crate::diag::Place;
use crate::exact::Exact;
use crate::terms::{MeasureCode, PeriodCode, Subject};

/// One number of 事实登记.
#[derive(Debug, Clone)]
pub struct Stated {
    /// Whom it is about; none for the whole county.
    pub subject: Option<Subject>,
    /// Which measure it feeds.
    pub measure: MeasureCode,
    /// The period it belongs to; none for the whole year.
    pub period: Option<PeriodCode>,
    /// The number as typed.
    pub value: Exact,
    /// 文号, if stated.
    pub document: Option<Arc<str>>,
    /// 说明 or 佐证, if stated.
    pub note: Option<Arc<str>>,
    /// Where (the value cell).
    pub place: Place,
}
