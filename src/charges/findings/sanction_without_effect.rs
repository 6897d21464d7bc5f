//! G012 sanction-without-effect
//!
//! ## What is checked
//! A sanction finds a row of the table of effects that was in force on the day of its decision.
//!
//! ## Why it matters
//! The rules differ by date; a sanction for which there is none in force leaves the grade alone, which may not be meant.
//!
//! ## Example
//! A sanction of 1999 where the table begins in 2016.
//!
//! ## Mend
//! Add the rule that was in force then, with its dates.

use crate::diag::{Code, Finding, Severity, Text};
use crate::facts::Sanction;
use crate::scheme::worth::SanctionKind;

/// The code of this finding.
pub const CODE: Code =
    Code { id: "G012", name: "sanction-without-effect", manual: include_str!("sanction_without_effect.rs") };

/// No row of the table was in force when a sanction was decided.
#[must_use]
pub fn finding(sanction: &Sanction, kind: &SanctionKind) -> Finding {
    let (person, name, day) = (&sanction.person, &kind.name, sanction.decided);
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(
            format!("{day} 决定的“{name}”（{person}）没有当时有效的等次规定"),
            format!("no effect was in force for \"{name}\" of {person}, decided on {day}"),
        ),
        at: vec![sanction.place.clone().into()],
        found: format!("\"{name}\" {day}"),
        expected: Text::new("当日有效的 [[sanction_effect]]", "a [[sanction_effect]] in force on that day"),
        expected_at: Some(kind.rule.place.clone()),
        effect: Text::new("该处分不影响等次", "the sanction leaves the grade alone"),
        mend: Text::new("在方案中补上当时的规定及起止日期", "add the rule of that time to the scheme, with its dates"),
    }
}
