//! Measures: named exact quantities of a subject; and conditions, which compare them with lines.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::RuleRef;
use super::choices::choices;
use crate::diag::Place;
use crate::exact::Exact;
use crate::scheme::words::MeasureOf;
use crate::terms::{
    ClassCode, ComponentCode, FamilyCode, Grade, GroundCode, ItemCode, MarkCode, MeasureCode, PollCode, QuestionCode,
    RoleCode,
};

choices! {
    /// When a subject has no fact for a measure.
    MissingFact {
        /// Nought.
        Zero,
        /// As if there were nothing to measure: a condition is not met, an item is not submitted.
        Skip,
        /// Pending: the committee decides.
        Pend,
    }
    /// Several stated numbers of one subject and period.
    FactCombine {
        /// Their sum.
        Sum,
        /// Their mean.
        Mean,
        /// The last one, by file, sheet and row.
        Last,
        /// There must be one; more stop scoring.
        One,
    }
    /// A rate with nothing below the line.
    EmptyRate {
        /// Nought.
        Zero,
        /// One, that is 100 %.
        One,
        /// No fact.
        Missing,
    }
    /// What a share of ballots is taken of.
    ShareOver {
        /// Answers with a mark.
        Answered,
        /// Ballots that are not void.
        Valid,
        /// Ballots returned.
        Returned,
        /// Ballots issued.
        Issued,
    }
    /// Which of several values of one source.
    MeasureValue {
        /// `poll`: the poll's score.
        Score,
        /// `claims`: how many.
        Count,
        /// `claims`: their points.
        Points,
        /// `history`: years in a row up to last year with such a grade.
        Consecutive,
        /// `history`: the rank of last year, counted from the bottom.
        LastRankFromBottom,
        /// `duty`: how many are missing.
        Missing,
        /// `duty`: how many were done.
        Done,
        /// `duty`: how many are required.
        Required,
        /// `duty`: done over required.
        Share,
        /// `items`: how many stand at nought.
        ZeroItems,
        /// `items`: full marks less points.
        LostPoints,
        /// `rank`: the place from the top.
        Rank,
        /// `rank`: the place from the bottom.
        FromBottom,
    }
    /// Whose grade.
    WhoseGrade {
        /// The unit's.
        Unit,
        /// The subject's own.
        Own,
    }
}

/// A named exact quantity of a subject.
#[derive(Debug, Clone)]
pub struct Measure {
    /// Code.
    pub code: MeasureCode,
    /// Name.
    pub name: String,
    /// Whom it is about.
    pub of: MeasureOf,
    /// What it is made from.
    pub source: Source,
    /// 计量单位.
    pub counted_in: String,
    /// When there is no fact.
    pub missing: MissingFact,
    /// Whether a rule beyond the items reads it, so that it is worked out for every subject.
    pub beyond_items: bool,
    /// The rule.
    pub rule: RuleRef,
}

impl Measure {
    /// A value with its 计量单位; a share counted in % as per cent.
    #[must_use]
    pub fn shown(&self, value: &Exact) -> String {
        match (self.counted_in.as_str(), self.source.is_share()) {
            ("%", true) => format!("{}%", (value * &Exact::from(100)).about()),
            ("%", false) => format!("{}%", value.about()),
            (counted_in, _) => format!("{} {counted_in}", value.about()),
        }
    }
}

