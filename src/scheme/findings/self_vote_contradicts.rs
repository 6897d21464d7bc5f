//! C032 self-vote-contradicts
//!
//! ## What is checked
//! A poll with a class for the subject's own ballot counts that ballot.
//!
//! ## Why it matters
//! A class that can never get a ballot has a weight all the same.
//!
//! ## Example
//! A class with `relation = "self"` in a poll with `self_vote = "void"`.
//!
//! ## Mend
//! Write `self_vote = "count"`, or strike the class.

use super::refused;
use crate::diag::{At, Code, Finding, Place, Text};

/// The code.
pub const CODE: Code =
    Code { id: "C032", name: "self-vote-contradicts", manual: include_str!("self_vote_contradicts.rs") };

/// A class of its own for a ballot that does not count.
#[must_use]
pub fn self_vote_contradicts(vote: Place, classes: Place, poll: &Text) -> Finding {
    let at = |place, word: &str| At { place, caption: Some(Text::new(word, word)) };
    refused(
        CODE,
        Text::new(
            format!("{}有本人票类，而本人的票不计", poll.zh),
            format!("{} has a class for the subject's own ballot, which does not count", poll.en),
        ),
        vec![at(vote, "self_vote"), at(classes, "relation = \"self\"")],
        "self_vote",
        Text::new("self_vote = \"count\"", "self_vote = \"count\""),
        Text::new("改 self_vote，或删去本人票类", "change self_vote, or strike the class"),
    )
}
