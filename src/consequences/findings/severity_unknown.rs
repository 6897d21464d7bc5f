//! G052 severity-unknown
//!
//! ## What is checked
//! Whether the 情节 of an event is one of the ladder's.
//!
//! ## Why it matters
//! Without it no measure can be proposed.
//!
//! ## Example
//! 情节 一般 while the ladder has 较轻, 较重, 严重.
//!
//! ## Mend
//! Write the ladder's word.

use crate::diag::{Code, Finding, Severity, Text};
use crate::facts::Gravity;
use crate::scheme::worth::Ladder;

/// The code of this finding.
pub const CODE: Code = Code { id: "G052", name: "severity-unknown", manual: include_str!("severity_unknown.rs") };

/// A gravity that is not on the ladder.
#[must_use]
pub fn finding(gravity: &Gravity, rule: &Ladder) -> Finding {
    let (event, word) = (&gravity.event, &gravity.severity);
    let words: Vec<&str> = rule.rungs.iter().map(|rung| rung.severity.as_str()).collect();
    let words = words.join(" | ");
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(
            format!("事件 {event} 的情节“{word}”不在“{}”之中", rule.name),
            format!("the gravity \"{word}\" of event {event} is not on the ladder {}", rule.name),
        ),
        at: vec![gravity.place.clone().into()],
        found: format!("\"{word}\""),
        expected: Text::new(words.clone(), words),
        expected_at: Some(rule.rule.place.clone()),
        effect: Text::new("不提出追究建议", "no measure is proposed"),
        mend: Text::new("改正情节", "correct it"),
    }
}
