//! R020 number-expected
//!
//! ## What is checked
//! Whether a cell that holds points or a number holds a number.
//!
//! ## Why it matters
//! Text is not a number, and 8.5分 or 约9 is nobody's exact score.
//!
//! ## Example
//! "8.5分" under J3.
//!
//! ## Mend
//! Write the number alone; 不适用 or / where the item does not apply.

use super::Spot;
use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R020", name: "number-expected", manual: include_str!("number_expected.rs") };

/// Something that is not a number.
#[must_use]
pub fn number_expected(spot: &Spot, expected: Text, expected_at: Option<Place>) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(format!("应为数字：{}", spot.found), format!("a number is due: {}", spot.found)),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected,
        expected_at,
        effect: Text::new("该单元格未采用，不评分", "the cell is left out; nothing is scored"),
        mend: Text::new("只写数字；不适用的写“不适用”", "write the number alone; write 不适用 where it does not apply"),
    }
}
