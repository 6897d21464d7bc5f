//! G014 confirmation-without-review
//!
//! ## What is checked
//! Every recorded confirmation belongs to a review that was started.
//!
//! ## Why it matters
//! A confirmation carries out the effect of a review; where the facts start none, it has no effect, which may not be meant.
//!
//! ## Example
//! A confirmation about a person whose ballots stay below the line of the rule.
//!
//! ## Mend
//! Check the rule, the subject and the facts; strike the confirmation if it is not needed.

use crate::diag::{Code, Finding, Severity, Text};
use crate::facts::Confirmation;

/// The code of this finding.
pub const CODE: Code =
    Code { id: "G014", name: "confirmation-without-review", manual: include_str!("confirmation_unused.rs") };

/// A confirmation that no review asked for.
#[must_use]
pub fn finding(confirmation: &Confirmation) -> Finding {
    let (id, subject, trigger) = (&confirmation.id, confirmation.subject.code(), &confirmation.trigger);
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(
            format!("确认 {id} 所指的复核（{trigger}）没有对 {subject} 启动"),
            format!("confirmation {id} is about a review ({trigger}) that {subject} did not start"),
        ),
        at: vec![confirmation.place.clone().into()],
        found: format!("\"{trigger}\" {subject}"),
        expected: Text::new("已启动的复核", "a review that was started"),
        expected_at: None,
        effect: Text::new("该确认不产生影响", "the confirmation has no effect"),
        mend: Text::new("核对规则、对象和数据；不需要的删去", "check rule, subject and facts; strike it if not needed"),
    }
}
