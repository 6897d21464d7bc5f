//! Gates before a grade, triggers, ceilings.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::RuleRef;
use super::choices::{QuotaPool, Whose, choices};
use super::grounds::EffectRow;
use super::measures::When;
use crate::exact::Exact;
use crate::terms::{Grade, TriggerCode};

choices! {
    /// A mean above the ceiling of its set.
    CeilingExceeded {
        /// It is told, and the grades stand.
        Warning,
        /// The grades of the whole set wait for the committee.
        Pend,
    }
}

/// Conditions that bar a grade.
#[derive(Debug, Clone)]
pub struct Gate {
    /// Code.
    pub code: String,
    /// Units or people.
    pub of: Whose,
    /// The grade that is barred; those above it are too.
    pub grade: Grade,
    /// When it is barred.
    pub when: When,
    /// Why.
    pub reason: String,
    /// The grade instead.
    pub otherwise: Grade,
    /// The rule.
    pub rule: RuleRef,
}

/// Conditions that put somebody on a list, or before a review.
#[derive(Debug, Clone)]
pub struct Trigger {
    /// Code.
    pub code: TriggerCode,
    /// Name.
    pub name: String,
    /// Units or people.
    pub of: Whose,
    /// When.
    pub when: When,
    /// The list.
    pub list: Option<String>,
    /// Whether the effects wait for a confirmation.
    pub review: bool,
    /// What a confirmed review does.
    pub effects: Vec<EffectRow>,
    /// Why.
    pub reason: String,
    /// The rule.
    pub rule: RuleRef,
}

/// A highest mean of a set.
#[derive(Debug, Clone)]
pub struct Ceiling {
    /// Code.
    pub code: String,
    /// Units or people.
    pub of: Whose,
    /// The set.
    pub pool: QuotaPool,
    /// The highest mean.
    pub mean_at_most: Exact,
    /// Above it.
    pub exceeded: CeilingExceeded,
    /// The rule.
    pub rule: RuleRef,
}
