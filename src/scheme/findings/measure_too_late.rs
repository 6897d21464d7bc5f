//! C020 measure-too-late
//!
//! ## What is checked
//! A rule reads only measures that are known when the rule acts: items read facts; bands, gates and quotas read scores and
//! ranks too; triggers and consequences read grades as well.
//!
//! ## Why it matters
//! An item that turns on the total, or a band that turns on the grade, would have to know its own outcome.
//!
//! ## Example
//! `[[item]] rule = "steps"` with a measure `from = "score"`.
//!
//! ## Mend
//! Take a measure made from facts, or move the rule to a gate, a trigger or a consequence.

use super::refused;
use crate::diag::{At, Code, Finding, Place, Text};

/// The code.
pub const CODE: Code = Code { id: "C020", name: "measure-too-late", manual: include_str!("measure_too_late.rs") };

/// A measure that is worked out only after the rule that reads it.
#[must_use]
pub fn measure_too_late(at: Place, measure: Place, rule: &Text, code: &str) -> Finding {
    let made = At { place: measure, caption: Some(Text::new("指标量", "measure")) };
    refused(
        CODE,
        Text::new(
            format!("{}用到的指标量 {code} 在该规则之后才算出", rule.zh),
            format!("{} reads measure {code}, which is worked out only after it", rule.en),
        ),
        vec![at.into(), made],
        code,
        Text::new("取自事实的指标量", "a measure made from facts"),
        Text::new(
            "改用取自事实的指标量，或改写为资格条件、触发条件",
            "take a measure made from facts, or write a gate or trigger",
        ),
    )
}
