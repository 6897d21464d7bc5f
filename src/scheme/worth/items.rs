//! Components of the total, and items with the rule by which each makes its points.

use std::collections::BTreeMap;

use super::RuleRef;
use super::choices::{Combine, NotApplicable, NotSubmitted, WhenMissing, ZeroDenominator};
use crate::exact::Exact;
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
    /// Periods and their shares, which sum to one.
    pub periods: Vec<(PeriodCode, Exact)>,
    /// When one period has no value.
    pub missing_period: WhenMissing,
    /// When the component has no value.
    pub missing: WhenMissing,
    /// The rule.
    pub rule: RuleRef,
}

/// How an item's facts become points.
#[derive(Debug, Clone)]
pub enum Points {
    /// Inspectors' marks: their mean, or trimmed mean.
    Panel(Panel),
    /// 有 earns all, 无 nothing.
    Presence,
    /// A required number of actions.
    Count {
        /// Required in the period.
        required: u32,
        /// Points lost for each missing.
        per_missing: Exact,
        /// Points won for each beyond.
        per_extra: Exact,
    },
    /// A last day.
    Deadline {
        /// Month and day, by period.
        due: BTreeMap<PeriodCode, (u32, u32)>,
        /// Whether the day itself is in time.
        due_day_counts: bool,
        /// Points when late.
        late: Exact,
    },
    /// Points for each event.
    Events {
        /// Points before any event.
        base: Exact,
        /// Points for each.
        per_event: Exact,
    },
    /// The sum of parts.
    Parts(Vec<ItemCode>),
    /// A case-statistics rate times full marks.
    Rate {
        /// Indicator above the line.
        numerator: ItemCode,
        /// Indicator below the line.
        denominator: ItemCode,
        /// When there is nothing below the line.
        zero_denominator: ZeroDenominator,
    },
}

/// How several marks become one.
#[derive(Debug, Clone)]
pub struct Panel {
    /// Mean or trimmed mean.
    pub combine: Combine,
    /// Highest left out.
    pub drop_high: u32,
    /// Lowest left out.
    pub drop_low: u32,
    /// From this many marks on.
    pub trim_from: u32,
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
    /// When it does not apply.
    pub not_applicable: NotApplicable,
    /// When nothing was submitted.
    pub not_submitted: NotSubmitted,
    /// The rule.
    pub rule: RuleRef,
}
