//! R063 points-set-by-hand
//!
//! ## What is checked
//! Points that a person sets for an occurrence (酌情) lie within the bounds of the rule and have a reason.
//!
//! ## Why it matters
//! A free number without bounds or reason cannot be defended in an appeal.
//!
//! ## Example
//! 酌情扣分 of 8 where the rule allows 3 to 5; a deduction with an empty 说明.
//!
//! ## Mend
//! Set points within the bounds and write the reason into 说明; or leave 分值 empty where the rule sets the points.

use super::Spot;
use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R063", name: "points-set-by-hand", manual: include_str!("points_set_by_hand.rs") };

/// Points set by a person, out of bounds, without reason, or where the rule sets them.
#[must_use]
pub fn points_set_by_hand(spot: &Spot, expected: Text, expected_at: Option<Place>) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("酌情分值不合规定：{}", spot.found),
            format!("points set by hand do not fit the rule: {}", spot.found),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected,
        expected_at,
        effect: Text::new("该行未采用，不评分", "the row is left out; nothing is scored"),
        mend: Text::new("在规定幅度内写明分值，并在“说明”中写明理由", "write points within the bounds, and the reason"),
    }
}
