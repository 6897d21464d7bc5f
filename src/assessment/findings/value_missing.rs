//! C104 value-missing
//!
//! ## What is checked
//! Whether kaoze.toml takes every decision that the program needs: title, from, to, status, issued, lang, scheme, and
//! at least one [[table]] with files; in [[allow]] code, by and reason.
//!
//! ## Why it matters
//! Nothing has a silent default: what the file does not say, the program does not guess.
//!
//! ## Example
//! A kaoze.toml without `issued`: what date shall the results bear?
//!
//! ## Mend
//! Add the line that answers the question.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "C104", name: "value-missing", manual: include_str!("value_missing.rs") };

/// A decision that the file does not take.
#[must_use]
pub fn value_missing(place: Place, key: &str, question: &Text, example: &str) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("kaoze.toml 缺少 {key}：{}", question.zh),
            format!("kaoze.toml lacks {key}: {}", question.en),
        ),
        at: vec![place.into()],
        found: String::new(),
        expected: Text::new(format!("如 {example}"), format!("such as {example}")),
        expected_at: None,
        effect: Text::new("缺少这一决定，不评分", "the decision is missing; nothing is scored"),
        mend: Text::new(format!("补上 {example} 一行"), format!("add a line such as {example}")),
    }
}
