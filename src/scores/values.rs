//! What measures come to, as later stages keep it.

use std::collections::BTreeMap;

use super::trace::Evidence;
use crate::diag::Text;
use crate::exact::Exact;
use crate::terms::{MeasureCode, Subject};

/// What a measure comes to for one subject.
#[derive(Debug, Clone, Default)]
pub struct Measured {
    /// The value; none if there is no fact, or it waits.
    pub value: Option<Exact>,
    /// Whether the committee has to decide because there is no fact.
    pub pending: bool,
    /// Whether too few ballots stand behind the value for it to be shown.
    pub withheld: bool,
    /// The name with the value and what it is made of, if asked for.
    pub text: Text,
    /// The cells, if asked for.
    pub evidence: Vec<Evidence>,
}

/// Every measure that rules beyond the items read, for every subject, so that grades need no counts.
pub type Measures = BTreeMap<(MeasureCode, Option<Subject>), Measured>;
