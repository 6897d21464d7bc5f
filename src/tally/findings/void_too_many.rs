//! T011 void-too-many
//!
//! ## What is checked
//! Whether the share of void ballots stays within what the scheme allows.
//!
//! ## Why it matters
//! Many void ballots mean that the voters did not understand the form, or did not want to answer.
//!
//! ## Example
//! 9 void of 40 returned where a fifth is the limit.
//!
//! ## Mend
//! Repeat the poll, or check which ballots were called void.

use super::about::About;
use super::effects::{effect, per_cent};
use crate::diag::{Code, Finding, Severity, Text};
use crate::scheme::words::VoidLimit;

/// The code of this finding.
pub const CODE: Code = Code { id: "T011", name: "void-too-many", manual: include_str!("void_too_many.rs") };

/// A poll about a subject with too many void ballots.
#[must_use]
pub(in crate::tally) fn finding(about: &About<'_>, limit: &VoidLimit, n: u32, of: u32) -> Finding {
    let (poll, period, subject) = (&about.poll.name, about.period, about.subject);
    let share = per_cent(&limit.line.share);
    let (zh, en) = if limit.line.strict {
        (format!("不超过收回票数的 {share}"), format!("at most {share} of those returned"))
    } else {
        (format!("不到收回票数的 {share}"), format!("less than {share} of those returned"))
    };
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(
            format!("{subject} 的「{poll}」（{period}）无效票过多：收回 {of} 中无效 {n}"),
            format!("{poll} ({period}) of {subject} has too many void ballots: {n} of {of}"),
        ),
        at: vec![about.poll.place.clone().into()],
        found: format!("{n} / {of}"),
        expected: Text::new(zh, en),
        expected_at: Some(about.poll.place.clone()),
        effect: effect(limit.failed),
        mend: Text::new("重新测评，或核对无效票", "repeat the poll, or check the void ballots"),
    }
}
