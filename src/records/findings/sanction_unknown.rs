//! R080 sanction-unknown
//!
//! ## What is checked
//! Whether the kind of a sanction is one of the scheme.
//!
//! ## Why it matters
//! What a sanction does to the grade depends on its kind.
//!
//! ## Example
//! 严重警告处分 where the scheme has 党内严重警告 without that spelling.
//!
//! ## Mend
//! Correct the cell, or add the spelling to the aliases of the scheme.

use super::{Known, Spot};
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R080", name: "sanction-unknown", manual: include_str!("sanction_unknown.rs") };

/// A kind that the scheme has not.
#[must_use]
pub fn sanction_unknown(spot: &Spot, known: &Known) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("处分种类不在方案中：{}", spot.found),
            format!("kind of sanction is not in the scheme: {}", spot.found),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: known.expected.clone(),
        expected_at: known.expected_at.clone(),
        effect: Text::new("该行未采用，不评分", "the row is left out; nothing is scored"),
        mend: known.mend("改正单元格，或在方案中列为别名", "correct the cell, or list it as an alias in the scheme"),
    }
}
