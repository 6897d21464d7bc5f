//! R040 counts-do-not-add
//!
//! ## What is checked
//! Counted ballots: marks, 不了解, 未填 and void together equal the ballots returned. Raw ballots: as many rows as were
//! registered as returned, for each poll, period, class and subject.
//!
//! ## Why it matters
//! A missing ballot is a vote not counted; one too many is a vote counted twice.
//!
//! ## Example
//! 30 returned, 29 rows.
//!
//! ## Mend
//! Find the ballot, or correct the register.

use crate::diag::{At, Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R040", name: "counts-do-not-add", manual: include_str!("counts_do_not_add.rs") };

/// Ballots that do not add up.
#[must_use]
pub fn counts_do_not_add(at: Vec<At>, what: &Text, sum: u64, returned: u64) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(format!("票数不符：{}", what.zh), format!("ballots do not add up: {}", what.en)),
        at,
        found: format!("{sum} / {returned}"),
        expected: Text::new(format!("{returned} 张"), format!("{returned} ballots")),
        expected_at: None,
        effect: Text::new("票数不明，不评分", "the count is open; nothing is scored"),
        mend: Text::new("核对测评票与票数登记", "check the ballots against the register"),
    }
}
