//! What was counted, and the facts that ride along.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::diag::Place;
use crate::facts::{
    Amendment, Claim, Confirmation, Decision, Entry, Event, MarkGiven, Occurrence, PastYear, Person, Registers,
    Sanction, Stated, Unit,
};
use crate::scheme::words::{PollFailed, SmallSample};
use crate::terms::{
    ClassCode, ItemCode, MeasureCode, PeriodCode, PersonCode, PollCode, QuestionCode, Subject, UnitCode,
};

/// Everything that was counted.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// Units by code.
    pub units: Vec<Unit>,
    /// People by code.
    pub people: Vec<Person>,
    /// Claims charged to the year.
    pub claims: Vec<Claim>,
    /// Events charged to the year.
    pub events: Vec<Event>,
    /// Events charged to earlier years, where a rule remembers them.
    pub past_events: Vec<Event>,
    /// Decisions.
    pub decisions: Vec<Decision>,
    /// Decisions on the grade of an earlier year.
    pub amendments: Vec<Amendment>,
    /// 历年结果.
    pub history: Vec<PastYear>,
    /// 处分.
    pub sanctions: Vec<Sanction>,
    /// 确认.
    pub confirmations: Vec<Confirmation>,
    /// Duties done, talks, tasks and the other registers.
    pub registers: Registers,
    /// What inspectors gave, by unit, item and period, sorted by inspector.
    pub marks: BTreeMap<(UnitCode, ItemCode, PeriodCode), Vec<Given>>,
    /// Dated actions, by unit, item and period, sorted by day.
    pub actions: BTreeMap<(UnitCode, ItemCode, PeriodCode), Vec<Counted>>,
    /// Polls by code, period and subject.
    pub polls: BTreeMap<(PollCode, PeriodCode, Subject), PollTally>,
    /// Case statistics by unit (none for the whole county), year and indicator.
    pub cases: BTreeMap<(Option<UnitCode>, i32, ItemCode), CaseCount>,
    /// Stated numbers by measure and subject (none for the whole county), in the order of their places.
    pub facts: BTreeMap<(MeasureCode, Option<Subject>), Vec<Stated>>,
    /// Occurrences by unit, in the order of their days.
    pub occurrences: BTreeMap<UnitCode, Vec<Occurrence>>,
}

/// One inspector's entry.
#[derive(Debug, Clone)]
pub struct Given {
    /// Inspector as written.
    pub inspector: Arc<str>,
    /// What stands there.
    pub entry: Entry<MarkGiven>,
    /// The member of the team whom it is about, if not the whole.
    pub member: Option<PersonCode>,
    /// 扣分说明.
    pub note: Option<Arc<str>>,
    /// Where.
    pub place: Place,
}

/// One dated action.
#[derive(Debug, Clone)]
pub struct Counted {
    /// Day.
    pub date: NaiveDate,
    /// What was done.
    pub what: Arc<str>,
    /// Where.
    pub place: Place,
}

/// One number of the case statistics.
#[derive(Debug, Clone)]
pub struct CaseCount {
    /// How many.
    pub count: u32,
    /// Where.
    pub place: Place,
}

/// One poll about one subject.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PollTally {
    /// By class; a class without any ballot is absent.
    pub classes: BTreeMap<ClassCode, ClassTally>,
    /// What the scheme asks of the poll and it does not have.
    pub missed: Vec<Missed>,
}

/// Something that the scheme asks of a poll and it does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missed {
    /// What.
    pub what: Asked,
    /// What follows.
    pub then: PollFailed,
    /// So many.
    pub n: u32,
    /// Of so many.
    pub of: u32,
}

/// What can be asked of a poll.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Enough ballots returned.
    Quorum,
    /// Not too many void ballots.
    FewVoid,
    /// Not more returned than issued.
    NotOver,
}

impl PollTally {
    /// What follows from all that is missed: void before pending before a warning.
    #[must_use]
    pub fn failed(&self) -> Option<&Missed> {
        let depth = |missed: &&Missed| match missed.then {
            PollFailed::Void => 0,
            PollFailed::Pend => 1,
            PollFailed::Warning => 2,
        };
        self.missed.iter().min_by_key(depth)
    }

    /// Whether the split by class must not be shown: some class that voted has fewer ballots than `min_count`.
    #[must_use]
    pub fn is_withheld(&self, min_count: u32) -> bool {
        self.classes.values().any(|class| class.valid > 0 && class.valid < min_count)
    }
}

/// One class about one subject.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ClassTally {
    /// Those entitled to vote, if registered.
    pub entitled: Option<u32>,
    /// Ballots issued, if registered.
    pub issued: Option<u32>,
    /// Ballots returned, if registered.
    pub returned: Option<u32>,
    /// Ballots counted: not void.
    pub valid: u32,
    /// Void ballots.
    pub void: u32,
    /// Those of them that are void by a rule over the whole ballot.
    pub void_by_rule: u32,
    /// What follows from a sample that is too small.
    pub small: Option<SmallSample>,
    /// Whether all of them are void because more were returned than issued.
    pub voided: bool,
    /// By question.
    pub questions: BTreeMap<QuestionCode, Distribution>,
    /// Cells by question and mark's place in the scheme's list, for a subject that was asked about.
    pub places: BTreeMap<(QuestionCode, usize), Vec<Place>>,
}

/// How many ticked what.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Distribution {
    /// By mark, in the scheme's order.
    pub marks: Vec<u32>,
    /// 不了解, 弃权.
    pub no_view: u32,
    /// Left blank.
    pub blank: u32,
}

impl Distribution {
    /// An empty distribution over so many marks.
    #[must_use]
    pub fn over(n_marks: usize) -> Self {
        Self { marks: vec![0; n_marks], ..Self::default() }
    }

    /// Answers with a mark.
    #[must_use]
    pub fn ticked(&self) -> u32 {
        self.marks.iter().sum()
    }
}
