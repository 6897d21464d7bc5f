//! What things are: everything that `records` and `tally` may know of a scheme. Nothing here says what anything is worth.

mod layouts;
mod registers;
mod measures;
mod polls;

pub use layouts::{Field, Layout, standard_layouts, widen};
pub use measures::{MeasureFrom, MeasureOf, MeasureWords};
pub use polls::{
    BallotEffect, BallotRule, Blank, NoClass, OverReturn, PollFailed, PollKind, PollSubject, PollWords, Quorum,
    QuorumOf, Relation, SelfVote, ShareLine, SmallSample, TwoClasses, Validity, VoidLimit, Voters,
};
pub use registers::{ActionWords, Registers};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::diag::Place;
use crate::exact::Exact;
use crate::terms::{
    FamilyCode, GroundCode, GroupCode, ItemCode, PeriodCode, PollCode, RoleCode, SanctionCode, TriggerCode,
};

/// A raw table of the workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Table {
    /// 单位名册.
    Units,
    /// 干部名册.
    People,
    /// 检查评分: a row per unit and inspector, a column per item.
    Marks,
    /// 履责台账: a row per dated action.
    Ledger,
    /// 民主测评, a row per ballot and subject, a column per question.
    Ballots,
    /// 民主测评 already counted: a row per subject and question, a column per mark.
    BallotCounts,
    /// 票数登记: issued and returned.
    BallotReturns,
    /// 满意度调查, a row per respondent, a column per question.
    Survey,
    /// 案件统计: a row per unit (or the whole county), a column per indicator.
    Cases,
    /// 加减分 claims.
    Claims,
    /// 责任追究 and 一票否决 events.
    Events,
    /// 裁定 of the committee.
    Decisions,
    /// 约谈台账.
    Talks,
    /// 整改任务台账.
    Tasks,
    /// 集体决策: who took part in a decision, and how.
    Collective,
    /// 送达: who received a decision, and when.
    Receipts,
    /// 清单自查.
    Checks,
    /// 办理步骤 of an event.
    Steps,
    /// 事实登记: a row per number of a subject.
    Facts,
    /// 事项登记: a row per occurrence.
    Occurrences,
    /// 历年结果: a row per subject and earlier year.
    History,
    /// 处分: a row per sanction or investigation.
    Sanctions,
    /// 确认: what humans said about those whom a review found.
    Confirmations,
    /// 单位沿革: units renamed, merged, split.
    UnitHistory,
}

/// Where the facts of an item come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FactTable {
    /// Inspection sheets.
    Marks,
    /// The duty ledger: dated actions are counted.
    Ledger,
    /// Case statistics.
    Cases,
    /// 事项登记.
    Occurrences,
}

/// Added or taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sign {
    /// 加分.
    Bonus,
    /// 扣分.
    Penalty,
}

/// What a role is to vetoes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RoleKind {
    /// 正职.
    Principal,
    /// 分管: in charge of a matter.
    InCharge,
    /// 班子成员.
    Member,
}

/// A code with the words by which sheets name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named<C> {
    /// Code.
    pub code: C,
    /// The name that pages show.
    pub name: String,
    /// Other spellings.
    pub aliases: Vec<String>,
}

impl<C: AsRef<str>> Named<C> {
    /// Whether a cell's text names this: by code, name or alias.
    #[must_use]
    pub fn is_named(&self, text: &str) -> bool {
        self.code.as_ref() == text || self.name == text || self.aliases.iter().any(|alias| alias == text)
    }
}

/// A period inside the year.
#[derive(Debug, Clone)]
pub struct PeriodWords {
    /// Code.
    pub code: PeriodCode,
    /// Name.
    pub name: String,
    /// First month and day.
    pub from: (u32, u32),
    /// Last month and day.
    pub to: (u32, u32),
}

/// What a mark cell of an item holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkValue {
    /// Points from nought to the full marks, with at most so many places.
    Points {
        /// Full marks.
        full: Exact,
        /// Digits after the point allowed.
        places: u32,
    },
    /// A whole number of actions or events.
    Count,
    /// A date.
    Date(DateWords),
    /// 有 or 无.
    YesNo,
    /// Any exact number.
    Number,
    /// A word of a list.
    Word(Vec<Named<String>>),
    /// Rows of 事项登记.
    Occurrences(OccurrenceWords),
}

/// What a date cell may hold beside a day of the assessment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DateWords {
    /// Words that excuse a delay.
    pub excused: Vec<String>,
    /// Whether days of the next year are taken.
    pub next_year: bool,
}

/// What the rows of 事项登记 may say of an item; an empty list leaves the words free.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OccurrenceWords {
    /// 类型.
    pub kinds: Vec<String>,
    /// 层级.
    pub levels: Vec<String>,
    /// 发现方式.
    pub found_by: Vec<String>,
    /// Rows whose points a person sets.
    pub given: Vec<GivenRow>,
}

