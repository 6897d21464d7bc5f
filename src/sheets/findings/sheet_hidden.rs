//! S003 sheet-hidden
//!
//! ## What is checked
//! Whether the tab of a sheet is hidden in its workbook.
//!
//! ## Why it matters
//! Its rows are read like any others, and a person who looks through the workbook does not see them.
//!
//! ## Example
//! 检查评分.xlsx holds last year's marks on a hidden sheet of the same shape.
//!
//! ## Mend
//! Show the sheet if it belongs to the table, or delete it.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "S003", name: "sheet-hidden", manual: include_str!("sheet_hidden.rs") };

/// A hidden sheet with cells in it.
#[must_use]
pub fn sheet_hidden(sheet: Place, name: &str) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new("工作表已隐藏", "sheet is hidden"),
        at: vec![sheet.into()],
        found: name.to_owned(),
        expected: Text::new("显示的工作表", "a sheet that is shown"),
        expected_at: None,
        effect: Text::new("照常读取", "read all the same"),
        mend: Text::new(
            "属于本表的，取消隐藏；不属于的，删除该工作表",
            "show the sheet if it belongs to the table, or delete it",
        ),
    }
}
