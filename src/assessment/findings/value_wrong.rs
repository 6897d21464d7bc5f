//! C108 value-wrong
//!
//! ## What is checked
//! Whether a value of kaoze.toml has the kind and is one of the words that its key allows.
//!
//! ## Why it matters
//! A word that is almost right would be a decision that nobody took.
//!
//! ## Example
//! `status = "finished"`.
//!
//! ## Mend
//! Write one of the words listed.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "C108", name: "value-wrong", manual: include_str!("value_wrong.rs") };

/// A value outside its list.
#[must_use]
pub fn value_wrong(place: Place, key: &str, found: &str, expected: Text, near: Option<&str>) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("kaoze.toml 中 {key} 的值不在可选范围"),
            format!("the value of {key} in kaoze.toml is not one it can have"),
        ),
        at: vec![place.into()],
        found: found.to_owned(),
        expected,
        expected_at: None,
        effect: Text::new("该值未采用，不评分", "the value was not used; nothing is scored"),
        mend: match near {
            Some(near) => Text::new(format!("改为 \"{near}\""), format!("write \"{near}\"")),
            None => Text::new("改为“应为”所列之一", "write one of the values listed"),
        },
    }
}
