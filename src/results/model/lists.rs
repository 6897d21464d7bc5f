//! Lists of results.json: what people act on.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::exact::Exact;

/// Something for the committee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// `tie`, `pending`, `near_line`, `veto`, `decision`.
    pub kind: String,
    /// `unit` or `person`.
    pub whose: String,
    /// Subject codes.
    pub subjects: Vec<String>,
    /// Rule id.
    pub rule: String,
    /// The facts, in words free of language where possible.
    pub facts: BTreeMap<String, String>,
    /// Whether it still waits for a decision.
    pub open: bool,
}

/// Lists for people to act on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lists {
    /// Vetoes: one entry per event and subject hit.
    pub vetoes: Vec<VetoEntry>,
    /// The largest movers among units since last year, by size of change.
    pub movers: Vec<Mover>,
    /// Places by quota.
    pub quotas: Vec<QuotaEntry>,
    /// 案件统计 of the whole county with the year before.
    pub cases: Vec<CaseLine>,
    /// Codes of the indicators that follow each other, from 信访 to 处分, as the scheme orders them.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub funnel: Vec<String>,
    /// 履责台账 by duty and quarter.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub duty_quarters: Vec<DutyQuarter>,
    /// 加减分 claims with what became of each, by number; only where the scheme judges them.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub claims: Vec<ClaimLine>,
    /// Everything that rules ask of people after the grade, by list, rule and subject: 约谈, 整改督办, 履责清单, 后果.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub entries: Vec<ListEntry>,
    /// Until when who is barred from what, by person and kind.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub bars: Vec<Bar>,
}

/// One line of a list: what a rule asks of somebody, why, and how far it has come.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ListEntry {
    /// Name of the list, in the scheme's own word: 约谈.
    pub list: String,
    /// Code of the rule inside its table.
    pub code: String,
    /// `unit` or `person`.
    pub whose: String,
    /// Subject code.
    pub subject: String,
    /// What it is about, beside the subject: number of an event, talk or task, code of a counterpart.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub about: Option<String>,
    /// Rule id.
    pub rule: String,
    /// Document and clause.
    pub basis: String,
    /// `open`, `done`, `overdue`, `waived`, `proposed`, `confirmed`.
    pub state: String,
    /// Last day.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub due: Option<String>,
    /// Day on which it was done.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub done: Option<String>,
    /// The facts by name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub facts: BTreeMap<String, String>,
    /// Why, in the words of the scheme.
    pub reason: String,
    /// The cells that it rests on.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub places: Vec<String>,
}

/// Until when a person is barred from something; of several causes what the scheme says applies.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Bar {
    /// Person code.
    pub subject: String,
    /// `promotion`, `any_post`, `higher_post`, `equal_post`.
    pub bar: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub until: String,
    /// The first day on which it is possible again.
    pub free_from: String,
    /// Rule ids of every cause, the one that decides first.
    pub rules: Vec<String>,
    /// Document and clause of the one that decides.
    pub basis: String,
    /// Why, in the words of the scheme.
    pub reason: String,
}

/// Who was hit by which event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VetoEntry {
    /// Event number.
    pub event: String,
    /// `unit` or `person`.
    pub whose: String,
    /// Subject code.
    pub subject: String,
    /// `unit`, `principal`, `in_charge`, `person`.
    pub as_what: String,
    /// Ground code.
    pub ground: String,
    /// Ground name.
    pub ground_name: String,
    /// Day of the event.
    pub date: String,
    /// 文号.
    pub document: String,
    /// Unit of the event.
    pub unit: String,
    /// Highest grade left; empty where it does something else.
    pub cap: String,
    /// What it does beside that: `deduct:2`, `lower:1`, `nil_item:J3`, `nil_total`, `ungraded`, `no_honours`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub effect: Option<String>,
    /// The escalation or accumulation by which it came about.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub through: Option<String>,
    /// Grade without it.
    pub without: Option<String>,
    /// Grade with it.
    pub grade: Option<String>,
}

