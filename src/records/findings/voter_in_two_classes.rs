//! R071 voter-in-two-classes
//!
//! ## What is checked
//! Whether a voter is in one class only for the subject of the ballot, where the scheme says that two are a fault.
//!
//! ## Why it matters
//! Each class has its own weight; the same ballot would count for more in one than in the other.
//!
//! ## Example
//! A leader who is in charge of a unit and holds a post in it too.
//!
//! ## Mend
//! Correct the roster, or let the scheme say which class goes first.

use crate::diag::{Code, Finding, Place, Severity, Text};
use crate::scheme::words::PollWords;
use crate::terms::ClassCode;

/// The code.
pub const CODE: Code =
    Code { id: "R071", name: "voter-in-two-classes", manual: include_str!("voter_in_two_classes.rs") };

/// A ballot whose voter is in two classes for its subject. The voter is not named: findings are printed.
#[must_use]
pub fn voter_in_two_classes(place: Place, subject: &str, classes: &[ClassCode], poll: &PollWords) -> Finding {
    let is_one = |code: &ClassCode| poll.classes.iter().find(|class| class.code == *code);
    let names = classes.iter().map(|code| is_one(code).map_or(code.as_str(), |class| class.name.as_str()));
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("测评人对 {subject} 同时属于「{}」的两个票类", poll.name),
            format!("the voter is in two classes of {} for {subject}", poll.name),
        ),
        at: vec![place.into()],
        found: names.collect::<Vec<_>>().join(" / "),
        expected: Text::new("一个票类", "one class"),
        expected_at: Some(poll.place.clone()),
        effect: Text::new("按方案，不评分", "nothing is scored, as the scheme says"),
        mend: Text::new(
            "核对干部名册，或在方案中改 voter_in_two_classes",
            "check the roster of people, or change voter_in_two_classes in the scheme",
        ),
    }
}
