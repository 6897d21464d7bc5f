//! R014 value-missing
//!
//! ## What is checked
//! Whether a row has every value that its table needs.
//!
//! ## Why it matters
//! A row without its unit, day or number cannot be filed.
//!
//! ## Example
//! A claim without 文号.
//!
//! ## Mend
//! Fill in the cell.

use super::Spot;
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R014", name: "value-missing", manual: include_str!("value_missing.rs") };

/// An empty cell that must hold something.
#[must_use]
pub fn value_missing(spot: &Spot) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new("必填单元格为空", "a required cell is empty"),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: Text::new("一个值", "a value"),
        expected_at: None,
        effect: Text::new("该行未采用，不评分", "the row is left out; nothing is scored"),
        mend: Text::new("补填该单元格", "fill in the cell"),
    }
}
