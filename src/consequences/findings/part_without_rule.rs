//! G051 part-without-responsibility
//!
//! ## What is checked
//! Whether every way of taking part in a decision has a rule of responsibility.
//!
//! ## Why it matters
//! A person without one would be left out of the list, and nobody would notice.
//!
//! ## Example
//! 参与方式 列席 while the scheme speaks of 主持, 主管, 同意 and 明确反对; or 明确反对 without a record, and no rule for that.
//!
//! ## Mend
//! Correct the cell, fill in 会议记录, or add a `[[responsibility]]` for that word.

use crate::diag::{Code, Finding, Severity, Text};
use crate::facts::TookPart;
use crate::scheme::worth::Responsibility;

/// The code of this finding.
pub const CODE: Code =
    Code { id: "G051", name: "part-without-responsibility", manual: include_str!("part_without_rule.rs") };

/// A way of taking part that no rule covers.
#[must_use]
pub fn finding(part: &TookPart, rules: &[Responsibility]) -> Finding {
    let (person, event, word) = (&part.person, &part.event, &part.part);
    let words: Vec<&str> = rules.iter().flat_map(|rule| &rule.parts).map(String::as_str).collect();
    let words = words.join(" | ");
    let record = if part.recorded.is_empty() { ("，没有会议记录", ", without a record") } else { ("", "") };
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(
            format!("事件 {event} 中 {person} 的参与方式“{word}”{}，没有对应的责任划分", record.0),
            format!("no rule says what {person}, who took part in {event} as \"{word}\"{}, answers for", record.1),
        ),
        at: vec![part.place.clone().into()],
        found: format!("\"{word}\""),
        expected: Text::new(words.clone(), words),
        expected_at: rules.first().map(|rule| rule.rule.place.clone()),
        effect: Text::new("该人未列入责任划分", "the person is not on the list"),
        mend: Text::new(
            "改正参与方式，补填会议记录，或在方案中补写 [[responsibility]]",
            "correct it, fill in the record, or add a [[responsibility]]",
        ),
    }
}
