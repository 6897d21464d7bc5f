//! 事项登记: what happened, of which kind, at which level, and who found it.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::diag::Place;
use crate::exact::Exact;
use crate::terms::{ItemCode, PeriodCode, UnitCode};

/// One row of 事项登记.
#[derive(Debug, Clone)]
pub struct Occurrence {
    /// Unit.
    pub unit: UnitCode,
    /// The item it counts in; none when only measures read it.
    pub item: Option<ItemCode>,
    /// 类型.
    pub kind: Option<Arc<str>>,
    /// 层级.
    pub level: Option<Arc<str>>,
    /// 发现方式.
    pub found_by: Option<Arc<str>>,
    /// Day.
    pub date: NaiveDate,
    /// Period in which the day lies.
    pub period: PeriodCode,
    /// 件数, from one on.
    pub count: u32,
    /// 共同人数: among how many the points are shared, from one on.
    pub sharers: u32,
    /// 分值 that a person set for this one, if the rule leaves it to a person.
    pub points: Option<Exact>,
    /// 分配案号: the pool that this row takes a part of.
    pub pool: Option<Arc<str>>,
    /// 文号.
    pub document: Option<Arc<str>>,
    /// 说明: the reason of points that a person set.
    pub note: Option<Arc<str>>,
    /// Where (the kind cell, or the item cell).
    pub place: Place,
}
