//! R005 column-missing
//!
//! ## What is checked
//! Whether the first twenty rows of a sheet hold a row with the header of every field that its table needs, and a
//! column for every question or mark of the polls in it.
//!
//! ## Why it matters
//! Without the column the fact is unknown for every row; the program does not guess by position.
//!
//! ## Example
//! 单位名 where the layout says 单位.
//!
//! ## Mend
//! Correct the header, add the other spelling to the layout, or give the value for the whole sheet in kaoze.toml under
//! `set`.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R005", name: "column-missing", manual: include_str!("column_missing.rs") };

/// A column that the table needs.
#[must_use]
pub fn column_missing(place: Place, header: &str, expected: Text, near: Option<&str>, found: &str) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(format!("缺少“{header}”一列"), format!("column \"{header}\" is missing")),
        at: vec![place.into()],
        found: found.to_owned(),
        expected,
        expected_at: None,
        effect: Text::new("需要这一列的行未读取，不评分", "the rows that need it were not read; nothing is scored"),
        mend: match near {
            Some(near) => Text::new(
                format!("把表头“{near}”改为“{header}”，或在方案的表样中列为别名"),
                format!("change the header \"{near}\" to \"{header}\", or list it as another spelling in the layout"),
            ),
            None => Text::new(
                "补上这一列；全表相同的值可写在 kaoze.toml 的 set 里；不是这张表的，用 sheets 排除",
                "add the column; a value that holds for the whole sheet may stand in kaoze.toml under `set`; a sheet of another kind is left out with `sheets`",
            ),
        },
    }
}
