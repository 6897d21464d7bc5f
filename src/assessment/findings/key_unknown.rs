//! C103 key-unknown
//!
//! ## What is checked
//! Whether every key of kaoze.toml is one that the program knows.
//!
//! ## Why it matters
//! A key with a slip of the pen would be a decision that nobody hears.
//!
//! ## Example
//! `isued = "2016-01-20"`.
//!
//! ## Mend
//! Correct the spelling or delete the line.

use crate::diag::{Code, Finding, Place, Severity, Text, nearest};

/// The code.
pub const CODE: Code = Code { id: "C103", name: "key-unknown", manual: include_str!("key_unknown.rs") };

/// A key that nobody reads.
#[must_use]
pub fn key_unknown(place: Place, key: &str, known: &[&str]) -> Finding {
    let near = nearest(key, known.iter().copied());
    let all = known.join(" | ");
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(format!("kaoze.toml 中没有名为“{key}”的项"), format!("kaoze.toml has no key \"{key}\"")),
        at: vec![place.into()],
        found: format!("\"{key}\""),
        expected: Text::new(all.clone(), all),
        expected_at: None,
        effect: Text::new("该项未采用，不评分", "the key was not used; nothing is scored"),
        mend: match near {
            Some(near) => Text::new(format!("改为 {near}，或删去该行"), format!("write {near}, or delete the line")),
            None => Text::new("改正拼写或删去该行", "correct the spelling or delete the line"),
        },
    }
}
