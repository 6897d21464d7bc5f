//! How an exact fraction is spelt: as decimal text, as `n/d`, in JSON.

use std::fmt;
use std::str::FromStr;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::fraction::{Exact, Form};

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
    /// `n/d` in lowest terms, `d` always written: the form of results.json.
    #[must_use]
    pub fn as_fraction(&self) -> String {
        match &self.0 {
            Form::Small(small) => format!("{}/{}", small.n, small.d),
            Form::Big(big) => format!("{}/{}", big.numer(), big.denom()),
        }
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
        let big = match &self.0 {
            Form::Small(small) => return small.decimal_places(),
            Form::Big(big) => big,
        };
        let (two, five) = (BigInt::from(2), BigInt::from(5));
        let mut rest = big.denom().clone();
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
        let (is_negative, text) = match self.scaled(places) {
            Some((n, d)) => {
                let whole = n / d;
                (whole < 0, whole.unsigned_abs().to_string())
            }
            None => {
                let scale = BigInt::from(10).pow(places);
                let whole = (self.big() * BigRational::from(scale)).to_integer();
                (whole.is_negative(), whole.abs().to_string())
            }
        };
        let sign = if is_negative { "-" } else { "" };
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
            return if d.is_zero() { Err(ParseExactError) } else { Ok(BigRational::new(n, d).into()) };
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
        let shift = exponent - i32::try_from(right.len()).map_err(|_| ParseExactError)?;
        if digits.len() <= 18
            && (-18..=0).contains(&shift)
            && let Ok(n) = digits.parse::<i64>()
        {
            return Ok(Self::of_scaled(i128::from(if negative { -n } else { n }), shift.unsigned_abs()));
        }
        let n: BigInt = digits.parse().map_err(|_| ParseExactError)?;
        let n = if negative { -n } else { n };
        let power = BigInt::from(10).pow(shift.unsigned_abs());
        Ok(if shift < 0 { BigRational::new(n, power) } else { BigRational::from(n * power) }.into())
    }
}

fn whole(text: &str) -> Result<BigInt, ParseExactError> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.is_empty() || digits.len() > 4000 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(ParseExactError);
    }
    text.parse().map_err(|_| ParseExactError)
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
