//! R010 unit-unknown
//!
//! ## What is checked
//! Whether a unit named in a sheet is in the roster, by code or by name; blanks inside a name do not count.
//!
//! ## Why it matters
//! Marks of a unit that cannot be found would be lost.
//!
//! ## Example
//! 云山缜 for 云山镇.
//!
//! ## Mend
//! Correct the cell, or add the unit to the roster; where two units share a name write the code.

use super::{Known, Spot};
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R010", name: "unit-unknown", manual: include_str!("unit_unknown.rs") };

/// A unit that the roster has not, or has twice.
#[must_use]
pub fn unit_unknown(spot: &Spot, known: &Known) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("单位不在名册中：{}", spot.found),
            format!("unit is not in the roster: {}", spot.found),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: known.expected.clone(),
        expected_at: known.expected_at.clone(),
        effect: Text::new("该行未采用，不评分", "the row is left out; nothing is scored"),
        mend: known.mend(
            "改正单元格，或补进单位名册；重名的写代码",
            "correct the cell, or add the unit to the roster; where two units share a name write the code",
        ),
    }
}
