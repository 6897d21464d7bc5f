//! How a value is shown on pages.

use super::model::Value;
use crate::exact::{Exact, Mode, Rounding};
use crate::scores::Rounded;

/// Places used on pages where the scheme does not round.
const DISPLAY: Rounding = Rounding { mode: Mode::HalfUp, places: 2 };

/// A value as pages show it: as the scheme rounds it, or to two places where it does not.
pub(super) fn value(score: &Rounded) -> Value {
    Value::Score { exact: score.exact.clone(), shown: score.rounding.unwrap_or(DISPLAY).show(&score.exact) }
}

/// A value that the scheme does not round, to two places.
pub(super) fn plain(exact: &Exact) -> Value {
    Value::Score { exact: exact.clone(), shown: DISPLAY.show(exact) }
}
