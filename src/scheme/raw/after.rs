//! What follows from a grade, an event or a sanction, as typed.

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::layouts::Names;
use crate::scheme::worth::{
    BarKind, Binding, Cause, FirstDay, HolidayEnd, Honours, MonthEnd, SeveralBars, SeveralMeasures, StartsOn, Whose,
};

/// 后果: honours lost, and posts that are barred for so many months.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawConsequence {
    /// Code.
    #[schemars(with = "String")]
    pub code: Spanned<String>,
    /// Name: what happens, in words.
    pub name: String,
    /// What brings it about.
    pub on: Option<Cause>,
    /// The grades, codes of grounds, or kinds of sanction that do.
    #[serde(default)]
    pub of: Vec<String>,
    /// Units or people.
    #[serde(rename = "for")]
    pub whose: Option<Whose>,
    /// `on = "ground"`: only those hit as these: `unit`, `principal`, `in_charge`, `person`; without it all.
    #[serde(default)]
    pub hit_as: Vec<String>,
    /// The year whose honours are lost.
    pub honours: Option<Honours>,
    /// What is barred.
    pub bar: Option<BarKind>,
    /// `bar`: for how many months.
    pub months: Option<u32>,
    /// `bar`: from which day the months run.
    pub starts: Option<StartsOn>,
    /// Where it is filed: 廉政档案.
    pub filed_in: Option<String>,
    /// Name of the list; 后果 without it.
    pub list: Option<String>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// What holds for all consequences.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawConsequences {
    /// Several bars of one kind on one person.
    pub several: Option<SeveralBars>,
    /// When the last month has no such day.
    pub month_end: Option<MonthEnd>,
    /// Whether the day from which it runs is itself the first day.
    pub first_day: Option<FirstDay>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// 责任划分: who of those who took part, or held the post, bears which responsibility. The first row that fits counts.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawResponsibility {
    /// Code.
    #[schemars(with = "String")]
    pub code: Spanned<String>,
    /// Name: 主要领导责任.
    pub name: String,
    /// Words of 参与方式 in 集体决策; without them whoever held the post on the day of any event.
    #[serde(default)]
    pub parts: Vec<String>,
    /// Only those who were this on the day, as `who` of a duty; or `supervisor`: whoever has another post and was in charge of
    /// the event's unit, by 分管单位.
    pub who: Option<Names>,
    /// By post: the person named in the event is passed over.
    #[serde(default)]
    pub not_the_party: bool,
    /// By post: only events that name a person who was this in the event's unit on the day, as `who`. The person himself is
    /// left out.
    pub about: Option<Names>,
    /// `parts`: whether it needs a record; without one the next row is tried.
    pub needs_record: Option<bool>,
    /// Whether it means no responsibility.
    pub none: Option<bool>,
    /// Only events of these grounds.
    #[serde(default)]
    pub grounds: Vec<String>,
    /// Name of the list; 责任划分 without it.
    pub list: Option<String>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// 追究方式: from the gravity of an event to the measures proposed.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawLadder {
    /// Code.
    #[schemars(with = "String")]
    pub code: Spanned<String>,
    /// Name.
    pub name: String,
    /// Teams (units) or people.
    #[serde(rename = "for")]
    pub whose: Option<Whose>,
    /// Only events of these grounds.
    #[serde(default)]
    pub grounds: Vec<String>,
    /// Gravity by gravity, the lightest first.
    #[serde(default)]
    pub rungs: Vec<RawRung>,
    /// Words of 从重 that raise it by one.
    #[serde(default)]
    pub heavier: Vec<String>,
    /// Whether they must (应当) or may (可以).
    pub heavier_binding: Option<Binding>,
    /// Words of 从轻 that lower it by one.
    #[serde(default)]
    pub lighter: Vec<String>,
    /// Whether they must or may.
    pub lighter_binding: Option<Binding>,
    /// Words of 从轻 by which it may be let off.
    #[serde(default)]
    pub waived_by: Vec<String>,
    /// One measure, or several at once.
    pub several: Option<SeveralMeasures>,
    /// Name of the list; 责任追究建议 without it.
    pub list: Option<String>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// One gravity with its measures.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawRung {
    /// The word in 情节: 较轻.
    pub severity: String,
    /// Measures that can be taken.
    pub measures: Vec<String>,
    /// Whether the case is handed to justice.
    #[serde(default)]
    pub referral: bool,
}

/// 申诉.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawAppeal {
    /// Only decisions on events of these grounds; on all without any.
    #[serde(default)]
    pub grounds: Vec<String>,
    /// Days from receipt in which to appeal.
    pub days: Option<u32>,
    /// Days from the appeal in which to answer.
    pub answer_days: Option<u32>,
    /// Which day is the first to be counted.
    pub first_day: Option<FirstDay>,
    /// When the last day is no working day.
    pub holiday_end: Option<HolidayEnd>,
    /// Whether the decision is suspended meanwhile.
    pub suspends: Option<bool>,
    /// Name of the list; 申诉期限 without it.
    pub list: Option<String>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// 办理程序: the steps that every event goes through, and who takes each.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawProcedure {
    /// Code.
    #[schemars(with = "String")]
    pub code: Spanned<String>,
    /// Name.
    pub name: String,
    /// Only events of these grounds.
    #[serde(default)]
    pub grounds: Vec<String>,
    /// Events about units, or about a person named; without it both.
    #[serde(rename = "for")]
    pub whose: Option<Whose>,
    /// Only events with one of these words in 处理措施.
    #[serde(default)]
    pub measures: Vec<String>,
    /// `measures`: also events whose 处理措施 is still empty.
    #[serde(default)]
    pub undecided: bool,
    /// Only events of units of these groups.
    #[serde(default)]
    pub groups: Vec<String>,
    /// Steps in their order.
    #[serde(default)]
    pub steps: Vec<RawProcedureStep>,
    /// Name of the list; 办理程序 without it.
    pub list: Option<String>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// One step.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawProcedureStep {
    /// The word in 办理步骤.
    pub name: String,
    /// The bodies that may take it; without it any.
    #[serde(default)]
    pub by: Vec<String>,
    /// A step that another body must have taken: proposal and decision are kept apart.
    pub not_by_body_of: Option<String>,
}

/// 年终考核结果清单: the fourth of the 四单, written from the grades.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawResultList {
    /// Name of the list: 年终考核结果清单.
    pub name: Option<String>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}
