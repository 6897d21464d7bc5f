//! R022 item-unknown
//!
//! ## What is checked
//! Whether every further column of a wide table is an item, question, mark or indicator of the scheme, and every item
//! of the ledger an item.
//!
//! ## Why it matters
//! A whole column of marks would be lost.
//!
//! ## Example
//! J33 for J3.
//!
//! ## Mend
//! Correct the header, or add the item to the scheme.

use super::{Known, Spot};
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R022", name: "item-unknown", manual: include_str!("item_unknown.rs") };

/// An item, question, mark or indicator that the scheme has not.
#[must_use]
pub fn item_unknown(spot: &Spot, known: &Known) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(format!("{} 不在方案中", spot.found), format!("{} is not in the scheme", spot.found)),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: known.expected.clone(),
        expected_at: known.expected_at.clone(),
        effect: Text::new("未读取，不评分", "not read; nothing is scored"),
        mend: known.mend("改正表头，或在方案中补上", "correct it, or add it to the scheme"),
    }
}
