//! R091 tier-unknown
//!
//! ## What is checked
//! Whether the tier of a bonus or penalty claim is one that the scheme lists for its family.
//!
//! ## Why it matters
//! A document with several tiers gives full points to the first and less to the others.
//!
//! ## Example
//! 特等奖, where the scheme lists 一等奖, 二等奖 and 三等奖.
//!
//! ## Mend
//! Correct the cell, or list it as an alias in the scheme.

use super::{Known, Spot};
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R091", name: "tier-unknown", manual: include_str!("tier_unknown.rs") };

/// A tier that the scheme has not.
#[must_use]
pub fn tier_unknown(spot: &Spot, known: &Known) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("加减分档次不在方案中：{}", spot.found),
            format!("tier is not in the scheme: {}", spot.found),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: known.expected.clone(),
        expected_at: known.expected_at.clone(),
        effect: Text::new("该行未采用，不评分", "the row is left out; nothing is scored"),
        mend: known.mend("改正单元格，或在方案中列为别名", "correct the cell, or list it as an alias in the scheme"),
    }
}
