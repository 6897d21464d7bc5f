//! R038 ground-unknown
//!
//! ## What is checked
//! Whether the ground of an event is one of the scheme.
//!
//! ## Why it matters
//! The ground decides whom it hits and how.
//!
//! ## Example
//! 违纪 where the scheme says 发生严重违纪违法案件.
//!
//! ## Mend
//! Correct the cell, or list it as an alias in the scheme.

use super::{Known, Spot};
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R038", name: "ground-unknown", manual: include_str!("ground_unknown.rs") };

/// A ground that the scheme has not.
#[must_use]
pub fn ground_unknown(spot: &Spot, known: &Known) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("否决事由不在方案中：{}", spot.found),
            format!("veto ground is not in the scheme: {}", spot.found),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: known.expected.clone(),
        expected_at: known.expected_at.clone(),
        effect: Text::new("该行未采用，不评分", "the row is left out; nothing is scored"),
        mend: known.mend("改正单元格，或在方案中列为别名", "correct the cell, or list it as an alias in the scheme"),
    }
}
