//! Scores, exact and as rounded.

use std::collections::BTreeMap;

use super::charged::ChargedPoints;
use super::trace::Step;
use super::values::{Measured, Measures};
use crate::charges::Charged;
use crate::exact::{Exact, Rounding};
use crate::facts::{Decision, Event, Person, Post, Unit};
use crate::scheme::words::MeasureOf;
use crate::scheme::worth::{Measure, RuleRef};
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

/// One family of one unit.
#[derive(Debug, Clone)]
pub struct AdjustmentScore {
    /// Family.
    pub family: FamilyCode,
    /// Signed sum before the cap.
    pub raw: Exact,
    /// Signed sum after the cap.
    pub score: Exact,
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

/// A person's score.
#[derive(Debug, Clone)]
pub struct PersonScore {
    /// Person.
    pub person: Person,
    /// Posts that count; the first is the one that names group and role.
    pub counted: Vec<CountedPost>,
    /// The unit and role under which the person is listed.
    pub listed: Option<(UnitCode, RoleCode)>,
    /// The units' part, weighted.
    pub unit_part: Option<Exact>,
    /// The own ballots, unweighted.
    pub own: Option<PollScore>,
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
