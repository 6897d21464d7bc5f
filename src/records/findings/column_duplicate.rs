//! R007 column-duplicate
//!
//! ## What is checked
//! Whether a header stands over one column only.
//!
//! ## Why it matters
//! Of two columns with one meaning the program would have to choose.
//!
//! ## Example
//! J3 twice in one sheet.
//!
//! ## Mend
//! Delete or rename one of the two columns.

use super::Spot;
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R007", name: "column-duplicate", manual: include_str!("column_duplicate.rs") };

/// Two columns with one meaning.
#[must_use]
pub fn column_duplicate(first: &Spot, second: &Spot) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("表头 {} 出现两次", second.found),
            format!("header {} stands over two columns", second.found),
        ),
        at: vec![second.at.clone(), first.at.clone()],
        found: second.found.clone(),
        expected: Text::new("每个表头一列", "one column for each header"),
        expected_at: None,
        effect: Text::new("第二列未读取，不评分", "the second column was not read; nothing is scored"),
        mend: Text::new("删去或改名其中一列", "delete or rename one of the two"),
    }
}
