//! Measures whose tables are read elsewhere: sanctions, earlier years, duties and checklists.
//!
//! Each function gives what it finds in the tally for the subject that is asked about; without its table there is no fact.

use super::{Ask, Found};
use crate::scheme::worth::{EmptyRate, MeasureValue};
use crate::terms::Grade;

/// Sanctions of some kinds: decided in the year, or in effect on the last day.
pub(super) fn sanctions(_kinds: &[String], _in_effect: bool, _ask: &Ask<'_>) -> Found {
    Found::count(0, Vec::new())
}

/// Years in a row with one of these grades, or last year's rank from the bottom.
pub(super) fn history(_grades: &[Grade], _value: MeasureValue, _ask: &Ask<'_>) -> Found {
    Found::default()
}

/// A duty: missing, done, required, or done over required.
pub(super) fn duty(_duty: &str, _value: MeasureValue, _empty: EmptyRate, _ask: &Ask<'_>) -> Found {
    Found::default()
}

/// The share of a checklist answered yes.
pub(super) fn checklist(_checklist: &str, _empty: EmptyRate, _ask: &Ask<'_>) -> Found {
    Found::default()
}
