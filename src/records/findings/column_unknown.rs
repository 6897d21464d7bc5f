//! R006 column-unknown
//!
//! ## What is checked
//! Whether the program understands every column of a sheet.
//!
//! ## Why it matters
//! A column nobody reads may be one that somebody meant.
//!
//! ## Example
//! A column 备注 in the roster.
//!
//! ## Mend
//! Nothing, if the column is only for people; else correct its header.

use super::{Known, Spot};
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R006", name: "column-unknown", manual: include_str!("column_unknown.rs") };

/// A column without a meaning.
#[must_use]
pub fn column_unknown(spot: &Spot, known: &Known, severity: Severity) -> Finding {
    Finding {
        code: CODE,
        severity,
        headline: Text::new(format!("{} 一列未读取", spot.found), format!("column {} is not read", spot.found)),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: known.expected.clone(),
        expected_at: known.expected_at.clone(),
        effect: Text::new("该列未读取", "the column was not read"),
        mend: known.mend(
            "仅供查看的列可不处理；有用的列改正表头",
            "leave a column that is only for people; correct the header of one that matters",
        ),
    }
}
