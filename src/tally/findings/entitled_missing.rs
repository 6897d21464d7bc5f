//! T013 entitled-missing
//!
//! ## What is checked
//! Whether the register of ballots says, for every class of a poll with a quorum, how many were issued or entitled.
//!
//! ## Why it matters
//! Without that number nobody can say whether the poll counts.
//!
//! ## Example
//! A quorum of those entitled, and a register without the column 应到.
//!
//! ## Mend
//! Complete the register.

use super::about::About;
use crate::diag::{Code, Finding, Severity, Text};
use crate::scheme::words::QuorumOf;

/// The code of this finding.
pub const CODE: Code = Code { id: "T013", name: "entitled-missing", manual: include_str!("entitled_missing.rs") };

/// A quorum of an unknown number.
#[must_use]
pub(in crate::tally) fn finding(about: &About<'_>, of: QuorumOf) -> Finding {
    let (poll, period, subject) = (&about.poll.name, about.period, about.subject);
    let wanted = match of {
        QuorumOf::Issued => Text::new("各票类的发出票数", "the ballots issued to every class"),
        QuorumOf::Entitled => Text::new("各票类的应到人数", "those entitled in every class"),
    };
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("{subject} 的「{poll}」（{period}）缺少{}，无法判断法定人数", wanted.zh),
            format!("{poll} ({period}) of {subject} lacks {}, so its quorum is unknown", wanted.en),
        ),
        at: vec![about.poll.place.clone().into()],
        found: String::new(),
        expected: wanted,
        expected_at: Some(about.poll.place.clone()),
        effect: Text::new("停止计分", "scoring stops"),
        mend: Text::new("补全票数登记", "complete the register of ballots"),
    }
}
