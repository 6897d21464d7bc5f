//! C107 pattern-outside-raw
//!
//! ## What is checked
//! Whether every file pattern of a table begins with raw/ and stays there.
//!
//! ## Why it matters
//! Raw tables are read from raw/ alone, so that an auditor who has raw/ has everything.
//!
//! ## Example
//! `files = ["../2014/检查评分.xlsx"]`.
//!
//! ## Mend
//! Move the workbook into raw/ and name it there.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "C107", name: "pattern-outside-raw", manual: include_str!("pattern_outside_raw.rs") };

/// A pattern that leaves raw/.
#[must_use]
pub fn pattern_outside_raw(place: Place, pattern: &str) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new("文件名式样不在 raw/ 之内", "a file pattern lies outside raw/"),
        at: vec![place.into()],
        found: format!("\"{pattern}\""),
        expected: Text::new("以 raw/ 开头、不含 .. 的式样", "a pattern that begins with raw/ and has no .. in it"),
        expected_at: None,
        effect: Text::new("该式样未采用，不评分", "the pattern was not used; nothing is scored"),
        mend: Text::new("把工作簿放进 raw/，并写成 raw/…", "move the workbook into raw/ and write raw/…"),
    }
}
