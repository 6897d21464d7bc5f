//! T010 quorum-missed
//!
//! ## What is checked
//! Whether enough ballots came back for the poll to count: more than the share, or as much, of those issued or entitled.
//!
//! ## Why it matters
//! A poll of the few who happened to be there says little; the scheme says whether it is void, or for the committee.
//!
//! ## Example
//! 21 of 42 where more than half are needed.
//!
//! ## Mend
//! Repeat the poll, or correct the register of ballots.

use super::about::About;
use super::effects::{effect, per_cent};
use crate::diag::{Code, Finding, Severity, Text};
use crate::scheme::words::{Quorum, QuorumOf};

/// The code of this finding.
pub const CODE: Code = Code { id: "T010", name: "quorum-missed", manual: include_str!("quorum_missed.rs") };

/// A poll about a subject with too few ballots.
#[must_use]
pub(in crate::tally) fn finding(about: &About<'_>, quorum: &Quorum, n: u32, of: u32) -> Finding {
    let (poll, period, subject) = (&about.poll.name, about.period, about.subject);
    let share = per_cent(&quorum.line.share);
    let (zh, en) = match (quorum.line.strict, quorum.of) {
        (true, QuorumOf::Issued) => (format!("超过发出票数的 {share}"), format!("more than {share} of those issued")),
        (false, QuorumOf::Issued) => (format!("达到发出票数的 {share}"), format!("{share} of those issued")),
        (true, QuorumOf::Entitled) => {
            (format!("超过应到人数的 {share}"), format!("more than {share} of those entitled"))
        }
        (false, QuorumOf::Entitled) => (format!("达到应到人数的 {share}"), format!("{share} of those entitled")),
    };
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(
            format!("{subject} 的「{poll}」（{period}）未达到法定人数：{of} 中收回 {n}"),
            format!("{poll} ({period}) of {subject} has no quorum: {n} returned of {of}"),
        ),
        at: vec![about.poll.place.clone().into()],
        found: format!("{n} / {of}"),
        expected: Text::new(zh, en),
        expected_at: Some(about.poll.place.clone()),
        effect: effect(quorum.failed),
        mend: Text::new("重新测评，或改正票数登记", "repeat the poll, or correct the register of ballots"),
    }
}