/// A row whose points a person sets, within bounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenRow {
    /// 类型, 层级 and 发现方式 that it matches; an open one matches any.
    pub traits: [Option<String>; 3],
    /// Least.
    pub least: Exact,
    /// Most.
    pub most: Exact,
}

impl GivenRow {
    /// Whether an occurrence with these traits falls under the row.
    #[must_use]
    pub fn matches(&self, traits: [Option<&str>; 3]) -> bool {
        self.traits.iter().zip(traits).all(|(own, other)| own.as_deref().is_none_or(|own| Some(own) == other))
    }
}

/// An item as sheets know it.
#[derive(Debug, Clone)]
pub struct ItemWords {
    /// Code.
    pub code: ItemCode,
    /// Name.
    pub name: String,
    /// Where its facts come from.
    pub table: FactTable,
    /// What its cells hold.
    pub value: MarkValue,
    /// Whether its marks are about members of the team, one by one.
    pub by_member: bool,
    /// Periods in which it is assessed.
    pub periods: Vec<PeriodCode>,
    /// Where the rule is written.
    pub place: Place,
}

/// A case indicator as sheets know it.
#[derive(Debug, Clone)]
pub struct CaseWords {
    /// Code and spellings.
    pub named: Named<ItemCode>,
    /// 计量单位.
    pub measure: String,
}

/// A role of the roster.
#[derive(Debug, Clone)]
pub struct RoleWords {
    /// Code and spellings.
    pub named: Named<RoleCode>,
    /// What it is to vetoes.
    pub kind: RoleKind,
}

/// A family as claims know it.
#[derive(Debug, Clone)]
pub struct FamilyWords {
    /// Code and name.
    pub named: Named<FamilyCode>,
    /// Names of its levels, in the scheme's order.
    pub levels: Vec<Named<String>>,
    /// Added or taken away.
    pub sign: Sign,
    /// Whether it is claimed for people.
    pub of_people: bool,
    /// Names of tiers inside a document, in the scheme's order.
    pub tiers: Vec<Named<String>>,
    /// Whether a document that is claimed twice is told.
    pub one_document: bool,
}

/// Everything that sheets can name.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// 单位类别.
    pub groups: Vec<Named<GroupCode>>,
    /// 考核期.
    pub periods: Vec<PeriodWords>,
    /// 角色.
    pub roles: Vec<RoleWords>,
    /// Items that have cells, parts included; items made of parts have none.
    pub items: Vec<ItemWords>,
    /// 案件统计 indicators.
    pub cases: Vec<CaseWords>,
    /// Measures.
    pub measures: Vec<MeasureWords>,
    /// Polls.
    pub polls: Vec<PollWords>,
    /// Bonus and penalty families.
    pub families: Vec<FamilyWords>,
    /// Veto grounds.
    pub grounds: Vec<Named<GroundCode>>,
    /// Kinds of 处分.
    pub sanctions: Vec<Named<SanctionCode>>,
    /// Triggers that a confirmation may name.
    pub triggers: Vec<Named<TriggerCode>>,
    /// Whether events of earlier years are kept, because a rule remembers them.
    pub remembers_events: bool,
    /// Whether a rule asks what became of a subject in earlier years.
    pub remembers_years: bool,
    /// Grades of units and people that a decision may name.
    pub grades: Vec<String>,
    /// What the sheets of each table look like.
    pub layouts: Vec<Layout>,
    /// Duties, talks, tasks, decisions, receipts, checks and steps.
    pub registers: Registers,
    /// Columns on demand that the rules need: table and field.
    pub demanded: Vec<(Table, &'static str)>,
    /// Roles that one may hold at once, because the rules say which of them counts.
    pub joint_posts: Vec<Vec<RoleCode>>,
    /// Whether the rules say what becomes of units set up or abolished inside the year.
    pub unit_changes: bool,
    /// Whether several posts held at once all count, so that none need be the main one.
    pub all_posts_count: bool,
}

impl Words {
    /// The layout of a table; every table has one.
    #[must_use]
    pub fn layout(&self, table: Table) -> Option<&Layout> {
        self.layouts.iter().find(|layout| layout.table == table)
    }

    /// Whether the rules need a column on demand.
    #[must_use]
    pub fn demands(&self, table: Table, field: &str) -> bool {
        self.demanded.iter().any(|(of, name)| *of == table && *name == field)
    }

    /// A poll by its code.
    #[must_use]
    pub fn poll(&self, code: &PollCode) -> Option<&PollWords> {
        self.polls.iter().find(|poll| poll.code == *code)
    }

    /// An item by its code.
    #[must_use]
    pub fn item(&self, code: &ItemCode) -> Option<&ItemWords> {
        self.items.iter().find(|item| item.code == *code)
    }
}
