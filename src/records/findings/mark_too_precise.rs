//! R024 mark-too-precise
//!
//! ## What is checked
//! Whether a mark has no more digits after the point than the item allows.
//!
//! ## Why it matters
//! A number longer than a clerk types is the leftover of a formula, not a mark.
//!
//! ## Example
//! 8.333333333333334 where one digit is allowed.
//!
//! ## Mend
//! Round it where it was worked out, by whoever is entitled to round.

use super::Spot;
use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R024", name: "mark-too-precise", manual: include_str!("mark_too_precise.rs") };

/// A mark finer than allowed.
#[must_use]
pub fn mark_too_precise(spot: &Spot, places: u32, expected_at: Option<Place>) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("评分 {} 的小数位过多", spot.found),
            format!("mark {} has too many digits after the point", spot.found),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: Text::new(format!("小数不超过 {places} 位"), format!("at most {places} digits after the point")),
        expected_at,
        effect: Text::new("该单元格未采用，不评分", "the cell is left out; nothing is scored"),
        mend: Text::new("由评分人写明取舍后的分数", "let the inspector write the rounded mark"),
    }
}
