//! R011 person-unknown
//!
//! ## What is checked
//! Whether a person named in a sheet is in the roster: by code, or by a name that only one person bears (in the unit
//! of the row, if it has one).
//!
//! ## Why it matters
//! Two people of one name must not get each other's marks.
//!
//! ## Example
//! 张伟, of whom the roster has two.
//!
//! ## Mend
//! Correct the cell, or add the person to the roster; where two people share a name write the code.

use super::{Known, Spot};
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R011", name: "person-unknown", manual: include_str!("person_unknown.rs") };

/// A person that the roster has not, or has twice.
#[must_use]
pub fn person_unknown(spot: &Spot, known: &Known) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("人员不在名册中，或同名：{}", spot.found),
            format!("person is not in the roster, or shares the name: {}", spot.found),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: known.expected.clone(),
        expected_at: known.expected_at.clone(),
        effect: Text::new("该行未采用，不评分", "the row is left out; nothing is scored"),
        mend: known.mend(
            "改正单元格，或补进干部名册；同名的写人员代码",
            "correct the cell, or add the person to the roster; where two people share a name write the code",
        ),
    }
}