/// What a measure is made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// 事实登记.
    Facts(FactCombine),
    /// A column of 检查评分.
    Marks,
    /// Dated actions of a kind, or of an item.
    Ledger(ItemCode),
    /// An indicator, or one over another.
    Cases {
        /// Above the line.
        numerator: ItemCode,
        /// Below the line.
        denominator: Option<ItemCode>,
        /// Nothing below the line.
        empty: EmptyRate,
    },
    /// The share of ballots with some marks.
    PollShare {
        /// Poll.
        poll: PollCode,
        /// One question, or all together.
        question: Option<QuestionCode>,
        /// Marks.
        marks: Vec<MarkCode>,
        /// Of what.
        over: ShareOver,
        /// Classes pooled; all of them if empty.
        classes: Vec<ClassCode>,
        /// Nothing below the line.
        empty: EmptyRate,
    },
    /// The score of a poll.
    PollScore(PollCode),
    /// How many occurrences; an empty list leaves a trait open.
    Occurrences {
        /// 类型.
        kinds: Vec<String>,
        /// 层级.
        levels: Vec<String>,
        /// 发现方式.
        found_by: Vec<String>,
    },
    /// Claims of some families (all if empty): how many, or their points.
    Claims {
        /// Families.
        families: Vec<FamilyCode>,
        /// Whether their points are added.
        points: bool,
    },
    /// Events on some grounds (all if empty).
    Events(Vec<GroundCode>),
    /// Sanctions of some kinds (all if empty).
    Sanctions {
        /// Kinds.
        kinds: Vec<String>,
        /// Whether those count whose influence period covers the last day.
        in_effect: bool,
    },
    /// People with some roles (all if empty) on the last day.
    Roster(Vec<RoleCode>),
    /// Earlier years: [`MeasureValue::Consecutive`] or [`MeasureValue::LastRankFromBottom`].
    History {
        /// Grades.
        grades: Vec<Grade>,
        /// Which value.
        value: MeasureValue,
    },
    /// A duty: missing, done, required or share.
    Duty {
        /// Code of the duty.
        duty: String,
        /// Which value.
        value: MeasureValue,
        /// Nothing required.
        empty: EmptyRate,
    },
    /// The share of a checklist answered yes.
    Checklist {
        /// Code of the checklist.
        checklist: String,
        /// A list without an entry.
        empty: EmptyRate,
    },
    /// Items at nought, or points lost.
    Items {
        /// Of one component only.
        component: Option<ComponentCode>,
        /// Which value.
        value: MeasureValue,
    },
    /// A score.
    Score(ScoreOf),
    /// A rank, from the top or from the bottom.
    Rank {
        /// Whether it is counted from the bottom.
        from_bottom: bool,
    },
    /// 1 if the grade is one of these, else 0.
    Grade {
        /// Grades.
        grades: Vec<Grade>,
        /// Whose.
        whose: WhoseGrade,
    },
}

/// Which score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScoreOf {
    /// The total.
    Total,
    /// The total less that of last year, as 历年结果 has it.
    Change,
    /// A component.
    Component(ComponentCode),
    /// An item, its periods blended as its component blends them.
    Item(ItemCode),
}

impl Source {
    /// Whether it is made from facts alone, and not from scores, ranks or grades.
    #[must_use]
    pub fn is_factual(&self) -> bool {
        !matches!(self, Self::Items { .. } | Self::Score(_) | Self::Rank { .. } | Self::Grade { .. })
    }

    /// Whether its value is a share between nought and one.
    #[must_use]
    pub fn is_share(&self) -> bool {
        match self {
            Self::Cases { denominator, .. } => denominator.is_some(),
            Self::Duty { value, .. } => *value == MeasureValue::Share,
            Self::PollShare { .. } | Self::Checklist { .. } => true,
            _ => false,
        }
    }
}

/// An edge: 达到, 超过, 不超过, 不到.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// ≥ 达到.
    AtLeast,
    /// > 超过.
    Above,
    /// ≤ 不超过.
    AtMost,
    /// < 不到.
    Below,
}

impl Edge {
    /// Whether a value stands on the right side of a line.
    #[must_use]
    pub fn holds(self, value: &Exact, line: &Exact) -> bool {
        match self {
            Self::AtLeast => value >= line,
            Self::Above => value > line,
            Self::AtMost => value <= line,
            Self::Below => value < line,
        }
    }
}

/// A measure against lines, all of which must hold.
#[derive(Debug, Clone)]
pub struct Condition {
    /// The measure.
    pub measure: MeasureCode,
    /// The lines.
    pub lines: Vec<(Edge, Exact)>,
    /// Where it stands.
    pub place: Place,
}

impl Condition {
    /// Whether a value meets every line.
    #[must_use]
    pub fn holds(&self, value: &Exact) -> bool {
        self.lines.iter().all(|(edge, line)| edge.holds(value, line))
    }
}

/// Conditions that must all hold, and some of which one must hold.
#[derive(Debug, Clone, Default)]
pub struct When {
    /// `when`: all of them.
    pub all: Vec<Condition>,
    /// `any`: one of them.
    pub any: Vec<Condition>,
}

/// Whether conditions hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// They hold.
    Holds,
    /// They do not.
    Fails,
    /// A value they turn on is pending.
    Pending,
}

impl When {
    /// Whether there is no condition at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty() && self.any.is_empty()
    }

    /// Every condition.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        self.all.iter().chain(&self.any)
    }

    /// Whether they hold, given the verdict on each. A pending one matters only where the others do not decide.
    #[must_use]
    pub fn verdict(&self, mut of: impl FnMut(&Condition) -> Verdict) -> Verdict {
        let all: Vec<Verdict> = self.all.iter().map(&mut of).collect();
        let any: Vec<Verdict> = self.any.iter().map(&mut of).collect();
        let one = any.is_empty() || any.contains(&Verdict::Holds);
        let none = !one && !any.contains(&Verdict::Pending);
        if all.contains(&Verdict::Fails) || none {
            Verdict::Fails
        } else if one && !all.contains(&Verdict::Pending) {
            Verdict::Holds
        } else {
            Verdict::Pending
        }
    }
}
