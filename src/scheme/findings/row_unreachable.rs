//! C074 row-unreachable
//!
//! ## What is checked
//! Every row of a table of steps fits some value that no row above it takes.
//!
//! ## Why it matters
//! The first row that fits decides; a row that is never the first was meant otherwise, most often in another order.
//!
//! ## Example
//! `{ at_least = "70", points = "5" }` above `{ at_least = "85", points = "7" }`: the second is never reached.
//!
//! ## Mend
//! Put the narrower row above the wider one, or correct its lines.

use super::refused;
use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "C074", name: "row-unreachable", manual: include_str!("row_unreachable.rs") };

/// The row with this number, from one.
#[must_use]
pub fn row_unreachable(at: Place, rule: &Text, row: usize) -> Finding {
    let finding = refused(
        CODE,
        Text::new(
            format!("{}的第 {row} 行永远不会用到", rule.zh),
            format!("row {row} of the steps of {} is never reached", rule.en),
        ),
        vec![at.into()],
        &row.to_string(),
        Text::new("有的值只合这一行，不合前面各行", "a value that fits this row and none above it"),
        Text::new("把范围窄的一行移到前面，或改正界限", "put the narrower row first, or correct its lines"),
    );
    Finding {
        severity: Severity::Warning, effect: Text::new("这一行不起作用", "the row has no effect"), ..finding
    }
}
