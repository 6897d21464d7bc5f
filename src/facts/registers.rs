//! Rows of the registers: duties done, talks, tasks, decisions taken together, receipts, checks and steps.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::diag::Place;
use crate::terms::{PersonCode, Subject, UnitCode};

/// A dated action of 履责台账 that a duty asks for.
#[derive(Debug, Clone)]
pub struct Deed {
    /// Unit.
    pub unit: UnitCode,
    /// Who did it, if a person.
    pub person: Option<PersonCode>,
    /// With whom.
    pub with: Vec<PersonCode>,
    /// The action, in the scheme's word.
    pub action: Arc<str>,
    /// Day.
    pub date: NaiveDate,
    /// 内容.
    pub what: Arc<str>,
    /// Whether 佐证材料 is given.
    pub evidence: bool,
    /// Where (the date cell).
    pub place: Place,
}

/// A row of 约谈台账.
#[derive(Debug, Clone)]
pub struct Talk {
    /// Number.
    pub id: Arc<str>,
    /// Day.
    pub date: NaiveDate,
    /// Who held it, if one of the roster.
    pub talker: Option<PersonCode>,
    /// Who held it, as written.
    pub talker_name: Arc<str>,
    /// With whom.
    pub with: Vec<PersonCode>,
    /// 类型, in the scheme's word where it has one.
    pub kind: Arc<str>,
    /// 性质.
    pub nature: Arc<str>,
    /// 事由: words, or the number of an event or task.
    pub trigger: Arc<str>,
    /// 形式.
    pub form: Arc<str>,
    /// Whether 记录 is given.
    pub record: bool,
    /// 通知日期.
    pub notice: Option<NaiveDate>,
    /// 书面报告日期.
    pub report: Option<NaiveDate>,
    /// 未到情况.
    pub absent: Arc<str>,
    /// Names of the fields that are filled in.
    pub filled: BTreeSet<&'static str>,
    /// Where (the date cell).
    pub place: Place,
}

/// A row of 整改任务台账.
#[derive(Debug, Clone)]
pub struct Task {
    /// Number.
    pub id: Arc<str>,
    /// Unit.
    pub unit: UnitCode,
    /// 责任人.
    pub person: Option<PersonCode>,
    /// 问题.
    pub problem: Arc<str>,
    /// 来源.
    pub source: Arc<str>,
    /// 发现日期.
    pub found: NaiveDate,
    /// 期限.
    pub due: Option<NaiveDate>,
    /// 整改措施.
    pub measures: Arc<str>,
    /// 完成日期.
    pub done: Option<NaiveDate>,
    /// 报告日期.
    pub report: Option<NaiveDate>,
    /// 备注.
    pub note: Arc<str>,
    /// Names of the fields that are filled in.
    pub filled: BTreeSet<&'static str>,
    /// Where (the found cell).
    pub place: Place,
}

/// Who took part in a decision, and how.
#[derive(Debug, Clone)]
pub struct TookPart {
    /// Number of the event.
    pub event: Arc<str>,
    /// Person.
    pub person: PersonCode,
    /// 参与方式.
    pub part: Arc<str>,
    /// 会议记录, empty if none.
    pub recorded: Arc<str>,
    /// Where (the part cell).
    pub place: Place,
}

/// A decision received.
#[derive(Debug, Clone)]
pub struct Receipt {
    /// Number of the event.
    pub event: Arc<str>,
    /// Who received it.
    pub subject: Subject,
    /// 送达日期.
    pub date: NaiveDate,
    /// 申诉日期.
    pub appealed: Option<NaiveDate>,
    /// 答复日期.
    pub answered: Option<NaiveDate>,
    /// Where (the date cell).
    pub place: Place,
}

/// An answer to a question of a checklist.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Who answers.
    pub subject: Subject,
    /// Code of the question.
    pub entry: Arc<str>,
    /// 是 or 否.
    pub yes: bool,
    /// Whether 佐证材料 is given.
    pub evidence: bool,
    /// Where (the answer cell).
    pub place: Place,
}

/// A step taken in an event.
#[derive(Debug, Clone)]
pub struct StepTaken {
    /// Number of the event.
    pub event: Arc<str>,
    /// The step, in the scheme's word.
    pub step: Arc<str>,
    /// Day.
    pub date: NaiveDate,
    /// 办理机关.
    pub by: Arc<str>,
    /// Where (the step cell).
    pub place: Place,
}

/// 情节 of an event, with what makes it graver or lighter.
#[derive(Debug, Clone)]
pub struct Gravity {
    /// Number of the event.
    pub event: Arc<str>,
    /// 情节.
    pub severity: Arc<str>,
    /// 从重.
    pub aggravating: Vec<Arc<str>>,
    /// 从轻.
    pub mitigating: Vec<Arc<str>>,
    /// Where (the severity cell).
    pub place: Place,
}

/// All of them, each sorted by day and number.
#[derive(Debug, Clone, Default)]
pub struct Registers {
    /// Duties done.
    pub deeds: Vec<Deed>,
    /// 约谈.
    pub talks: Vec<Talk>,
    /// 整改任务.
    pub tasks: Vec<Task>,
    /// 集体决策.
    pub parts: Vec<TookPart>,
    /// 送达.
    pub receipts: Vec<Receipt>,
    /// 清单自查.
    pub answers: Vec<Answer>,
    /// 办理步骤.
    pub steps: Vec<StepTaken>,
    /// 情节.
    pub gravities: Vec<Gravity>,
}
