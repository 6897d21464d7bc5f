//! The decisions a scheme takes, each a closed list without a default.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }
    )+};
}

pub(super) use choices;

choices! {
    /// A rule that changes inside an assessment period.
    ChangeInPeriod {
        /// The rules of the last day hold for the whole period, with a warning.
        LastDay,
        /// Scoring stops.
        Refuse,
    }
    /// How points are made from facts.
    ItemRule {
        /// Inspectors' marks.
        Panel,
        /// Full or nothing.
        Presence,
        /// A required number of actions.
        Count,
        /// A last day.
        Deadline,
        /// Points for each event.
        Events,
        /// The sum of parts.
        Parts,
        /// A case-statistics rate.
        Rate,
        /// A step table over measures: the first row that fits.
        Steps,
        /// Straight lines between anchors.
        Linear,
        /// Full marks times the measure over a target.
        ProRata,
        /// Cases above or below a target line.
        TargetLine,
        /// Full marks times the own value over the best.
        ShareOfBest,
        /// Points by rank.
        ByRank,
        /// Distance from the mean of the group.
        GroupMean,
        /// A table of occurrences by kind, level and who found them.
        Occurrences,
        /// A word, worth points.
        Levels,
        /// The mean over the members of the team.
        MembersMean,
        /// The self-mark against the panel's.
        SelfPanel,
    }
    /// Several inspectors' marks.
    Combine {
        /// Plain mean.
        Mean,
        /// Mean without the extremes.
        Trimmed,
    }
    /// An item that does not apply.
    NotApplicable {
        /// Left out; the applicable items are scaled up to the component's full marks.
        Rescale,
        /// Full marks.
        Full,
        /// Nought.
        Zero,
        /// Scoring stops with a finding.
        Refuse,
        /// Fixed points.
        Fixed,
        /// The mean of the units of the group to which it applies.
        GroupMean,
    }
    /// With whom a unit is compared; the roster of the period is the fixed population.
    Population {
        /// The units of its group.
        Group,
        /// All units.
        All,
    }
    /// Which end is the best.
    Best {
        /// The highest.
        Highest,
        /// The lowest.
        Lowest,
    }
    /// A best value of nought.
    BestZero {
        /// All get full marks.
        Full,
        /// All get nought.
        Zero,
        /// The committee decides.
        Pend,
    }
    /// The points of equals.
    PointTies {
        /// Those of their common rank.
        Same,
        /// The mean of the ranks that they fill.
        Mean,
    }
    /// A number that should be whole and is not.
    BrokenLine {
        /// As it is.
        Exact,
        /// Cut off.
        Floor,
        /// Raised.
        Ceil,
        /// 四舍五入.
        HalfUp,
    }
    /// Which members of the team are averaged.
    Members {
        /// Those in post on the last day of the period.
        AtEnd,
        /// Those in post on any day of the period.
        AnyDay,
        /// Those that the sheets list.
        Listed,
    }
    /// A member without a mark.
    UnscoredMember {
        /// Leaves the mean.
        LeaveOut,
        /// Counts as nought.
        Zero,
        /// The committee decides.
        Pend,
    }
    /// A difference of exactly the gap.
    GapReached {
        /// Still within it.
        Within,
        /// Beyond it.
        Beyond,
    }
    /// What counts within the gap.
    WithinGap {
        /// The mean of self-mark and panel.
        Mean,
        /// The panel's.
        Panel,
    }
    /// How periods become the year.
    Blend {
        /// Inside each component.
        Components,
        /// As totals of each period.
        Totals,
    }
    /// An item for which nothing was submitted.
    NotSubmitted {
        /// Nought.
        Zero,
        /// Left out like one that does not apply.
        Rescale,
        /// The unit stays without a total, and the case goes to the committee.
        Pend,
    }
    /// A value that is missing among weighted ones.
    WhenMissing {
        /// The others' weights are scaled up.
        Rescale,
        /// Nought.
        Zero,
        /// No total; the case goes to the committee.
        Pend,
    }
    /// Nothing below the line of a rate.
    ZeroDenominator {
        /// Full marks.
        Full,
        /// Nought.
        Zero,
        /// As if the item did not apply.
        NotApplicable,
    }
    /// 不了解 and 弃权.
    NoView {
        /// Leaves the divisor.
        LeaveOut,
        /// Counts as nought.
        CountZero,
    }
    /// The divisor of a class.
    CountedOver {
        /// Answers that count.
        Answered,
        /// Ballots returned.
        Returned,
        /// Ballots issued.
        Issued,
    }
    /// A question or class without a single answer.
    EmptyPart {
        /// Its weight is spread over the others in proportion.
        Redistribute,
        /// Nought.
        Zero,
        /// No value for the poll; the case goes to the committee.
        Pend,
    }
    /// Where a value is rounded.
    RoundingPoint {
        /// Each item's score.
        Item,
        /// Each class of a poll.
        Class,
        /// Each poll.
        Poll,
        /// Each component, after the blend of periods.
        Component,
        /// A unit's total of one period, where periods are blended as totals.
        PeriodTotal,
        /// A unit's total.
        UnitTotal,
        /// A person's total.
        PersonTotal,
    }
    /// Which value is compared.
    By {
        /// The exact one.
        Exact,
        /// The rounded one.
        Rounded,
    }
    /// Units or people.
    Whose {
        /// Units.
        Unit,
        /// People.
        Person,
    }
    /// The place after a tie.
    RankTies {
        /// 1, 2, 2, 4.
        Competition,
        /// 1, 2, 2, 3.
        Dense,
    }
    /// Where a vetoed unit stands.
    VetoedRank {
        /// Where its score puts it.
        Kept,
        /// Behind all others.
        Last,
        /// Without a rank.
        LeftOut,
    }
    /// Who competes for places.
    QuotaPool {
        /// Inside each group of units.
        Group,
        /// Inside each role (people).
        Role,
        /// Inside each group and role (people).
        GroupAndRole,
        /// Inside each 层级 of the roster (people).
        Layer,
        /// All together.
        All,
    }
    /// Who is counted in the base of a quota.
    QuotaBase {
        /// All that should take part.
        All,
        /// Those that have a total.
        Graded,
        /// Those that no veto caps below the grade.
        NotVetoed,
        /// Those on the roster that are not kept out of the assessment there.
        Entitled,
    }
    /// Equals across the edge of the places.
    EdgeTies {
        /// Components are compared in turn.
        Chain,
        /// All get a place.
        IncludeAll,
        /// None gets a place.
        ExcludeAll,
        /// The committee chooses; until then their grades are pending.
        Committee,
    }
    /// When the chain does not part them either.
    ChainEnd {
        /// All get a place.
        IncludeAll,
        /// None gets a place.
        ExcludeAll,
        /// The committee chooses.
        Committee,
    }
    /// Which posts count for one who moved.
    Transfer {
        /// The post at the period's end.
        AtEnd,
        /// The post held longest.
        Longest,
        /// Each post by its days.
        ProRata,
        /// The new post for one who moved on or before a day of the year, the old one for one who moved later.
        Cutoff,
    }
    /// Which post counts for one who holds two at once.
    TwoPosts {
        /// The one marked as the main post.
        Main,
        /// The mean of both.
        Mean,
        /// The higher.
        Highest,
    }
}
