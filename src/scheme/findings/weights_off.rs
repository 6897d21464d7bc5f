//! C007 weights-off
//!
//! ## What is checked
//! Parts add to their whole, exactly: weights of classes, questions and periods and the two shares of a role to 1;
//! the full marks of items to their component's; those of parts to their item's; components, each full marks times
//! weight, to the declared total.
//!
//! ## Why it matters
//! When parts do not add up, the highest score is another than the pages say, and weights mean something else.
//!
//! ## Example
//! Class weights 0.30, 0.25 and 0.40: together 0.95.
//!
//! ## Mend
//! Correct one of the numbers that the finding adds up.

use super::refused;
use crate::diag::{Code, Finding, Place, Text};

/// The code.
pub const CODE: Code = Code { id: "C007", name: "weights-off", manual: include_str!("weights_off.rs") };

/// Parts that add to something else than their whole; `sum` is the sum as written out.
#[must_use]
pub fn weights_off(at: Place, what: &Text, sum: &str, whole: &str, whole_at: Option<Place>) -> Finding {
    let mut finding = refused(
        CODE,
        Text::new(format!("{}合计不等于 {whole}", what.zh), format!("{} do not add to {whole}", what.en)),
        vec![at.into()],
        sum,
        Text::new(whole, whole),
        Text::new("改正其中的数字，使合计相等", "correct one of the numbers so that they add up"),
    );
    finding.expected_at = whole_at;
    finding
}
