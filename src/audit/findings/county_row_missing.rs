//! A005 county-row-missing
//!
//! ## What is checked
//! Whether the case sheets named in kaoze.toml have a row of the whole county for the year asked about.
//!
//! ## Why it matters
//! Year over year is worked out from the county's own row; rows of single units are not added up in its place.
//!
//! ## Example
//! 案件统计.xlsx has rows for 2013 and 2014 only.
//!
//! ## Mend
//! Add a row with the year and, where there is a column 单位, the word 全县; or name the file in kaoze.toml.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "A005", name: "county-row-missing", manual: include_str!("county_row_missing.rs") };

/// No row of the whole county for this year; `found` lists the years that have one.
#[must_use]
pub fn county_row_missing(at: Place, year: i32, years: &[i32]) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new("案件统计没有该年全县行", "case statistics have no row of the whole county for the year"),
        at: vec![at.into()],
        found: if years.is_empty() {
            "—".into()
        } else {
            years.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        },
        expected: Text::new(format!("{year}年全县行"), format!("a row 全县 for {year}")),
        expected_at: None,
        effect: Text::new("没有可比的数", "there is nothing to compare"),
        mend: Text::new(
            "在表中补上该年全县行，或在 kaoze.toml 的 cases 表中列入文件",
            "add the row, or name the file under table = \"cases\" in kaoze.toml",
        ),
    }
}
