//! The stages in a row, and the one gate before scoring.
//!
//! **In**: a workspace as [`crate::files::Files`]. **Out**: results and all findings. **Holds**: with an error finding that
//! nobody allowed, scoring does not start. **Does not**: write files, print, or render.

pub mod findings;
mod inputs;
mod intake;
mod lineage;
mod package;
mod past;
mod scoring;

pub use inputs::{is_kept, scheme_digest};
pub use intake::{Intake, REPORTS, check};
pub use package::{MANIFEST, assemble};
pub use past::Past;
pub use scoring::{Asked, Run, Traced, asked, run};

use crate::diag::Code;
use crate::{assessment, charges, consequences, grades, records, scheme, sheets, tally};

/// Every code that a run can raise, by its id.
#[must_use]
pub fn all_codes() -> Vec<Code> {
    let stages = [
        assessment::findings::ALL,
        scheme::findings::ALL,
        sheets::findings::ALL,
        records::findings::ALL,
        tally::findings::ALL,
        charges::findings::ALL,
        grades::findings::ALL,
        consequences::findings::ALL,
        findings::ALL,
    ];
    let mut codes: Vec<Code> = stages.into_iter().flatten().copied().collect();
    codes.sort_by_key(|code| code.id);
    codes
}
