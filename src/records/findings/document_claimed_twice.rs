//! R090 document-claimed-twice
//!
//! ## What is checked
//! Whether one document is claimed more than once in a family that counts a document once.
//!
//! ## Why it matters
//! The same award claimed by two departments, or twice by one, is the commonest way in which bonuses grow.
//!
//! ## Example
//! 市表〔2015〕3号 is claimed by 云山镇 at 市级 and again by 白石镇.
//!
//! ## Mend
//! Find out whose award it is and delete the other claim; a shared award stays with both, and the scheme says how it counts.

use crate::diag::{At, Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code =
    Code { id: "R090", name: "document-claimed-twice", manual: include_str!("document_claimed_twice.rs") };

/// One document, several claims.
#[must_use]
pub fn document_claimed_twice(at: Vec<At>, document: &str) -> Finding {
    let n = at.len();
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(
            format!("同一文件 {document} 申报了 {n} 次"),
            format!("one document {document} is claimed {n} times"),
        ),
        at,
        found: format!("\"{document}\""),
        expected: Text::new("一个文件申报一次", "one claim for one document"),
        expected_at: None,
        effect: Text::new(
            "按方案的 one_document 和 two_claimants 计分，见加减分清单",
            "counted as one_document and two_claimants of the scheme say; see the list of claims",
        ),
        mend: Text::new(
            "查明属于哪一单位，删去多报的行；确属共同获得的不必改",
            "find out whose it is and delete the other rows; leave them if the award is shared",
        ),
    }
}
