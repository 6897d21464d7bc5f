//! The findings of this stage.

pub mod document_missing;
pub mod in_charge_missing;
pub mod principal_missing;
pub mod sanction_undecided;
pub mod sanction_without_effect;

use crate::diag::Code;

/// All codes of this stage.
pub const ALL: &[Code] = &[
    principal_missing::CODE,
    in_charge_missing::CODE,
    document_missing::CODE,
    sanction_undecided::CODE,
    sanction_without_effect::CODE,
];
