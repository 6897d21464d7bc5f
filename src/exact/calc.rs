//! How a number was made, as a small formula that others can work out again: a spreadsheet, an auditor, a test.

use serde::{Deserialize, Serialize};

use super::{Exact, Mode, Rounding};

/// Which way two values are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Test {
    /// a < b
    Below,
    /// a ≤ b
    AtMost,
}

/// A formula over leaves. Units of the values are those of the leaves: points, counts, days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Calc<L> {
    /// A leaf.
    At(L),
    /// A number that belongs to the formula itself.
    Number(Exact),
    /// a + b + …
    Sum(Vec<Calc<L>>),
    /// a × b × …
    Times(Vec<Calc<L>>),
    /// a − b
    Less(Box<(Calc<L>, Calc<L>)>),
    /// a ÷ b
    Over(Box<(Calc<L>, Calc<L>)>),
    /// Σ weight × value ÷ Σ weight, of pairs of weight and value.
    Blend(Vec<(Calc<L>, Calc<L>)>),
    /// The mean without so many of the highest and so many of the lowest.
    Mean(Vec<Calc<L>>, u32, u32),
    /// The smaller of two.
    Min(Box<(Calc<L>, Calc<L>)>),
    /// The larger of two.
    Max(Box<(Calc<L>, Calc<L>)>),
    /// Distance from nought.
    Abs(Box<Calc<L>>),
    /// If the test holds of the first two the third, else the fourth.
    If(Test, Box<[Calc<L>; 4]>),
    /// Rounded.
    Round(Box<Calc<L>>, Mode, u32),
}

impl<L> Calc<L> {
    /// a + b + …; of one alone itself.
    #[must_use]
    pub fn sum(mut all: Vec<Self>) -> Self {
        match all.len() {
            1 => all.swap_remove(0),
            _ => Self::Sum(all),
        }
    }

    /// a × b.
    #[must_use]
    pub fn times(self, other: Self) -> Self {
        Self::Times(vec![self, other])
    }

    /// a − b.
    #[must_use]
    pub fn less(self, other: Self) -> Self {
        Self::Less(Box::new((self, other)))
    }

    /// a ÷ b.
    #[must_use]
    pub fn over(self, other: Self) -> Self {
        Self::Over(Box::new((self, other)))
    }

    /// `yes` where a is below b (or equal to it, as the test says), else `no`.
    #[must_use]
    pub fn choose(test: Test, a: Self, b: Self, yes: Self, no: Self) -> Self {
        Self::If(test, Box::new([a, b, yes, no]))
    }

    /// Rounded, if there is a rounding.
    #[must_use]
    pub fn rounded(self, rounding: Option<Rounding>) -> Self {
        match rounding {
            Some(rounding) => Self::Round(Box::new(self), rounding.mode, rounding.places),
            None => self,
        }
    }

    /// Every leaf replaced by a formula over other leaves; nothing if one has none.
    pub fn map<M>(&self, to: &mut impl FnMut(&L) -> Option<Calc<M>>) -> Option<Calc<M>> {
        fn all<L, M>(list: &[Calc<L>], to: &mut impl FnMut(&L) -> Option<Calc<M>>) -> Option<Vec<Calc<M>>> {
            list.iter().map(|one| one.map(to)).collect()
        }
        fn two<L, M>(
            pair: &(Calc<L>, Calc<L>),
            to: &mut impl FnMut(&L) -> Option<Calc<M>>,
        ) -> Option<(Calc<M>, Calc<M>)> {
            Some((pair.0.map(to)?, pair.1.map(to)?))
        }
        Some(match self {
            Self::At(leaf) => to(leaf)?,
            Self::Number(number) => Calc::Number(number.clone()),
            Self::Sum(list) => Calc::Sum(all(list, to)?),
            Self::Times(list) => Calc::Times(all(list, to)?),
            Self::Less(pair) => Calc::Less(Box::new(two(pair, to)?)),
            Self::Over(pair) => Calc::Over(Box::new(two(pair, to)?)),
            Self::Blend(pairs) => Calc::Blend(pairs.iter().map(|pair| two(pair, to)).collect::<Option<_>>()?),
            Self::Mean(list, high, low) => Calc::Mean(all(list, to)?, *high, *low),
            Self::Min(pair) => Calc::Min(Box::new(two(pair, to)?)),
            Self::Max(pair) => Calc::Max(Box::new(two(pair, to)?)),
            Self::Abs(one) => Calc::Abs(Box::new(one.map(to)?)),
            Self::If(test, four) => {
                let [a, b, yes, no] = &**four;
                Calc::If(*test, Box::new([a.map(to)?, b.map(to)?, yes.map(to)?, no.map(to)?]))
            }
            Self::Round(one, mode, places) => Calc::Round(Box::new(one.map(to)?), *mode, *places),
        })
    }

