//! R031 role-unknown
//!
//! ## What is checked
//! Whether the role of a post is one of the scheme.
//!
//! ## Why it matters
//! The role decides how a person's score is made and who answers for a veto.
//!
//! ## Example
//! 党组书记 under 角色.
//!
//! ## Mend
//! Correct the cell, or list it as an alias in the scheme.

use super::{Known, Spot};
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R031", name: "role-unknown", manual: include_str!("role_unknown.rs") };

/// A role that the scheme has not.
#[must_use]
pub fn role_unknown(spot: &Spot, known: &Known) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("角色不在方案中：{}", spot.found),
            format!("role is not in the scheme: {}", spot.found),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: known.expected.clone(),
        expected_at: known.expected_at.clone(),
        effect: Text::new("该行未采用，不评分", "the row is left out; nothing is scored"),
        mend: known.mend("改正单元格，或在方案中列为别名", "correct the cell, or list it as an alias in the scheme"),
    }
}
