//! R043 decision-incomplete
//!
//! ## What is checked
//! Whether a decision says who decided, when, and why.
//!
//! ## Why it matters
//! A decision that replaces a grade must be open to audit.
//!
//! ## Example
//! A decision without 理由.
//!
//! ## Mend
//! Fill in the cell.

use super::Spot;
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R043", name: "decision-incomplete", manual: include_str!("decision_incomplete.rs") };

/// A decision without body, day or reason.
#[must_use]
pub fn decision_incomplete(spot: &Spot) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new("裁定缺少决定机关、日期或理由", "a decision lacks its body, day or reason"),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: Text::new("决定机关、日期、理由俱全", "body, day and reason"),
        expected_at: None,
        effect: Text::new("该裁定未采用，不评分", "the decision is left out; nothing is scored"),
        mend: Text::new("补填该单元格", "fill in the cell"),
    }
}
