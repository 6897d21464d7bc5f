//! The one place where an exact number becomes a pen position.

use std::cmp::Ordering;

use crate::exact::{Exact, Mode, Rounding};

/// The float nearest to a value, good to six places; only ever used to place ink.
#[must_use]
pub fn position(value: &Exact) -> f64 {
    let text = Rounding { mode: Mode::HalfEven, places: 6 }.show(value);
    text.parse::<f64>().ok().filter(|x| x.is_finite()).unwrap_or(0.0).clamp(-1e12, 1e12)
}

/// A straight scale from values to pixels.
#[derive(Debug, Clone, Copy)]
pub struct Scale {
    low: f64,
    high: f64,
    start: f64,
    end: f64,
}

impl Scale {
    /// Values `low` to `high` on pixels `start` to `end`; an empty range of values is widened by one.
    #[must_use]
    pub fn new(low: f64, high: f64, start: f64, end: f64) -> Self {
        let high = if high > low { high } else { low + 1.0 };
        Self { low, high, start, end }
    }

    /// From nought to the largest of `values`, for bars.
    #[must_use]
    pub fn from_zero<'a>(values: impl Iterator<Item = &'a Exact>, start: f64, end: f64) -> Self {
        let high = values.map(position).fold(0.0, f64::max);
        Self::new(0.0, if high > 0.0 { high } else { 1.0 }, start, end)
    }

    /// The pixel of a value; values outside the range stop at its ends.
    #[must_use]
    pub fn at(&self, value: &Exact) -> f64 {
        self.at_position(position(value))
    }

    /// The pixel of a position on the scale of values.
    #[must_use]
    pub fn at_position(&self, value: f64) -> f64 {
        let value = value.clamp(self.low, self.high);
        self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)
    }

    /// On which side of the scale a value lies; equal when it is inside.
    #[must_use]
    pub fn side(&self, value: &Exact) -> Ordering {
        let value = position(value);
        if value < self.low {
            Ordering::Less
        } else if value > self.high {
            Ordering::Greater
        } else {
            Ordering::Equal
        }
    }

    /// Round values inside the range at one of the steps 1, 2, 5 times a power of ten, at most `most` of them.
    #[must_use]
    pub fn ticks(&self, most: usize) -> Vec<i64> {
        let mut step = 1.0;
        for factor in [2.0, 2.5, 2.0].into_iter().cycle().take(36) {
            if (self.high / step).floor() - (self.low / step).ceil() < most as f64 {
                break;
            }
            step *= factor;
        }
        let (first, last) = ((self.low / step).ceil() as i64, (self.high / step).floor() as i64);
        (first..=last.min(first + most as i64)).map(|i| i * step as i64).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_few() {
        assert_eq!(Scale::new(71.0, 98.0, 0.0, 1.0).ticks(6), [75, 80, 85, 90, 95]);
        assert_eq!(Scale::new(0.0, 330.0, 0.0, 1.0).ticks(5), [0, 100, 200, 300]);
        assert!(Scale::new(0.0, 1e12, 0.0, 1.0).ticks(5).len() <= 6);
    }

    #[test]
    fn huge_and_repeating_numbers_have_a_place() {
        assert_eq!(Exact::ratio(1, 3).map(|x| position(&x)), Some(0.333333));
        assert_eq!("1e60".parse::<Exact>().map(|x| position(&x)), Ok(1e12));
    }
}
