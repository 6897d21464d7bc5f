//! R015 total-row-left-out
//!
//! ## What is checked
//! Which rows are totals: their first cell is one of the words that the layout lists (合计, 总计, 小计, 平均).
//!
//! ## Why it matters
//! A total must not be read as one more unit; that a row was left out is said aloud.
//!
//! ## Example
//! 合计 below the last township.
//!
//! ## Mend
//! Nothing, if the row is a total.

use super::Spot;
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R015", name: "total-row-left-out", manual: include_str!("total_row_left_out.rs") };

/// A row of totals.
#[must_use]
pub fn total_row_left_out(spot: &Spot) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Note,
        headline: Text::new("合计行未读取", "a total row was not read"),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: Text::new("数据行", "a row of data"),
        expected_at: None,
        effect: Text::new("该行未读取", "the row was not read"),
        mend: Text::new("确为合计行的不用处理", "nothing to do if it is a total"),
    }
}
