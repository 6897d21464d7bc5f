//! C018 scheme-code-differs
//!
//! ## What is checked
//! The code that the scheme gives itself is the name by which it was asked for.
//!
//! ## Why it matters
//! Results cite the code; a copied folder that kept the old code cites the wrong scheme.
//!
//! ## Example
//! scheme/baishi/ copied from yunshan, its [scheme] still with `code = "yunshan"`.
//!
//! ## Mend
//! Write the folder's name as the code, or rename the folder.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "C018", name: "scheme-code-differs", manual: include_str!("scheme_code_differs.rs") };

/// A scheme that calls itself otherwise.
#[must_use]
pub fn scheme_code_differs(at: Place, code: &str, name: &str) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(
            format!("方案代码是 \"{code}\"，文件夹名是 \"{name}\""),
            format!("the scheme calls itself \"{code}\" and was asked for as \"{name}\""),
        ),
        at: vec![at.into()],
        found: code.to_owned(),
        expected: Text::new(name, name),
        expected_at: None,
        effect: Text::new("按此方案计分，结果中写方案代码", "scored by this scheme; results cite its code"),
        mend: Text::new(
            "把 code 改为文件夹名，或给文件夹改名",
            "write the folder's name as the code, or rename the folder",
        ),
    }
}
