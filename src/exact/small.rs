//! Fractions that fit into machine words: nearly every score does, and counting in words is some fifty times faster.

use std::cmp::Ordering;

/// A fraction in lowest terms; the part below the line is above nought, the part above it is not the lowest word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Small {
    pub(super) n: i64,
    pub(super) d: i64,
}

/// Euclid on single words, which is where almost every pair ends up after one step.
fn gcd(a: u128, b: u128) -> u128 {
    let (mut a, mut b) = (a, b);
    loop {
        if b == 0 {
            return a;
        }
        if let (Ok(a), Ok(b)) = (u64::try_from(a), u64::try_from(b)) {
            return u128::from(gcd_of_words(a, b));
        }
        (a, b) = (b, a % b);
    }
}

fn gcd_of_words(a: u64, b: u64) -> u64 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

fn word(n: i128) -> Option<i64> {
    i64::try_from(n).ok().filter(|n| *n != i64::MIN)
}

impl Small {
    /// Nought.
    pub(super) const ZERO: Self = Self { n: 0, d: 1 };

    /// A whole number, unless it is the lowest word.
    pub(super) fn whole(n: i64) -> Option<Self> {
        (n != i64::MIN).then_some(Self { n, d: 1 })
    }

    /// `n/d` in lowest terms, if it fits; `d` is not nought.
    pub(super) fn reduced(n: i128, d: i128) -> Option<Self> {
        if d == 1 {
            return word(n).map(|n| Self { n, d: 1 });
        }
        let common = i128::try_from(gcd(n.unsigned_abs(), d.unsigned_abs())).ok()?;
        let common = if d < 0 { common.checked_neg()? } else { common };
        Some(Self { n: word(n.checked_div(common)?)?, d: word(d.checked_div(common)?)? })
    }

    pub(super) fn add(self, other: Self) -> Option<Self> {
        let (n, d, on, od) = (i128::from(self.n), i128::from(self.d), i128::from(other.n), i128::from(other.d));
        if d == od { Self::reduced(n + on, d) } else { Self::reduced(n * od + on * d, d * od) }
    }

    pub(super) fn mul(self, other: Self) -> Option<Self> {
        // Reduced across first, so that the product is in lowest terms already.
        let across = |n: i64, d: i64| {
            let common = i64::try_from(gcd_of_words(n.unsigned_abs(), d.unsigned_abs())).ok()?;
            Some((n.checked_div(common)?, d.checked_div(common)?))
        };
        if self.n == 0 || other.n == 0 {
            return Some(Self::ZERO);
        }
        let ((n, od), (on, d)) = (across(self.n, other.d)?, across(other.n, self.d)?);
        Some(Self { n: word(i128::from(n) * i128::from(on))?, d: word(i128::from(d) * i128::from(od))? })
    }

    /// One over this; nothing for nought.
    pub(super) fn turned(self) -> Option<Self> {
        match self.n.cmp(&0) {
            Ordering::Less => Some(Self { n: -self.d, d: -self.n }),
            Ordering::Equal => None,
            Ordering::Greater => Some(Self { n: self.d, d: self.n }),
        }
    }

    pub(super) fn negated(self) -> Self {
        Self { n: -self.n, d: self.d }
    }

    pub(super) fn floor(self) -> i64 {
        self.n.div_euclid(self.d)
    }

    pub(super) fn compare(self, other: Self) -> Ordering {
        if self.d == other.d {
            return self.n.cmp(&other.n);
        }
        (i128::from(self.n) * i128::from(other.d)).cmp(&(i128::from(other.n) * i128::from(self.d)))
    }

    /// Above and below the line of this times ten to the power of `places`, not reduced; at most 18 places fit.
    pub(super) fn scaled(self, places: u32) -> Option<(i128, i128)> {
        (places <= 18).then(|| (i128::from(self.n) * 10_i128.pow(places), i128::from(self.d)))
    }

    /// The digits after the point that a finite decimal of this needs.
    pub(super) fn decimal_places(self) -> Option<u32> {
        let mut rest = self.d;
        let mut count = |p: i64| {
            let mut n = 0;
            while rest % p == 0 {
                rest /= p;
                n += 1;
            }
            n
        };
        let needed = count(2).max(count(5));
        (rest == 1).then_some(needed)
    }
}
