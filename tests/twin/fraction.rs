//! Fractions of two whole numbers, for the twin alone.

use std::cmp::Ordering;
use std::ops::{Add, Div, Mul, Sub};

/// In lowest terms, the divisor above nought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fraction {
    n: i128,
    d: i128,
}

/// `n` over `d`.
pub fn over(n: i128, d: i128) -> Fraction {
    assert!(d != 0, "nothing is divided by nought");
    let (mut a, mut b) = (n.unsigned_abs(), d.unsigned_abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    let common = i128::try_from(a.max(1)).expect("small") * d.signum();
    Fraction { n: n / common, d: d / common }
}

/// A whole number.
pub fn whole(n: usize) -> Fraction {
    over(i128::try_from(n).expect("small"), 1)
}

/// A decimal such as `26.5`.
pub fn decimal(text: &str) -> Fraction {
    let (before, after) = text.split_once('.').unwrap_or((text, ""));
    let digits: i128 = format!("{before}{after}").parse().unwrap_or_else(|_| panic!("{text:?} is a decimal"));
    over(digits, 10_i128.pow(u32::try_from(after.len()).expect("short")))
}

/// A value before and after rounding to two places.
#[derive(Debug, Clone, Copy)]
pub struct Both {
    pub exact: Fraction,
    pub rounded: Fraction,
}

/// Rounds to two places, half up.
pub fn two_places(exact: Fraction) -> Both {
    Both { exact, rounded: exact.half_up(2) }
}

impl Fraction {
    /// 四舍五入 to so many places: half goes away from nought.
    pub fn half_up(self, places: u32) -> Self {
        let scale = 10_i128.pow(places);
        let doubled = 2 * self.n.abs() * scale + self.d;
        over(self.n.signum() * (doubled / (2 * self.d)), scale)
    }

    /// Without the fraction; for numbers not below nought.
    pub fn cut(self) -> usize {
        usize::try_from(self.n / self.d).expect("not below nought")
    }
}

impl Add for Fraction {
    type Output = Self;
    fn add(self, o: Self) -> Self {
        over(self.n * o.d + o.n * self.d, self.d * o.d)
    }
}

impl Sub for Fraction {
    type Output = Self;
    fn sub(self, o: Self) -> Self {
        over(self.n * o.d - o.n * self.d, self.d * o.d)
    }
}

impl Mul for Fraction {
    type Output = Self;
    fn mul(self, o: Self) -> Self {
        over(self.n * o.n, self.d * o.d)
    }
}

impl Div for Fraction {
    type Output = Self;
    fn div(self, o: Self) -> Self {
        over(self.n * o.d, self.d * o.n)
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, o: &Self) -> Option<Ordering> {
        Some(self.cmp(o))
    }
}

impl Ord for Fraction {
    fn cmp(&self, o: &Self) -> Ordering {
        (self.n * o.d).cmp(&(o.n * self.d))
    }
}

impl std::fmt::Display for Fraction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.n, self.d)
    }
}

/// The weighted mean of what is there: the weights of what is missing are spread over the others in proportion.
pub fn weighted(parts: &[(Fraction, Option<Fraction>)]) -> Option<Fraction> {
    let there = parts.iter().filter_map(|(weight, value)| Some((*weight, (*value)?)));
    let (sum, weights) = there.fold((whole(0), whole(0)), |(sum, weights), (w, v)| (sum + w * v, weights + w));
    (weights > whole(0)).then(|| sum / weights)
}
