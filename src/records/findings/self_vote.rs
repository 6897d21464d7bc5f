//! R072 self-vote
//!
//! ## What is checked
//! Whether somebody cast a ballot about himself, where the scheme does not count such ballots.
//!
//! ## Why it matters
//! In a small class one ballot about oneself moves the mean.
//!
//! ## Example
//! A member of a team who fills in the row with his own name.
//!
//! ## Mend
//! Nothing, if the ballot is to be void; otherwise take it out.

use crate::diag::{Code, Finding, Place, Severity, Text};
use crate::scheme::words::PollWords;

/// The code.
pub const CODE: Code = Code { id: "R072", name: "self-vote", manual: include_str!("self_vote.rs") };

/// A ballot about oneself. It tells that there is one, not what it says.
#[must_use]
pub fn self_vote(place: Place, subject: &str, poll: &PollWords, severity: Severity) -> Finding {
    let effect = if severity == Severity::Error {
        Text::new("按方案，不评分", "nothing is scored, as the scheme says")
    } else {
        Text::new("按方案，该票作废", "the ballot is void, as the scheme says")
    };
    Finding {
        code: CODE,
        severity,
        headline: Text::new(
            format!("{subject} 在「{}」中测评了本人", poll.name),
            format!("{subject} cast a ballot about himself in {}", poll.name),
        ),
        at: vec![place.into()],
        found: subject.to_owned(),
        expected: Text::new("本人以外的测评人", "a voter other than the subject"),
        expected_at: Some(poll.place.clone()),
        effect,
        mend: Text::new("本人的票不应收回的，删去该行", "take the row out if it should not have been collected"),
    }
}
