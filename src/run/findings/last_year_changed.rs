//! F004 last-year-changed
//!
//! ## What is checked
//! The digest of last-year/results.json is the one that last-year/manifest.json states.
//!
//! ## Why it matters
//! Last year's results were published; comparisons must use them as they were.
//!
//! ## Example
//! A score in last-year/results.json was edited by hand.
//!
//! ## Mend
//! Copy both files from last year's package once more.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code of this finding.
pub const CODE: Code = Code { id: "F004", name: "last-year-changed", manual: include_str!("last_year_changed.rs") };

/// The digest differs from the manifest.
#[must_use]
pub fn finding(digest: &str) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new("上年结果与其清单的摘要不符", "last year's results do not fit their manifest"),
        at: vec![Place::File("last-year/results.json".into()).into()],
        found: format!("\"{digest}\""),
        expected: Text::new("last-year/manifest.json 所列摘要", "the digest in last-year/manifest.json"),
        expected_at: None,
        effect: Text::new("停止计分", "scoring stops"),
        mend: Text::new(
            "从上年结果包重新复制 results.json 与 manifest.json",
            "copy both files from last year's package again",
        ),
    }
}
