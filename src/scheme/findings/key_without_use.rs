//! C013 key-without-use
//!
//! ## What is checked
//! Every key that is written has an effect under the choice beside it.
//!
//! ## Why it matters
//! Whoever wrote the key expects it to matter.
//!
//! ## Example
//! `drop_high = 1` beside `combine = "mean"`; `chain` beside `ties = "committee"`; bands of people in a scheme that
//! does not score people.
//!
//! ## Mend
//! Remove the key, or make the choice under which it counts.

use super::refused;
use crate::diag::{Code, Finding, Place, Text};

/// The code.
pub const CODE: Code = Code { id: "C013", name: "key-without-use", manual: include_str!("key_without_use.rs") };

/// A key that has no effect beside another choice; `reason` says which.
#[must_use]
pub fn key_without_use(at: Place, rule: &Text, key: &str, reason: Text) -> Finding {
    refused(
        CODE,
        Text::new(format!("{}的 {key} 不起作用", rule.zh), format!("{key} of {} has no effect", rule.en)),
        vec![at.into()],
        key,
        reason,
        Text::new("删去此键，或改选用到它的做法", "remove it, or make the choice under which it counts"),
    )
}
