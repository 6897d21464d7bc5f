//! C011 code-duplicate
//!
//! ## What is checked
//! A code stands once in its list, a grade once in the bands of units and once in those of people, a rounding point
//! once, and a table such as [total] once in all files together.
//!
//! ## Why it matters
//! Of two rules under one name, results could cite either.
//!
//! ## Example
//! Two `[[item]]` with code J3; [rank] in grades.toml and again in scheme.toml.
//!
//! ## Mend
//! Remove one of the two, or give it a code of its own.

use super::refused;
use crate::diag::{At, Code, Finding, Place, Text};

/// The code.
pub const CODE: Code = Code { id: "C011", name: "code-duplicate", manual: include_str!("code_duplicate.rs") };

/// The same code, or the same table, twice.
#[must_use]
pub fn code_duplicate(second: Place, first: Place, what: &Text, code: &str) -> Finding {
    let (again, before) = (Text::new("再次出现", "again"), Text::new("首次出现", "first"));
    refused(
        CODE,
        Text::new(format!("{} \"{code}\" 出现两次", what.zh), format!("{} \"{code}\" stands twice", what.en)),
        vec![At { place: second, caption: Some(again) }, At { place: first, caption: Some(before) }],
        code,
        Text::new("只出现一次", "once"),
        Text::new("删去其中一处，或另取代码", "remove one of the two, or give it another code"),
    )
}
