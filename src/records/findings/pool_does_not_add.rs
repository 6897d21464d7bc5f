//! R064 pool-does-not-add
//!
//! ## What is checked
//! The parts that several units take of one pool (分配案号) add to its total, and all rows state the same total.
//!
//! ## Why it matters
//! Whoever divides a pool must divide all of it and no more.
//!
//! ## Example
//! 一案共 6 分; the rows give 3 and 2.
//!
//! ## Mend
//! Correct the part that is wrong, or the total.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R064", name: "pool-does-not-add", manual: include_str!("pool_does_not_add.rs") };

/// Parts of a pool that do not add to its total.
#[must_use]
pub fn pool_does_not_add(first: Place, second: Place, pool: &str, found: &str, total: &str) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("分配案号 {pool} 各份之和与分配总分不符"),
            format!("parts of pool {pool} do not add to its total"),
        ),
        at: vec![second.into(), first.into()],
        found: found.to_owned(),
        expected: Text::new(format!("合计 {total}"), format!("{total} together")),
        expected_at: None,
        effect: Text::new("停止计分", "scoring stops"),
        mend: Text::new("改正各份或总分", "correct a part or the total"),
    }
}
