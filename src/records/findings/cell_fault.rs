//! R023 cell-fault
//!
//! ## What is checked
//! Whether a cell holds an Excel error.
//!
//! ## Why it matters
//! #N/A or #DIV/0! is neither a value nor an empty cell.
//!
//! ## Example
//! #REF! under J4 after a sheet was deleted.
//!
//! ## Mend
//! Repair the formula, or write the value.

use super::Spot;
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R023", name: "cell-fault", manual: include_str!("cell_fault.rs") };

/// An Excel error, or a formula that nobody has computed.
#[must_use]
pub fn cell_fault(spot: &Spot) -> Finding {
    let (headline, mend) = if spot.found.starts_with("\"=") {
        (
            Text::new(
                format!("公式没有存下结果：{}", spot.found),
                format!("the formula has no stored result: {}", spot.found),
            ),
            Text::new(
                "用 Excel 或 WPS 打开该工作簿并保存，或直接填值",
                "open the workbook in Excel or WPS and save it, or write the value",
            ),
        )
    } else {
        (
            Text::new(
                format!("单元格为 Excel 错误值 {}", spot.found),
                format!("the cell holds the Excel error {}", spot.found),
            ),
            Text::new("修复公式，或直接填值", "repair the formula, or write the value"),
        )
    };
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline,
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: Text::new("一个值", "a value"),
        expected_at: None,
        effect: Text::new("该单元格未采用，不评分", "the cell is left out; nothing is scored"),
        mend,
    }
}
