//! F006 unit-history-circle
//!
//! ## What is checked
//! Whether the rows of 单位沿革, in order of their days, never lead back to a unit that ceased by an earlier row.
//!
//! ## Why it matters
//! In a circle no unit has a year before.
//!
//! ## Example
//! D10 renamed to D11, and D11 renamed to D10.
//!
//! ## Mend
//! Strike the row that is not so, or correct its day.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code of this finding.
pub const CODE: Code = Code { id: "F006", name: "unit-history-circle", manual: include_str!("unit_history_circle.rs") };

/// A row that leads back to this unit.
#[must_use]
pub fn finding(place: Place, unit: &str) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(
            format!("单位沿革绕回已经不存在的单位：{unit}"),
            format!("unit history leads back to a unit that had ceased: {unit}"),
        ),
        at: vec![place.into()],
        found: format!("\"{unit}\""),
        expected: Text::new("以前各行没有更名、并入或拆分的代码", "a code that no earlier row ended"),
        expected_at: None,
        effect: Text::new(
            "与上年比较时不用该行；本年得分不受影响",
            "the row is not used in the comparison with last year; this year's scores are untouched",
        ),
        mend: Text::new("删去不实的一行，或改正日期", "strike the row that is not so, or correct its day"),
    }
}
