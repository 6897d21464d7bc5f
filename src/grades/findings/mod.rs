//! The findings of this stage.

pub mod decision_refused;
pub mod in_charge_missing;
pub mod principal_missing;

use crate::diag::Code;

/// All codes of this stage.
pub const ALL: &[Code] = &[principal_missing::CODE, in_charge_missing::CODE, decision_refused::CODE];
