//! C010 reference-unknown
//!
//! ## What is checked
//! Wherever a rule names a component, poll, period, group, grade, item, indicator or field, the scheme has one of
//! that code.
//!
//! ## Why it matters
//! A rule that points nowhere never applies.
//!
//! ## Example
//! `component = "inspektion"`; a veto ground that caps at 称职 while the bands have no such grade.
//!
//! ## Mend
//! Take the code that is suggested, or add the table that is missing.

use super::refused;
use crate::diag::{Code, Finding, Place, Text, nearest};

/// The code.
pub const CODE: Code = Code { id: "C010", name: "reference-unknown", manual: include_str!("reference_unknown.rs") };

/// A name that the list it refers to does not have.
#[must_use]
pub fn reference_unknown(at: Place, rule: &Text, key: &str, name: &str, known: &[String]) -> Finding {
    let list = if known.is_empty() { "—".to_owned() } else { known.join(" | ") };
    let mend = match nearest(name, known.iter().map(String::as_str)) {
        Some(near) => Text::new(format!("改为 \"{near}\""), format!("write \"{near}\"")),
        None => Text::new("改用列出的名称，或补上所缺的条目", "take one of those listed, or add the missing one"),
    };
    refused(
        CODE,
        Text::new(
            format!("{}的 {key} 指向 \"{name}\"，方案中没有", rule.zh),
            format!("{key} of {} names \"{name}\", which is not in the scheme", rule.en),
        ),
        vec![at.into()],
        name,
        Text::new(list.clone(), list),
        mend,
    )
}
