//! S002 workbook-too-large
//!
//! ## What is checked
//! Before a workbook is opened: its bytes, and the bytes of its parts once unpacked. While it is read: its non-empty
//! cells, its rows and columns, and, in a .xls, the rectangle around the used cells.
//!
//! ## Why it matters
//! A few kilobytes can be made to unpack into terabytes, or to claim a sheet with cells at its far corners. No such file
//! may stop the machine or the files beside it.
//!
//! ## Example
//! A .xlsx of 40 KB that declares parts of 12 GB.
//!
//! ## Mend
//! Copy the rows that are needed to a new workbook, or split the table over several files; a table may name many files.

use std::sync::Arc;

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "S002", name: "workbook-too-large", manual: include_str!("workbook_too_large.rs") };

/// What is measured against a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Bytes of the file.
    Bytes,
    /// Bytes once unpacked.
    Unpacked,
    /// Non-empty cells.
    Cells,
    /// Rows of a sheet.
    Rows,
    /// Columns of a sheet.
    Columns,
    /// Cells of the rectangle around the used cells.
    Rectangle,
}

impl Measure {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Bytes => ("文件大小", "size of the file"),
            Self::Unpacked => ("解压后的大小", "size once unpacked"),
            Self::Cells => ("非空单元格数", "non-empty cells"),
            Self::Rows => ("行数", "rows"),
            Self::Columns => ("列数", "columns"),
            Self::Rectangle => ("所用区域的单元格数", "cells in the used area"),
        }
    }
}

impl Measure {
    /// A number of this measure; bytes in MB, rounded up.
    fn shown(self, n: u64) -> String {
        match self {
            Self::Bytes | Self::Unpacked => format!("{} MB", n.div_ceil(1 << 20)),
            _ => n.to_string(),
        }
    }
}

/// A workbook beyond a limit; `found` is nought where only "more than the limit" is known.
#[must_use]
pub fn workbook_too_large(file: &Arc<str>, measure: Measure, found: u64, limit: u64) -> Finding {
    let (zh, en) = measure.words();
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(format!("工作簿过大：{zh}超出上限"), format!("workbook is too large: {en} over the limit")),
        at: vec![Place::File(file.clone()).into()],
        found: if found == 0 { format!("> {}", measure.shown(limit)) } else { measure.shown(found) },
        expected: Text::new(
            format!("{zh}不超过 {}", measure.shown(limit)),
            format!("{en}: {} at most", measure.shown(limit)),
        ),
        expected_at: None,
        effect: Text::new("该文件未读取，不评分", "file not read; nothing is scored"),
        mend: Text::new(
            "把需要的行复制到新的 .xlsx 工作簿，或拆成几个文件",
            "copy the rows that are needed to a new .xlsx workbook, or split the table over several files",
        ),
    }
}
