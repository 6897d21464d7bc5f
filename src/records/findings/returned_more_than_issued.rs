//! R042 returned-more-than-issued
//!
//! ## What is checked
//! Whether no more ballots were returned than issued.
//!
//! ## Why it matters
//! Many rules make such a poll void; the scheme says what happens here.
//!
//! ## Example
//! 30 issued, 31 returned.
//!
//! ## Mend
//! Check the register against the records of the meeting.

use super::Spot;
use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code =
    Code { id: "R042", name: "returned-more-than-issued", manual: include_str!("returned_more_than_issued.rs") };

/// More ballots returned than issued.
#[must_use]
pub fn returned_more_than_issued(
    spot: &Spot,
    issued: u32,
    returned: u32,
    rule: &Text,
    expected_at: Option<Place>,
    severity: Severity,
) -> Finding {
    Finding {
        code: CODE,
        severity,
        headline: Text::new(
            format!("收回 {returned} 张，多于发出 {issued} 张"),
            format!("{returned} ballots returned, {issued} issued"),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: Text::new(format!("不多于发出的 {issued} 张"), format!("at most the {issued} issued")),
        expected_at,
        effect: Text::new(&*rule.zh, &*rule.en),
        mend: Text::new("核对票数登记", "check the register of ballots"),
    }
}
