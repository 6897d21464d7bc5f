//! What sanctions do to the grade of which year.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::RuleRef;
use super::choices::choices;
use crate::terms::{Grade, SanctionCode};

choices! {
    /// What a kind of sanction belongs to.
    SanctionFamily {
        /// 党纪处分.
        Party,
        /// 政务（政纪）处分.
        Administrative,
        /// 组织处理.
        Organisational,
        /// An investigation that is under way.
        Investigation,
    }
    /// Which of several sanctions governs.
    SeveralSanctions {
        /// The one that hurts the grade most.
        Worst,
        /// 党纪处分 if there is one; among equals the one that hurts most.
        PartyFirst,
    }
}

/// A kind of sanction.
#[derive(Debug, Clone)]
pub struct SanctionKind {
    /// Code.
    pub code: SanctionCode,
    /// Name.
    pub name: String,
    /// What it belongs to.
    pub family: SanctionFamily,
    /// The rule.
    pub rule: RuleRef,
}

/// What becomes of the grade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SanctionOutcome {
    /// The highest grade left.
    Cap(Grade),
    /// The grade that is given.
    Grade(Grade),
    /// 不定等次.
    Ungraded {
        /// Whether it is filled in later.
        later: bool,
    },
}

/// What a kind of sanction does in one year.
#[derive(Debug, Clone)]
pub struct SanctionEffect {
    /// Kind.
    pub sanction: SanctionCode,
    /// Which year; 1 is that of the decision.
    pub year: u32,
    /// Only when it has, or has not, to do with the duty.
    pub duty_related: Option<bool>,
    /// The outcome.
    pub outcome: SanctionOutcome,
    /// Decisions from this day on.
    pub valid_from: Option<NaiveDate>,
    /// Decisions up to this day.
    pub valid_to: Option<NaiveDate>,
    /// The rule.
    pub rule: RuleRef,
}

impl SanctionEffect {
    /// Whether it was in force when a sanction was decided.
    #[must_use]
    pub fn in_force_on(&self, day: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }
}

/// Everything about sanctions.
#[derive(Debug, Clone)]
pub struct Sanctions {
    /// Kinds.
    pub kinds: Vec<SanctionKind>,
    /// Effects, in the scheme's order.
    pub effects: Vec<SanctionEffect>,
    /// Which of several governs.
    pub several: SeveralSanctions,
    /// 不定等次 weighs more than any grade above this one.
    pub ungraded_above: Option<Grade>,
    /// The rule about several.
    pub rule: RuleRef,
}

impl Sanctions {
    /// A kind by its code.
    #[must_use]
    pub fn kind(&self, code: &SanctionCode) -> Option<&SanctionKind> {
        self.kinds.iter().find(|kind| kind.code == *code)
    }
}
