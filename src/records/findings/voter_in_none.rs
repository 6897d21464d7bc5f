//! R070 voter-in-none
//!
//! ## What is checked
//! Whether every voter is, for the subject of the ballot, in one of the classes of the poll.
//!
//! ## Why it matters
//! A ballot without a class has no weight; whether it is void or stops the count is for the scheme to say.
//!
//! ## Example
//! A poll of two classes, leaders in charge and members of the same team; a ballot of a leader who is neither.
//!
//! ## Mend
//! Correct 分管单位 in the roster, or take the ballot out.

use super::listed;
use crate::diag::{Code, Finding, Place, Severity, Text};
use crate::scheme::words::PollWords;

/// The code.
pub const CODE: Code = Code { id: "R070", name: "voter-in-none", manual: include_str!("voter_in_none.rs") };

/// A ballot whose voter is in no class for its subject. The voter is not named: findings are printed.
#[must_use]
pub fn voter_in_none(place: Place, subject: &str, poll: &PollWords, severity: Severity) -> Finding {
    let effect = if severity == Severity::Error {
        Text::new("按方案，不评分", "nothing is scored, as the scheme says")
    } else {
        Text::new("按方案，该票作废，不计入任何票类", "the ballot is void and counted in no class, as the scheme says")
    };
    Finding {
        code: CODE,
        severity,
        headline: Text::new(
            format!("测评人对 {subject} 不属于「{}」的任何票类", poll.name),
            format!("the voter is in no class of {} for {subject}", poll.name),
        ),
        at: vec![place.into()],
        found: subject.to_owned(),
        expected: listed(poll.classes.iter().map(|class| class.name.as_str())),
        expected_at: Some(poll.place.clone()),
        effect,
        mend: Text::new(
            "核对干部名册中的单位、分管单位和主管领导",
            "check unit and those in charge in the roster of people",
        ),
    }
}
