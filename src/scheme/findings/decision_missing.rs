//! C005 decision-missing
//!
//! ## What is checked
//! Every decision that scoring by this scheme will need is written down.
//!
//! ## Why it matters
//! There is no silent default: what the scheme leaves open, the office decides, not the program.
//!
//! ## Example
//! An item of rule `panel` that does not say what happens when nothing was submitted.
//!
//! ## Mend
//! Answer the question that the finding puts, in the line of the rule.

use super::refused;
use crate::diag::{Code, Finding, Place, Text};

/// The code.
pub const CODE: Code = Code { id: "C005", name: "decision-missing", manual: include_str!("decision_missing.rs") };

/// A decision the scheme leaves open: the key, what it asks, and its choices.
#[must_use]
pub fn decision_missing(at: Place, rule: &Text, key: &str, question: &Text, choices: Text) -> Finding {
    refused(
        CODE,
        Text::new(
            format!("{}没有写明 {key}：{}", rule.zh, question.zh),
            format!("{} does not say {key}: {}", rule.en, question.en),
        ),
        vec![at.into()],
        "",
        choices,
        Text::new(format!("由考核办决定后，在此处写明 {key}"), format!("decide it and write {key} here")),
    )
}
