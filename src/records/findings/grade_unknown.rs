//! R039 grade-unknown
//!
//! ## What is checked
//! Whether the grade that a decision names is one of the scheme.
//!
//! ## Why it matters
//! A decision replaces the grade that was worked out.
//!
//! ## Example
//! 较好 where the scheme has 优秀, 良好, 合格.
//!
//! ## Mend
//! Correct the cell.

use super::{Known, Spot};
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R039", name: "grade-unknown", manual: include_str!("grade_unknown.rs") };

/// A grade that the scheme has not.
#[must_use]
pub fn grade_unknown(spot: &Spot, known: &Known) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("决定等次不在方案中：{}", spot.found),
            format!("grade decided is not in the scheme: {}", spot.found),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: known.expected.clone(),
        expected_at: known.expected_at.clone(),
        effect: Text::new("该行未采用，不评分", "the row is left out; nothing is scored"),
        mend: known.mend("改正单元格", "correct the cell"),
    }
}
