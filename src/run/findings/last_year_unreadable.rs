//! F003 last-year-unreadable
//!
//! ## What is checked
//! last-year/results.json is a package's results.json of a schema that this program reads.
//!
//! ## Why it matters
//! Movers and year-over-year figures rest on it.
//!
//! ## Example
//! A results.json saved again by an editor that cut it off.
//!
//! ## Mend
//! Copy results.json and manifest.json from last year's package once more.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code of this finding.
pub const CODE: Code =
    Code { id: "F003", name: "last-year-unreadable", manual: include_str!("last_year_unreadable.rs") };

/// The file is not results of a known schema.
#[must_use]
pub fn finding(cause: &str) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new("读不出上年结果 last-year/results.json", "last-year/results.json cannot be used"),
        at: vec![Place::File("last-year/results.json".into()).into()],
        found: format!("\"{cause}\""),
        expected: Text::new("上年结果包中的 results.json", "results.json of last year's package"),
        expected_at: None,
        effect: Text::new("停止计分", "scoring stops"),
        mend: Text::new(
            "从上年结果包重新复制 results.json 与 manifest.json",
            "copy results.json and manifest.json from last year's package again",
        ),
    }
}
