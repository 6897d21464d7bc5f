//! R012 row-duplicate
//!
//! ## What is checked
//! Whether a fact is given once: one row of marks per unit, period, item and inspector; one ballot per poll, period,
//! class, number and subject; one row per number of claim, event or decision.
//!
//! ## Why it matters
//! A fact given twice would count twice.
//!
//! ## Example
//! Ballot A-017 about 云山镇 in two workbooks.
//!
//! ## Mend
//! Delete one of the two rows, or correct the number that tells them apart.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R012", name: "row-duplicate", manual: include_str!("row_duplicate.rs") };

/// A fact given twice.
#[must_use]
pub fn row_duplicate(first: Place, second: Place, what: &Text, found: &str, severity: Severity) -> Finding {
    Finding {
        code: CODE,
        severity,
        headline: Text::new(format!("{}重复", what.zh), format!("{} is given twice", what.en)),
        at: vec![second.into(), first.into()],
        found: format!("\"{found}\""),
        expected: Text::new("同一事实只出现一次", "a fact stands once"),
        expected_at: None,
        effect: Text::new("后一行未采用", "the later row is left out"),
        mend: Text::new(
            "删去其中一行；确是两件事的，改正把它们区分开的那一格（编号、检查人、考核期等）",
            "delete one of the two rows; if they are two facts, correct the cell that tells them apart (number, inspector, period …)",
        ),
    }
}
