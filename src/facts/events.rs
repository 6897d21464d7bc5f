//! 责任追究 and 一票否决 events.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::diag::Place;
use crate::terms::{GroundCode, PersonCode, UnitCode};

/// A veto event charged to the year.
#[derive(Debug, Clone)]
pub struct Event {
    /// Number.
    pub id: Arc<str>,
    /// Unit.
    pub unit: UnitCode,
    /// The person named, if any.
    pub person: Option<PersonCode>,
    /// Ground.
    pub ground: GroundCode,
    /// 分管事项 that it touches, if stated.
    pub matter: Option<Arc<str>>,
    /// Day.
    pub date: NaiveDate,
    /// 文号.
    pub document: Arc<str>,
    /// 处理措施.
    pub measure: Arc<str>,
    /// 计入年度.
    pub year: i32,
    /// Whether it was revoked.
    pub revoked: bool,
    /// Where (the ground cell).
    pub place: Place,
}
