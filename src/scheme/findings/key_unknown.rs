//! C003 key-unknown
//!
//! ## What is checked
//! Every table and every key of a scheme file is one that the program knows.
//!
//! ## Why it matters
//! A misspelt key would be a decision that nobody takes.
//!
//! ## Example
//! `wieght = "0.60"` in a component; `[[iteem]]`.
//!
//! ## Mend
//! Take the spelling that is suggested, or remove the key.

use super::refused;
use crate::diag::{Code, Finding, Place, Text, nearest};

/// The code.
pub const CODE: Code = Code { id: "C003", name: "key-unknown", manual: include_str!("key_unknown.rs") };

/// A key that no table of this kind has; `known` are those it has.
#[must_use]
pub fn key_unknown(at: Place, rule: &Text, key: &str, known: &[String]) -> Finding {
    let list = known.join(" | ");
    let mend = match nearest(key, known.iter().map(String::as_str)) {
        Some(near) => Text::new(format!("把 {key} 改为 {near}"), format!("write {near} instead of {key}")),
        None => Text::new(format!("删去 {key}"), format!("remove {key}")),
    };
    refused(
        CODE,
        Text::new(format!("{}中没有 \"{key}\" 这个键", rule.zh), format!("{} has no key \"{key}\"", rule.en)),
        vec![at.into()],
        key,
        Text::new(list.clone(), list),
        mend,
    )
}
