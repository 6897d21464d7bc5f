//! R060 measure-unknown
//!
//! ## What is checked
//! Whether the fact named in a row of 事实登记 is a measure of the scheme that is stated there.
//!
//! ## Why it matters
//! A number that feeds nothing would look as if it had been counted.
//!
//! ## Example
//! 满意率 where the scheme calls it 群众满意率.
//!
//! ## Mend
//! Write the code or a name of the measure, or add the spelling to its aliases in the scheme.

use super::{Known, Spot};
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R060", name: "measure-unknown", manual: include_str!("measure_unknown.rs") };

/// A fact that is no measure of the scheme.
#[must_use]
pub fn measure_unknown(spot: &Spot, known: &Known) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("方案中没有这项事实：{}", spot.found),
            format!("fact is not in the scheme: {}", spot.found),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: known.expected.clone(),
        expected_at: known.expected_at.clone(),
        effect: Text::new("该行未采用，不评分", "the row is left out; nothing is scored"),
        mend: known.mend("改正单元格，或在方案中列为别名", "correct the cell, or list it as an alias in the scheme"),
    }
}
