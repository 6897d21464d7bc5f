//! R004 sheet-unnamed
//!
//! ## What is checked
//! Whether every sheet with cells in a workbook that kaoze.toml names is taken by one of its entries.
//!
//! ## Why it matters
//! Rows on a sheet that no entry takes are not read.
//!
//! ## Example
//! 年终 beside 半年 in a workbook whose only entry says `sheets = "半年*"`.
//!
//! ## Mend
//! Add an entry for the sheet, or delete it.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R004", name: "sheet-unnamed", manual: include_str!("sheet_unnamed.rs") };

/// A sheet that no entry takes.
#[must_use]
pub fn sheet_unnamed(sheet: Place, name: &str) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(format!("工作表“{name}”未被任何表引用"), format!("sheet \"{name}\" is taken by no table")),
        at: vec![sheet.into()],
        found: format!("\"{name}\""),
        expected: Text::new(
            "kaoze.toml 中某一 [[table]] 的 sheets 包含它",
            "a [[table]] of kaoze.toml whose sheets name it",
        ),
        expected_at: None,
        effect: Text::new("该工作表未读取", "the sheet was not read"),
        mend: Text::new(
            "在 kaoze.toml 中为它加一段，或删去该工作表",
            "add an entry for it in kaoze.toml, or delete the sheet",
        ),
    }
}
