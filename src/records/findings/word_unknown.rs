//! R065 word-unknown
//!
//! ## What is checked
//! Whether the word in a cell of an item is one of the words that the item lists.
//!
//! ## Why it matters
//! The word decides the points.
//!
//! ## Example
//! 较好 where the item lists 优秀、良好、一般、较差.
//!
//! ## Mend
//! Correct the cell, or add the word or an alias to the item in the scheme.

use super::{Known, Spot};
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R065", name: "word-unknown", manual: include_str!("word_unknown.rs") };

/// A word that the item does not list.
#[must_use]
pub fn word_unknown(spot: &Spot, known: &Known) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("评定档次不在方案中：{}", spot.found),
            format!("word is not listed by the item: {}", spot.found),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: known.expected.clone(),
        expected_at: known.expected_at.clone(),
        effect: Text::new("该单元格未采用，不评分", "the cell is left out; nothing is scored"),
        mend: known.mend("改正单元格，或在方案中列为别名", "correct the cell, or list it as an alias in the scheme"),
    }
}
