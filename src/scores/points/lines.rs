//! A value against lines: anchors, a target, a target line, the mean of a group.

use crate::exact::{Exact, Mode, Rounding};
use crate::scheme::worth::{BeyondAnchors, BrokenLine};

/// Straight lines between anchors.
///
/// **Rule**: between two anchors the points lie on the straight line; beyond the outermost they hold or are fixed.
/// **Clause**: A12, S62. **Formula**: p₁ + (p₂ − p₁) × (value − v₁) ÷ (v₂ − v₁). **Rounding**: none.
///
/// ```
/// use kaoze::exact::Exact;
/// use kaoze::scheme::worth::BeyondAnchors;
/// use kaoze::scores::points::linear;
/// // Anchors 70, 80, 90, 100 worth 1, 2, 3, 4; actual 93: 3 + (93 − 90) ÷ 10 = 3.3.
/// let anchors: Vec<(Exact, Exact)> = (1..=4).map(|n| (Exact::from(60 + 10 * n), Exact::from(n))).collect();
/// let nought = BeyondAnchors::Points(Exact::zero());
/// assert_eq!(linear(&anchors, &nought, &BeyondAnchors::Hold, &Exact::from(93)), "3.3".parse().ok());
/// assert_eq!(linear(&anchors, &nought, &BeyondAnchors::Hold, &Exact::from(69)), Some(Exact::zero()));
/// ```
#[must_use]
pub fn linear(
    anchors: &[(Exact, Exact)],
    below: &BeyondAnchors,
    above: &BeyondAnchors,
    value: &Exact,
) -> Option<Exact> {
    let (first, last) = (anchors.first()?, anchors.last()?);
    let beyond = |end: &BeyondAnchors, anchor: &(Exact, Exact)| match end {
        BeyondAnchors::Hold => anchor.1.clone(),
        BeyondAnchors::Points(points) => points.clone(),
    };
    if *value < first.0 {
        return Some(beyond(below, first));
    }
    if *value > last.0 {
        return Some(beyond(above, last));
    }
    let at = anchors.partition_point(|(at, _)| at <= value);
    let Some((to, to_points)) = anchors.get(at) else { return Some(last.1.clone()) };
    let (from, from_points) = &anchors[at - 1];
    let share = (value - from).divided_by(&(to - from))?;
    Some(from_points + &(&(to_points - from_points) * &share))
}

/// Pro rata to a target.
///
/// **Rule**: whoever reaches the target has full marks, others their part; floor and cap come after.
/// **Clause**: A13, S58. **Formula**: full × value ÷ target. **Rounding**: none.
///
/// ```
/// use kaoze::exact::Exact;
/// use kaoze::scores::points::pro_rata;
/// // 4 × 430 ÷ 500 = 3.44.
/// assert_eq!(pro_rata(&Exact::from(4), &Exact::from(430), &Exact::from(500)), "3.44".parse().ok());
/// ```
#[must_use]
pub fn pro_rata(full: &Exact, value: &Exact, target: &Exact) -> Option<Exact> {
    (full * value).divided_by(target)
}

/// A number that should be whole.
///
/// ```
/// use kaoze::scheme::worth::BrokenLine;
/// use kaoze::scores::points::whole;
/// let line = "10.4".parse().expect("a decimal");
/// let shown = |how| whole(&line, how).to_string();
/// assert_eq!([BrokenLine::Exact, BrokenLine::Floor, BrokenLine::Ceil, BrokenLine::HalfUp].map(shown), ["10.4", "10", "11", "10"]);
/// ```
#[must_use]
pub fn whole(value: &Exact, how: BrokenLine) -> Exact {
    match how {
        BrokenLine::Exact => value.clone(),
        BrokenLine::Floor => value.floor(),
        BrokenLine::Ceil => value.ceil(),
        BrokenLine::HalfUp => Rounding { mode: Mode::HalfUp, places: 0 }.apply(value),
    }
}

/// Cases above or below a target line; also the line itself.
///
/// **Rule**: whoever stands on the line has the base; each case above or below it counts. **Clause**: A9, S15.
/// **Formula**: line = whole(due × rate); base + (done − line) × `per_above`, or base + (line − done) × `per_below`.
/// **Rounding**: the line only, as `broken` says.
///
/// ```
/// use kaoze::exact::Exact;
/// use kaoze::scheme::worth::BrokenLine;
/// use kaoze::scores::points::target_line;
/// // 25 referred, 80 %: line 20; 22 closed → 10 + 2 × 2 = 14, 17 closed → 10 − 3 × 2 = 4.
/// let rate = "0.8".parse().expect("a decimal");
/// let points = |done| target_line(&rate, [&10.into(), &2.into(), &(-2).into()], BrokenLine::Exact, done, 25).1;
/// assert_eq!([points(22), points(17)], [Exact::from(14), Exact::from(4)]);
/// ```
#[must_use]
pub fn target_line(rate: &Exact, points: [&Exact; 3], broken: BrokenLine, done: u32, due: u32) -> (Exact, Exact) {
    let [base, per_above, per_below] = points;
    let line = whole(&(rate * &Exact::from(due)), broken);
    let away = &Exact::from(done) - &line;
    let per = if away.is_negative() { per_below } else { per_above };
    let value = base + &(&away.abs() * per);
    (line, value)
}

/// Distance from the mean of a group.
///
/// **Rule**: whoever stands at the mean has the base; each unit of measure above or below it counts.
/// **Clause**: A17, S54. **Formula**: base + whole(|own − mean|) × `per_above` (or `per_below`).
/// **Rounding**: the distance only, as `broken` says.
///
/// ```
/// use kaoze::exact::Exact;
/// use kaoze::scheme::worth::BrokenLine;
/// use kaoze::scores::points::group_mean;
/// // Mean age 42.95, own 44.95: 2 − 0.5 × 2 = 1.
/// let d = |text: &str| text.parse::<Exact>().expect("a decimal");
/// let points = [&d("2"), &d("-0.5"), &d("0")];
/// assert_eq!(group_mean(points, BrokenLine::Exact, &d("44.95"), &d("42.95")), d("1"));
/// assert_eq!(group_mean(points, BrokenLine::Exact, &d("40"), &d("42.95")), d("2"));
/// ```
#[must_use]
pub fn group_mean(points: [&Exact; 3], broken: BrokenLine, own: &Exact, mean: &Exact) -> Exact {
    let [base, per_above, per_below] = points;
    let away = own - mean;
    let per = if away.is_negative() { per_below } else { per_above };
    base + &(&whole(&away.abs(), broken) * per)
}
