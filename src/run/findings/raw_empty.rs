//! F001 raw-empty
//!
//! ## What is checked
//! The workspace has at least one raw workbook under raw/.
//!
//! ## Why it matters
//! Without raw sheets there is nothing to score, and an empty result must not look like a good one.
//!
//! ## Example
//! A folder freshly copied without its raw/ folder.
//!
//! ## Mend
//! Put the workbooks as received into raw/.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code of this finding.
pub const CODE: Code = Code { id: "F001", name: "raw-empty", manual: include_str!("raw_empty.rs") };

/// There is no raw workbook at all.
#[must_use]
pub fn finding() -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new("raw/ 中没有任何工作簿", "raw/ holds no workbook"),
        at: vec![Place::File("raw/".into()).into()],
        found: String::new(),
        expected: Text::new("收到的工作簿放在 raw/ 中", "the workbooks as received, in raw/"),
        expected_at: None,
        effect: Text::new("停止计分", "scoring stops"),
        mend: Text::new("把收到的工作簿放入 raw/ 后重新运行", "put the workbooks into raw/ and run again"),
    }
}
