//! Facts that ride unchanged from the rows to the rulings: rosters, claims, events, decisions, and what an inspector gave.
//!
//! **In**: nothing; `records` makes them. **Out**: plain values with places. **Holds**: every code in them is known.
//! **Does not**: read, count or judge. They stand here because `scores` and `grades` may not name `records`.

mod registers;

pub use registers::{Answer, Deed, Gravity, Receipt, Registers, StepTaken, Talk, Task, TookPart};

use std::sync::Arc;

use chrono::NaiveDate;

use crate::diag::Place;
use crate::exact::Exact;
use crate::scheme::words::RoleKind;
use crate::terms::{FamilyCode, Grade, GroundCode, GroupCode, PersonCode, RoleCode, Subject, UnitCode};

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

impl Post {
    /// Whether the post was held on this day.
    #[must_use]
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}
