//! The findings of this stage.

pub mod confirmation_unused;
pub mod decision_refused;
pub mod mean_exceeded;
pub mod turns_on_rounding;

use crate::diag::Code;

/// All codes of this stage.
pub const ALL: &[Code] =
    &[decision_refused::CODE, mean_exceeded::CODE, confirmation_unused::CODE, turns_on_rounding::CODE];
