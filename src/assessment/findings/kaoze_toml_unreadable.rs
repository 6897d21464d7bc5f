//! C102 kaoze-toml-unreadable
//!
//! ## What is checked
//! Whether kaoze.toml is text in UTF-8 and follows the TOML syntax.
//!
//! ## Why it matters
//! A file that is read by halves would leave decisions out without a word.
//!
//! ## Example
//! `title = "云山县` without the closing quote.
//!
//! ## Mend
//! Correct the line named; text stands in double quotes.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code =
    Code { id: "C102", name: "kaoze-toml-unreadable", manual: include_str!("kaoze_toml_unreadable.rs") };

/// A line that is not TOML.
#[must_use]
pub fn kaoze_toml_unreadable(file: &str, line: u32, found: &str, expected: Text) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("kaoze.toml 第 {line} 行无法读取"),
            format!("kaoze.toml cannot be read at line {line}"),
        ),
        at: vec![Place::Line(file.into(), line).into()],
        found: found.trim().to_owned(),
        expected,
        expected_at: None,
        effect: Text::new("未读取任何数据，不评分", "nothing was read; nothing is scored"),
        mend: Text::new(
            "改正该行：文字写在英文双引号 \" 内（不是“”）；文件用记事本另存为 UTF-8 编码",
            "correct the line: text stands in straight double quotes; save the file as UTF-8",
        ),
    }
}
