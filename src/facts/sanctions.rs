//! 处分, 组织处理 and investigations.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::diag::Place;
use crate::terms::{PersonCode, SanctionCode, UnitCode};

/// How a sanction stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SanctionState {
    /// 在办: not decided yet.
    UnderWay,
    /// 已决.
    Decided,
    /// 撤销, or closed without one.
    Revoked,
}

/// One 处分, 组织处理 or investigation.
#[derive(Debug, Clone)]
pub struct Sanction {
    /// Number.
    pub id: Arc<str>,
    /// Person.
    pub person: PersonCode,
    /// Kind.
    pub kind: SanctionCode,
    /// Day of the decision; of one under way the day it was opened.
    pub decided: NaiveDate,
    /// The unit in which it happened, if stated.
    pub unit: Option<UnitCode>,
    /// Whether it has to do with the duty, if stated.
    pub duty_related: Option<bool>,
    /// 文号, if stated.
    pub document: Arc<str>,
    /// Last day of its influence, if stated.
    pub effect_to: Option<NaiveDate>,
    /// How it stands.
    pub state: SanctionState,
    /// Where (the kind cell).
    pub place: Place,
}
