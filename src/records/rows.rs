//! The typed rows, each with the place it came from.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::diag::Place;
use crate::facts::{
    Amendment, Claim, Confirmation, Decision, Entry, Event, MarkGiven, Occurrence, PastYear, Person, Registers,
    Sanction, Stated, Unit, UnitStep,
};
use crate::terms::{ClassCode, ItemCode, MarkCode, PeriodCode, PersonCode, PollCode, QuestionCode, Subject, UnitCode};

/// One cell of 检查评分.
#[derive(Debug, Clone)]
pub struct ItemMark {
    /// Unit.
    pub unit: UnitCode,
    /// Item or part.
    pub item: ItemCode,
    /// Period.
    pub period: PeriodCode,
    /// Inspector as written.
    pub inspector: Arc<str>,
    /// What stands there.
    pub entry: Entry<MarkGiven>,
    /// The member of the team whom the row is about, if not the whole.
    pub member: Option<PersonCode>,
    /// The row's 扣分说明, if any.
    pub note: Option<Arc<str>>,
    /// Where.
    pub place: Place,
}

/// A dated action of 履责台账.
#[derive(Debug, Clone)]
pub struct Action {
    /// Unit.
    pub unit: UnitCode,
    /// Item.
    pub item: ItemCode,
    /// Period in which the day lies.
    pub period: PeriodCode,
    /// Day.
    pub date: NaiveDate,
    /// What was done.
    pub what: Arc<str>,
    /// Where (the date cell).
    pub place: Place,
}

/// What a ballot says to one question.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tick {
    /// A mark.
    Mark(MarkCode),
    /// 不了解, 弃权.
    NoView,
    /// Left blank.
    Blank,
}

/// One ballot or survey answer about one subject: a row of the sheet.
#[derive(Debug, Clone)]
pub struct Ballot {
    /// Poll.
    pub poll: PollCode,
    /// Period.
    pub period: PeriodCode,
    /// Class or channel.
    pub class: ClassCode,
    /// Subject.
    pub subject: Subject,
    /// Number, used only to find duplicates.
    pub number: Arc<str>,
    /// Whether the whole ballot is void.
    pub void: bool,
    /// Whether it is void by a rule over the whole ballot.
    pub by_rule: bool,
    /// One tick per question of the poll, in the poll's order, each with its column.
    pub ticks: Vec<(Tick, u32)>,
    /// Where (the subject cell); a tick stands in the same row at its column. Of a ballot that named its voter only the sheet
    /// is kept.
    pub place: Place,
}

/// A distribution that came counted: one subject, class and question.
#[derive(Debug, Clone)]
pub struct BallotCount {
    /// Poll.
    pub poll: PollCode,
    /// Period.
    pub period: PeriodCode,
    /// Class.
    pub class: ClassCode,
    /// Subject.
    pub subject: Subject,
    /// Question.
    pub question: QuestionCode,
    /// Counts by mark in the poll's order, each with its place.
    pub counts: Vec<(u32, Place)>,
    /// 不了解.
    pub no_view: u32,
    /// Left blank.
    pub blank: u32,
    /// Void ballots.
    pub void: u32,
    /// Those entitled to vote, if registered.
    pub entitled: Option<u32>,
    /// Ballots issued.
    pub issued: u32,
    /// Ballots returned.
    pub returned: u32,
    /// Where (the subject cell).
    pub place: Place,
}

/// 票数登记 for raw ballots.
#[derive(Debug, Clone)]
pub struct BallotReturn {
    /// Poll.
    pub poll: PollCode,
    /// Period.
    pub period: PeriodCode,
    /// Class.
    pub class: ClassCode,
    /// Subject.
    pub subject: Subject,
    /// Those entitled to vote, if registered.
    pub entitled: Option<u32>,
    /// Ballots issued.
    pub issued: u32,
    /// Ballots returned.
    pub returned: u32,
    /// Where (the returned cell).
    pub place: Place,
}

/// One number of 案件统计.
#[derive(Debug, Clone)]
pub struct CaseRow {
    /// Unit, or none for the whole county.
    pub unit: Option<UnitCode>,
    /// Year.
    pub year: i32,
    /// Indicator.
    pub indicator: ItemCode,
    /// How many.
    pub count: u32,
    /// Where.
    pub place: Place,
}

/// Everything that was read.
#[derive(Debug, Clone, Default)]
pub struct Records {
    /// Units by code.
    pub units: Vec<Unit>,
    /// People by code.
    pub people: Vec<Person>,
    /// 检查评分.
    pub marks: Vec<ItemMark>,
    /// 履责台账.
    pub actions: Vec<Action>,
    /// Raw ballots and survey answers.
    pub ballots: Vec<Ballot>,
    /// Counted ballots.
    pub ballot_counts: Vec<BallotCount>,
    /// 票数登记.
    pub ballot_returns: Vec<BallotReturn>,
    /// 案件统计.
    pub cases: Vec<CaseRow>,
    /// Claims charged to the year.
    pub claims: Vec<Claim>,
    /// Events charged to the year.
    pub events: Vec<Event>,
    /// Events charged to earlier years, where a rule remembers them.
    pub past_events: Vec<Event>,
    /// Decisions.
    pub decisions: Vec<Decision>,
    /// Duties done, talks, tasks and the other registers.
    pub registers: Registers,
    /// 事实登记.
    pub facts: Vec<Stated>,
    /// 事项登记.
    pub occurrences: Vec<Occurrence>,
    /// Decisions on the grade of an earlier year (补定等次).
    pub amendments: Vec<Amendment>,
    /// 历年结果.
    pub history: Vec<PastYear>,
    /// 单位沿革 inside the period.
    pub unit_steps: Vec<UnitStep>,
    /// 处分.
    pub sanctions: Vec<Sanction>,
    /// 确认.
    pub confirmations: Vec<Confirmation>,
}
