//! R002 file-unnamed
//!
//! ## What is checked
//! Whether every file in raw/ is named by a table of kaoze.toml.
//!
//! ## Why it matters
//! A workbook that nobody reads may hold the marks of ten units.
//!
//! ## Example
//! raw/检查评分/第五组（补）.xlsx beside a pattern `第?组.xlsx`.
//!
//! ## Mend
//! Name the file in kaoze.toml, or take it out of raw/.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R002", name: "file-unnamed", manual: include_str!("file_unnamed.rs") };

/// A file that no table reads.
#[must_use]
pub fn file_unnamed(file: &str) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(
            format!("raw/ 中的文件未被任何表引用：{file}"),
            format!("a file in raw/ is named by no table: {file}"),
        ),
        at: vec![Place::File(file.into()).into()],
        found: file.to_owned(),
        expected: Text::new(
            "kaoze.toml 中某一 [[table]] 的 files 包含它",
            "a [[table]] of kaoze.toml whose files name it",
        ),
        expected_at: None,
        effect: Text::new("该文件未读取", "the file was not read"),
        mend: Text::new("写进 kaoze.toml，或移出 raw/", "name it in kaoze.toml, or take it out of raw/"),
    }
}
