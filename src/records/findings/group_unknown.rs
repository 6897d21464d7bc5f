//! R030 group-unknown
//!
//! ## What is checked
//! Whether the group of a unit is one of the scheme.
//!
//! ## Why it matters
//! Rank and quota are worked out inside a group.
//!
//! ## Example
//! 乡镇街道 where the scheme has 乡镇 and 部门.
//!
//! ## Mend
//! Correct the cell, or list it as an alias in the scheme.

use super::{Known, Spot};
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R030", name: "group-unknown", manual: include_str!("group_unknown.rs") };

/// A group that the scheme has not.
#[must_use]
pub fn group_unknown(spot: &Spot, known: &Known) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("单位类别不在方案中：{}", spot.found),
            format!("group is not in the scheme: {}", spot.found),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: known.expected.clone(),
        expected_at: known.expected_at.clone(),
        effect: Text::new("该行未采用，不评分", "the row is left out; nothing is scored"),
        mend: known.mend("改正单元格，或在方案中列为别名", "correct the cell, or list it as an alias in the scheme"),
    }
}
