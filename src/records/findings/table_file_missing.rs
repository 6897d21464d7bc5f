//! R001 table-file-missing
//!
//! ## What is checked
//! Whether every file pattern of kaoze.toml fits at least one workbook in raw/.
//!
//! ## Why it matters
//! A table that is not there would silently count as nothing submitted.
//!
//! ## Example
//! `files = ["raw/检查评分/*.xls"]` while the files end in .xlsx.
//!
//! ## Mend
//! Correct the pattern, or put the workbook where it says.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R001", name: "table-file-missing", manual: include_str!("table_file_missing.rs") };

/// A pattern without a workbook.
#[must_use]
pub fn table_file_missing(place: Place, pattern: &str, near: Option<&str>) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(format!("没有文件符合“{pattern}”"), format!("no workbook fits \"{pattern}\"")),
        at: vec![place.into()],
        found: format!("\"{pattern}\""),
        expected: Text::new("raw/ 中的一个工作簿", "a workbook in raw/"),
        expected_at: None,
        effect: Text::new("这张表未读取，不评分", "the table was not read; nothing is scored"),
        mend: match near {
            Some(near) => Text::new(
                format!("是否为 {near}？改正 kaoze.toml 中的 files，或给文件改名"),
                format!("is {near} meant? correct `files` in kaoze.toml, or rename the file"),
            ),
            None => Text::new(
                "把工作簿放到该处，或改正 kaoze.toml 中的 files",
                "put the workbook there, or correct `files` in kaoze.toml",
            ),
        },
    }
}
