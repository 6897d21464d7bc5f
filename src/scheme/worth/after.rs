//! What follows from a grade, an event or a sanction.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::RuleRef;
use super::choices::Whose;
use super::duties::{
    Appointment, Checklist, Deadline, Duty, FirstDay, HolidayEnd, MonthEnd, RecordCheck, RosterCheck, Who,
};
use crate::terms::{GroundCode, GroupCode};

macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }
    )+};
}

choices! {
    /// What brings a consequence about.
    Cause {
        /// A grade.
        Grade,
        /// A ground of an event.
        Ground,
        /// A kind of sanction.
        Sanction,
        /// A line of a list that was confirmed: a trigger, an accumulation.
        List,
    }
    /// The year whose honours are lost.
    Honours {
        /// The assessment year.
        ThisYear,
        /// The next year.
        NextYear,
        /// Both.
        Both,
    }
    /// What is barred.
    BarKind {
        /// 提拔或者重用.
        Promotion,
        /// Any post.
        AnyPost,
        /// A post above the former level.
        HigherPost,
        /// A post of the same level.
        EqualPost,
    }
    /// From which day a bar runs.
    StartsOn {
        /// The day of the event or of the sanction's decision.
        DecisionDate,
        /// The last day of the assessment.
        YearEnd,
    }
    /// Several bars of one kind on one person.
    SeveralBars {
        /// The one that ends last applies.
        Longest,
        /// Each runs after the other.
        Sum,
    }
    /// Must or may.
    Binding {
        /// 应当.
        Must,
        /// 可以.
        May,
    }
    /// Measures at once.
    SeveralMeasures {
        /// One.
        Single,
        /// One or several.
        Combined,
    }
}

impl BarKind {
    /// The word in results.json.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Promotion => "promotion",
            Self::AnyPost => "any_post",
            Self::HigherPost => "higher_post",
            Self::EqualPost => "equal_post",
        }
    }
}

/// A bar of so many months.
#[derive(Debug, Clone)]
pub struct BarRule {
    /// What.
    pub kind: BarKind,
    /// How long.
    pub months: u32,
    /// From when.
    pub starts: StartsOn,
}

/// 后果.
#[derive(Debug, Clone)]
pub struct Consequence {
    /// Code.
    pub code: String,
    /// Name: what happens.
    pub name: String,
    /// Cause.
    pub on: Cause,
    /// Which.
    pub of: Vec<String>,
    /// Units or people.
    pub whose: Whose,
    /// Hit as these; all without any.
    pub hit_as: Vec<String>,
    /// Honours lost.
    pub honours: Option<Honours>,
    /// Bar.
    pub bar: Option<BarRule>,
    /// Where it is filed.
    pub filed_in: Option<String>,
    /// List.
    pub list: String,
    /// The rule.
    pub rule: RuleRef,
}

/// What holds for all consequences.
#[derive(Debug, Clone)]
pub struct ConsequenceRule {
    /// Several bars.
    pub several: SeveralBars,
    /// Month without the day.
    pub month_end: MonthEnd,
    /// First day.
    pub first_day: FirstDay,
    /// The rule.
    pub rule: RuleRef,
}

/// 责任划分.
#[derive(Debug, Clone)]
pub struct Responsibility {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Words of 参与方式; without them by post.
    pub parts: Vec<String>,
    /// Only those who were this on the day.
    pub who: Vec<Who>,
    /// The person named in the event is passed over.
    pub not_the_party: bool,
    /// Only events that name somebody who was this on the day; any if empty.
    pub about: Vec<Who>,
    /// Whether a record is needed.
    pub needs_record: bool,
    /// Whether it means none.
    pub none: bool,
    /// Only these grounds.
    pub grounds: Vec<GroundCode>,
    /// List.
    pub list: String,
    /// The rule.
    pub rule: RuleRef,
}

/// A gravity with its measures.
#[derive(Debug, Clone)]
pub struct Rung {
    /// Word.
    pub severity: String,
    /// Measures.
    pub measures: Vec<String>,
    /// Handed to justice.
    pub referral: bool,
}

