//! Occurrences, and the self-mark against the panel's.

use crate::exact::Exact;
use crate::scheme::worth::{BeyondGap, GapReached, WithinGap};

/// The points of one row of 事项登记.
///
/// **Rule**: so many each, divided among those who share it. **Clause**: A18, A25, S20, S29.
/// **Formula**: points × count ÷ sharers. **Rounding**: none.
///
/// ```
/// use kaoze::exact::Exact;
/// use kaoze::scores::points::occurrence;
/// // One article of two authors at 0.5: 0.25 each.
/// let half = "0.5".parse().expect("a decimal");
/// assert_eq!(occurrence(&half, 1, 2), "0.25".parse::<Exact>().ok());
/// ```
#[must_use]
pub fn occurrence(points: &Exact, count: u32, sharers: u32) -> Option<Exact> {
    (points * &Exact::from(count)).divided_by(&Exact::from(sharers))
}

/// The self-mark against the panel's.
///
/// **Rule**: within the gap the mean or the panel's mark, beyond it the panel's or fixed points. **Clause**: A23, S65.
/// **Formula**: |self − panel| ≤ gap (or < gap) → (self + panel) ÷ 2. **Rounding**: none.
///
/// ```
/// use kaoze::exact::Exact;
/// use kaoze::scheme::worth::{BeyondGap, GapReached, WithinGap};
/// use kaoze::scores::points::self_panel;
/// let nought = BeyondGap::Points(Exact::zero());
/// let points = |own: i32, panel: i32| {
///     self_panel(&own.into(), &panel.into(), &3.into(), GapReached::Within, WithinGap::Mean, &nought)
/// };
/// assert_eq!(points(12, 9), "10.5".parse().expect("a decimal"));
/// assert_eq!(points(12, 8), Exact::zero());
/// ```
#[must_use]
pub fn self_panel(
    own: &Exact,
    panel: &Exact,
    gap: &Exact,
    reached: GapReached,
    within: WithinGap,
    beyond: &BeyondGap,
) -> Exact {
    let distance = (own - panel).abs();
    let is_within = distance < *gap || (distance == *gap && reached == GapReached::Within);
    match (is_within, within, beyond) {
        (true, WithinGap::Mean, _) => &(own + panel) * &Exact::ratio(1, 2).unwrap_or_default(),
        (true, WithinGap::Panel, _) | (false, _, BeyondGap::Panel) => panel.clone(),
        (false, _, BeyondGap::Points(points)) => points.clone(),
    }
}
