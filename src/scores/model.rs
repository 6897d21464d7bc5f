//! Scores, exact and as rounded.

use std::collections::BTreeMap;

use super::calc::Calc;
use super::charged::ChargedPoints;
use super::trace::Step;
use super::values::{Measured, Measures};
use crate::charges::Charged;
use crate::diag::Text;
use crate::exact::{Exact, Rounding};
use crate::facts::{Claim, Decision, Event, Person, Post, Unit};
use crate::scheme::words::MeasureOf;
use crate::scheme::worth::{Measure, RuleRef, ShortService};
use crate::terms::{
    ClassCode, ComponentCode, FamilyCode, ItemCode, PeriodCode, PersonCode, PollCode, RoleCode, Subject, UnitCode,
};

/// A value before and after the rounding that the scheme names for its point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rounded {
    /// Exact.
    pub exact: Exact,
    /// Rounded, or the same where the scheme does not round here. Later stages use this one.
    pub value: Exact,
    /// The rounding that was applied.
    pub rounding: Option<Rounding>,
}

impl Rounded {
    /// Rounds once, if there is a rounding.
    #[must_use]
    pub fn by(exact: Exact, rounding: Option<Rounding>) -> Self {
        let value = rounding.map_or_else(|| exact.clone(), |rounding| rounding.apply(&exact));
        Self { exact, value, rounding }
    }
}

/// How a score came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Points from facts.
    Scored,
    /// Nought (or another fixed value) because a rule says so where nothing was submitted.
    ZeroByRule,
    /// Does not apply.
    NotApplicable,
    /// Nothing was submitted, and the rule leaves it out.
    NotSubmitted,
    /// Nothing was submitted, and the rule leaves it to the committee.
    Pending,
    /// What was submitted is not recognised.
    Rejected,
}

/// One item of one unit in one period.
#[derive(Debug, Clone)]
pub struct ItemScore {
    /// Item.
    pub item: ItemCode,
    /// Period.
    pub period: PeriodCode,
    /// Full marks.
    pub full: Exact,
    /// Points; none if it does not apply or is pending.
    pub score: Option<Rounded>,
    /// How it came about.
    pub state: State,
    /// How many marks were averaged, or actions counted.
    pub divisor: u32,
}

/// One poll about one subject in one period.
#[derive(Debug, Clone)]
pub struct PollScore {
    /// Poll.
    pub poll: PollCode,
    /// Period.
    pub period: PeriodCode,
    /// Score; none if no class answered, the poll does not count, or an empty part is pending.
    pub score: Option<Rounded>,
    /// Whether the committee must decide first.
    pub pending: bool,
    /// Each class with its mean; none for an empty class.
    pub classes: BTreeMap<ClassCode, Option<Rounded>>,
    /// The weights that were used, as a sum; below one when empty classes were left out.
    pub divisor: Exact,
}

/// One component of one unit.
#[derive(Debug, Clone)]
pub struct ComponentScore {
    /// Component.
    pub component: ComponentCode,
    /// Score after the blend of periods; none if it is missing.
    pub score: Option<Rounded>,
    /// How it came about.
    pub state: State,
    /// The period weights that were used, as a sum.
    pub divisor: Exact,
    /// The score of each of its periods, exact and inside the component's own ends; none where it has no value.
    pub periods: Vec<(PeriodCode, Option<Exact>)>,
}

/// What became of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimState {
    /// It counts in full.
    Counted,
    /// It counts, divided by the number of claimants of its document.
    Shared(u32),
    /// Another claim of the same subject on the same document counts.
    Repeated,
    /// Two claim the document, and then none counts.
    TwoClaimants,
    /// The award counts in this other year.
    OtherYear(i32),
    /// The award came after the cut-off, and counts in no year.
    TooLate,
    /// There is no evidence.
    NoEvidence,
    /// No issuing body is named.
    NoIssuer,
    /// The issuing body is not one of those recognised.
    IssuerNotRecognised,
}

