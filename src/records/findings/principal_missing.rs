//! R047 principal-missing
//!
//! ## What is checked
//! Whether every unit has a principal on the last day of the assessment.
//!
//! ## Why it matters
//! A veto of the unit falls on its principal, and a leader's score on the unit.
//!
//! ## Example
//! The principal of 白石镇 left in October and the roster names no other.
//!
//! ## Mend
//! Add the post to the roster, or confirm that it is vacant.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R047", name: "principal-missing", manual: include_str!("principal_missing.rs") };

/// A unit without a principal.
#[must_use]
pub fn principal_missing(place: Place, unit: &str, day: &str) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(format!("{unit}在 {day} 没有正职"), format!("{unit} has no principal on {day}")),
        at: vec![place.into()],
        found: String::new(),
        expected: Text::new("干部名册中一名在任正职", "a principal in office in the roster"),
        expected_at: None,
        effect: Text::new("照常评分", "scored all the same"),
        mend: Text::new("补进干部名册，或确认空缺", "add the post to the roster, or confirm that it is vacant"),
    }
}
