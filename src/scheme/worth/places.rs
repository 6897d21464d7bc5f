//! Grades with their intervals, ranks, and places in a grade.

use super::RuleRef;
use super::choices::{ChainEnd, EdgeTies, QuotaBase, QuotaPool, RankTies, VetoedRank, Whose};
use super::measures::When;
use crate::exact::{Exact, Mode};
use crate::terms::{ComponentCode, Grade, GroupCode, ItemCode, MeasureCode};

/// A grade and its half-open interval `[from, below)`.
#[derive(Debug, Clone)]
pub struct Band {
    /// Grade.
    pub grade: Grade,
    /// From this value on; none in the lowest band.
    pub from: Option<Exact>,
    /// Below this value; none in the highest band.
    pub below: Option<Exact>,
    /// What else must hold; a value that lies in the band and fails this falls to the next band that it meets.
    pub when: When,
    /// Whether only rulings give this grade, so that it has no interval.
    pub by_ruling: bool,
    /// The rule.
    pub rule: RuleRef,
}

/// How many places there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Places {
    /// A share of the base.
    Share(Exact),
    /// So many.
    Fixed(u32),
    /// By the size of the base: up to so many, so many places; the last row has no end.
    Steps(Vec<(Option<u32>, u32)>),
}

/// What parts equals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChainKey {
    /// A component; of a person `unit` or `own`.
    Component(ComponentCode),
    /// An item.
    Item(ItemCode),
    /// A measure.
    Measure(MeasureCode),
}

impl ChainKey {
    /// The code.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Component(code) => code.as_str(),
            Self::Item(code) => code.as_str(),
            Self::Measure(code) => code.as_str(),
        }
    }
}

/// One link of a chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainLink {
    /// What is compared.
    pub key: ChainKey,
    /// Whether the lower value stands first, as of deductions.
    pub lower_first: bool,
}

/// Places in a grade.
#[derive(Debug, Clone)]
pub struct Quota {
    /// Units or people.
    pub of: Whose,
    /// The grade whose places are limited.
    pub grade: Grade,
    /// Who competes with whom.
    pub pool: QuotaPool,
    /// Only this group.
    pub group: Option<GroupCode>,
    /// How many.
    pub places: Places,
    /// At least so many wherever anybody is in the base.
    pub minimum: Option<u32>,
    /// Who is counted in the base.
    pub base: QuotaBase,
    /// How a broken number of places becomes whole.
    pub rounding: Mode,
    /// Equals across the edge.
    pub ties: EdgeTies,
    /// Values compared in turn.
    pub chain: Vec<ChainLink>,
    /// When the chain does not part them.
    pub chain_end: ChainEnd,
    /// The grade of those who find no place.
    pub overflow: Grade,
    /// The pool whose empty places others may take.
    pub borrow: Option<String>,
    /// Whether a place that a decision frees goes to the next.
    pub refill: bool,
    /// The rule.
    pub rule: RuleRef,
}

/// How ranks are given.
#[derive(Debug, Clone)]
pub struct RankRule {
    /// Whether the place after a tie is skipped.
    pub ties: RankTies,
    /// Values that part equals before a rank is given.
    pub chain: Vec<ChainLink>,
    /// Where a vetoed unit stands.
    pub vetoed: VetoedRank,
    /// The rule.
    pub rule: RuleRef,
}
