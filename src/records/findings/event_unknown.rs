//! R101 event-unknown
//!
//! ## What is checked
//! Whether the event that a decision, receipt or step belongs to is one of the year.
//!
//! ## Why it matters
//! Responsibility, appeal and procedure are worked out event by event.
//!
//! ## Example
//! E12 in 集体决策 while 责任追究 has E1 to E9.
//!
//! ## Mend
//! Correct the number; a row about an event of another year can stay out.

use super::{Known, Spot};
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R101", name: "event-unknown", manual: include_str!("event_unknown.rs") };

/// No event of the year has the number.
#[must_use]
pub fn event_unknown(spot: &Spot, known: &Known) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(
            format!("责任追究表中没有本年度的事件 {}", spot.found),
            format!("no event of the year has the number {}", spot.found),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: known.expected.clone(),
        expected_at: known.expected_at.clone(),
        effect: Text::new("该行未采用", "the row is left out"),
        mend: known.mend("改正事件编号", "correct the number"),
    }
}
