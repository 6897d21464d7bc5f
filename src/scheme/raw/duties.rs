//! What must be done, by whom, how often and by when, as typed.

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::layouts::Names;
use crate::scheme::worth::{
    Change, DueYear, Each, EndDate, FirstDay, GivenDate, HolidayEnd, MonthEnd, PartService, Per, StartDate, Track,
    WhenDone, Whence, Within,
};

/// 履责要求: a required number of dated actions, a last day, or each of several people at least so often.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawDuty {
    /// Code.
    #[schemars(with = "String")]
    pub code: Spanned<String>,
    /// Name.
    pub name: String,
    /// Whose duty: `unit`, or the people of it: `principal`, `in_charge`, `member`, `anyone`, or codes of roles.
    pub who: Option<Names>,
    /// Only units of these groups (people: with a post there).
    #[serde(default)]
    pub groups: Vec<String>,
    /// Which raw table holds the actions.
    pub from: Option<Whence>,
    /// The word of the action: 履责台账 事项, or 约谈台账 类型; of several words any will do.
    pub action: Option<Names>,
    /// Other spellings of the action.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// How many in each span (with `each`: with each counterpart).
    pub required: Option<u32>,
    /// The span in which so many are required.
    pub per: Option<Per>,
    /// `per = "term"`: the first day of the term.
    pub term_from: Option<String>,
    /// The last day, `MM-DD`.
    pub due: Option<String>,
    /// `due`: whether the day itself is in time.
    pub due_day_counts: Option<bool>,
    /// `due`: in the assessment year or in the next.
    pub due_year: Option<DueYear>,
    /// With whom, each of them.
    pub each: Option<Each>,
    /// `each`: only counterparts with a post in a unit of these groups.
    #[serde(default)]
    pub each_groups: Vec<String>,
    /// `each`: only counterparts in these roles.
    #[serde(default)]
    pub each_roles: Vec<String>,
    /// Whether an action without 佐证材料 (a talk without 记录) does not count.
    pub evidence: Option<bool>,
    /// People: a span during which the post was not held throughout.
    pub part_service: Option<PartService>,
    /// Name of the list; 履责清单 without it.
    pub list: Option<String>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// 期限: from a date of a row to another date, so many days at most, or so many days ahead at least.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawDeadline {
    /// Code.
    #[schemars(with = "String")]
    pub code: Spanned<String>,
    /// Name.
    pub name: String,
    /// The rows of which table.
    pub of: Option<Track>,
    /// Only rows of these kinds (talks) .
    #[serde(default)]
    pub kinds: Vec<String>,
    /// Only talks of these natures.
    #[serde(default)]
    pub natures: Vec<String>,
    /// Only tasks from these sources.
    #[serde(default)]
    pub sources: Vec<String>,
    /// Only events of these grounds.
    #[serde(default)]
    pub grounds: Vec<String>,
    /// Only units of these groups.
    #[serde(default)]
    pub groups: Vec<String>,
    /// The day from which it runs.
    pub start: Option<StartDate>,
    /// The day that must come in time.
    pub end: Option<EndDate>,
    /// `end = "action"`: the word of the action in 履责台账.
    pub action: Option<String>,
    /// `end = "talk"`: the kind of talk.
    pub talk: Option<String>,
    /// The end comes within this time.
    pub within: Option<Within>,
    /// The end comes at least this time after the start: a notice ahead of a talk.
    pub ahead: Option<Within>,
    /// Which day is the first to be counted.
    pub first_day: Option<FirstDay>,
    /// Days or months: when the last day is no working day.
    pub holiday_end: Option<HolidayEnd>,
    /// Months: when the month has no such day.
    pub month_end: Option<MonthEnd>,
    /// Tasks: whether a 期限 in the row takes the place of the rule's.
    pub given_date: Option<GivenDate>,
    /// Words in 性质, 形式, 未到 or 备注 of the row by which alone the rule binds; without them it binds every row.
    #[serde(default)]
    pub binds_on: Vec<String>,
    /// Words in 性质, 形式, 未到 or 备注 of the row by which the rule does not bind.
    #[serde(default)]
    pub waived_by: Vec<String>,
    /// Name of the list; 限期清单 without it.
    pub list: Option<String>,
    /// The letter that is sent to those who are late: 《整改督办函》.
    pub letter: Option<String>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// 任职谈话 and whatever else a change of post asks for.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawAppointment {
    /// Code.
    #[schemars(with = "String")]
    pub code: Spanned<String>,
    /// Name.
    pub name: String,
    /// Whose posts: `principal`, `in_charge`, `member`, `anyone`, or codes of roles.
    pub who: Option<Names>,
    /// Only posts in units of these groups.
    #[serde(default)]
    pub groups: Vec<String>,
    /// A post that begins or ends inside the assessment.
    pub on: Option<Change>,
    /// Before that day or from it on.
    pub when: Option<WhenDone>,
    /// Within which time before or after; without it at any time inside the year.
    pub within: Option<Within>,
    /// `within`: which day is the first to be counted.
    pub first_day: Option<FirstDay>,
    /// `within` of days or months: when the last day is no working day.
    pub holiday_end: Option<HolidayEnd>,
    /// `within` of months: when the month has no such day.
    pub month_end: Option<MonthEnd>,
    /// Which raw table shows it.
    pub from: Option<Whence>,
    /// The word of the action or kind of talk.
    pub action: Option<String>,
    /// Other spellings.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Talks: by whom, as `who`.
    pub by: Option<Names>,
    /// Name of the list; 任职谈话 without it.
    pub list: Option<String>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// 分工检查: matters that a role must not have, or the only ones it may have.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawRosterCheck {
    /// Code.
    #[schemars(with = "String")]
    pub code: Spanned<String>,
    /// Name.
    pub name: String,
    /// Whose posts, as in a duty.
    pub who: Option<Names>,
    /// Only posts in units of these groups.
    #[serde(default)]
    pub groups: Vec<String>,
    /// Words that must not be among 分管事项.
    #[serde(default)]
    pub must_not_have_matters: Vec<String>,
    /// The only words that may be among 分管事项.
    #[serde(default)]
    pub only_matters: Vec<String>,
    /// Name of the list; 分工检查 without it.
    pub list: Option<String>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// 清单: questions answered 是 or 否 by those whom it binds.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawChecklist {
    /// Code.
    #[schemars(with = "String")]
    pub code: Spanned<String>,
    /// Name.
    pub name: String,
    /// Whose list, as in a duty.
    pub who: Option<Names>,
    /// Only units of these groups (people: with a post there).
    #[serde(default)]
    pub groups: Vec<String>,
    /// The questions.
    #[serde(default)]
    pub entries: Vec<RawQuestionLine>,
    /// Whether a 是 without 佐证 counts as unanswered.
    pub evidence: Option<bool>,
    /// Name of the list; 清单自查 without it.
    pub list: Option<String>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// One question of a checklist.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawQuestionLine {
    /// Code.
    pub code: String,
    /// The question, answered 是 where all is well.
    pub text: String,
    /// Clause, where it differs from that of the list.
    pub basis: Option<String>,
}

/// 登记检查: fields that every row of 约谈台账 or 整改任务台账 must have.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawRecordCheck {
    /// Code.
    #[schemars(with = "String")]
    pub code: Spanned<String>,
    /// Name.
    pub name: String,
    /// The rows of which table.
    pub of: Option<Track>,
    /// Only talks of these kinds; those to which the person did not come (未到情况) are left out.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// Only tasks from these sources.
    #[serde(default)]
    pub sources: Vec<String>,
    /// Only units of these groups.
    #[serde(default)]
    pub groups: Vec<String>,
    /// Fields that must not be empty: of talks `talker`, `nature`, `trigger`, `form`, `record`, `notice`, `report`, `signed`,
    /// `filed`; of tasks `person`, `due`, `measures`, `report`, `lead`, `assist`, `chief`, `standard`, `target`,
    /// `safeguards`, `overseer`.
    #[serde(default)]
    pub complete: Vec<String>,
    /// Name of the list; 登记不全 without it.
    pub list: Option<String>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}
