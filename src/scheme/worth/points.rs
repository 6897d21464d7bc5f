//! How an item's facts become points: every kind of rule with what it must know.

use std::collections::BTreeMap;

use super::choices::{
    Best, BestZero, BrokenLine, Combine, GapReached, Members, PointTies, Population, UnscoredMember, WithinGap,
    ZeroDenominator,
};
use super::duties::DueYear;
use super::measures::When;
use crate::exact::Exact;
use crate::terms::{ItemCode, MeasureCode, PeriodCode};

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
        /// Whether the day lies in the year assessed or in the next.
        due_year: DueYear,
        /// Points when late.
        late: Exact,
    },
    /// Points for each event.
    Events {
        /// Points before any event.
        base: Exact,
        /// Points for each.
        per_event: Exact,
        /// The measure that counts them; none when the inspectors do.
        measure: Option<MeasureCode>,
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
    /// The first row that fits.
    Steps(Vec<StepRow>),
    /// Straight lines between anchors.
    Linear {
        /// The measure.
        measure: MeasureCode,
        /// Values and points, from the lowest value up.
        anchors: Vec<(Exact, Exact)>,
        /// Below the lowest.
        below: BeyondAnchors,
        /// Above the highest.
        above: BeyondAnchors,
    },
    /// Full marks times the measure over the target.
    ProRata {
        /// The measure.
        measure: MeasureCode,
        /// The value that earns full marks; above nought.
        target: Exact,
    },
    /// Cases above or below a target line.
    TargetLine {
        /// Indicator of what was done.
        numerator: ItemCode,
        /// Indicator of what was to be done.
        denominator: ItemCode,
        /// The rate that earns the base.
        line: Exact,
        /// Points on the line.
        base: Exact,
        /// Points for each case above.
        per_above: Exact,
        /// Points for each case below.
        per_below: Exact,
        /// A line that is not whole.
        broken: BrokenLine,
        /// Nothing was to be done.
        zero_denominator: ZeroDenominator,
    },
    /// Full marks times own over best.
    ShareOfBest {
        /// What is compared.
        compared: Compared,
        /// With whom.
        population: Population,
        /// Which end is the best.
        best: Best,
        /// A best value of nought.
        best_zero: BestZero,
    },
    /// Points by rank.
    ByRank {
        /// What is compared.
        compared: Compared,
        /// With whom.
        population: Population,
        /// Which end is the best.
        best: Best,
        /// The points of each rank.
        points: RankPoints,
        /// Equals.
        ties: PointTies,
        /// Whether ranks are given inside each inspector and averaged.
        per_inspector: bool,
    },
    /// Distance from the mean.
    GroupMean {
        /// The measure.
        measure: MeasureCode,
        /// With whom.
        population: Population,
        /// Points at the mean.
        base: Exact,
        /// Points for each unit of measure above.
        per_above: Exact,
        /// Points for each unit of measure below.
        per_below: Exact,
        /// A distance that is not whole.
        broken: BrokenLine,
    },
    /// A table of occurrences.
    Occurrences {
        /// Points before any.
        base: Exact,
        /// Rows, every one of which that fits counts.
        rows: Vec<OccurrenceRow>,
    },
    /// Words with points.
    Levels(Vec<(String, Exact)>),
    /// The mean over the members of the team.
    MembersMean {
        /// Several inspectors about one member.
        panel: Panel,
        /// Which members.
        members: Members,
        /// A member without a mark.
        unscored: UnscoredMember,
    },
    /// Self-mark against panel.
    SelfPanel {
        /// The panel's marks.
        panel: Panel,
        /// The gap.
        gap: Exact,
        /// Exactly the gap.
        reached: GapReached,
        /// Within the gap.
        within: WithinGap,
        /// Beyond it.
        beyond: BeyondGap,
    },
}

/// A row of a step table.
#[derive(Debug, Clone)]
pub struct StepRow {
    /// When it fits; none for all the rest.
    pub when: Option<When>,
    /// Its points.
    pub points: Exact,
}

/// Beyond the outermost anchor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BeyondAnchors {
    /// The points of the anchor.
    Hold,
    /// These.
    Points(Exact),
}

/// Beyond the gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BeyondGap {
    /// The panel's.
    Panel,
    /// These.
    Points(Exact),
}

/// What is compared among units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Compared {
    /// A measure.
    Measure(MeasureCode),
    /// The inspectors' mean.
    Marks,
}

/// The points of ranks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RankPoints {
    /// A list from the first on, and the points of those beyond it.
    List(Vec<Exact>, Exact),
    /// The first, and what each further rank loses.
    Step(Exact, Exact),
    /// A list from the last on, and what each rank above the list gains or loses: added per rank.
    FromBottom(Vec<Exact>, Exact),
}

/// Traits of an occurrence that a row asks for; an open one fits any.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Traits {
    /// 类型.
    pub kind: Option<String>,
    /// 层级.
    pub level: Option<String>,
    /// 发现方式.
    pub found_by: Option<String>,
}

/// The points of a row of occurrences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowPoints {
    /// These for each.
    Each(Exact),
    /// A person sets them, from the least to the most.
    Given(Exact, Exact),
}

/// A row of a table of occurrences.
#[derive(Debug, Clone)]
pub struct OccurrenceRow {
    /// Which occurrences.
    pub traits: Traits,
    /// Their points.
    pub points: RowPoints,
    /// The most that the row can add or take away, without sign.
    pub at_most: Option<Exact>,
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
    /// Words in the inspector's column that mark a self-mark, which does not count.
    pub self_words: Vec<String>,
}
