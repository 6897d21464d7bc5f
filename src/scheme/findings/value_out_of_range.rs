//! C015 value-out-of-range
//!
//! ## What is checked
//! Each value lies in its range: weights and full marks are not below nought, shares at most 1, places at most 9, a
//! floor below its cap, an overflow grade below the grade it overflows from.
//!
//! ## Why it matters
//! A number outside its range is a slip of the pen that arithmetic would carry into every score.
//!
//! ## Example
//! `share = "20"` for twenty per cent; `floor = "10"` beside `cap = "0"`.
//!
//! ## Mend
//! Write a value of the range that is named.

use super::refused;
use crate::diag::{Code, Finding, Place, Text};

/// The code.
pub const CODE: Code = Code { id: "C015", name: "value-out-of-range", manual: include_str!("value_out_of_range.rs") };

/// A value outside its range.
#[must_use]
pub fn value_out_of_range(at: Place, rule: &Text, key: &str, found: &str, range: Text) -> Finding {
    refused(
        CODE,
        Text::new(
            format!("{}的 {key} 超出范围：\"{found}\"", rule.zh),
            format!("{key} of {} is out of range: \"{found}\"", rule.en),
        ),
        vec![at.into()],
        found,
        range,
        Text::new("改为范围内的值", "write a value of that range"),
    )
}