impl ClaimState {
    /// The word in results.json.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Counted => "counted",
            Self::Shared(_) => "shared",
            Self::Repeated => "repeated",
            _ => "rejected",
        }
    }

    /// The reason in results.json; none for one that counts in full.
    #[must_use]
    pub fn reason(self) -> Option<String> {
        Some(match self {
            Self::Counted => return None,
            Self::Shared(n) => format!("shared:{n}"),
            Self::Repeated => "one_document".to_owned(),
            Self::TwoClaimants => "two_claimants".to_owned(),
            Self::OtherYear(year) => format!("year:{year}"),
            Self::TooLate => "too_late".to_owned(),
            Self::NoEvidence => "no_evidence".to_owned(),
            Self::NoIssuer => "no_issuer".to_owned(),
            Self::IssuerNotRecognised => "issuer_not_recognised".to_owned(),
        })
    }

    /// The reason in words.
    #[must_use]
    pub fn said(self) -> Text {
        match self {
            Self::Counted => Text::default(),
            Self::Shared(n) => Text::new(format!("{n} 家共报，平分"), format!("shared by {n} claimants")),
            Self::Repeated => Text::new("同一文件已计一次，不计", "its document counts once already"),
            Self::TwoClaimants => Text::new("两家以同一文件申报，都不计", "two claim the document; neither counts"),
            Self::OtherYear(year) => Text::new(format!("应计入{year}年度，不计"), format!("belongs to {year}")),
            Self::TooLate => Text::new("超过截止日，不计", "after the cut-off"),
            Self::NoEvidence => Text::new("没有佐证材料，不计", "without evidence"),
            Self::NoIssuer => Text::new("没有发文机关，不计", "without an issuing body"),
            Self::IssuerNotRecognised => Text::new("发文机关不在认可之列，不计", "the issuing body is not recognised"),
        }
    }

    /// Whether any points come of it.
    #[must_use]
    pub fn counts(self) -> bool {
        matches!(self, Self::Counted | Self::Shared(_))
    }
}

/// A claim with what became of it.
#[derive(Debug, Clone)]
pub struct ClaimScore {
    /// The claim.
    pub claim: Claim,
    /// Points by level and tier, before anything else.
    pub full: Exact,
    /// Points that count.
    pub points: Exact,
    /// What became of it.
    pub state: ClaimState,
}

impl ClaimScore {
    /// With the points that its state leaves.
    #[must_use]
    pub fn settled(mut self) -> Self {
        self.points = match self.state {
            ClaimState::Counted => self.full.clone(),
            ClaimState::Shared(n) => self.full.divided_by(&Exact::from(n)).unwrap_or_else(Exact::zero),
            _ => Exact::zero(),
        };
        self
    }

    /// Takes another state, with its points.
    pub fn become_state(&mut self, state: ClaimState) {
        *self = Self { state, ..self.clone() }.settled();
    }
}

/// One family of one unit or person.
#[derive(Debug, Clone)]
pub struct AdjustmentScore {
    /// Family.
    pub family: FamilyCode,
    /// Signed sum before the cap.
    pub raw: Exact,
    /// Signed sum after the cap.
    pub score: Exact,
    /// Scored, or rejected when no claim counts.
    pub state: State,
}

/// A unit's score.
#[derive(Debug, Clone)]
pub struct UnitScore {
    /// Unit.
    pub unit: Unit,
    /// Items, by code and period.
    pub items: Vec<ItemScore>,
    /// Polls, by code and period.
    pub polls: Vec<PollScore>,
    /// Components in the scheme's order.
    pub components: Vec<ComponentScore>,
    /// Families with any claim, in the scheme's order.
    pub adjustments: Vec<AdjustmentScore>,
    /// What events did to the score.
    pub charged: Vec<ChargedPoints>,
    /// Whether it ended before the last day and stays without a grade.
    pub dissolved: bool,
    /// Total; none while something is pending.
    pub total: Option<Rounded>,
    /// The total without what events did to it, where they did something.
    pub spared: Option<Rounded>,
    /// What is pending, by rule.
    pub pending: Vec<RuleRef>,
    /// Why, for a unit that was asked about.
    pub trace: Option<Step>,
}

