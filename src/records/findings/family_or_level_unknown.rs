//! R037 family-or-level-unknown
//!
//! ## What is checked
//! Whether a claim names a family of the scheme and one of its levels.
//!
//! ## Why it matters
//! Points hang on both.
//!
//! ## Example
//! 国家级 where the family has 省级, 市级, 县级.
//!
//! ## Mend
//! Correct the cell, or list it as an alias in the scheme.

use super::{Known, Spot};
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code =
    Code { id: "R037", name: "family-or-level-unknown", manual: include_str!("family_or_level_unknown.rs") };

/// A family or level that the scheme has not.
#[must_use]
pub fn family_or_level_unknown(spot: &Spot, known: &Known) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("加减分类别或级别不在方案中：{}", spot.found),
            format!("family or level is not in the scheme: {}", spot.found),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: known.expected.clone(),
        expected_at: known.expected_at.clone(),
        effect: Text::new("该行未采用，不评分", "the row is left out; nothing is scored"),
        mend: known.mend("改正单元格，或在方案中列为别名", "correct the cell, or list it as an alias in the scheme"),
    }
}
