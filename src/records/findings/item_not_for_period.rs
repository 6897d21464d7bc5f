//! R046 item-not-for-period
//!
//! ## What is checked
//! Whether an item is assessed in the period of the row.
//!
//! ## Why it matters
//! A mark in a period without the item would not count anywhere.
//!
//! ## Example
//! A half-year mark under an item that is assessed at the end of the year.
//!
//! ## Mend
//! Correct the period, clear the cell, or add the period to the item.

use super::Spot;
use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R046", name: "item-not-for-period", manual: include_str!("item_not_for_period.rs") };

/// A fact in a period in which the item is not assessed.
#[must_use]
pub fn item_not_for_period(
    spot: &Spot,
    item: &str,
    period: &str,
    expected: Text,
    expected_at: Option<Place>,
    severity: Severity,
) -> Finding {
    Finding {
        code: CODE,
        severity,
        headline: Text::new(
            format!("项目“{item}”不在{period}考核"),
            format!("item \"{item}\" is not assessed in {period}"),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected,
        expected_at,
        effect: Text::new("未采用", "left out"),
        mend: Text::new("改正考核期，或清空该单元格", "correct the period, or clear the cell"),
    }
}
