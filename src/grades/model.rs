//! Grades, and every step that led to them.

use std::collections::BTreeMap;

use crate::diag::Place;
use crate::exact::Exact;
use crate::facts::Event;
use crate::scheme::worth::{RuleRef, Whose};
use crate::scores::Rounded;
use crate::terms::{ComponentCode, Grade, GroupCode, RoleCode, Subject};

/// One who is graded: what the rulings need to know of a unit or a person.
#[derive(Debug, Clone)]
pub(super) struct Entrant {
    pub subject: Subject,
    pub group: Option<GroupCode>,
    pub role: Option<RoleCode>,
    pub total: Option<Rounded>,
    /// Components by which a chain parts equals.
    pub components: BTreeMap<ComponentCode, Exact>,
    /// Why nothing can be graded yet, or at all.
    pub why_not: Option<Why>,
}

/// Why there is no grade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// A value waits for the committee: the rules concerned.
    ValuePending(Vec<RuleRef>),
    /// Equals stand across the edge of the places, and the committee chooses.
    TiePending(RuleRef),
    /// No post inside the period.
    NoPost,
    /// The unit ended before the last day.
    Dissolved,
    /// Fewer days in post than the scheme asks for: 不定等次.
    ShortService,
    /// The scheme has no bands for people.
    NotGraded,
}

/// Which stage made a ruling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The band alone.
    Band,
    /// A veto.
    Veto,
    /// The places.
    Quota,
    /// The committee.
    Decision,
}

impl Stage {
    /// The word in results.json.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Band => "band",
            Self::Veto => "veto",
            Self::Quota => "quota",
            Self::Decision => "decision",
        }
    }
}

/// One step from band to grade.
#[derive(Debug, Clone)]
pub struct RulingStep {
    /// Stage.
    pub stage: Stage,
    /// Before.
    pub from: Option<Grade>,
    /// After.
    pub to: Option<Grade>,
    /// Rule.
    pub rule: RuleRef,
    /// Facts by name: event, date, document, places, decision, reason.
    pub facts: BTreeMap<String, String>,
    /// The cells of the event or decision.
    pub places: Vec<Place>,
}

/// What became of one subject.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Subject.
    pub subject: Subject,
    /// Rank in its pool.
    pub rank: Option<u32>,
    /// How many are ranked there.
    pub ranked: u32,
    /// The grade that the band alone gives.
    pub band: Option<Grade>,
    /// Every step.
    pub rulings: Vec<RulingStep>,
    /// The grade.
    pub grade: Option<Grade>,
    /// Why there is none.
    pub why_not: Option<Why>,
    /// The grade without any veto, if a veto hit.
    pub without_veto: Option<Grade>,
}

/// One who is hit by an event, and as what.
#[derive(Debug, Clone)]
pub struct VetoHit {
    /// Who.
    pub subject: Subject,
    /// `unit`, `principal`, `in_charge`, `person`.
    pub as_what: &'static str,
    /// The event.
    pub event: Event,
    /// Name of its ground.
    pub ground_name: String,
    /// Highest grade left.
    pub cap: Grade,
    /// Whether a decision may lift it.
    pub may_lift: bool,
    /// Rule.
    pub rule: RuleRef,
}

/// The places of one pool and who has them.
#[derive(Debug, Clone)]
pub struct QuotaRuling {
    /// Rule.
    pub rule: RuleRef,
    /// Units or people.
    pub whose: Whose,
    /// Pool.
    pub pool: String,
    /// Grade.
    pub grade: Grade,
    /// Base.
    pub base: u32,
    /// Share × base.
    pub theoretical: Exact,
    /// After rounding.
    pub places: u32,
    /// Who has one, best first.
    pub placed: Vec<Subject>,
    /// Who reached the band and has none.
    pub lost: Vec<Subject>,
    /// Who waits for the committee.
    pub tied: Vec<Subject>,
}

/// Everything graded.
#[derive(Debug, Clone)]
pub struct Graded {
    /// Units by code.
    pub units: Vec<Outcome>,
    /// People by code.
    pub people: Vec<Outcome>,
    /// Places.
    pub quotas: Vec<QuotaRuling>,
    /// Who was hit by what.
    pub hits: Vec<VetoHit>,
}
