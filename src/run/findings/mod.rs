//! The findings of this stage.

pub mod file_unreadable;
pub mod last_year_changed;
pub mod last_year_unreadable;
pub mod raw_empty;

use crate::diag::Code;

/// All codes of this stage.
pub const ALL: &[Code] = &[raw_empty::CODE, file_unreadable::CODE, last_year_unreadable::CODE, last_year_changed::CODE];
