//! R061 fact-repeated
//!
//! ## What is checked
//! Whether a fact that can have only one number (`combine = "one"`) has a second one.
//!
//! ## Why it matters
//! Taking the first or the last would decide in silence which is right.
//!
//! ## Example
//! Two rows give 甲镇 a 群众满意率 of 88 and of 91.
//!
//! ## Mend
//! Find out which is right and delete the other row; or let the scheme say how several numbers become one.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R061", name: "fact-repeated", manual: include_str!("fact_repeated.rs") };

/// A second number of one fact.
#[must_use]
pub fn fact_repeated(first: Place, second: Place, measure: &str, found: &str) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("{measure} 对同一对象登记了两个数"),
            format!("{measure} of one subject is stated twice"),
        ),
        at: vec![second.into(), first.into()],
        found: format!("\"{found}\""),
        expected: Text::new("同一对象、考核期只登记一个数", "one number for each subject and period"),
        expected_at: None,
        effect: Text::new("后一行未采用，不评分", "the later row is left out; nothing is scored"),
        mend: Text::new(
            "核实后删去其中一行，或在方案中写明怎样合成（combine）",
            "delete one of the rows, or let the scheme say how they combine",
        ),
    }
}
