//! R044 mark-without-inspector
//!
//! ## What is checked
//! Whether every row of marks names its inspector.
//!
//! ## Why it matters
//! Without a name two marks cannot be told from one given twice, and nobody answers for it.
//!
//! ## Example
//! A row with an empty 检查人.
//!
//! ## Mend
//! Write the inspector or the number of the inspection group.

use super::Spot;
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code =
    Code { id: "R044", name: "mark-without-inspector", manual: include_str!("mark_without_inspector.rs") };

/// Marks without an inspector.
#[must_use]
pub fn mark_without_inspector(spot: &Spot) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new("评分没有检查人", "marks without an inspector"),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: Text::new("检查人姓名或检查组名称", "an inspector or an inspection group"),
        expected_at: None,
        effect: Text::new("该行未采用，不评分", "the row is left out; nothing is scored"),
        mend: Text::new("补填检查人", "write the inspector"),
    }
}
