//! R073 class-differs
//!
//! ## What is checked
//! Whether the class that a row names is the one that follows from what its voter is to the subject.
//!
//! ## Why it matters
//! One of the two is wrong: the class on the ballot, or a post in the roster.
//!
//! ## Example
//! A ballot marked as of the leaders in charge, by a leader who is in charge of another unit.
//!
//! ## Mend
//! Correct the cell, leave it empty, or correct the roster.

use super::{Spot, listed};
use crate::diag::{Code, Finding, Severity, Text};
use crate::scheme::words::PollWords;
use crate::terms::ClassCode;

/// The code.
pub const CODE: Code = Code { id: "R073", name: "class-differs", manual: include_str!("class_differs.rs") };

/// A class in the sheet that the rosters contradict.
#[must_use]
pub fn class_differs(spot: &Spot, classes: &[ClassCode], named: &str, poll: &PollWords) -> Finding {
    let is_one = |code: &ClassCode| poll.classes.iter().find(|class| class.code == *code);
    let names = classes.iter().map(|code| is_one(code).map_or(code.as_str(), |class| class.name.as_str()));
    let expected = if classes.is_empty() { Text::new("不属于任何票类", "no class") } else { listed(names) };
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("票类 {named} 与测评人和对象的关系不符"),
            format!("class {named} does not follow from what the voter is to the subject"),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected,
        expected_at: Some(poll.place.clone()),
        effect: Text::new("该行未采用，不评分", "the row is left out; nothing is scored"),
        mend: Text::new("改正或清空该格，或核对干部名册", "correct or empty the cell, or check the roster of people"),
    }
}
