//! The exact fraction and its arithmetic.

use std::cmp::Ordering;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Signed;

use super::small::Small;

/// An exact rational number.
///
/// Two machine words where they suffice, else whole numbers of any size: a value has one form only, so equal values are
/// equal in form.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Exact(pub(super) Form);

/// What a value is kept in.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) enum Form {
    /// Two machine words.
    Small(Small),
    /// Never one that would fit into the small form.
    Big(Box<BigRational>),
}

impl Default for Exact {
    fn default() -> Self {
        Self(Form::Small(Small::ZERO))
    }
}

impl From<Small> for Exact {
    fn from(small: Small) -> Self {
        Self(Form::Small(small))
    }
}

impl From<BigRational> for Exact {
    fn from(big: BigRational) -> Self {
        let words = i64::try_from(big.numer()).ok().zip(i64::try_from(big.denom()).ok());
        match words.filter(|(n, _)| *n != i64::MIN) {
            Some((n, d)) => Self(Form::Small(Small { n, d })),
            None => Self(Form::Big(Box::new(big))),
        }
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Form::Small(a), Form::Small(b)) => a.compare(*b),
            _ => self.big().cmp(&other.big()),
        }
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Exact {
    /// Nought.
    #[must_use]
    pub fn zero() -> Self {
        Self::default()
    }

    /// One.
    #[must_use]
    pub fn one() -> Self {
        Self::from(1)
    }

    /// The value as whole numbers of any size.
    pub(super) fn big(&self) -> BigRational {
        match &self.0 {
            Form::Small(small) => BigRational::new_raw(small.n.into(), small.d.into()),
            Form::Big(big) => (**big).clone(),
        }
    }

    /// Above and below the line of this times ten to the power of `places`, if both fit.
    pub(super) fn scaled(&self, places: u32) -> Option<(i128, i128)> {
        match &self.0 {
            Form::Small(small) => small.scaled(places),
            Form::Big(_) => None,
        }
    }

    /// A whole number over ten to the power of `places`, which is 18 at most.
    pub(super) fn of_scaled(whole: i128, places: u32) -> Self {
        let below = 10_i128.pow(places);
        match Small::reduced(whole, below) {
            Some(small) => small.into(),
            None => BigRational::new(whole.into(), below.into()).into(),
        }
    }

    /// In words where the result fits, else in whole numbers of any size.
    fn worked(
        &self,
        other: &Self,
        words: impl Fn(Small, Small) -> Option<Small>,
        any: impl Fn(BigRational, BigRational) -> BigRational,
    ) -> Self {
        if let (Form::Small(a), Form::Small(b)) = (&self.0, &other.0)
            && let Some(result) = words(*a, *b)
        {
            return result.into();
        }
        any(self.big(), other.big()).into()
    }

    /// The fraction `n/d`, or nothing when `d` is nought.
    #[must_use]
    pub fn ratio(n: i64, d: i64) -> Option<Self> {
        (d != 0).then(|| match Small::reduced(n.into(), d.into()) {
            Some(small) => small.into(),
            None => BigRational::new(n.into(), d.into()).into(),
        })
    }

    /// Quotient, or nothing when the divisor is nought.
    #[must_use]
    pub fn divided_by(&self, divisor: &Self) -> Option<Self> {
        (!divisor.is_zero()).then(|| self.worked(divisor, |a, b| a.mul(b.turned()?), |a, b| a / b))
    }

    /// Whether this is nought.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        matches!(&self.0, Form::Small(small) if small.n == 0)
    }

    /// Whether this is below nought.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Form::Small(small) => small.n < 0,
            Form::Big(big) => big.is_negative(),
        }
    }

    /// Whether this is a whole number.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        match &self.0 {
            Form::Small(small) => small.d == 1,
            Form::Big(big) => big.is_integer(),
        }
    }

    /// The whole number, if it is one and fits.
    #[must_use]
    pub fn as_whole(&self) -> Option<i64> {
        match &self.0 {
            Form::Small(small) => (small.d == 1).then_some(small.n),
            Form::Big(big) => big.is_integer().then(|| i64::try_from(big.to_integer()).ok()).flatten(),
        }
    }

    /// Distance from nought.
    #[must_use]
    pub fn abs(&self) -> Self {
        if self.is_negative() { -self } else { self.clone() }
    }

    /// The largest whole number not above this.
    #[must_use]
    pub fn floor(&self) -> Self {
        match &self.0 {
            Form::Small(small) => Self::from(small.floor()),
            Form::Big(big) => big.floor().into(),
        }
    }

    /// The smallest whole number not below this.
    #[must_use]
    pub fn ceil(&self) -> Self {
        -&(-self).floor()
    }
}

impl From<i64> for Exact {
    fn from(n: i64) -> Self {
        Small::whole(n).map_or_else(|| BigRational::from(BigInt::from(n)).into(), Self::from)
    }
}

impl From<u64> for Exact {
    fn from(n: u64) -> Self {
        i64::try_from(n).map_or_else(|_| BigRational::from(BigInt::from(n)).into(), Self::from)
    }
}

impl From<u32> for Exact {
    fn from(n: u32) -> Self {
        Self::from(u64::from(n))
    }
}

impl From<i32> for Exact {
    fn from(n: i32) -> Self {
        Self::from(i64::from(n))
    }
}

impl Add<&Exact> for &Exact {
    type Output = Exact;
    fn add(self, other: &Exact) -> Exact {
        self.worked(other, Small::add, |a, b| a + b)
    }
}

impl Sub<&Exact> for &Exact {
    type Output = Exact;
    fn sub(self, other: &Exact) -> Exact {
        self.worked(other, |a, b| a.add(b.negated()), |a, b| a - b)
    }
}

impl Mul<&Exact> for &Exact {
    type Output = Exact;
    fn mul(self, other: &Exact) -> Exact {
        self.worked(other, Small::mul, |a, b| a * b)
    }
}

impl Div<std::num::NonZeroU32> for &Exact {
    type Output = Exact;
    fn div(self, divisor: std::num::NonZeroU32) -> Exact {
        let divisor = Exact::from(divisor.get());
        self.worked(&divisor, |a, b| a.mul(b.turned()?), |a, b| a / b)
    }
}

impl Neg for &Exact {
    type Output = Exact;
    fn neg(self) -> Exact {
        match &self.0 {
            Form::Small(small) => small.negated().into(),
            Form::Big(big) => (-&**big).into(),
        }
    }
}

impl AddAssign<&Exact> for Exact {
    fn add_assign(&mut self, other: &Exact) {
        *self = &*self + other;
    }
}

impl<'a> Sum<&'a Exact> for Exact {
    fn sum<I: Iterator<Item = &'a Exact>>(parts: I) -> Self {
        parts.fold(Self::zero(), |total, part| &total + part)
    }
}

impl Sum for Exact {
    fn sum<I: Iterator<Item = Exact>>(parts: I) -> Self {
        parts.fold(Self::zero(), |total, part| &total + &part)
    }
}
