//! How the totals of several groups of people are spread.

use super::{Frame, Line};
use crate::report::view::Number;

/// A strip a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StripPlot {
    /// The words around it.
    pub frame: Frame,
    /// Groups.
    pub strips: Vec<StripRow>,
    /// Where bands begin.
    pub lines: Vec<Line>,
}

/// One group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StripRow {
    /// Name with how many.
    pub label: String,
    /// Those with a total that may be shown.
    pub dots: Vec<StripDot>,
    /// The middle one, or halfway between the two in the middle.
    pub middle: Option<Number>,
}

/// One person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StripDot {
    /// Total.
    pub total: Number,
    /// Name, where it is to be named.
    pub label: Option<String>,
    /// Whether a veto struck.
    pub vetoed: bool,
}
