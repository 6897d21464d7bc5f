//! The findings of this stage.

pub mod decision_refused;

use crate::diag::Code;

/// All codes of this stage.
pub const ALL: &[Code] = &[decision_refused::CODE];
