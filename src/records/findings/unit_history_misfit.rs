//! R110 unit-history-misfit
//!
//! ## What is checked
//! Whether a row of 单位沿革 says 更名, 合并 or 拆分, and names as many units as that takes.
//!
//! ## Why it matters
//! A unit is followed from last year by these rows; a wrong one compares it with another unit.
//!
//! ## Example
//! 更名 with two units under 新单位.
//!
//! ## Mend
//! Write 更名 with one unit on each side, 合并 with the old units and one new one, 拆分 with one old unit and the new ones;
//! several units with 、 between them.

use super::Spot;
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R110", name: "unit-history-misfit", manual: include_str!("unit_history_misfit.rs") };

/// A word that is none of the three, or a number of units that does not fit it.
#[must_use]
pub fn unit_history_misfit(spot: &Spot, n_from: usize, n_to: usize) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("单位沿革的方式与单位个数不符：{}，原单位{n_from}个，新单位{n_to}个", spot.found),
            format!("unit history does not fit: {}, {n_from} before, {n_to} after", spot.found),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: Text::new(
            "更名（一对一） | 合并（几对一） | 拆分（一对几）",
            "更名 (one to one) | 合并 (several to one) | 拆分 (one to several)",
        ),
        expected_at: None,
        effect: Text::new("该行未采用，不评分", "the row is left out; nothing is scored"),
        mend: Text::new(
            "改正方式或单位；几个单位用“、”隔开",
            "correct the word or the units; 、 between several units",
        ),
    }
}
