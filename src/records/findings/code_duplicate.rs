//! R013 code-duplicate
//!
//! ## What is checked
//! Whether a code of the roster stands for one unit or one person only.
//!
//! ## Why it matters
//! Everything else is filed under the code.
//!
//! ## Example
//! Person P0031 is 张伟 in one row and 李强 in another.
//!
//! ## Mend
//! Give one of the two another code.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R013", name: "code-duplicate", manual: include_str!("code_duplicate.rs") };

/// A code that stands for two.
#[must_use]
pub fn code_duplicate(first: Place, second: Place, code: &str, names: (&str, &str)) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(format!("代码“{code}”对应两个不同的对象"), format!("code \"{code}\" stands for two")),
        at: vec![second.into(), first.into()],
        found: format!("\"{}\" / \"{}\"", names.0, names.1),
        expected: Text::new("一个代码一个对象", "one code, one subject"),
        expected_at: None,
        effect: Text::new("后一行未采用，不评分", "the later row is left out; nothing is scored"),
        mend: Text::new("改正其中一个代码", "correct one of the two codes"),
    }
}
