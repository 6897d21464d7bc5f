//! The findings of this stage.

mod about;
pub mod count_failed;
mod effects;
pub mod entitled_missing;
pub mod facts_differ;
pub mod quorum_missed;
pub mod sample_small;
pub mod void_too_many;

pub(in crate::tally) use about::About;

use crate::diag::Code;

/// All codes of this stage.
pub const ALL: &[Code] = &[
    count_failed::CODE,
    facts_differ::CODE,
    quorum_missed::CODE,
    void_too_many::CODE,
    sample_small::CODE,
    entitled_missing::CODE,
];
