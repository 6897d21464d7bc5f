//! Places against who reached the grade.

use super::Frame;

/// Places by pool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacePlot {
    /// The words around it.
    pub frame: Frame,
    /// Pools.
    pub rows: Vec<PlaceRow>,
}

/// One pool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceRow {
    /// Name, with the grade where there are several.
    pub label: String,
    /// Its numbers in words.
    pub told: String,
    /// Places after rounding.
    pub places: u32,
    /// Placed on places of its own.
    pub placed: u32,
    /// Placed on places of other pools.
    pub borrowed: u32,
    /// Waiting for a decision.
    pub tied: u32,
    /// Places that nobody has.
    pub empty: u32,
    /// Places that others have.
    pub lent: u32,
    /// Reached the grade without a place.
    pub lost: u32,
}
