//! What a run has made, before it is sealed.

use super::before::YearBefore;
use super::model::Input;
use crate::assessment::Assessment;
use crate::consequences::Consequences;
use crate::diag::Findings;
use crate::grades::Graded;
use crate::scheme::Scheme;
use crate::scores::Scored;
use crate::tally::Tally;

/// Everything that a run has made.
#[derive(Debug, Clone, Copy)]
pub struct Made<'a> {
    /// What kaoze.toml says.
    pub assessment: &'a Assessment,
    /// The scheme.
    pub scheme: &'a Scheme,
    /// Digest over the scheme's files.
    pub scheme_digest: &'a str,
    /// The counts.
    pub tally: &'a Tally,
    /// The scores.
    pub scored: &'a Scored,
    /// The grades.
    pub graded: &'a Graded,
    /// What follows from them.
    pub after: &'a Consequences,
    /// Every input with its digest.
    pub inputs: &'a [Input],
    /// The year before, if the workspace has its results.
    pub last_year: Option<YearBefore<'a>>,
    /// Warnings and notes.
    pub findings: &'a Findings,
}
