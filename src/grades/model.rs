//! Grades, and every step that led to them.

use std::collections::BTreeMap;

use super::listed::Listed;
use crate::charges::Charge;
use crate::diag::Place;
use crate::exact::Exact;
use crate::scheme::worth::{RuleRef, Whose};
use crate::scores::{Measured, Rounded};
use crate::terms::{ComponentCode, Grade, GroupCode, ItemCode, MeasureCode, RoleCode, Subject, UnitCode};

/// One who is graded: what the rulings need to know of a unit or a person.
#[derive(Debug, Clone)]
pub(super) struct Entrant {
    pub subject: Subject,
    pub group: Option<GroupCode>,
    pub role: Option<RoleCode>,
    /// 层级 of a person.
    pub layer: Option<String>,
    /// The unit under which a person is listed.
    pub unit: Option<UnitCode>,
    /// Why a person takes no part in the assessment, if so.
    pub excluded: Option<String>,
    pub total: Option<Rounded>,
    /// The total without what events did to it, where they did something.
    pub spared: Option<Rounded>,
    /// Components by which a chain parts equals.
    pub components: BTreeMap<ComponentCode, Exact>,
    /// Items by which a chain parts equals.
    pub items: BTreeMap<ItemCode, Exact>,
    /// Measures that rules read, less those made from ranks and grades.
    pub measures: BTreeMap<MeasureCode, Measured>,
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
    /// A condition turns on a fact that is missing.
    ConditionPending(RuleRef),
    /// A sanction's effect turns on a fact that is missing.
    SanctionPending(RuleRef),
    /// A review waits for its confirmation.
    ReviewPending(RuleRef),
    /// The mean of the whole set is above its ceiling.
    CeilingPending(RuleRef),
    /// 不定等次: the rule, and whether the grade is filled in later.
    Ungraded(RuleRef, bool),
    /// The roster keeps the person out of the assessment: why.
    Excluded(String),
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
    /// A condition of a band.
    Condition,
    /// Points off, or a grade lower.
    Warning,
    /// A veto.
    Veto,
    /// A sanction.
    Sanction,
    /// A gate.
    Gate,
    /// A review.
    Review,
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
            Self::Condition => "condition",
            Self::Warning => "warning",
            Self::Veto => "veto",
            Self::Sanction => "sanction",
            Self::Gate => "gate",
            Self::Review => "review",
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

/// Facts by name; empty ones are left out.
pub(super) fn facts<const N: usize>(facts: [(&str, String); N]) -> BTreeMap<String, String> {
    facts.into_iter().filter(|(_, fact)| !fact.is_empty()).map(|(name, fact)| (name.to_owned(), fact)).collect()
}

/// What became of one subject.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Subject.
    pub subject: Subject,
    /// The pool in which it is ranked.
    pub pool: String,
    /// Whether it is ranked behind those without a veto; none where a veto keeps it out of the ranks.
    pub behind: Option<bool>,
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
    /// The lowest grade that a ruling has set so far; 不定等次 weighs against this one.
    pub(super) ruled: Option<Grade>,
}

/// One who reached the grade and has no place, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    /// Who.
    pub subject: Subject,
    /// `full`, `tie`, `chain`, `committee`, `capped`.
    pub why: &'static str,
    /// The link of the chain, or the rule of the cap.
    pub by: String,
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
    /// Of those placed, who has a place of another pool, and which.
    pub borrowed: Vec<(Subject, String)>,
    /// How many of its empty places others have.
    pub lent: u32,
    /// Why who lost out, those among them whom a ruling had barred before.
    pub why: Vec<Lost>,
}

/// A set whose mean exceeds its ceiling.
#[derive(Debug, Clone)]
pub struct Exceeded {
    /// Rule.
    pub rule: RuleRef,
    /// Units or people.
    pub whose: Whose,
    /// Pool.
    pub pool: String,
    /// Who is in it, by code.
    pub subjects: Vec<Subject>,
    /// Sum of their totals.
    pub sum: Exact,
    /// The highest sum: the line times their number.
    pub at_most: Exact,
    /// Whether their grades wait.
    pub waits: bool,
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
    /// Sets whose mean exceeds its ceiling.
    pub ceilings: Vec<Exceeded>,
    /// Who was hit by what.
    pub hits: Vec<Charge>,
    /// Lines of lists on which humans act.
    pub listed: Vec<Listed>,
}