/// 追究方式.
#[derive(Debug, Clone)]
pub struct Ladder {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Teams or people.
    pub whose: Whose,
    /// Only these grounds.
    pub grounds: Vec<GroundCode>,
    /// Lightest first.
    pub rungs: Vec<Rung>,
    /// Words that raise.
    pub heavier: Vec<String>,
    /// Must they?
    pub heavier_binding: Binding,
    /// Words that lower.
    pub lighter: Vec<String>,
    /// Must they?
    pub lighter_binding: Binding,
    /// Words by which it may be let off.
    pub waived_by: Vec<String>,
    /// One or several measures.
    pub several: SeveralMeasures,
    /// List.
    pub list: String,
    /// The rule.
    pub rule: RuleRef,
}

/// 申诉.
#[derive(Debug, Clone)]
pub struct Appeal {
    /// Only these grounds.
    pub grounds: Vec<GroundCode>,
    /// Days to appeal.
    pub days: u32,
    /// Days to answer.
    pub answer_days: u32,
    /// First day counted.
    pub first_day: FirstDay,
    /// End on a holiday.
    pub holiday_end: HolidayEnd,
    /// Suspended meanwhile.
    pub suspends: bool,
    /// List.
    pub list: String,
    /// The rule.
    pub rule: RuleRef,
}

/// One step of a procedure.
#[derive(Debug, Clone)]
pub struct ProcedureStep {
    /// Word.
    pub name: String,
    /// Bodies that may take it.
    pub by: Vec<String>,
    /// A step that another body must have taken.
    pub not_by_body_of: Option<String>,
}

/// 办理程序.
#[derive(Debug, Clone)]
pub struct Procedure {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Only these grounds.
    pub grounds: Vec<GroundCode>,
    /// Only events about units, or about a person.
    pub whose: Option<Whose>,
    /// Only events with one of these words in 处理措施.
    pub measures: Vec<String>,
    /// Also those without any word there.
    pub undecided: bool,
    /// Only these groups.
    pub groups: Vec<GroupCode>,
    /// In order.
    pub steps: Vec<ProcedureStep>,
    /// List.
    pub list: String,
    /// The rule.
    pub rule: RuleRef,
}

/// Everything that is asked of people beside the grade.
#[derive(Debug, Clone, Default)]
pub struct After {
    /// 履责要求.
    pub duties: Vec<Duty>,
    /// 期限.
    pub deadlines: Vec<Deadline>,
    /// 任职谈话.
    pub appointments: Vec<Appointment>,
    /// 分工检查.
    pub roster_checks: Vec<RosterCheck>,
    /// 登记检查.
    pub record_checks: Vec<RecordCheck>,
    /// 清单.
    pub checklists: Vec<Checklist>,
    /// 后果.
    pub consequences: Vec<Consequence>,
    /// What holds for all of them.
    pub consequence_rule: Option<ConsequenceRule>,
    /// 责任划分.
    pub responsibilities: Vec<Responsibility>,
    /// 追究方式.
    pub ladders: Vec<Ladder>,
    /// 申诉.
    pub appeal: Option<Appeal>,
    /// 办理程序.
    pub procedures: Vec<Procedure>,
    /// 年终考核结果清单: its name.
    pub result_list: Option<(String, RuleRef)>,
}

impl After {
    /// Every rule, for citations.
    pub fn rules(&self) -> impl Iterator<Item = &RuleRef> {
        let lists = self.duties.iter().map(|duty| &duty.rule);
        lists
            .chain(self.deadlines.iter().map(|rule| &rule.rule))
            .chain(self.appointments.iter().map(|rule| &rule.rule))
            .chain(self.roster_checks.iter().map(|rule| &rule.rule))
            .chain(self.record_checks.iter().map(|rule| &rule.rule))
            .chain(self.checklists.iter().map(|rule| &rule.rule))
            .chain(self.consequences.iter().map(|rule| &rule.rule))
            .chain(self.consequence_rule.iter().map(|rule| &rule.rule))
            .chain(self.responsibilities.iter().map(|rule| &rule.rule))
            .chain(self.ladders.iter().map(|rule| &rule.rule))
            .chain(self.appeal.iter().map(|rule| &rule.rule))
            .chain(self.procedures.iter().map(|rule| &rule.rule))
            .chain(self.result_list.iter().map(|(_, rule)| rule))
    }

    /// A duty by its code.
    #[must_use]
    pub fn duty(&self, code: &str) -> Option<&Duty> {
        self.duties.iter().find(|duty| duty.code == code)
    }
}
