//! The findings of this stage.

pub mod file_unreadable;
pub mod last_year_changed;
pub mod last_year_unreadable;
pub mod predecessor_unknown;
pub mod raw_empty;
pub mod unit_history_circle;
pub mod years_not_comparable;

use crate::diag::Code;

/// All codes of this stage.
pub const ALL: &[Code] = &[
    raw_empty::CODE,
    file_unreadable::CODE,
    last_year_unreadable::CODE,
    last_year_changed::CODE,
    predecessor_unknown::CODE,
    unit_history_circle::CODE,
    years_not_comparable::CODE,
];
