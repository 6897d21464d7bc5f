//! Points from facts: one function per kind of rule, each nothing but its formula.

mod lines;
mod rows;
mod standings;

pub use lines::{group_mean, linear, pro_rata, target_line, whole};
pub use rows::{occurrence, self_panel};
pub use standings::{of_rank, of_tied_ranks, share_of_best};

use std::num::NonZeroU32;

use crate::exact::Exact;
use crate::scheme::worth::{Combine, Panel};

/// Several inspectors' points as one.
///
/// **Rule**: the mean; or, from `trim_from` marks on, the mean without the `drop_high` highest and `drop_low` lowest.
/// **Formula**: Σ kept ÷ number kept. **Rounding**: none. Of tied extremes only as many copies as stated are dropped.
///
/// Returns the mean and the marks that were kept, in ascending order; nothing when there are no marks or none would be left.
#[must_use]
pub fn panel(marks: &[Exact], rule: &Panel) -> Option<(Exact, Vec<Exact>)> {
    let mut sorted = marks.to_vec();
    sorted.sort();
    let trim = rule.combine == Combine::Trimmed && sorted.len() >= rule.trim_from as usize;
    let (low, high) = if trim { (rule.drop_low as usize, rule.drop_high as usize) } else { (0, 0) };
    let kept = sorted.get(low..sorted.len().checked_sub(high)?)?.to_vec();
    let n = NonZeroU32::new(u32::try_from(kept.len()).ok()?)?;
    let total: Exact = kept.iter().sum();
    Some((&total / n, kept))
}

/// A required number of actions.
///
/// **Formula**: full − missing × `per_missing`, or full + extra × `per_extra`; floor and cap come after.
#[must_use]
pub fn count(full: &Exact, required: u32, per_missing: &Exact, per_extra: &Exact, done: u32) -> Exact {
    if done < required {
        full - &(&Exact::from(required - done) * per_missing)
    } else {
        full + &(&Exact::from(done - required) * per_extra)
    }
}

/// Points for each event.
///
/// **Formula**: base + events × `per_event`; floor and cap come after.
#[must_use]
pub fn events(base: &Exact, per_event: &Exact, n: u32) -> Exact {
    base + &(&Exact::from(n) * per_event)
}

/// A rate times full marks; nothing when there is nothing below the line.
///
/// **Formula**: full × numerator ÷ denominator.
#[must_use]
pub fn rate(full: &Exact, numerator: u32, denominator: u32) -> Option<Exact> {
    (full * &Exact::from(numerator)).divided_by(&Exact::from(denominator))
}

/// A value held between a floor and a cap, where there are any.
#[must_use]
pub fn within(value: Exact, floor: Option<&Exact>, cap: Option<&Exact>) -> Exact {
    let value = cap.filter(|cap| value > **cap).cloned().unwrap_or(value);
    floor.filter(|floor| value < **floor).cloned().unwrap_or(value)
}