    /// Worked out exactly from the values of the leaves; nothing where one has none or a divisor is nought.
    pub fn exact(&self, of: &impl Fn(&L) -> Option<Exact>) -> Option<Exact> {
        Some(match self {
            Self::At(leaf) => of(leaf)?,
            Self::Number(number) => number.clone(),
            Self::Sum(list) => list.iter().map(|one| one.exact(of)).collect::<Option<Vec<_>>>()?.iter().sum(),
            Self::Times(list) => list.iter().try_fold(Exact::one(), |product, one| Some(&product * &one.exact(of)?))?,
            Self::Less(pair) => &pair.0.exact(of)? - &pair.1.exact(of)?,
            Self::Over(pair) => pair.0.exact(of)?.divided_by(&pair.1.exact(of)?)?,
            Self::Blend(pairs) => {
                let (mut sum, mut weights) = (Exact::zero(), Exact::zero());
                for (weight, value) in pairs {
                    let weight = weight.exact(of)?;
                    sum += &(&weight * &value.exact(of)?);
                    weights += &weight;
                }
                sum.divided_by(&weights)?
            }
            Self::Mean(list, high, low) => {
                let mut values = list.iter().map(|one| one.exact(of)).collect::<Option<Vec<_>>>()?;
                values.sort();
                let kept = values.get(*low as usize..values.len().checked_sub(*high as usize)?)?;
                let n = u64::try_from(kept.len()).ok()?;
                kept.iter().sum::<Exact>().divided_by(&Exact::from(n))?
            }
            Self::Min(pair) => pair.0.exact(of)?.min(pair.1.exact(of)?),
            Self::Max(pair) => pair.0.exact(of)?.max(pair.1.exact(of)?),
            Self::Abs(one) => one.exact(of)?.abs(),
            Self::If(test, four) => {
                let [a, b, yes, no] = &**four;
                let (a, b) = (a.exact(of)?, b.exact(of)?);
                let holds = if *test == Test::Below { a < b } else { a <= b };
                if holds { yes.exact(of)? } else { no.exact(of)? }
            }
            Self::Round(one, mode, places) => Rounding { mode: *mode, places: *places }.apply(&one.exact(of)?),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Calc<()> {
        Calc::Number(text.parse().unwrap())
    }

    fn value(calc: &Calc<()>) -> Option<String> {
        calc.exact(&|_| None).map(|value| value.to_string())
    }

    #[test]
    fn formulas_give_what_the_hand_gives() {
        let marks = ["21.3", "22", "21.5", "21.6", "21.9", "21.7"].map(number).to_vec();
        // 21.5 + 21.6 + 21.7 + 21.9 = 86.7; ÷ 4 = 21.675, which stands at the half of the second place.
        let mean = Calc::Mean(marks, 1, 1);
        assert_eq!(value(&mean).as_deref(), Some("21.675"));
        let at = |mode| mean.clone().rounded(Some(Rounding { mode, places: 2 }));
        assert_eq!(value(&at(Mode::HalfUp)).as_deref(), Some("21.68"));
        assert_eq!(value(&at(Mode::Floor)).as_deref(), Some("21.67"));
        // 30 ballots at 100 and 10 at 85: 3850 ÷ 40 = 96.25.
        let blend = Calc::Blend(vec![(number("30"), number("100")), (number("10"), number("85"))]);
        assert_eq!(value(&blend).as_deref(), Some("96.25"));
        let late = Calc::choose(Test::AtMost, number("42210"), number("42216"), number("10"), number("0"));
        assert_eq!(value(&late).as_deref(), Some("10"));
        assert_eq!(value(&number("1").over(number("0"))), None);
    }
}
