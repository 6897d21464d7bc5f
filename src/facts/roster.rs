//! Rosters: units, people and the posts they hold.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::diag::Place;
use crate::scheme::words::RoleKind;
use crate::terms::{GroupCode, PersonCode, RoleCode, UnitCode};

/// 单位名册.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Code.
    pub code: UnitCode,
    /// Name.
    pub name: Arc<str>,
    /// Group.
    pub group: GroupCode,
    /// 设立日期, where the roster states one.
    pub from: Option<NaiveDate>,
    /// 撤销日期: the last day.
    pub to: Option<NaiveDate>,
    /// 并入单位: the unit into which it was merged.
    pub successor: Option<UnitCode>,
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
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// 层级, where the roster states one.
    pub layer: Option<Arc<str>>,
    /// 分管单位: units that the holder is in charge of.
    pub supervises: Vec<UnitCode>,
    /// 主管: who is in charge of the holder.
    pub managed_by: Option<PersonCode>,
    /// Why the holder takes no part in the assessment, if so.
    pub excluded: Option<Arc<str>>,
    /// Where.
    pub place: Place,
}

impl Unit {
    /// Whether it existed on some day from one to another.
    #[must_use]
    pub fn exists_between(&self, from: NaiveDate, to: NaiveDate) -> bool {
        self.from.is_none_or(|set_up| set_up <= to) && self.to.is_none_or(|last| last >= from)
    }
}

impl Person {
    /// Why the person takes no part in the assessment: the reason at the last post inside it that states one.
    #[must_use]
    pub fn excluded(&self, from: NaiveDate, to: NaiveDate) -> Option<&Arc<str>> {
        let inside = self.posts.iter().filter(|post| post.from <= to && post.to.is_none_or(|end| end >= from));
        inside.filter_map(|post| post.excluded.as_ref()).next_back()
    }
}

impl Post {
    /// Whether the post was held on this day.
    #[must_use]
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}
