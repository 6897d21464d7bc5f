//! Year over year from two counts: an exact rate, or the reason why there is none.

use serde::{Deserialize, Serialize};

use crate::diag::Lang;
use crate::exact::{Exact, Mode, Rounding};

/// How a count stands to the count of the year before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Change {
    /// (now − before) ÷ before; neither nought nor undefined.
    Rate {
        /// As a fraction of the year before, not in percent: `1/7` for 80 after 70.
        exact: Exact,
    },
    /// 持平: both counts are equal, two noughts among them.
    Same,
    /// The year before counts nought and this year does not: no rate, never infinity.
    BeforeZero,
    /// The count of the year before is not known.
    BeforeUnknown,
    /// This year's count is not known.
    NowUnknown,
}

impl Change {
    /// **Rule**: 同比 = (this year − last year) ÷ last year.
    /// **Formula**: both counts in the same measure; the result is exact.
    /// **Rounding**: none here; [`Change::shown`] rounds half up to one place of percent.
    ///
    /// ```
    /// use kaoze::{diag::Lang, results::Change};
    /// assert_eq!(Change::between(Some(80), Some(70)).shown(Lang::Zh), "+14.3%");
    /// assert_eq!(Change::between(Some(80), Some(0)).shown(Lang::Zh), "上年为零");
    /// ```
    #[must_use]
    pub fn between(now: Option<u32>, before: Option<u32>) -> Self {
        match (now, before) {
            (None, _) => Self::NowUnknown,
            (_, None) => Self::BeforeUnknown,
            (Some(now), Some(before)) if now == before => Self::Same,
            (Some(now), Some(before)) => {
                let rate = Exact::ratio(i64::from(now) - i64::from(before), i64::from(before));
                rate.map_or(Self::BeforeZero, |exact| Self::Rate { exact })
            }
        }
    }

    /// The exact rate as a fraction of the year before; nought for equal counts, nothing where there is no rate.
    #[must_use]
    pub fn exact(&self) -> Option<Exact> {
        match self {
            Self::Rate { exact } => Some(exact.clone()),
            Self::Same => Some(Exact::zero()),
            Self::BeforeZero | Self::BeforeUnknown | Self::NowUnknown => None,
        }
    }

    /// The words for a table: `+14.3%`, `-41.6%`, 持平, 上年为零, 上年无数据, 本年无数据.
    #[must_use]
    pub fn shown(&self, lang: Lang) -> String {
        let word = match (self, lang) {
            (Self::Rate { exact }, _) => return percent(exact),
            (Self::Same, Lang::Zh) => "持平",
            (Self::Same, Lang::En) => "no change",
            (Self::BeforeZero, Lang::Zh) => "上年为零",
            (Self::BeforeZero, Lang::En) => "nil last year",
            (Self::BeforeUnknown, Lang::Zh) => "上年无数据",
            (Self::BeforeUnknown, Lang::En) => "last year not known",
            (Self::NowUnknown, Lang::Zh) => "本年无数据",
            (Self::NowUnknown, Lang::En) => "this year not known",
        };
        word.to_owned()
    }
}

/// A rate in percent with its sign and one place, half up from the exact value.
fn percent(rate: &Exact) -> String {
    let sign = if rate.is_negative() { "-" } else { "+" };
    let hundredfold = &rate.abs() * &Exact::from(100);
    format!("{sign}{}%", Rounding { mode: Mode::HalfUp, places: 1 }.show(&hundredfold))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(now: Option<u32>, before: Option<u32>, zh: &str, en: &str) {
        let change = Change::between(now, before);
        assert_eq!((change.shown(Lang::Zh).as_str(), change.shown(Lang::En).as_str()), (zh, en), "{now:?} {before:?}");
    }

    #[test]
    fn the_four_printed_percentages_come_from_their_counts() {
        // 10/70 = 14.28…, 21/33 = 63.63…, 17/32 = 53.125, 14/45 = 31.11…
        check(Some(80), Some(70), "+14.3%", "+14.3%");
        check(Some(54), Some(33), "+63.6%", "+63.6%");
        check(Some(49), Some(32), "+53.1%", "+53.1%");
        check(Some(59), Some(45), "+31.1%", "+31.1%");
        assert_eq!(Change::between(Some(80), Some(70)).exact(), Exact::ratio(1, 7));
    }

    #[test]
    fn half_goes_away_from_nought() {
        // 57/400 = 14.25 exactly, up and down.
        check(Some(457), Some(400), "+14.3%", "+14.3%");
        check(Some(343), Some(400), "-14.3%", "-14.3%");
        check(Some(401), Some(687), "-41.6%", "-41.6%");
        check(Some(0), Some(5), "-100.0%", "-100.0%");
    }

    #[test]
    fn a_change_too_small_to_show_keeps_its_sign() {
        check(Some(100_001), Some(100_000), "+0.0%", "+0.0%");
    }

    #[test]
    fn where_there_is_no_rate_words_say_so() {
        check(Some(62), None, "上年无数据", "last year not known");
        check(Some(62), Some(0), "上年为零", "nil last year");
        check(None, Some(3), "本年无数据", "this year not known");
        check(None, None, "本年无数据", "this year not known");
        check(Some(7), Some(7), "持平", "no change");
        check(Some(0), Some(0), "持平", "no change");
        assert_eq!(Change::between(Some(62), Some(0)).exact(), None);
    }
}
