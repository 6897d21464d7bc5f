//! C004 type-wrong
//!
//! ## What is checked
//! The value of each key is of its kind: an exact number in quotes, a whole number, text, true or false, a list, or
//! a word of a closed list.
//!
//! ## Why it matters
//! A bare decimal is a binary fraction: 0.1 is not one tenth, and grades would turn on the difference.
//!
//! ## Example
//! `weight = 0.60` instead of `weight = "0.60"`; `rule = "pannel"`.
//!
//! ## Mend
//! Write the number in quotes, or take a word of the list.

use super::refused;
use crate::diag::{Code, Finding, Place, Text};

/// The code.
pub const CODE: Code = Code { id: "C004", name: "type-wrong", manual: include_str!("type_wrong.rs") };

/// A value of another kind than the key needs, or a word outside its closed list.
#[must_use]
pub fn type_wrong(at: Place, key: &str, found: &str, expected: Text, mend: Text) -> Finding {
    refused(
        CODE,
        Text::new(format!("{key} 的值不是应有的类型或用词"), format!("value of {key} is not of its kind")),
        vec![at.into()],
        found,
        expected,
        mend,
    )
}
