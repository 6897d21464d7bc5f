//! G003 decision-against-veto
//!
//! ## What is checked
//! A committee decision does not lift a veto whose ground says that it may not be lifted.
//!
//! ## Why it matters
//! A veto stands above the committee unless its own rule says otherwise; both stay on record.
//!
//! ## Example
//! A decision gives 合格 to a unit that ground V1 caps at 不合格.
//!
//! ## Mend
//! Withdraw the decision, or, if the ground may be lifted, say so in the scheme with its clause.

use crate::diag::{At, Code, Finding, Severity, Text};
use crate::grades::RulingStep;

/// The code of this finding.
pub const CODE: Code = Code { id: "G003", name: "decision-against-veto", manual: include_str!("decision_refused.rs") };

/// A decision about this subject was not carried out because of this rule.
#[must_use]
pub fn finding(subject: &str, rule: &str, ruling: &RulingStep) -> Finding {
    let fact = |name: &str| ruling.facts.get(name).cloned().unwrap_or_default();
    let decided = fact("decided");
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(
            format!("裁定 {} 将 {subject} 定为“{decided}”，与不可解除的否决相抵触", fact("decision")),
            format!(
                "decision {} gives {subject} \"{decided}\" against a veto that may not be lifted",
                fact("decision")
            ),
        ),
        at: ruling.places.iter().cloned().map(At::from).collect(),
        found: format!("\"{decided}\""),
        expected: Text::new(format!("不高于 {rule} 所限等次"), format!("no grade above the cap of {rule}")),
        expected_at: Some(ruling.rule.place.clone()),
        effect: Text::new("裁定未执行，否决有效", "the decision is not carried out; the veto stands"),
        mend: Text::new(
            "撤回裁定，或在方案中写明该情形可由裁定解除及其依据",
            "withdraw it, or state in the scheme that this ground may be lifted",
        ),
    }
}
