//! C031 classes-total-not-one
//!
//! ## What is checked
//! The class weights of a poll add to 1.
//!
//! ## Why it matters
//! Regulations in use have weights that add to 1.1 or 1.4, or small numbers that add to the points of the poll. They are
//! taken as written; the value is then so many times as large, which may be meant or a slip.
//!
//! ## Example
//! `classes_total = "15"` with weights 3, 6, 3 and 3 and marks worth 0 to 1.
//!
//! ## Mend
//! Nothing, if it is meant; otherwise correct the weights and strike `classes_total`.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code =
    Code { id: "C031", name: "classes-total-not-one", manual: include_str!("classes_total_not_one.rs") };

/// Class weights that are meant to add to another number than one.
#[must_use]
pub fn classes_total_not_one(at: Place, what: &Text, total: &str) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(format!("{}合计是 {total}，不是 1", what.zh), format!("{} add to {total}, not 1", what.en)),
        at: vec![at.into()],
        found: total.to_owned(),
        expected: Text::new("1", "1"),
        expected_at: None,
        effect: Text::new(
            format!("按写明的权重计分，测评分最高为最高档的 {total} 倍"),
            format!("scored with the weights as written; the poll gives up to {total} times its top mark"),
        ),
        mend: Text::new(
            "确认权重；如有误，改正权重并删去 classes_total",
            "confirm them, or correct them and strike classes_total",
        ),
    }
}
