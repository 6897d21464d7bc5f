//! R103 step-unknown
//!
//! ## What is checked
//! Whether a step of 办理步骤 is one of a procedure.
//!
//! ## Why it matters
//! A step under another word would be listed as missing.
//!
//! ## Example
//! 立案 where the procedure has 提出, 报批, 调查, 决定, 实施.
//!
//! ## Mend
//! Write the scheme's word.

use super::{Known, Spot};
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R103", name: "step-unknown", manual: include_str!("step_unknown.rs") };

/// No procedure has the step.
#[must_use]
pub fn step_unknown(spot: &Spot, known: &Known) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("办理程序中没有步骤 {}", spot.found),
            format!("no procedure has the step {}", spot.found),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: known.expected.clone(),
        expected_at: known.expected_at.clone(),
        effect: Text::new("该行未采用，不评分", "the row is left out; nothing is scored"),
        mend: known.mend("改正步骤", "correct the step"),
    }
}
