//! R018 left-out-with-roster
//!
//! ## What is checked
//! Whether a sheet names a unit or person whose row in the roster was left out because of an error there.
//!
//! ## Why it matters
//! One slip in the roster would otherwise be told again for every row that names the unit or person.
//!
//! ## Example
//! The group of 云山镇 is misspelt in the roster, and forty ballots are about 云山镇.
//!
//! ## Mend
//! Mend the row of the roster; the rows named here are then read.

use super::Spot;
use crate::diag::{At, Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code =
    Code { id: "R018", name: "left-out-with-roster", manual: include_str!("left_out_with_roster.rs") };

/// A sheet with rows about one whose row in the roster was left out; told once for the sheet.
#[must_use]
pub fn left_out_with_roster(spot: &Spot, roster: Place) -> Finding {
    let row = Text::new("名册中的行", "the row of the roster");
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(
            format!("{} 在名册中的行有误，本表涉及它的行未采用", spot.found),
            format!("the row of {} in the roster was left out, and the rows of this sheet about it", spot.found),
        ),
        at: vec![spot.at.clone(), At { place: roster, caption: Some(row) }],
        found: spot.found.clone(),
        expected: Text::new("名册中无误的一行", "a sound row of the roster"),
        expected_at: None,
        effect: Text::new("本表涉及它的行均未采用", "all rows of this sheet about it are left out"),
        mend: Text::new("先改正名册", "mend the roster first"),
    }
}
