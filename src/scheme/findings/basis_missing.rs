//! C006 basis-missing
//!
//! ## What is checked
//! Every rule names the document and clause it rests on (`basis`), or says that no document does (`assumed =
//! true`).
//!
//! ## Why it matters
//! Whoever reads a grade can follow it to the clause, and sees where the office filled a gap itself.
//!
//! ## Example
//! A `[[band]]` with neither key.
//!
//! ## Mend
//! Add `basis = "document, clause"`; where the documents are silent, `assumed = true`.

use super::refused;
use crate::diag::{Code, Finding, Place, Text};

/// The code.
pub const CODE: Code = Code { id: "C006", name: "basis-missing", manual: include_str!("basis_missing.rs") };

/// A rule with neither basis nor `assumed = true`.
#[must_use]
pub fn basis_missing(at: Place, rule: &Text) -> Finding {
    refused(
        CODE,
        Text::new(format!("{}没有写明依据", rule.zh), format!("{} names no basis", rule.en)),
        vec![at.into()],
        "",
        Text::new("basis = \"文件 条款\"，或 assumed = true", "basis = \"document, clause\", or assumed = true"),
        Text::new(
            "写明文件和条款；文件没有规定的，写 assumed = true",
            "name the document and clause; where no document says so, write assumed = true",
        ),
    )
}
