//! Components of the total, and items with the rule by which each makes its points.

use super::RuleRef;
use super::choices::{NotApplicable, NotSubmitted, WhenMissing};
use super::points::Points;
use crate::exact::Exact;
use crate::scheme::words::FactTable;
use crate::terms::{ComponentCode, ItemCode, PeriodCode, PollCode};

/// A part of the total.
#[derive(Debug, Clone)]
pub struct Component {
    /// Code.
    pub code: ComponentCode,
    /// Name.
    pub name: String,
    /// What one point of it is worth in the total.
    pub weight: Exact,
    /// Full marks, before the weight.
    pub full: Exact,
    /// The poll that gives it, if it is not the sum of items.
    pub poll: Option<PollCode>,
    /// Periods and their shares, which sum to one or to what the scheme states; under a blend of totals those of the total.
    pub periods: Vec<(PeriodCode, Exact)>,
    /// Lowest score in a period, where the component itself has a floor.
    pub floor: Option<Exact>,
    /// Highest score in a period, where the component itself has a cap.
    pub cap: Option<Exact>,
    /// When one period has no value.
    pub missing_period: WhenMissing,
    /// When the component has no value.
    pub missing: WhenMissing,
    /// The rule.
    pub rule: RuleRef,
}

/// An item or a part of one.
#[derive(Debug, Clone)]
pub struct Item {
    /// Code.
    pub code: ItemCode,
    /// Name.
    pub name: String,
    /// Component, for a whole item.
    pub component: Option<ComponentCode>,
    /// The item of which this is a part.
    pub part_of: Option<ItemCode>,
    /// The raw table its facts come from, if it is one.
    pub table: Option<FactTable>,
    /// Full marks.
    pub full: Exact,
    /// Periods in which it is assessed.
    pub periods: Vec<PeriodCode>,
    /// How points are made.
    pub points: Points,
    /// Lowest points, unless there is no floor.
    pub floor: Option<Exact>,
    /// Highest points, unless there is no cap.
    pub cap: Option<Exact>,
    /// Whether it only adds or takes away, and is not in the sum of full marks.
    pub adjusting: bool,
    /// When it does not apply.
    pub not_applicable: NotApplicable,
    /// The points that stand where it does not apply, if they are fixed.
    pub not_applicable_points: Exact,
    /// When nothing was submitted.
    pub not_submitted: NotSubmitted,
    /// The rule.
    pub rule: RuleRef,
}
