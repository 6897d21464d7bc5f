//! Rounding that somebody wrote down: a mode and a number of places.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Signed;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Exact;

/// What happens at exactly half, or always.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// 四舍五入: half goes away from nought.
    HalfUp,
    /// GB/T 8170: half goes to the even neighbour.
    HalfEven,
    /// Towards the smaller number.
    Floor,
    /// Towards the larger number.
    Ceil,
}

impl Mode {
    /// The whole number that `n/d` becomes; `n` has room for its double, `d` is above nought.
    fn whole(self, n: i128, d: i128) -> i128 {
        let low = n.div_euclid(d);
        match self {
            Self::Floor => low,
            Self::Ceil => -(-n).div_euclid(d),
            Self::HalfUp => {
                let away = (n.abs() * 2 + d) / (d * 2);
                if n < 0 { -away } else { away }
            }
            Self::HalfEven => {
                let rest = n.rem_euclid(d) * 2;
                let up = rest > d || (rest == d && low % 2 != 0);
                low + i128::from(up)
            }
        }
    }
}

/// A mode and the digits kept after the point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rounding {
    /// What happens at half.
    pub mode: Mode,
    /// Digits kept after the point.
    pub places: u32,
}

impl Rounding {
    /// Rounds once, from the exact value.
    ///
    /// ```
    /// use kaoze::exact::{Exact, Mode, Rounding};
    /// let x: Exact = "76.125".parse().unwrap();
    /// assert_eq!(Rounding { mode: Mode::HalfUp, places: 2 }.apply(&x).to_string(), "76.13");
    /// assert_eq!(Rounding { mode: Mode::HalfEven, places: 2 }.apply(&x).to_string(), "76.12");
    /// ```
    #[must_use]
    pub fn apply(self, value: &Exact) -> Exact {
        match value.scaled(self.places) {
            Some((n, d)) => Exact::of_scaled(self.mode.whole(n, d), self.places),
            None => self.apply_to_any(&value.big()).into(),
        }
    }

    /// The same for whole numbers of any size.
    pub(super) fn apply_to_any(self, value: &BigRational) -> BigRational {
        let scale = BigRational::from(BigInt::from(10).pow(self.places));
        let scaled = value * &scale;
        let half = BigRational::new(1.into(), 2.into());
        let whole = match self.mode {
            Mode::Floor => scaled.floor(),
            Mode::Ceil => scaled.ceil(),
            Mode::HalfUp if scaled.is_negative() => (scaled - half).ceil(),
            Mode::HalfUp => (scaled + half).floor(),
            Mode::HalfEven => {
                let low = scaled.floor();
                let rest = &scaled - &low;
                let odd = &low.to_integer() % BigInt::from(2) != BigInt::from(0);
                if rest > half || (rest == half && odd) { low + BigRational::from(BigInt::from(1)) } else { low }
            }
        };
        whole / scale
    }

    /// Decimal text with exactly this many places, rounded by this rule.
    #[must_use]
    pub fn show(self, value: &Exact) -> String {
        self.apply(value).digits(self.places)
    }
}

impl Exact {
    /// For reading inside a formula: the plain decimal where six places give it, else `≈` and four places half up.
    ///
    /// ```
    /// use kaoze::exact::Exact;
    /// assert_eq!(Exact::ratio(2713, 30).map(|x| x.about()).as_deref(), Some("≈90.4333"));
    /// ```
    #[must_use]
    pub fn about(&self) -> String {
        match self.decimal_places() {
            Some(places) if places <= 6 => self.digits(places),
            _ => format!("≈{}", Rounding { mode: Mode::HalfUp, places: 4 }.show(self)),
        }
    }
}
