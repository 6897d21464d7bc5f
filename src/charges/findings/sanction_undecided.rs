//! G011 sanction-undecided
//!
//! ## What is checked
//! A sanction that is still under way has no effect on the grade by itself.
//!
//! ## Why it matters
//! Only a decision is a sanction; what is under way is told apart as an investigation, if the scheme has one.
//!
//! ## Example
//! A row 党内警告 in the state 在办.
//!
//! ## Mend
//! Enter the investigation under its own kind, or correct the state once it is decided.

use crate::diag::{Code, Finding, Severity, Text};
use crate::facts::Sanction;
use crate::scheme::worth::SanctionKind;

/// The code of this finding.
pub const CODE: Code = Code { id: "G011", name: "sanction-undecided", manual: include_str!("sanction_undecided.rs") };

/// A sanction that is not decided.
#[must_use]
pub fn finding(sanction: &Sanction, kind: &SanctionKind) -> Finding {
    let (person, name) = (&sanction.person, &kind.name);
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(
            format!("{person} 的“{name}”尚未决定，不影响等次"),
            format!("\"{name}\" of {person} is not decided and leaves the grade alone"),
        ),
        at: vec![sanction.place.clone().into()],
        found: format!("\"{name}\" 在办"),
        expected: Text::new("已决；在办的按立案（调查）种类登记", "a decision; what is under way as an investigation"),
        expected_at: Some(kind.rule.place.clone()),
        effect: Text::new("该行不产生影响", "the row has no effect"),
        mend: Text::new("改按立案（调查）种类登记，或更正状态", "enter it as an investigation, or correct the state"),
    }
}
