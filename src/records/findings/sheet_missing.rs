//! R003 sheet-missing
//!
//! ## What is checked
//! Whether a `sheets` pattern of kaoze.toml fits a sheet of every workbook that the entry names.
//!
//! ## Why it matters
//! A renamed tab would silently take its rows away.
//!
//! ## Example
//! `sheets = "半年*"` while the tab is called 上半年.
//!
//! ## Mend
//! Rename the tab or correct the pattern.

use super::listed;
use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R003", name: "sheet-missing", manual: include_str!("sheet_missing.rs") };

/// A sheet pattern that fits no tab.
#[must_use]
pub fn sheet_missing(place: Place, file: &str, pattern: &str, sheets: &[&str]) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("{file} 中没有符合“{pattern}”的工作表"),
            format!("{file} has no sheet that fits \"{pattern}\""),
        ),
        at: vec![Place::File(file.into()).into(), place.into()],
        found: format!("\"{pattern}\""),
        expected: listed(sheets.iter().copied()),
        expected_at: None,
        effect: Text::new(
            "该工作簿中的这张表未读取，不评分",
            "the table was not read from this workbook; nothing is scored",
        ),
        mend: Text::new(
            "改正 kaoze.toml 的 sheets，或改工作表名称",
            "correct `sheets` in kaoze.toml, or rename the tab",
        ),
    }
}
