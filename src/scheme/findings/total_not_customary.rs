//! C012 total-not-customary
//!
//! ## What is checked
//! The declared total is 100.
//!
//! ## Why it matters
//! Most regulations score to 100; another total may be meant, or may be a slip.
//!
//! ## Example
//! `declared = "120"` where 20 points of bonus were added to the components.
//!
//! ## Mend
//! Nothing, if the total is meant; otherwise correct the weights.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "C012", name: "total-not-customary", manual: include_str!("total_not_customary.rs") };

/// A declared total other than 100.
#[must_use]
pub fn total_not_customary(at: Place, declared: &str) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(
            format!("总分满分是 {declared}，不是通常的 100"),
            format!("the total is {declared}, not the customary 100"),
        ),
        at: vec![at.into()],
        found: declared.to_owned(),
        expected: Text::new("100", "100"),
        expected_at: None,
        effect: Text::new("按写明的满分计分", "scored to the total as declared"),
        mend: Text::new("确认满分；如有误，改正权重", "confirm it, or correct the weights"),
    }
}
