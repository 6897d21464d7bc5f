//! The typed rows, each with the place it came from.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::diag::Place;
use crate::exact::Exact;
use crate::scheme::words::RoleKind;
use crate::terms::{
    ClassCode, FamilyCode, Grade, GroundCode, GroupCode, ItemCode, MarkCode, PeriodCode, PersonCode, PollCode,
    QuestionCode, RoleCode, Subject, UnitCode,
};

/// 单位名册.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Code.
    pub code: UnitCode,
    /// Name.
    pub name: Arc<str>,
    /// Group.
    pub group: GroupCode,
    /// Where.
    pub place: Place,
}

/// A person of the roster.
#[derive(Debug, Clone)]
pub struct Person {
    /// Code.
    pub code: PersonCode,
    /// Name.
    pub name: Arc<str>,
    /// Posts in order of their start.
    pub posts: Vec<Post>,
    /// Where the person is first named.
    pub place: Place,
}

/// A post held from one day to another, both included.
#[derive(Debug, Clone)]
pub struct Post {
    /// Unit.
    pub unit: UnitCode,
    /// 职务 as written.
    pub post: Arc<str>,
    /// Role.
    pub role: RoleCode,
    /// What the role is to vetoes.
    pub kind: RoleKind,
    /// First day.
    pub from: NaiveDate,
    /// Last day; none when it is still held.
    pub to: Option<NaiveDate>,
    /// 分管事项, several separated by 、 in the sheet.
    pub matters: Vec<Arc<str>>,
    /// Whether it is the main post of one who holds two.
    pub main: bool,
    /// Where.
    pub place: Place,
}

/// The five states of a cell, less "scored by rule", which only `scores` can tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry<T> {
    /// A value.
    Given(T),
    /// An empty cell: not submitted.
    Blank,
    /// Does not apply.
    NotApplicable,
}

/// What an inspector put down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkGiven {
    /// Points.
    Points(Exact),
    /// A number of actions or events.
    Count(u32),
    /// A date.
    Date(NaiveDate),
    /// 有 or 无.
    YesNo(bool),
}

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
    /// One tick per question of the poll, in the poll's order, each with its column.
    pub ticks: Vec<(Tick, u32)>,
    /// Where (the subject cell); a tick stands in the same row at its column.
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

/// A bonus or penalty claim charged to the year.
#[derive(Debug, Clone)]
pub struct Claim {
    /// Number.
    pub id: Arc<str>,
    /// Unit.
    pub unit: UnitCode,
    /// Family.
    pub family: FamilyCode,
    /// Level, by its place in the family.
    pub level: usize,
    /// 事项.
    pub title: Arc<str>,
    /// 文号.
    pub document: Arc<str>,
    /// Day.
    pub date: NaiveDate,
    /// 计入年度.
    pub year: i32,
    /// Where (the level cell).
    pub place: Place,
}

/// A veto event charged to the year.
#[derive(Debug, Clone)]
pub struct Event {
    /// Number.
    pub id: Arc<str>,
    /// Unit.
    pub unit: UnitCode,
    /// The person named, if any.
    pub person: Option<PersonCode>,
    /// Ground.
    pub ground: GroundCode,
    /// 分管事项 that it touches, if stated.
    pub matter: Option<Arc<str>>,
    /// Day.
    pub date: NaiveDate,
    /// 文号.
    pub document: Arc<str>,
    /// 处理措施.
    pub measure: Arc<str>,
    /// 计入年度.
    pub year: i32,
    /// Whether it was revoked.
    pub revoked: bool,
    /// Where (the ground cell).
    pub place: Place,
}

/// 裁定 of the committee.
#[derive(Debug, Clone)]
pub struct Decision {
    /// Number.
    pub id: Arc<str>,
    /// Subject.
    pub subject: Subject,
    /// The grade decided.
    pub grade: Grade,
    /// Who decided.
    pub body: Arc<str>,
    /// When.
    pub date: NaiveDate,
    /// Why.
    pub reason: Arc<str>,
    /// Where (the grade cell).
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
    /// Decisions.
    pub decisions: Vec<Decision>,
}
