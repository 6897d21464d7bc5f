//! A006 count-unreadable
//!
//! ## What is checked
//! Whether a cell of a whole-county row holds a whole number from nought, a mark for "does not apply", or nothing.
//!
//! ## Why it matters
//! A count that is not understood cannot be compared, and must not be taken for nought.
//!
//! ## Example
//! 约80 under 初核.
//!
//! ## Mend
//! Write the whole number, or leave the cell empty.

use crate::diag::{At, Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "A006", name: "count-unreadable", manual: include_str!("count_unreadable.rs") };

/// A cell under the header of an indicator that holds no whole number.
#[must_use]
pub fn count_unreadable(at: Place, header: &str, found: &str) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new("案件统计的数不是整数", "count of the case statistics is not a whole number"),
        at: vec![At { place: at, caption: Some(Text::new(header, header)) }],
        found: format!("\"{found}\""),
        expected: Text::new("从0起的整数", "a whole number from 0"),
        expected_at: None,
        effect: Text::new("按无数据处理，不当作零", "taken as not known, not as nil"),
        mend: Text::new("改为整数，或留空", "write the whole number, or leave the cell empty"),
    }
}
