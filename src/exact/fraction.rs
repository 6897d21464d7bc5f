//! The exact fraction and its decimal spelling.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub};
use std::str::FromStr;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An exact rational number.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Exact(pub(super) BigRational);

/// Text that is not a plain decimal or fraction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseExactError;

impl fmt::Display for ParseExactError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a decimal number or a fraction n/d")
    }
}

impl std::error::Error for ParseExactError {}

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

    /// The fraction `n/d`, or nothing when `d` is nought.
    #[must_use]
    pub fn ratio(n: i64, d: i64) -> Option<Self> {
        (d != 0).then(|| Self(BigRational::new(n.into(), d.into())))
    }

    /// Quotient, or nothing when the divisor is nought.
    #[must_use]
    pub fn divided_by(&self, divisor: &Self) -> Option<Self> {
        (!divisor.is_zero()).then(|| Self(&self.0 / &divisor.0))
    }

    /// Whether this is nought.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// Whether this is below nought.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }

    /// Whether this is a whole number.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.0.is_integer()
    }

    /// The whole number, if it is one and fits.
    #[must_use]
    pub fn as_whole(&self) -> Option<i64> {
        self.0.is_integer().then(|| i64::try_from(self.0.to_integer()).ok()).flatten()
    }

    /// Distance from nought.
    #[must_use]
    pub fn abs(&self) -> Self {
        Self(self.0.abs())
    }

    /// The largest whole number not above this.
    #[must_use]
    pub fn floor(&self) -> Self {
        Self(self.0.floor())
    }

    /// The smallest whole number not below this.
    #[must_use]
    pub fn ceil(&self) -> Self {
        Self(self.0.ceil())
    }

    /// `n/d` in lowest terms, `d` always written: the form of results.json.
    #[must_use]
    pub fn as_fraction(&self) -> String {
        format!("{}/{}", self.0.numer(), self.0.denom())
    }

    /// The decimal digits after the point that this value needs, or nothing when no finite decimal gives it.
    ///
    /// ```
    /// use kaoze::exact::Exact;
    /// assert_eq!("8.50".parse::<Exact>().map(|x| x.decimal_places()), Ok(Some(1)));
    /// assert_eq!(Exact::ratio(1, 3).and_then(|x| x.decimal_places()), None);
    /// ```
    #[must_use]
    pub fn decimal_places(&self) -> Option<u32> {
        let (two, five) = (BigInt::from(2), BigInt::from(5));
        let mut rest = self.0.denom().clone();
        let mut count = |p: &BigInt| {
            let mut n = 0;
            while (&rest % p).is_zero() {
                rest /= p;
                n += 1;
            }
            n
        };
        let needed = count(&two).max(count(&five));
        (rest == BigInt::from(1)).then_some(needed)
    }

    /// The shortest plain decimal of this value, or the fraction when no finite decimal gives it.
    #[must_use]
    pub fn plain(&self) -> String {
        match self.decimal_places() {
            Some(places) if places <= 18 => self.digits(places),
            _ => self.as_fraction(),
        }
    }

    /// Decimal text with exactly `places` digits, cut (not rounded) after them; callers round first.
    pub(super) fn digits(&self, places: u32) -> String {
        let scale = BigInt::from(10).pow(places);
        let scaled = (&self.0 * BigRational::from(scale)).to_integer();
        let sign = if scaled.is_negative() { "-" } else { "" };
        let text = scaled.abs().to_string();
        let places = places as usize;
        if places == 0 {
            return format!("{sign}{text}");
        }
        let text = format!("{text:0>width$}", width = places + 1);
        let (whole, part) = text.split_at(text.len() - places);
        format!("{sign}{whole}.{part}")
    }
}

impl FromStr for Exact {
    type Err = ParseExactError;

    /// Reads `12`, `-0.50`, `+3.`, `.5`, `1.5e-3` or `7/3`; at most 60 digits and an exponent of at most 60.
    fn from_str(text: &str) -> Result<Self, ParseExactError> {
        if let Some((n, d)) = text.split_once('/') {
            let (n, d) = (whole(n.trim())?, whole(d.trim())?);
            return if d.is_zero() { Err(ParseExactError) } else { Ok(Self(BigRational::new(n, d))) };
        }
        let (body, exponent) = match text.split_once(['e', 'E']) {
            Some((body, e)) => (body, e.parse::<i32>().map_err(|_| ParseExactError)?),
            None => (text, 0),
        };
        if exponent.unsigned_abs() > 60 {
            return Err(ParseExactError);
        }
        let (negative, body) = match body.as_bytes().first() {
            Some(b'-') => (true, &body[1..]),
            Some(b'+') => (false, &body[1..]),
            _ => (false, body),
        };
        let (left, right) = body.split_once('.').unwrap_or((body, ""));
        let digits = format!("{left}{right}");
        if digits.is_empty() || digits.len() > 60 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(ParseExactError);
        }
        let n: BigInt = digits.parse().map_err(|_| ParseExactError)?;
        let n = if negative { -n } else { n };
        let shift = exponent - i32::try_from(right.len()).map_err(|_| ParseExactError)?;
        let power = BigInt::from(10).pow(shift.unsigned_abs());
        Ok(Self(if shift < 0 { BigRational::new(n, power) } else { BigRational::from(n * power) }))
    }
}

fn whole(text: &str) -> Result<BigInt, ParseExactError> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.is_empty() || digits.len() > 4000 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(ParseExactError);
    }
    text.parse().map_err(|_| ParseExactError)
}

impl From<i64> for Exact {
    fn from(n: i64) -> Self {
        Self(BigRational::from(BigInt::from(n)))
    }
}

impl From<u64> for Exact {
    fn from(n: u64) -> Self {
        Self(BigRational::from(BigInt::from(n)))
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
        Exact(&self.0 + &other.0)
    }
}

impl Sub<&Exact> for &Exact {
    type Output = Exact;
    fn sub(self, other: &Exact) -> Exact {
        Exact(&self.0 - &other.0)
    }
}

impl Mul<&Exact> for &Exact {
    type Output = Exact;
    fn mul(self, other: &Exact) -> Exact {
        Exact(&self.0 * &other.0)
    }
}

impl Div<std::num::NonZeroU32> for &Exact {
    type Output = Exact;
    fn div(self, divisor: std::num::NonZeroU32) -> Exact {
        Exact(&self.0 / BigRational::from(BigInt::from(divisor.get())))
    }
}

impl Neg for &Exact {
    type Output = Exact;
    fn neg(self) -> Exact {
        Exact(-&self.0)
    }
}

impl AddAssign<&Exact> for Exact {
    fn add_assign(&mut self, other: &Exact) {
        self.0 += &other.0;
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

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.plain())
    }
}

impl fmt::Debug for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.as_fraction())
    }
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.as_fraction())
    }
}

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
