//! A printed number as the interval of all values that round to it.

use std::str::FromStr;

use crate::exact::Exact;

/// A number as printed: its digits, and with them how finely it was rounded.
///
/// Read are a sign, digits with or without a point, 万 or 亿, and a percent sign: `80`, `+14.3%`, `-0.5`, `62万`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    value: Exact,
    /// The worth of one step of the last digit printed: 1/10 for `14.3`, 10,000 for `62万`.
    step: Exact,
}

/// Text that is not a printed number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParsePrintedError;

/// One end of an interval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// Where.
    pub at: Exact,
    /// Whether the end itself belongs to the interval.
    pub included: bool,
}

/// The values that a printed number can stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interval {
    /// Lower end.
    pub low: End,
    /// Upper end.
    pub high: End,
}

impl Printed {
    /// The number that the digits say.
    #[must_use]
    pub fn value(&self) -> &Exact {
        &self.value
    }

    /// The same number on the other side of nought.
    #[must_use]
    pub fn negated(&self) -> Self {
        Self { value: -&self.value, step: self.step.clone() }
    }

    /// The whole number, if the print shows every digit of one.
    #[must_use]
    pub fn whole(&self) -> Option<u32> {
        self.whole_change().and_then(|n| u32::try_from(n).ok())
    }

    /// The whole number with its sign, if the print shows every digit of one.
    #[must_use]
    pub fn whole_change(&self) -> Option<i64> {
        if self.step == Exact::one() { self.value.as_whole() } else { None }
    }

    /// **Rule**: a printed number was rounded half up (四舍五入, half away from nought) to the digits shown.
    /// **Formula**: within half a step; the end nearer to nought is included and the other is not; around nought neither.
    /// **Rounding**: none.
    /// **Example**: 14.3 stands for 14.25 ≤ x < 14.35, −14.3 for −14.35 < x ≤ −14.25, 62万 for 615,000 ≤ x < 625,000.
    ///
    /// A source that cuts digits off, or rounds half to even, is not told apart by its print; a value that fits only so
    /// is reported as a discrepancy and left to a person.
    ///
    /// ```
    /// use kaoze::audit::published::Printed;
    /// let printed: Printed = "14.3".parse().unwrap();
    /// assert!(printed.interval().contains(&"14.25".parse().unwrap()));
    /// assert!(!printed.interval().contains(&"14.35".parse().unwrap()));
    /// ```
    #[must_use]
    pub fn interval(&self) -> Interval {
        let half = Exact::ratio(1, 2).map_or_else(Exact::zero, |half| &half * &self.step);
        let end = |at: Exact, included| End { at, included };
        Interval {
            low: end(&self.value - &half, !self.value.is_negative() && !self.value.is_zero()),
            high: end(&self.value + &half, self.value.is_negative()),
        }
    }
}

impl Interval {
    /// Whether a value lies inside.
    #[must_use]
    pub fn contains(&self, value: &Exact) -> bool {
        let above = if self.low.included { *value >= self.low.at } else { *value > self.low.at };
        let below = if self.high.included { *value <= self.high.at } else { *value < self.high.at };
        above && below
    }

    /// Whether some value lies inside both.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let reaches = |low: &End, high: &End| low.at < high.at || (low.at == high.at && low.included && high.included);
        reaches(&self.low, &other.high) && reaches(&other.low, &self.high)
    }
}

impl FromStr for Printed {
    type Err = ParsePrintedError;

    fn from_str(text: &str) -> Result<Self, ParsePrintedError> {
        let text = text.trim();
        let text = text.strip_suffix(['%', '％']).unwrap_or(text).trim_end();
        let (negative, body) = match (text.strip_prefix(['-', '−', '－']), text.strip_prefix(['+', '＋'])) {
            (Some(body), _) => (true, body),
            (_, Some(body)) => (false, body),
            _ => (false, text),
        };
        let (body, unit) = match (body.strip_suffix('万'), body.strip_suffix('亿')) {
            (Some(body), _) => (body, 10_000),
            (_, Some(body)) => (body, 100_000_000),
            _ => (body, 1),
        };
        let (left, right) = body.split_once('.').unwrap_or((body, ""));
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        let pointed = body.contains('.');
        if left.is_empty() || !digits(left) || !digits(right) || pointed == right.is_empty() || body.len() > 18 {
            return Err(ParsePrintedError);
        }
        let value: Exact = body.parse().map_err(|_| ParsePrintedError)?;
        let value = &value * &Exact::from(unit);
        let value = if negative { -&value } else { value };
        let places = u32::try_from(right.len()).map_err(|_| ParsePrintedError)?;
        let step = Exact::ratio(unit.into(), 10_i64.pow(places)).ok_or(ParsePrintedError)?;
        Ok(Self { value, step })
    }
}
