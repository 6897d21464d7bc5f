//! Numbers as words: signs, per cents, plain fractions. Rounding here is for display alone.

use super::table::{Cell, Number};
use crate::diag::Lang;
use crate::exact::{Exact, Mode, Rounding};
use crate::results::Value;

/// The digits after the point of a printed decimal.
#[must_use]
pub fn places_of(shown: &str) -> u32 {
    shown.split_once('.').map_or(0, |(_, part)| u32::try_from(part.len()).unwrap_or(0))
}

fn at(places: u32) -> Rounding {
    Rounding { mode: Mode::HalfUp, places }
}

/// With its sign: `+2.15`, `−3.10`, `0.00`. The minus is U+2212, as wide as the plus.
///
/// ```
/// use kaoze::report::view::signed;
/// assert_eq!(signed(&"-3.1".parse().unwrap(), 2), "−3.10");
/// ```
#[must_use]
pub fn signed(value: &Exact, places: u32) -> String {
    let text = at(places).show(&value.abs());
    if text.parse::<Exact>().is_ok_and(|rounded| rounded.is_zero()) {
        text
    } else if value.is_negative() {
        format!("−{text}")
    } else {
        format!("+{text}")
    }
}

/// A share in per cent to one place: `26.0%`.
#[must_use]
pub fn percent(share: &Exact) -> String {
    format!("{}%", at(1).show(&(share * &Exact::from(100))))
}

/// A change in per cent to one place, with its sign: `+14.3%`.
#[must_use]
pub fn signed_percent(share: &Exact) -> String {
    format!("{}%", signed(&(share * &Exact::from(100)), 1))
}

/// To two places, as a cell.
#[must_use]
pub fn two_places(value: &Exact) -> Number {
    Number { exact: value.clone(), shown: at(2).show(value) }
}

/// A change as a cell, with as many places as the score it belongs to.
#[must_use]
pub fn change_cell(change: &Exact, places: u32) -> Cell {
    Cell::Change(Number { exact: change.clone(), shown: signed(change, places) })
}

/// A value as a number, unless it is withheld.
#[must_use]
pub fn number(value: &Value) -> Option<Number> {
    value.exact().map(|exact| Number { exact: exact.clone(), shown: value.shown().to_owned() })
}

/// The share `part` of `whole` as one of the plain fractions, with 约 when it is off by at most a fiftieth; else nothing.
///
/// ```
/// use kaoze::diag::Lang;
/// use kaoze::report::view::fraction_words;
/// assert_eq!(fraction_words(3, 9, Lang::Zh).as_deref(), Some("三分之一"));
/// assert_eq!(fraction_words(20, 77, Lang::Zh).as_deref(), Some("约四分之一"));
/// assert_eq!(fraction_words(2, 5, Lang::Zh), None);
/// ```
#[must_use]
pub fn fraction_words(part: u32, whole: u32, lang: Lang) -> Option<String> {
    const PLAIN: [(i64, i64, &str, &str); 7] = [
        (1, 2, "半数", "half"),
        (1, 3, "三分之一", "a third"),
        (2, 3, "三分之二", "two thirds"),
        (1, 4, "四分之一", "a quarter"),
        (3, 4, "四分之三", "three quarters"),
        (1, 5, "五分之一", "a fifth"),
        (1, 10, "一成", "a tenth"),
    ];
    let share = Exact::ratio(i64::from(part), i64::from(whole))?;
    let mut best: Option<(Exact, &str, &str)> = None;
    for (n, d, zh, en) in PLAIN {
        let off = (&share - &Exact::ratio(n, d)?).abs();
        if best.as_ref().is_none_or(|(least, ..)| off < *least) {
            best = Some((off, zh, en));
        }
    }
    let (off, zh, en) = best?;
    if off > Exact::ratio(1, 50)? {
        return None;
    }
    Some(match (lang, off.is_zero()) {
        (Lang::Zh, true) => zh.to_owned(),
        (Lang::Zh, false) => format!("约{zh}"),
        (Lang::En, true) => en.to_owned(),
        (Lang::En, false) => format!("about {en}"),
    })
}
