//! C021 weights-as-written
//!
//! ## What is checked
//! Weights that should add to one and state another sum (`periods_total`, `classes_total`) are taken as written.
//!
//! ## Why it matters
//! Documents exist whose shares add to 110 or 140 per cent. They are applied as they stand, and whoever reads the results
//! should know.
//!
//! ## Example
//! Four quarters at 30, 90, 10 and 10 per cent with `periods_total = "1.4"`.
//!
//! ## Mend
//! Nothing, if the document says so; else correct the weights and leave the total out.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "C021", name: "weights-as-written", manual: include_str!("weights_as_written.rs") };

/// Weights that do not add to one, as the scheme says itself.
#[must_use]
pub fn weights_as_written(at: Place, what: &Text, total: &str) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(
            format!("{}合计 {total}，不是 1，照写明的计算", what.zh),
            format!("{} add to {total}, not 1, and are taken as written", what.en),
        ),
        at: vec![at.into()],
        found: total.to_owned(),
        expected: Text::new("1", "1"),
        expected_at: None,
        effect: Text::new("照原文计算", "scored as written"),
        mend: Text::new("原文如此则不必改；否则改正权重", "none if the document says so; else correct the weights"),
    }
}
