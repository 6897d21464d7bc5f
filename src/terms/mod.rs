//! The field's nouns as types: codes that cannot be mixed up.
//!
//! **In**: text. **Out**: a code of one kind. **Holds**: a code is trimmed and not empty.
//! **Does not**: know which codes exist; the scheme and the rosters say that.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The code of this text, trimmed.
            #[must_use]
            pub fn new(text: &str) -> Self {
                Self(text.trim().into())
            }

            /// The code as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::new(text)
            }
        }
    )+};
}

codes! {
    /// 单位代码.
    UnitCode,
    /// 人员代码.
    PersonCode,
    /// 单位类别: rank and quota are worked out inside a group.
    GroupCode,
    /// 考核期 within the year: half-year, year-end.
    PeriodCode,
    /// A component of the total: 检查考核, 民主测评.
    ComponentCode,
    /// 考核项目, or a part of one.
    ItemCode,
    /// A named number of a subject, made from facts: 优秀得票率, 党课次数.
    MeasureCode,
    /// 民主测评 or 满意度调查.
    PollCode,
    /// 票类, or the channel of a survey.
    ClassCode,
    /// One question of a poll.
    QuestionCode,
    /// What a voter ticked.
    MarkCode,
    /// 角色: principal, in charge, member.
    RoleCode,
    /// A family of bonuses or penalties.
    FamilyCode,
    /// 一票否决 ground.
    GroundCode,
    /// A kind of 处分 or 组织处理.
    SanctionCode,
    /// A rule that puts somebody on a list or before a review.
    TriggerCode,
    /// 等次, in the scheme's own word.
    Grade,
    /// The name by which a rule is cited in results and explanations.
    RuleId,
}

/// Who is assessed: a unit or a person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A unit, by code.
    Unit(UnitCode),
    /// A person, by code.
    Person(PersonCode),
}

impl Subject {
    /// The code alone.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Unit(code) => code.as_str(),
            Self::Person(code) => code.as_str(),
        }
    }
}
