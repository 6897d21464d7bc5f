//! The findings of this stage.

pub mod count_failed;
pub mod facts_differ;

use crate::diag::Code;

/// All codes of this stage.
pub const ALL: &[Code] = &[count_failed::CODE, facts_differ::CODE];
