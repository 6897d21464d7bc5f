//! C008 band-gap
//!
//! ## What is checked
//! The bands of units, and those of people, cover every value: exactly one lowest band without `from`, exactly one
//! highest without `below`, and no hole between two bands.
//!
//! ## Why it matters
//! A value in a hole has no grade; with whole-number lines such as 80 to 89 and 90 upwards, 89.5 falls through.
//!
//! ## Example
//! 良好 from 80 below 89, 优秀 from 90: 89.5 belongs to no grade.
//!
//! ## Mend
//! Let one band begin where the next lower one ends: `below = "90"` beside `from = "90"`.

use super::refused;
use crate::diag::{Code, Finding, Place, Text};

/// The code.
pub const CODE: Code = Code { id: "C008", name: "band-gap", manual: include_str!("band_gap.rs") };

/// Values from `from` to `below` (either open) that no band holds; `sample` is one of them.
#[must_use]
pub fn band_gap(at: Vec<Place>, whose: &Text, sample: &str, found: &str) -> Finding {
    refused(
        CODE,
        Text::new(
            format!("{}等次有空档：{sample} 不属于任何等次", whose.zh),
            format!("bands of {} leave a gap: {sample} belongs to no grade", whose.en),
        ),
        at.into_iter().map(Into::into).collect(),
        found,
        Text::new(
            "各等次首尾相接：最低一档不写 from，最高一档不写 below",
            "bands that meet: the lowest without from, the highest without below",
        ),
        Text::new("使低一档的 below 等于高一档的 from", "make below of the lower band equal from of the higher one"),
    )
}
