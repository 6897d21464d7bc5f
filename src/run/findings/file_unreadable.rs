//! F002 file-unreadable
//!
//! ## What is checked
//! Every raw file that a table names can be read from the disk.
//!
//! ## Why it matters
//! A file that was not read is not an empty file.
//!
//! ## Example
//! A workbook on a network drive that has gone.
//!
//! ## Mend
//! Copy the file to this machine, or close the program that holds it.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code of this finding.
pub const CODE: Code = Code { id: "F002", name: "file-unreadable", manual: include_str!("file_unreadable.rs") };

/// The disk did not give the file.
#[must_use]
pub fn finding(path: &str, cause: &str) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(format!("读不出文件 {path}"), format!("{path} cannot be read")),
        at: vec![Place::File(path.into()).into()],
        found: format!("\"{cause}\""),
        expected: Text::new("可读的文件", "a file that can be read"),
        expected_at: None,
        effect: Text::new("停止计分", "scoring stops"),
        mend: Text::new(
            "关闭占用该文件的程序，或把文件复制到本机",
            "close the program that holds it, or copy it to this machine",
        ),
    }
}
