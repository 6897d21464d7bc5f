//! A unit among others: the share of the best, and points by rank.

use std::num::NonZeroU32;

use crate::exact::Exact;
use crate::scheme::worth::{Best, PointTies, RankPoints};

/// Full marks times own over best; where the lowest is the best, best over own. Nothing when that divides by nought.
///
/// **Rule**: 以第一名为满分折算. **Clause**: A14, S01. **Formula**: full × own ÷ best. **Rounding**: none.
///
/// ```
/// use kaoze::exact::Exact;
/// use kaoze::scheme::worth::Best;
/// use kaoze::scores::points::share_of_best;
/// // Best 92, own 85.1: 600 × 85.1 ÷ 92 = 555.
/// let d = |text: &str| text.parse::<Exact>().expect("a decimal");
/// assert_eq!(share_of_best(&d("600"), &d("85.1"), &d("92"), Best::Highest), Some(d("555")));
/// assert_eq!(share_of_best(&d("10"), &d("8"), &d("4"), Best::Lowest), Some(d("5")));
/// assert_eq!(share_of_best(&d("600"), &d("0"), &d("0"), Best::Highest), None);
/// ```
#[must_use]
pub fn share_of_best(full: &Exact, own: &Exact, best: &Exact, which: Best) -> Option<Exact> {
    match which {
        Best::Highest => (full * own).divided_by(best),
        Best::Lowest => (full * best).divided_by(own),
    }
}

/// The points of a rank (from one on) among `n`.
///
/// **Rule**: a list from the top, a first with a step, or a list from the bottom. **Clause**: A15, S01, S54.
/// **Formula**: `list[rank]`; or first − (rank − 1) × step; or `list[n − rank]`, then the last of the list less step for each
/// further. **Rounding**: none.
///
/// ```
/// use kaoze::exact::Exact;
/// use kaoze::scheme::worth::RankPoints;
/// use kaoze::scores::points::of_rank;
/// let d = |text: &str| text.parse::<Exact>().expect("a decimal");
/// // First 200, each further 4 less: rank 4 has 188.
/// assert_eq!(of_rank(&RankPoints::Step(d("200"), d("4")), 4, 20), d("188"));
/// // From the bottom 2.0, 1.9, 1.8, then 0.1 less each: of 6 the third has 1.7.
/// let bottom = RankPoints::FromBottom(vec![d("2.0"), d("1.9"), d("1.8")], d("0.1"));
/// assert_eq!([of_rank(&bottom, 6, 6), of_rank(&bottom, 3, 6)], [d("2"), d("1.7")]);
/// ```
#[must_use]
pub fn of_rank(points: &RankPoints, rank: usize, n: usize) -> Exact {
    let times = |n: usize| Exact::from(u64::try_from(n).unwrap_or(u64::MAX));
    match points {
        RankPoints::List(list, beyond) => list.get(rank.saturating_sub(1)).unwrap_or(beyond).clone(),
        RankPoints::Step(first, step) => first - &(&times(rank.saturating_sub(1)) * step),
        RankPoints::FromBottom(list, step) => {
            let up = n.saturating_sub(rank);
            let past = up.saturating_sub(list.len().saturating_sub(1));
            let last = list.get(up).or(list.last()).cloned().unwrap_or_default();
            &last - &(&times(past) * step)
        }
    }
}

/// The points of `tied` equals whose common rank is `rank`.
///
/// **Rule**: those of the common rank, or the mean of the ranks that they fill. **Clause**: A15. **Rounding**: none.
///
/// ```
/// use kaoze::exact::Exact;
/// use kaoze::scheme::worth::{PointTies, RankPoints};
/// use kaoze::scores::points::of_tied_ranks;
/// // Two share rank 2 of 60, 57, 54: 57 each, or (57 + 54) ÷ 2 = 55.5.
/// let d = |text: &str| text.parse::<Exact>().expect("a decimal");
/// let list = RankPoints::List(vec![d("60"), d("57"), d("54")], d("51"));
/// assert_eq!(of_tied_ranks(&list, 2, 2, 5, PointTies::Same), d("57"));
/// assert_eq!(of_tied_ranks(&list, 2, 2, 5, PointTies::Mean), d("55.5"));
/// ```
#[must_use]
pub fn of_tied_ranks(points: &RankPoints, rank: usize, tied: usize, n: usize, ties: PointTies) -> Exact {
    let n_tied = u32::try_from(tied).ok().and_then(NonZeroU32::new);
    match (ties, n_tied) {
        (PointTies::Mean, Some(n_tied)) if tied > 1 => {
            let sum: Exact = (rank..rank + tied).map(|rank| of_rank(points, rank, n)).sum();
            &sum / n_tied
        }
        _ => of_rank(points, rank, n),
    }
}
