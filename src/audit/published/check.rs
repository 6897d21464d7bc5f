//! Printed changes and shares against their own figures.

use crate::audit::findings::share_differs;
use crate::diag::Findings;
use crate::exact::{Exact, Mode, Rounding};

use super::figure::{Figure, Kind, Published};
use super::interval::{End, Interval, Printed};

/// Whether a printed change is that of its two counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Agreement {
    /// It is, or the figure is no change.
    Agrees,
    /// It is not.
    Differs {
        /// What the two counts give, with sign and measure; nothing where they give no rate.
        expected: Option<String>,
    },
}

/// **Rule**: a printed change agrees if the exact change of the two counts lies in the interval of the print.
/// **Formula**: (now − before) ÷ before × 100 for percentages, now − before for changes in the measure.
/// **Rounding**: half up to the places printed, only to say what was expected.
#[must_use]
pub fn agreement(now: u32, before: u32, figure: &Figure) -> Agreement {
    let (now, before) = (Exact::from(now), Exact::from(before));
    let difference = &now - &before;
    let (printed, change) = match &figure.kind {
        Kind::ChangePercent(printed, _) => {
            (printed, (&difference * &Exact::from(100)).divided_by(&before).or_else(|| same(&difference)))
        }
        Kind::ChangeCount(printed, _) => (printed, Some(difference)),
        _ => return Agreement::Agrees,
    };
    match change {
        Some(change) if printed.interval().contains(&change) => Agreement::Agrees,
        change => Agreement::Differs { expected: change.map(|change| shown_like(figure, &change)) },
    }
}

/// Nought after nought is no change.
fn same(difference: &Exact) -> Option<Exact> {
    difference.is_zero().then(Exact::zero)
}

/// A change with sign, the places of the print, and its measure; the exact value where those places are in 万.
fn shown_like(figure: &Figure, change: &Exact) -> String {
    let places =
        figure.value.split_once('.').map_or(0, |(_, right)| right.chars().take_while(char::is_ascii_digit).count());
    let rounding = Rounding { mode: Mode::HalfUp, places: u32::try_from(places).unwrap_or(0) };
    let sign = if change.is_negative() { "-" } else { "+" };
    format!("{sign}{}{}", rounding.show(&change.abs()), figure.measure)
}

/// Every printed share against the intervals of its part and its whole.
///
/// 23.6万 of 33.2万 printed as 70.9% agrees, since 235,500 of 332,000 rounds to it; the quotient of the rounded figures,
/// 71.1%, is no evidence against it.
#[must_use]
pub fn compare_shares(published: &Published) -> Findings {
    let mut findings = Findings::default();
    for figure in &published.figures {
        let Kind::SharePercent { printed, of, base } = &figure.kind else { continue };
        let (Some((part, p)), Some((whole, w))) = (published.count_of(of), published.count_of(base)) else { continue };
        let allowed = share(&span(p), &span(w));
        if allowed.as_ref().is_none_or(|allowed| !allowed.overlaps(&printed.interval())) {
            let allowed = allowed.as_ref().map(shown_ends);
            findings.push(share_differs(&figure.cited(), &part.cited(), &whole.cited(), allowed.as_deref()));
        }
    }
    findings
}

/// The values a printed count stands for: itself if every digit is shown, else all that round to it.
fn span(printed: &Printed) -> Interval {
    if printed.whole().is_some() {
        let end = End { at: printed.value().clone(), included: true };
        return Interval { low: end.clone(), high: end };
    }
    printed.interval()
}

/// The shares in percent that a part and a whole allow; nothing when the whole may be nought.
fn share(part: &Interval, whole: &Interval) -> Option<Interval> {
    let ratio = |part: &End, whole: &End| {
        let at = (&part.at * &Exact::from(100)).divided_by(&whole.at)?;
        Some(End { at, included: part.included && whole.included })
    };
    if whole.low.at <= Exact::zero() {
        return None;
    }
    Some(Interval { low: ratio(&part.low, &whole.high)?, high: ratio(&part.high, &whole.low)? })
}

/// Both ends of an interval of shares, rounded outwards to two places.
fn shown_ends(shares: &Interval) -> String {
    let two = |mode, end: &End| Rounding { mode, places: 2 }.show(&end.at);
    format!("{}–{}%", two(Mode::Floor, &shares.low), two(Mode::Ceil, &shares.high))
}
