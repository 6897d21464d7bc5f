//! R016 table-unknown
//!
//! ## What is checked
//! Whether every [[table]] of kaoze.toml names a raw table that the program knows.
//!
//! ## Why it matters
//! Files under a name nobody knows would not be read.
//!
//! ## Example
//! `table = "mark"`.
//!
//! ## Mend
//! Correct the name.

use super::Known;
use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R016", name: "table-unknown", manual: include_str!("table_unknown.rs") };

/// A raw table nobody knows.
#[must_use]
pub fn table_unknown(place: Place, table: &str, known: &Known) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(format!("没有名为“{table}”的原始表"), format!("there is no raw table \"{table}\"")),
        at: vec![place.into()],
        found: format!("\"{table}\""),
        expected: known.expected.clone(),
        expected_at: None,
        effect: Text::new("这些文件未读取，不评分", "the files were not read; nothing is scored"),
        mend: known.mend("改正表名", "correct the name"),
    }
}
