//! Moves split into what a unit did and what the rules did.

use super::Frame;
use crate::report::view::Number;

/// Moves in two parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SplitPlot {
    /// The words around it.
    pub frame: Frame,
    /// Units in order.
    pub rows: Vec<SplitRow>,
}

/// One unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SplitRow {
    /// Name.
    pub label: String,
    /// This year's total less last year's facts under this year's rules.
    pub own: Number,
    /// Those less last year's total.
    pub rule: Number,
    /// Both together as printed.
    pub sum: String,
}
