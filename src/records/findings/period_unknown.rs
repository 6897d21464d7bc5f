//! R032 period-unknown
//!
//! ## What is checked
//! Whether a period is one of the scheme and, for a poll, one in which it is held.
//!
//! ## Why it matters
//! Every mark belongs to one period.
//!
//! ## Example
//! 一季度 where the scheme has 半年 and 年终.
//!
//! ## Mend
//! Correct the cell.

use super::{Known, Spot};
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R032", name: "period-unknown", manual: include_str!("period_unknown.rs") };

/// A period that the scheme or the poll has not.
#[must_use]
pub fn period_unknown(spot: &Spot, known: &Known) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("考核期不在方案中：{}", spot.found),
            format!("period is not in the scheme: {}", spot.found),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: known.expected.clone(),
        expected_at: known.expected_at.clone(),
        effect: Text::new("该行未采用，不评分", "the row is left out; nothing is scored"),
        mend: known.mend("改正单元格", "correct the cell"),
    }
}
