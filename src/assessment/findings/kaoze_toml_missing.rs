//! C101 kaoze-toml-missing
//!
//! ## What is checked
//! Whether the workspace holds a kaoze.toml.
//!
//! ## Why it matters
//! Without it the program knows neither period nor scheme, nor which workbook holds which table.
//!
//! ## Example
//! A folder with raw/ and no kaoze.toml.
//!
//! ## Mend
//! Run `kaoze new DIR --scheme NAME`, or put the file back.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "C101", name: "kaoze-toml-missing", manual: include_str!("kaoze_toml_missing.rs") };

/// No kaoze.toml.
#[must_use]
pub fn kaoze_toml_missing(file: &str) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new("工作目录中没有 kaoze.toml", "the workspace has no kaoze.toml"),
        at: vec![Place::File(file.into()).into()],
        found: String::new(),
        expected: Text::new(
            "写明标题、考核期、状态、方案和原始表的 kaoze.toml",
            "a kaoze.toml with title, period, status, scheme and raw tables",
        ),
        expected_at: None,
        effect: Text::new("未读取任何数据，不评分", "nothing was read; nothing is scored"),
        mend: Text::new("用 kaoze new 新建工作目录，或把文件放回原处", "run `kaoze new`, or put the file back"),
    }
}
