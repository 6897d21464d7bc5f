//! T002 count-failed
//!
//! ## What is checked
//! That the ballots could be counted at all.
//!
//! ## Why it matters
//! A count that failed must never be taken for a count of nought.
//!
//! ## Example
//! The machine ran out of memory while counting.
//!
//! ## Mend
//! Run again with more memory; if it happens again, report it with the version of the program.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code of this finding.
pub const CODE: Code = Code { id: "T002", name: "count-failed", manual: include_str!("count_failed.rs") };

/// The counting itself failed, with its cause.
#[must_use]
pub fn finding(cause: &str) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new("票数统计未能完成", "the ballots could not be counted"),
        at: vec![Place::File("raw/".into()).into()],
        found: cause.to_owned(),
        expected: Text::new("完整的统计", "a complete count"),
        expected_at: None,
        effect: Text::new("停止计分", "scoring stops"),
        mend: Text::new(
            "换用内存更大的机器重试，仍出现时请报告程序版本",
            "run again with more memory, or report it with the version",
        ),
    }
}
