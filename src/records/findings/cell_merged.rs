//! R017 cell-merged
//!
//! ## What is checked
//! Whether a cell of marks, ticks or counts lies under a merged area that has its value in another cell.
//!
//! ## Why it matters
//! A merged area looks like one value for several rows; the workbook keeps it for the first only, and the program does not
//! guess for whom it was meant.
//!
//! ## Example
//! 9.5 under J3, merged over the rows of three inspectors.
//!
//! ## Mend
//! Undo the merging and write the value into each cell that it is meant for.

use crate::diag::{At, Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R017", name: "cell-merged", manual: include_str!("cell_merged.rs") };

/// A cell whose value stands in another one.
#[must_use]
pub fn cell_merged(at: At) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new("分值单元格被合并，归属不明", "a cell of values is merged with another"),
        at: vec![at],
        found: String::new(),
        expected: Text::new("每行各填各的值", "a value in each row"),
        expected_at: None,
        effect: Text::new("该单元格未采用，不评分", "the cell is left out; nothing is scored"),
        mend: Text::new("取消合并，逐格填写", "undo the merging and write each cell"),
    }
}
