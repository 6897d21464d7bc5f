//! The scheme files exactly as typed: every decision optional, so that a missing one can be asked for in plain words.

mod effects;
mod gates;
mod after;
mod duties;
mod ballot_rules;
mod components;
mod families;
mod grades;
mod item_rules;
mod items;
mod layouts;
mod measures;
mod memory;
mod people;
mod polls;
mod quoted;
mod sanctions;

pub use after::{
    RawAppeal, RawConsequence, RawConsequences, RawLadder, RawProcedure, RawProcedureStep, RawResponsibility,
    RawResultList, RawRung,
};
pub use ballot_rules::{RawBallotRule, RawQuorum, RawVoidLimit, RawWeightsFor, Relations};
pub use components::{RawComponent, RawPeriodWeight};
pub use duties::{RawAppointment, RawChecklist, RawDeadline, RawDuty, RawQuestionLine, RawRecordCheck, RawRosterCheck};
pub use effects::RawEffect;
pub use families::{RawFamily, RawLevel, RawTier};
pub use gates::{RawCeiling, RawGate, RawTrigger};
pub use grades::{RawBand, RawCompare, RawGround, RawPlaces, RawQuota, RawRank, RawRounding, RawTotal};
pub use item_rules::{RawAnchor, RawMarkWord, RawOccurrenceRow, RawStep};
pub use items::{RawCaseIndicator, RawItem, RawItemPolicy};
pub use layouts::{Names, RawLayout};
pub use measures::{RawCondition, RawMeasure};
pub use memory::{RawAccumulation, RawEscalation};
pub use people::{RawPeople, RawPostRule, RawRole, RawUnitChange};
pub use polls::{RawClass, RawMark, RawPoll, RawQuestion};
pub use quoted::{Limit, Quoted, WordOr};
pub use sanctions::{RawSanction, RawSanctionEffect, RawSanctions};

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::worth::ChangeInPeriod;

/// One file of a scheme folder. A scheme may be one file or many; each top-level table may stand in any of them.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(title = "Kaoze scheme file")]
pub struct RawScheme {
    /// Title, issuer and dates of the scheme. Exactly one file has it.
    pub scheme: Option<RawHead>,
    /// 单位类别: rank and quota are worked out inside a group.
    pub group: Vec<RawGroup>,
    /// 考核期 inside the assessment year.
    pub period: Vec<RawPeriod>,
    /// What the components add up to, and what may exceed it.
    pub total: Option<RawTotal>,
    /// The points at which values are rounded; nothing else is ever rounded.
    pub rounding: Vec<RawRounding>,
    /// Whether band, rank and the leaders' share use the exact or the rounded value.
    pub compare: Option<RawCompare>,
    /// Parts of the total.
    pub component: Vec<RawComponent>,
    /// Decisions that hold for every item which does not decide otherwise.
    pub item_policy: Option<RawItemPolicy>,
    /// 考核项目.
    pub item: Vec<RawItem>,
    /// 案件统计 indicators.
    pub case_indicator: Vec<RawCaseIndicator>,
    /// Named numbers of a subject, which items and conditions read.
    pub measure: Vec<RawMeasure>,
    /// 民主测评 and 满意度调查.
    pub poll: Vec<RawPoll>,
    /// 加分 and 扣分 families.
    pub family: Vec<RawFamily>,
    /// 一票否决 grounds.
    pub ground: Vec<RawGround>,
    /// Kinds of 处分.
    pub sanction: Vec<RawSanction>,
    /// What each kind does to the grade of which year.
    pub sanction_effect: Vec<RawSanctionEffect>,
    /// Which of several sanctions governs.
    pub sanctions: Option<RawSanctions>,
    /// Events that add up over a term or over years.
    pub accumulation: Vec<RawAccumulation>,
    /// People's sanctions or events that strike their unit.
    pub escalation: Vec<RawEscalation>,
    /// Conditions that bar a grade.
    pub gate: Vec<RawGate>,
    /// Conditions that put somebody on a list, or before a review.
    pub trigger: Vec<RawTrigger>,
    /// Highest means of whole sets.
    pub ceiling: Vec<RawCeiling>,
    /// 等次 as half-open intervals.
    pub band: Vec<RawBand>,
    /// How ranks are given.
    pub rank: Option<RawRank>,
    /// Places in the top grade.
    pub quota: Vec<RawQuota>,
    /// Units set up, merged or abolished inside the year.
    pub unit_change: Option<RawUnitChange>,
    /// How people are scored.
    pub people: Option<RawPeople>,
    /// Which of several posts held at once counts, before `two_posts` is asked.
    pub post_rule: Vec<RawPostRule>,
    /// 表样: which header means which field.
    pub layout: Vec<RawLayout>,
    /// 履责要求: counts, last days and coverage.
    pub duty: Vec<RawDuty>,
    /// 期限 from one date of a row to another.
    pub deadline: Vec<RawDeadline>,
    /// What a change of post asks for.
    pub appointment: Vec<RawAppointment>,
    /// 分工检查.
    pub roster_check: Vec<RawRosterCheck>,
    /// 登记检查 of talks and tasks.
    pub record_check: Vec<RawRecordCheck>,
    /// 清单 of questions answered 是 or 否.
    pub checklist: Vec<RawChecklist>,
    /// 后果 of grades, grounds and sanctions.
    pub consequence: Vec<RawConsequence>,
    /// What holds for all consequences.
    pub consequences: Option<RawConsequences>,
    /// 责任划分.
    pub responsibility: Vec<RawResponsibility>,
    /// 追究方式 by gravity.
    pub ladder: Vec<RawLadder>,
    /// 申诉.
    pub appeal: Option<RawAppeal>,
    /// 办理程序.
    pub procedure: Vec<RawProcedure>,
    /// 年终考核结果清单.
    pub result_list: Option<RawResultList>,
    /// Rules of the extended scheme that do not hold here.
    pub remove: Vec<RawRemove>,
}

/// Title, issuer and dates.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawHead {
    /// Code; the name of the folder.
    #[schemars(with = "String")]
    pub code: Spanned<String>,
    /// Full title.
    pub title: String,
    /// Who issued it.
    pub issuer: String,
    /// In force from this day.
    pub from: String,
    /// In force to this day, if it ended.
    pub to: Option<String>,
    /// When somebody last checked that it still holds.
    pub checked_on: Option<String>,
    /// Whether this is an invented example.
    #[serde(default)]
    pub fictional: bool,
    /// The scheme whose rules hold unless this one changes, adds or removes them.
    pub extends: Option<String>,
    /// What happens when a rule changes inside an assessment period; asked only where a row has days of its own.
    pub change_in_period: Option<ChangeInPeriod>,
}

/// A rule of the extended scheme that does not hold here.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawRemove {
    /// Its id as results cite it: `item:J5`, `band:unit:优秀`, `people`.
    #[schemars(with = "String")]
    pub rule: Spanned<String>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// A group of units.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawGroup {
    /// Code.
    #[schemars(with = "String")]
    pub code: Spanned<String>,
    /// The name as the roster writes it.
    pub name: String,
    /// Other spellings.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// A period inside the year.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawPeriod {
    /// Code.
    #[schemars(with = "String")]
    pub code: Spanned<String>,
    /// The name as sheets write it.
    pub name: String,
    /// First day, `MM-DD`.
    pub from: String,
    /// Last day, `MM-DD`.
    pub to: String,
}
