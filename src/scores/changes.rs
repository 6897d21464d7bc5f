//! Units that did not exist all the time: periods before they were set up or after they ended, and what stands for them.

use chrono::NaiveDate;

use super::items::Of;
use crate::exact::Exact;
use crate::facts::Unit;
use crate::scheme::worth::{BeforeSetUp, Dissolved};

/// The first and last day of a period.
fn days(of: &Of<'_>) -> Option<(NaiveDate, NaiveDate)> {
    let period = of.scheme.words.periods.iter().find(|period| period.code == *of.period)?;
    let day = |(month, day): (u32, u32)| {
        NaiveDate::from_ymd_opt(of.year, month, day).or_else(|| NaiveDate::from_ymd_opt(of.year, month, day - 1))
    };
    Some((day(period.from)?, day(period.to)?))
}

/// What stands for a period in which a unit did not exist; none when it did.
pub(super) enum Absent<'a> {
    /// Nothing: the component says what that means.
    Missing,
    /// The mean of these units.
    Predecessors(Vec<&'a Unit>),
}

/// Whether the unit did not exist in the period.
pub(super) fn absent<'a>(of: &Of<'a>) -> Option<Absent<'a>> {
    let rule = of.scheme.worth.unit_change.as_ref()?;
    let (from, to) = days(of)?;
    let unit = of.unit;
    if unit.exists_between(from, to) {
        return None;
    }
    if rule.before == BeforeSetUp::PredecessorsMean && unit.from.is_some_and(|set_up| set_up > to) {
        let merged = of.tally.units.iter().filter(|other| other.successor.as_ref() == Some(&unit.code));
        return Some(Absent::Predecessors(merged.filter(|other| other.exists_between(from, to)).collect()));
    }
    Some(Absent::Missing)
}

/// **Rule**: the mean of the units that were merged into one. **Formula**: Σ values ÷ number of those that have one.
/// **Rounding**: none. **Example**: (80 + 90) ÷ 2 = 85.
pub(super) fn mean(values: &[Exact]) -> Option<Exact> {
    let n = i64::try_from(values.len()).ok()?;
    values.iter().sum::<Exact>().divided_by(&Exact::from(n))
}

/// Whether a unit that ended before the last day stays without a grade.
pub(super) fn is_dissolved(unit: &Unit, rule: Option<Dissolved>, to: NaiveDate) -> bool {
    rule == Some(Dissolved::LeftOut) && unit.to.is_some_and(|last| last < to)
}
