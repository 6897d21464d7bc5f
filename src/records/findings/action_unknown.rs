//! R100 action-unknown
//!
//! ## What is checked
//! Whether the 事项 of a ledger row is the action of a duty.
//!
//! ## Why it matters
//! A duty done under another word would count as not done.
//!
//! ## Example
//! 党课辅导 where the duty says 廉政党课.
//!
//! ## Mend
//! Write the scheme's word, or list this one among the duty's aliases.

use super::{Known, Spot};
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R100", name: "action-unknown", manual: include_str!("action_unknown.rs") };

/// No duty of the scheme asks for.
#[must_use]
pub fn action_unknown(spot: &Spot, known: &Known) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("方案中没有哪项履责要求用到事项 {}", spot.found),
            format!("no duty of the scheme asks for {}", spot.found),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: known.expected.clone(),
        expected_at: known.expected_at.clone(),
        effect: Text::new("该行未采用，不评分", "the row is left out; nothing is scored"),
        mend: known
            .mend("改正事项，或在该项履责要求的 aliases 中列出", "correct it, or list it among the duty's aliases"),
    }
}
