//! A007 year-twice
//!
//! ## What is checked
//! Whether two whole-county rows of one year give different counts for one indicator.
//!
//! ## Why it matters
//! Only one of them can be the county's count.
//!
//! ## Example
//! 2015 stands in two sheets, with 80 and 81 under 初核.
//!
//! ## Mend
//! Keep one row per year, or correct the one that differs.

use crate::diag::{At, Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "A007", name: "year-twice", manual: include_str!("year_twice.rs") };

/// A second count of the same year that differs from the first.
#[must_use]
pub fn year_twice(at: Place, found: u32, first_at: &Place, first: u32) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new("同一年度有两个不同的全县数", "one year has two different counts of the whole county"),
        at: vec![at.into(), At { place: first_at.clone(), caption: Some(Text::new("先见者", "first")) }],
        found: found.to_string(),
        expected: Text::new(first.to_string(), first.to_string()),
        expected_at: None,
        effect: Text::new("取先见者", "the first is used"),
        mend: Text::new("每年度只留一行，或改正不同者", "keep one row per year, or correct the one that differs"),
    }
}
