//! The findings of this stage.

pub mod calendar_ends;
pub mod part_without_rule;
pub mod severity_unknown;

use crate::diag::Code;

/// All codes of this stage.
pub const ALL: &[Code] = &[calendar_ends::CODE, part_without_rule::CODE, severity_unknown::CODE];
