//! R048 not-a-ledger-item
//!
//! ## What is checked
//! Whether the item of a ledger row is one whose facts come from the ledger.
//!
//! ## Why it matters
//! Actions under another item would not be counted.
//!
//! ## Example
//! J3, which inspectors mark, in the ledger.
//!
//! ## Mend
//! Correct the item.

use super::{Known, Spot};
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R048", name: "not-a-ledger-item", manual: include_str!("not_a_ledger_item.rs") };

/// An item whose facts come from elsewhere.
#[must_use]
pub fn not_a_ledger_item(spot: &Spot, known: &Known) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("项目 {} 不取自履责台账", spot.found),
            format!("item {} is not counted from the ledger", spot.found),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: known.expected.clone(),
        expected_at: known.expected_at.clone(),
        effect: Text::new("该行未采用，不评分", "the row is left out; nothing is scored"),
        mend: known.mend("改正项目", "correct the item"),
    }
}
