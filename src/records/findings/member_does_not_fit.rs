//! R066 member-does-not-fit
//!
//! ## What is checked
//! A row of 检查评分 that names a member of the team has marks only for items that are marked member by member, and such items
//! have marks only in rows that name one.
//!
//! ## Why it matters
//! A mark about one member must not be averaged with marks about the whole unit.
//!
//! ## Example
//! 班子成员 is empty, and the cell of an item by members holds 3.
//!
//! ## Mend
//! Name the member in 班子成员, or move the mark to a row of its own.

use super::Spot;
use crate::diag::{Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R066", name: "member-does-not-fit", manual: include_str!("member_does_not_fit.rs") };

/// A mark about a member where the item is about the unit, or the reverse.
#[must_use]
pub fn member_does_not_fit(spot: &Spot, item: &str, by_member: bool) -> Finding {
    let (zh, en) = match by_member {
        true => ("本行写明“班子成员”", "a row that names a member"),
        false => ("“班子成员”为空的一行", "a row that names no member"),
    };
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("{item}的评分与“班子成员”一栏不符：{}", spot.found),
            format!("mark of {item} does not fit the member column: {}", spot.found),
        ),
        at: vec![spot.at.clone()],
        found: spot.found.clone(),
        expected: Text::new(zh, en),
        expected_at: None,
        effect: Text::new("该单元格未采用，不评分", "the cell is left out; nothing is scored"),
        mend: Text::new("写明班子成员，或把评分移到另一行", "name the member, or move the mark to a row of its own"),
    }
}
