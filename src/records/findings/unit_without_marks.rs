//! R045 unit-without-marks
//!
//! ## What is checked
//! Whether every unit of the roster has a row of marks for every period in which items are inspected.
//!
//! ## Why it matters
//! A unit that was forgotten would get nothing for everything.
//!
//! ## Example
//! 白石镇 has no row for 半年.
//!
//! ## Mend
//! Find the sheet of the inspection, or confirm that there was none.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R045", name: "unit-without-marks", manual: include_str!("unit_without_marks.rs") };

/// A unit without marks.
#[must_use]
pub fn unit_without_marks(place: Place, unit: &str, period: &str) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(format!("{unit}没有{period}的检查评分"), format!("{unit} has no marks for {period}")),
        at: vec![place.into()],
        found: String::new(),
        expected: Text::new(format!("{period}至少一行检查评分"), format!("at least one row of marks for {period}")),
        expected_at: None,
        effect: Text::new("按方案对未报送的规定处理", "treated as the scheme says for what was not submitted"),
        mend: Text::new("补交检查评分表，或确认未检查", "hand in the sheet, or confirm that there was no inspection"),
    }
}
