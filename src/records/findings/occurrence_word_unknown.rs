//! R062 occurrence-word-unknown
//!
//! ## What is checked
//! Whether 类型, 层级 and 发现方式 of an occurrence are words that the rows of its item know.
//!
//! ## Why it matters
//! A row with an unknown word would match no line of the table and count nothing.
//!
//! ## Example
//! 层级 写 市级 where the table has 县、市委、省.
//!
//! ## Mend
//! Correct the cell, or add a row for the word to the item in the scheme.

use super::{Known, Spot};
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code =
    Code { id: "R062", name: "occurrence-word-unknown", manual: include_str!("occurrence_word_unknown.rs") };

/// A word that no row of the item has.
#[must_use]
pub fn occurrence_word_unknown(spot: &Spot, known: &Known) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("事项的用词不在方案中：{}", spot.found),
            format!("word of an occurrence is not in the scheme: {}", spot.found),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: known.expected.clone(),
        expected_at: known.expected_at.clone(),
        effect: Text::new("该行未采用，不评分", "the row is left out; nothing is scored"),
        mend: known.mend("改正单元格，或在方案中补一行", "correct the cell, or add a row to the item in the scheme"),
    }
}
