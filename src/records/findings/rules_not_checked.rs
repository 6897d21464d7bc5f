//! R075 rules-not-checked
//!
//! ## What is checked
//! Whether a poll with rules over the whole ballot hands in its ballots, and not only counts.
//!
//! ## Why it matters
//! How often a mark stands on one ballot cannot be seen from counts; whoever counted must have voided such ballots.
//!
//! ## Example
//! A poll that allows at most three 优秀 on a ballot, handed in as counts.
//!
//! ## Mend
//! Hand in the ballots, or make sure that the counts leave void ballots out.

use crate::diag::{Code, Finding, Place, Severity, Text};
use crate::scheme::words::PollWords;

/// The code.
pub const CODE: Code = Code { id: "R075", name: "rules-not-checked", manual: include_str!("rules_not_checked.rs") };

/// Counts of a poll whose rules need the ballots.
#[must_use]
pub fn rules_not_checked(place: Place, poll: &PollWords) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(
            format!("「{}」有整票规则，汇总票数无法核对", poll.name),
            format!("{} has rules over the whole ballot, which counts cannot show", poll.name),
        ),
        at: vec![place.into()],
        found: poll.name.clone(),
        expected: Text::new("原票", "the ballots themselves"),
        expected_at: Some(poll.place.clone()),
        effect: Text::new("按汇总票数计分，整票规则未核对", "scored from the counts; the rules are not checked"),
        mend: Text::new(
            "改交原票，或确认汇总时已剔除不合规则的票",
            "hand in the ballots, or make sure that such ballots were left out of the counts",
        ),
    }
}
