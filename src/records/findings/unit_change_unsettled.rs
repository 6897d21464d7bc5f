//! R092 unit-change-unsettled
//!
//! ## What is checked
//! Whether the scheme says what becomes of a unit that was set up, merged or abolished inside the assessment.
//!
//! ## Why it matters
//! Half a year is missing for it; blended, replaced or counted as nought it gets three different totals.
//!
//! ## Example
//! 甲街道 was formed on 1 July, and has no half-year check.
//!
//! ## Mend
//! Decide it in the scheme ([unit_change]), or correct the dates in the roster.

use chrono::NaiveDate;

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code =
    Code { id: "R092", name: "unit-change-unsettled", manual: include_str!("unit_change_unsettled.rs") };

/// A unit that did not exist all the time.
#[must_use]
pub fn unit_change_unsettled(place: Place, name: &str, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Finding {
    let (zh, en) = match (from, to) {
        (Some(from), _) => (format!("{from} 设立"), format!("was set up on {from}")),
        (None, Some(to)) => (format!("{to} 撤销"), format!("was abolished on {to}")),
        (None, None) => (String::new(), String::new()),
    };
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("{name}于考核期内变动（{zh}），方案没有规定怎么办"),
            format!("{name} {en} inside the assessment, and the scheme does not say what that means"),
        ),
        at: vec![place.into()],
        found: format!("\"{name}\""),
        expected: Text::new("方案中有 [unit_change]", "a table [unit_change] in the scheme"),
        expected_at: None,
        effect: Text::new(
            "缺的考核期怎么算不明，不评分",
            "it is open how the missing period counts; nothing is scored",
        ),
        mend: Text::new(
            "由考核办决定后写进方案 [unit_change]，或改正名册中的日期",
            "decide it in [unit_change] of the scheme, or correct the dates in the roster",
        ),
    }
}
