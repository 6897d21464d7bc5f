//! Measures whose tables are read elsewhere: duties and checklists.
//!
//! Each function gives what it finds in the tally for the subject that is asked about; without its table there is no fact.

use super::{Ask, Found};
use crate::scheme::worth::{EmptyRate, MeasureValue};

/// A duty: missing, done, required, or done over required.
pub(super) fn duty(_duty: &str, _value: MeasureValue, _empty: EmptyRate, _ask: &Ask<'_>) -> Found {
    Found::default()
}

/// The share of a checklist answered yes.
pub(super) fn checklist(_checklist: &str, _empty: EmptyRate, _ask: &Ask<'_>) -> Found {
    Found::default()
}
