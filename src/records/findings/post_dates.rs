//! R035 post-dates
//!
//! ## What is checked
//! Whether a post ends not before it begins.
//!
//! ## Why it matters
//! Who held the post on a day decides who answers for it.
//!
//! ## Example
//! From 2015-06-01 to 2015-03-01.
//!
//! ## Mend
//! Correct one of the two days.

use super::Spot;
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R035", name: "post-dates", manual: include_str!("post_dates.rs") };

/// A post that ends before it begins.
#[must_use]
pub fn post_dates(from: &Spot, to: &Spot) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new("任职止早于任职起", "the post ends before it begins"),
        at: vec![to.at.clone(), from.at.clone()],
        found: format!("{} / {}", from.found, to.found),
        expected: Text::new("任职止不早于任职起", "an end not before the start"),
        expected_at: None,
        effect: Text::new("该行未采用，不评分", "the row is left out; nothing is scored"),
        mend: Text::new("改正其中一个日期", "correct one of the two days"),
    }
}