/// A post that counts, with its share.
#[derive(Debug, Clone)]
pub struct CountedPost {
    /// The post.
    pub post: Post,
    /// Days held inside the period.
    pub days: i64,
    /// Share of the person's score; all shares sum to one.
    pub share: Exact,
}

/// A part of a person's score.
#[derive(Debug, Clone)]
pub struct PersonPart {
    /// Code: `unit`, `own`, `supervised`, or that of a component or poll.
    pub code: String,
    /// Name.
    pub name: String,
    /// What it brings to the total; for what is the person's own, its value as it is. None if it is missing.
    pub score: Option<Rounded>,
    /// The formula for a machine, for a person that was asked about.
    pub calc: Option<Calc>,
}

/// A person's score.
#[derive(Debug, Clone)]
pub struct PersonScore {
    /// Person.
    pub person: Person,
    /// Posts that count; the first is the one that names group and role.
    pub counted: Vec<CountedPost>,
    /// The unit and role under which the person is listed.
    pub listed: Option<(UnitCode, RoleCode)>,
    /// What the score is made of, in the order of the roles' parts.
    pub parts: Vec<PersonPart>,
    /// Polls about the person: the own ballots first.
    pub polls: Vec<PollScore>,
    /// Families of people with any claim, in the scheme's order.
    pub adjustments: Vec<AdjustmentScore>,
    /// Days in post inside the period.
    pub service: i64,
    /// The days that the scheme asks for and what becomes of those who have fewer, for one who has.
    pub short: Option<(u32, ShortService)>,
    /// What events did to the score.
    pub charged: Vec<ChargedPoints>,
    /// Total; none while something is pending.
    pub total: Option<Rounded>,
    /// The total without what events did to it, where they did something.
    pub spared: Option<Rounded>,
    /// What is pending, by rule.
    pub pending: Vec<RuleRef>,
    /// Why there is nothing to score, if so.
    pub no_post: bool,
    /// Why, for a person that was asked about.
    pub trace: Option<Step>,
}

/// Everything scored, and the facts that the rulings need.
#[derive(Debug, Clone, Default)]
pub struct Scored {
    /// Units by code.
    pub units: Vec<UnitScore>,
    /// People by code.
    pub people: Vec<PersonScore>,
    /// Events charged to the year.
    pub events: Vec<Event>,
    /// Who is struck by what, and what the rulings remember.
    pub charged: Charged,
    /// Decisions.
    pub decisions: Vec<Decision>,
    /// Measures that rules beyond the items read, by subject.
    pub measures: Measures,
    /// Claims with what became of them.
    pub claims: Vec<ClaimScore>,
    /// Totals of last year, as 历年结果 has them.
    pub last_totals: BTreeMap<Subject, Exact>,
}

impl Scored {
    /// A unit by its code.
    #[must_use]
    pub fn unit(&self, code: &UnitCode) -> Option<&UnitScore> {
        self.units.binary_search_by(|unit| unit.unit.code.cmp(code)).ok().map(|at| &self.units[at])
    }

    /// A measure made from facts, of a subject. A unit's measure about a person is that of the unit under which the person
    /// is listed; a county's measure is the same for all.
    #[must_use]
    pub fn measured(&self, measure: &Measure, subject: &Subject) -> Option<&Measured> {
        let whose = match (measure.of, subject) {
            (MeasureOf::County, _) => None,
            (MeasureOf::Unit, Subject::Person(code)) => {
                let (unit, _) = self.person(code)?.listed.as_ref()?;
                Some(Subject::Unit(unit.clone()))
            }
            (_, subject) => Some(subject.clone()),
        };
        self.measures.get(&(measure.code.clone(), whose))
    }

    /// A person by code.
    #[must_use]
    pub fn person(&self, code: &PersonCode) -> Option<&PersonScore> {
        self.people.binary_search_by(|person| person.person.code.cmp(code)).ok().map(|at| &self.people[at])
    }
}
