//! One measure of units against another.

use super::Frame;
use crate::report::view::Number;

/// Panels of two measures each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScatterPlot {
    /// The words around it.
    pub frame: Frame,
    /// Panels.
    pub panels: Vec<ScatterPanel>,
}

/// Two measures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScatterPanel {
    /// From left to right.
    pub across: String,
    /// Up.
    pub up: String,
    /// Units that have both.
    pub rows: Vec<ScatterRow>,
}

/// One unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScatterRow {
    /// Name.
    pub label: String,
    /// From left to right.
    pub across: Number,
    /// Up.
    pub up: Number,
    /// Rank in the one and in the other among those that have both.
    pub ranks: [usize; 2],
    /// Whether it is named in the figure.
    pub named: bool,
}
