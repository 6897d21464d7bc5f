//! C002 scheme-unreadable
//!
//! ## What is checked
//! Every .toml file of the scheme can be read, is UTF-8 text, and follows the grammar of TOML.
//!
//! ## Why it matters
//! A file that is read in part would leave out rules without a word.
//!
//! ## Example
//! `name = "研究部署` without the closing quote; the same key twice in one table; a file saved as GB18030.
//!
//! ## Mend
//! Correct the line that is named; save the file as UTF-8.

use super::refused;
use crate::diag::{Code, Finding, Place, Text};

/// The code.
pub const CODE: Code = Code { id: "C002", name: "scheme-unreadable", manual: include_str!("scheme_unreadable.rs") };

/// A file that is not TOML text; `words` are the reader's own.
#[must_use]
pub fn scheme_unreadable(at: Place, words: &str) -> Finding {
    refused(
        CODE,
        Text::new("方案文件读不出", "scheme file cannot be read"),
        vec![at.into()],
        words,
        Text::new("UTF-8 编码、符合 TOML 语法的文本", "UTF-8 text in TOML"),
        Text::new("改正所指的这一行，并以 UTF-8 保存", "correct the line named here and save the file as UTF-8"),
    )
}
