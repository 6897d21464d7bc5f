//! R081 sanction-state-unknown
//!
//! ## What is checked
//! How a sanction stands: 在办, 已决 or 撤销.
//!
//! ## Why it matters
//! A sanction that is not decided, or was revoked, has no effect; an investigation has one only while it is under way.
//!
//! ## Example
//! 结办 in the column 状态.
//!
//! ## Mend
//! Write 在办, 已决 or 撤销; an empty cell is 已决.

use super::Spot;
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R081", name: "sanction-state-unknown", manual: include_str!("state_unknown.rs") };

/// A word for no state.
#[must_use]
pub fn state_unknown(spot: &Spot) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("处分状态不能识别：{}", spot.found),
            format!("state of a sanction is not known: {}", spot.found),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: Text::new("在办 | 已决 | 撤销", "在办 | 已决 | 撤销"),
        expected_at: None,
        effect: Text::new("该行未采用，不评分", "the row is left out; nothing is scored"),
        mend: Text::new("改为在办、已决或撤销", "write 在办, 已决 or 撤销"),
    }
}
