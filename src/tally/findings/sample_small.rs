//! T012 sample-small
//!
//! ## What is checked
//! Whether a class or channel has as many valid ballots as the scheme asks for.
//!
//! ## Why it matters
//! With twenty answers one of them moves a rate by five points.
//!
//! ## Example
//! 12 telephone answers about a unit where 20 are asked for.
//!
//! ## Mend
//! Collect more answers, or leave it to what the scheme says.

use super::about::About;
use crate::diag::{Code, Finding, Severity, Text};
use crate::scheme::words::SmallSample;

/// The code of this finding.
pub const CODE: Code = Code { id: "T012", name: "sample-small", manual: include_str!("sample_small.rs") };

/// A class with a small sample.
#[must_use]
pub(in crate::tally) fn finding(about: &About<'_>, class: &str, n: u32, least: u32, then: SmallSample) -> Finding {
    let (poll, period, subject) = (&about.poll.name, about.period, about.subject);
    let effect = match then {
        SmallSample::Warning => Text::new("按方案，照常计分", "scored all the same, as the scheme says"),
        SmallSample::Pend => {
            Text::new("按方案，不出测评分，报裁定", "no value; the committee decides, as the scheme says")
        }
        SmallSample::LeaveOut => {
            Text::new("按方案，作为没有作答的票类处理", "treated as a class without an answer, as the scheme says")
        }
    };
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(
            format!("{subject} 的「{poll}」（{period}）{class}只有 {n} 份有效样本"),
            format!("{class} of {poll} ({period}) has only {n} valid answers about {subject}"),
        ),
        at: vec![about.poll.place.clone().into()],
        found: n.to_string(),
        expected: Text::new(format!("至少 {least} 份"), format!("at least {least}")),
        expected_at: Some(about.poll.place.clone()),
        effect,
        mend: Text::new("补充样本，或照方案处理", "collect more answers, or leave it at that"),
    }
}