/// A unit that moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mover {
    /// Unit code.
    pub unit: String,
    /// Last year's shown total.
    pub before: String,
    /// This year's shown total.
    pub now: String,
    /// Change of the shown totals.
    pub change: Exact,
}

/// Places of one pool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuotaEntry {
    /// Rule id.
    pub rule: String,
    /// `unit` or `person`.
    pub whose: String,
    /// Pool: group code, role code, or both.
    pub pool: String,
    /// Grade.
    pub grade: String,
    /// How many are in the base.
    pub base: u32,
    /// Theoretical number: share × base.
    pub theoretical: Exact,
    /// Places after rounding.
    pub places: u32,
    /// Who has one.
    pub placed: Vec<String>,
    /// Who reached the band and has none.
    pub lost: Vec<String>,
    /// Who waits for the committee.
    pub tied: Vec<String>,
    /// Of those placed, who has a place of another pool.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub borrowed: Vec<Borrowed>,
    /// How many of its empty places others have.
    #[serde(skip_serializing_if = "is_nought", default)]
    pub lent: u32,
    /// Why who lost out.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub why: Vec<LostPlace>,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_nought(n: &u32) -> bool {
    *n == 0
}

/// A place of another pool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Borrowed {
    /// Subject code.
    pub subject: String,
    /// The pool whose place it is.
    pub pool: String,
}

/// Who reached the grade and has no place, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LostPlace {
    /// Subject code.
    pub subject: String,
    /// `full`: others stand higher; `tie`: equals across the edge, none of whom is placed; `chain`: parted by the chain;
    /// `committee`: the committee chose others; `capped`: a ruling barred the grade before.
    pub why: String,
    /// The link of the chain, or the rule of the cap.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub by: String,
}

/// One indicator of the case statistics.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseLine {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// 计量单位.
    pub measure: String,
    /// This year.
    pub now: Option<u32>,
    /// The year before.
    pub before: Option<u32>,
    /// Change as an exact fraction of the year before; none when that is unknown or nought.
    pub change: Option<Exact>,
    /// By month or quarter, in order of time, where the sheets state it.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub parts: Vec<CasePart>,
}

/// One month or quarter of an indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CasePart {
    /// `01` to `12`, or `Q1` to `Q4`.
    pub part: String,
    /// This year.
    pub now: Option<u32>,
    /// The same part of the year before.
    pub before: Option<u32>,
}

/// How far a duty was done in one quarter, over all units it binds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyQuarter {
    /// Rule id.
    pub rule: String,
    /// Name of the duty.
    pub name: String,
    /// 1 to 4.
    pub quarter: u8,
    /// How often it was required, all units together.
    pub required: u32,
    /// How often of those it was done; more than a unit's requirement counts no further.
    pub done: u32,
    /// How many units it binds.
    pub units: u32,
    /// How many of them did all that was required.
    pub met: u32,
}

/// A claim of a bonus or penalty, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimLine {
    /// Number.
    pub id: String,
    /// `unit` or `person`.
    pub whose: String,
    /// Subject code.
    pub subject: String,
    /// Family code.
    pub family: String,
    /// Family name.
    pub family_name: String,
    /// Level as the scheme names it.
    pub level: String,
    /// Tier as the scheme names it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub tier: Option<String>,
    /// 事项.
    pub title: String,
    /// 文号.
    pub document: String,
    /// Day.
    pub date: String,
    /// Points that count, before the cap of the family; without a sign.
    pub points: Exact,
    /// `counted`, `shared`, `repeated` or `rejected`.
    pub state: String,
    /// Why it does not count in full: `shared:n`, `one_document`, `two_claimants`, `year:n`, `too_late`, `no_evidence`,
    /// `no_issuer`, `issuer_not_recognised`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reason: Option<String>,
}
