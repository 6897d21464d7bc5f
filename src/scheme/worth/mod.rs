//! What things are worth: everything from `scores` on may know this, nothing left of it.

mod after;
mod choices;
mod duties;
mod gates;
mod grounds;
mod items;
mod maximum;
mod measures;
mod places;
mod polls;
mod sanctions;
mod points;
mod families;
mod people;

pub use after::{
    After, Appeal, BarKind, BarRule, Binding, Cause, Consequence, ConsequenceRule, Honours, Ladder, Procedure,
    ProcedureStep, Responsibility, Rung, SeveralBars, SeveralMeasures, StartsOn,
};
pub use choices::{
    Best, BestZero, Blend, BrokenLine, By, ChainEnd, ChangeInPeriod, Combine, CountedOver, EdgeTies, EmptyPart,
    GapReached, ItemRule, Members, NoView, NotApplicable, NotSubmitted, PointTies, Population, QuotaBase, QuotaPool,
    RankTies, RoundingPoint, Transfer, TwoPosts, UnscoredMember, VetoedRank, WhenMissing, Whose, WithinGap,
    ZeroDenominator,
};
pub use duties::{
    Appointment, Change, Checklist, Counting, Coverage, Deadline, Due, DueYear, Duty, Each, EndDate, FirstDay,
    GivenDate, HolidayEnd, MonthEnd, PartService, Per, RecordCheck, RosterCheck, Scope, StartDate, Track, WhenDone,
    Whence, Who, Within,
};
pub use families::{Family, LateAward, Level, OneDocument, TwoClaimants};
pub use items::{Component, Item};
pub use measures::{
    Condition, Edge, EmptyRate, FactCombine, Measure, MeasureValue, MissingFact, ScoreOf, ShareOver, Source, Verdict,
    When, WhoseGrade,
};
pub use people::{
    BeforeSetUp, Dissolved, Normalise, Normalised, Part, PartSource, PeopleRule, PostRule, Role, ShortService,
    UnitChange,
};
pub use points::{
    BeyondAnchors, BeyondGap, Compared, OccurrenceRow, Panel, Points, RankPoints, RowPoints, StepRow, Traits,
};
pub use polls::{Poll, WeightsFor};

pub use gates::{Ceiling, CeilingExceeded, Gate, Trigger};
pub use grounds::{AccumulatedOver, Accumulation, Effect, EffectOn, EffectRow, Escalation, EscalationCounts, Ground};
pub use places::{Band, ChainKey, ChainLink, Places, Quota, RankRule};
pub use sanctions::{SanctionEffect, SanctionFamily, SanctionKind, SanctionOutcome, Sanctions, SeveralSanctions};

use crate::diag::Place;
use crate::exact::{Exact, Rounding};
use crate::terms::{ItemCode, MeasureCode, PeriodCode, PollCode, RuleId};

/// Where a rule stands and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleRef {
    /// The name by which results cite it: `item:J1`, `ground:V2`.
    pub id: RuleId,
    /// Document and clause.
    pub basis: Option<String>,
    /// Whether no document says so.
    pub assumed: bool,
    /// File and line.
    pub place: Place,
}

impl RuleRef {
    /// Document and clause, or the words that mark an assumption.
    #[must_use]
    pub fn cited(&self) -> String {
        match (&self.basis, self.assumed) {
            (Some(basis), true) if !["示例设定", "未规定"].iter().any(|said| basis.contains(said)) => {
                format!("{basis}（示例设定，原文未规定）")
            }
            (Some(basis), _) => basis.clone(),
            (None, _) => "本项为示例设定，原文未规定".to_owned(),
        }
    }
}

/// Exact or rounded, three times.
#[derive(Debug, Clone)]
pub struct Compare {
    /// Looked up in the bands.
    pub band: By,
    /// Ranks, places, ties.
    pub rank: By,
    /// The unit's value in a leader's score.
    pub unit_share: By,
    /// Totals that lie less than this below a better band are listed for the committee.
    pub near_line: Option<Exact>,
    /// The rule.
    pub rule: RuleRef,
}

/// The total and its ends.
#[derive(Debug, Clone)]
pub struct Total {
    /// What the components add up to.
    pub declared: Exact,
    /// Highest total, bonuses included.
    pub cap: Option<Exact>,
    /// Lowest total, penalties included.
    pub floor: Option<Exact>,
    /// Periods with their shares, where periods are blended as totals; and what happens without the total of one.
    pub by_period: Option<(Vec<(PeriodCode, Exact)>, WhenMissing)>,
    /// The rule.
    pub rule: RuleRef,
}

/// Everything that decides points and grades.
#[derive(Debug, Clone)]
pub struct Worth {
    /// The total.
    pub total: Total,
    /// Rounding points.
    pub rounding: Vec<(RoundingPoint, Rounding, RuleRef)>,
    /// Exact or rounded.
    pub compare: Compare,
    /// Components in the scheme's order.
    pub components: Vec<Component>,
    /// Items in the scheme's order, parts included.
    pub items: Vec<Item>,
    /// Measures.
    pub measures: Vec<Measure>,
    /// Polls.
    pub polls: Vec<Poll>,
    /// Families.
    pub families: Vec<Family>,
    /// Veto grounds.
    pub grounds: Vec<Ground>,
    /// Events that add up.
    pub accumulations: Vec<Accumulation>,
    /// What rises from people to their unit.
    pub escalations: Vec<Escalation>,
    /// Sanctions; none if the scheme knows no kinds.
    pub sanctions: Option<Sanctions>,
    /// Bands of units, highest first.
    pub unit_bands: Vec<Band>,
    /// Bands of people, highest first; empty if people are not graded.
    pub person_bands: Vec<Band>,
    /// Gates, in the scheme's order.
    pub gates: Vec<Gate>,
    /// Triggers, in the scheme's order.
    pub triggers: Vec<Trigger>,
    /// Ceilings.
    pub ceilings: Vec<Ceiling>,
    /// Ranks.
    pub rank: RankRule,
    /// Quotas.
    pub quotas: Vec<Quota>,
    /// Units that changed inside the year; none where the scheme does not say.
    pub unit_change: Option<UnitChange>,
    /// People; none if only units are assessed.
    pub people: Option<PeopleRule>,
    /// Duties, deadlines, consequences and whatever else is asked of people beside the grade.
    pub after: After,
}

impl Worth {
    /// The rounding at a point, if the scheme rounds there.
    #[must_use]
    pub fn rounding_at(&self, point: RoundingPoint) -> Option<(Rounding, &RuleRef)> {
        self.rounding.iter().find(|(at, ..)| *at == point).map(|(_, rounding, rule)| (*rounding, rule))
    }

    /// A poll by its code.
    #[must_use]
    pub fn poll(&self, code: &PollCode) -> Option<&Poll> {
        self.polls.iter().find(|poll| poll.code == *code)
    }

    /// A measure by its code.
    #[must_use]
    pub fn measure(&self, code: &MeasureCode) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.code == *code)
    }

    /// An item by its code.
    #[must_use]
    pub fn item(&self, code: &ItemCode) -> Option<&Item> {
        self.items.iter().find(|item| item.code == *code)
    }

    /// The bands of units or people, highest first.
    #[must_use]
    pub fn bands(&self, of: Whose) -> &[Band] {
        match of {
            Whose::Unit => &self.unit_bands,
            Whose::Person => &self.person_bands,
        }
    }
}
