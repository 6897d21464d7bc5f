//! From an event to whom it hit and what follows.

use super::Frame;
use crate::report::view::GradeMark;

/// Vetoes and their consequences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowPlot {
    /// The words around it.
    pub frame: Frame,
    /// Events by day.
    pub events: Vec<FlowEvent>,
}

/// One event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowEvent {
    /// Its ground.
    pub label: String,
    /// Day, unit, document.
    pub note: String,
    /// Whom it hit.
    pub hits: Vec<FlowHit>,
}

/// One subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowHit {
    /// Name.
    pub who: String,
    /// As what.
    pub role: String,
    /// Grade without the event.
    pub without: Option<GradeMark>,
    /// Grade with it.
    pub grade: Option<GradeMark>,
    /// What follows beside the grade.
    pub after: Vec<String>,
}
