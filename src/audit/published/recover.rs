//! The year before, recovered from this year's count and a printed percentage.

use serde::Serialize;

use crate::exact::Exact;

use super::interval::Printed;

/// The whole numbers from one on that a printed change allows for the year before; they always lie side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Fits {
    /// None: the count and the percentage cannot both be as printed.
    None,
    /// Exactly one.
    One {
        /// It.
        n: u32,
    },
    /// Several; the print does not tell which.
    Several {
        /// The smallest.
        from: u32,
        /// The largest; none when there is no largest one that a count can hold.
        to: Option<u32>,
    },
}

impl Fits {
    /// Whether a number is among them.
    #[must_use]
    pub fn has(self, n: u32) -> bool {
        match self {
            Self::None => false,
            Self::One { n: only } => n == only,
            Self::Several { from, to } => n >= from && to.is_none_or(|to| n <= to),
        }
    }
}

/// **Rule**: the year before is a whole number b ≥ 1 whose change to `now` rounds to the printed percentage.
/// **Formula**: low ≤ 100·(now − b) ÷ b < high with the ends of [`Printed::interval`], hence
/// now ÷ (1 + high ÷ 100) < b ≤ now ÷ (1 + low ÷ 100); which ends count is as there.
/// **Rounding**: none.
///
/// ```
/// use kaoze::audit::published::{Fits, recover_before};
/// let before = |now, printed: &str| recover_before(now, &printed.parse().unwrap());
/// assert_eq!(before(80, "14.3"), Fits::One { n: 70 });
/// assert_eq!(before(3, "10"), Fits::None);
/// ```
#[must_use]
pub fn recover_before(now: u32, printed: &Printed) -> Fits {
    // now/b lies between these two ratios, and b ≥ 1.
    let interval = printed.interval();
    let ratio = |percent: &Exact| &Exact::one() + &percent.divided_by(&Exact::from(100)).unwrap_or_default();
    let (low, high) = (ratio(&interval.low.at), ratio(&interval.high.at));
    let now = Exact::from(now);
    if now.is_zero() {
        // 0/b is nought for every b.
        let nought_fits = interval.contains(&Exact::from(-100));
        return if nought_fits { Fits::Several { from: 1, to: None } } else { Fits::None };
    }
    if high <= Exact::zero() {
        return Fits::None;
    }
    let at_least = now.divided_by(&high).unwrap_or_default();
    let from = whole_above(&at_least, interval.high.included).max(Exact::one());
    // A ratio of nought or less leaves b without an upper end.
    let to = if low > Exact::zero() { now.divided_by(&low) } else { None };
    let to = to.map(|at_most| -&whole_above(&-&at_most, interval.low.included));
    if to.as_ref().is_some_and(|to| *to < from) {
        return Fits::None;
    }
    let count = |n: &Exact| n.as_whole().and_then(|n| u32::try_from(n).ok());
    match (count(&from), to.as_ref().and_then(count)) {
        (None, _) => Fits::None,
        (Some(from), Some(to)) if from == to => Fits::One { n: from },
        (Some(from), to) => Fits::Several { from, to },
    }
}

/// The smallest whole number above a value, or at it if the value itself counts.
fn whole_above(value: &Exact, included: bool) -> Exact {
    if value.is_whole() && !included { value + &Exact::one() } else { value.ceil() }
}

impl std::fmt::Display for Fits {
    /// `none`, `70`, `542196–542669` or `≥200`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::None => f.write_str("none"),
            Self::One { n } => write!(f, "{n}"),
            Self::Several { from, to: Some(to) } => write!(f, "{from}–{to}"),
            Self::Several { from, to: None } => write!(f, "≥{from}"),
        }
    }
}
