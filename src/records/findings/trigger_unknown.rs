//! R083 trigger-unknown
//!
//! ## What is checked
//! Whether the rule that a confirmation names is one of the scheme.
//!
//! ## Why it matters
//! A confirmation carries out the effect of a review; without the rule nobody knows which.
//!
//! ## Example
//! 约谈触发 where the scheme has 民主测评复核.
//!
//! ## Mend
//! Write the code or the name of the rule.

use super::{Known, Spot};
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R083", name: "trigger-unknown", manual: include_str!("trigger_unknown.rs") };

/// A rule that the scheme has not.
#[must_use]
pub fn trigger_unknown(spot: &Spot, known: &Known) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("规则不在方案中：{}", spot.found),
            format!("rule is not in the scheme: {}", spot.found),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: known.expected.clone(),
        expected_at: known.expected_at.clone(),
        effect: Text::new("该行未采用，不评分", "the row is left out; nothing is scored"),
        mend: known.mend("改正单元格", "correct the cell"),
    }
}
