//! R009 set-unknown
//!
//! ## What is checked
//! Whether every field under `set` is a field of the table.
//!
//! ## Why it matters
//! A slip of the pen would leave the field without a value.
//!
//! ## Example
//! `set = { perid = "half" }`.
//!
//! ## Mend
//! Correct the name.

use super::Known;
use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R009", name: "set-unknown", manual: include_str!("set_unknown.rs") };

/// A field that the table has not.
#[must_use]
pub fn set_unknown(place: Place, field: &str, known: &Known) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("set 中没有名为“{field}”的字段"),
            format!("`set` names \"{field}\", which is no field of the table"),
        ),
        at: vec![place.into()],
        found: format!("\"{field}\""),
        expected: known.expected.clone(),
        expected_at: None,
        effect: Text::new("该设定未采用，不评分", "the value was not used; nothing is scored"),
        mend: known.mend("改正或删去", "correct or delete it"),
    }
}
