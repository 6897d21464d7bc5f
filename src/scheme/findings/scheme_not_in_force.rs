//! C017 scheme-not-in-force
//!
//! ## What is checked
//! The period of the assessment lies inside the days on which the scheme is in force.
//!
//! ## Why it matters
//! Grades by rules that did not hold yet, or no longer, do not stand in an appeal.
//!
//! ## Example
//! A scheme from 2016-01-01 for the assessment of 2015.
//!
//! ## Mend
//! Take the edition of the year, or correct `from` and `to` of the scheme.

use super::refused;
use crate::diag::{Code, Finding, Place, Text};

/// The code.
pub const CODE: Code = Code { id: "C017", name: "scheme-not-in-force", manual: include_str!("scheme_not_in_force.rs") };

/// An assessment period outside the days of the scheme.
#[must_use]
pub fn scheme_not_in_force(at: Place, period: &str, force: &str) -> Finding {
    refused(
        CODE,
        Text::new("考核期不在方案的施行期内", "the scheme is not in force for the whole assessment period"),
        vec![at.into()],
        period,
        Text::new(format!("施行期 {force}"), format!("in force {force}")),
        Text::new(
            "改用该年度的方案，或改正方案的 from、to",
            "take the edition of that year, or correct from and to of the scheme",
        ),
    )
}
