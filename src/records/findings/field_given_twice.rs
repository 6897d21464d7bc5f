//! R008 field-given-twice
//!
//! ## What is checked
//! Whether a field that kaoze.toml sets for a whole sheet has no column of its own there.
//!
//! ## Why it matters
//! Two sources of one fact can differ.
//!
//! ## Example
//! `set = { period = "half" }` for a sheet with a column 考核期.
//!
//! ## Mend
//! Take the field out of `set`, or the column out of the sheet.

use super::Spot;
use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R008", name: "field-given-twice", manual: include_str!("field_given_twice.rs") };

/// A field with two sources.
#[must_use]
pub fn field_given_twice(spot: &Spot, place: Place, set: &str) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(
            format!("{} 既有一列，又在 kaoze.toml 中设定", spot.found),
            format!("{} has a column and is set in kaoze.toml too", spot.found),
        ),
        at: vec![spot.at.clone(), place.into()],
        found: format!("\"{set}\""),
        expected: Text::new("两处之一", "one of the two"),
        expected_at: None,
        effect: Text::new("以单元格为准；空单元格用设定值", "the cell counts; an empty cell takes the value set"),
        mend: Text::new("删去 set 中的这一项", "take the field out of `set`"),
    }
}
