//! C009 band-overlap
//!
//! ## What is checked
//! No value belongs to two bands of units, or to two bands of people.
//!
//! ## Why it matters
//! A value in two bands would get whichever grade came first.
//!
//! ## Example
//! 良好 from 80 below 91, 优秀 from 90: 90 is both.
//!
//! ## Mend
//! Let the higher band begin where the lower one ends.

use super::refused;
use crate::diag::{Code, Finding, Place, Text};

/// The code.
pub const CODE: Code = Code { id: "C009", name: "band-overlap", manual: include_str!("band_overlap.rs") };

/// A value that two bands hold.
#[must_use]
pub fn band_overlap(at: Vec<Place>, whose: &Text, sample: &str, found: &str) -> Finding {
    refused(
        CODE,
        Text::new(
            format!("{}等次重叠：{sample} 同时属于两个等次", whose.zh),
            format!("bands of {} overlap: {sample} belongs to two grades", whose.en),
        ),
        at.into_iter().map(Into::into).collect(),
        found,
        Text::new("每个分值只属于一个等次", "each value in one band"),
        Text::new("使低一档的 below 等于高一档的 from", "make below of the lower band equal from of the higher one"),
    )
}
