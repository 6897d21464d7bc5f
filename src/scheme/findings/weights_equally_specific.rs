//! C030 weights-equally-specific
//!
//! ## What is checked
//! Of the rows of `weights_for` that fit one subject, one says most about it: group and role, before one of the two.
//!
//! ## Why it matters
//! Where two rows say equally much, the order of the lines would decide the weights.
//!
//! ## Example
//! One row for group `teaching`, another for role `deputy`, and none for deputies of teaching units.
//!
//! ## Mend
//! Add a row with both group and role, or strike one of the two.

use super::refused;
use crate::diag::{At, Code, Finding, Place, Text};

/// The code.
pub const CODE: Code =
    Code { id: "C030", name: "weights-equally-specific", manual: include_str!("weights_equally_specific.rs") };

/// Two rows of weights that say equally much about one subject.
#[must_use]
pub fn weights_equally_specific(second: Place, first: Place, poll: &Text, found: &str) -> Finding {
    let at = |place, zh, en| At { place, caption: Some(Text::new(zh, en)) };
    refused(
        CODE,
        Text::new(
            format!("{}有两行 weights_for 同样适用于同一对象", poll.zh),
            format!("two rows of weights_for of {} fit one subject equally well", poll.en),
        ),
        vec![at(second, "后一行", "the later row"), at(first, "前一行", "the earlier row")],
        found,
        Text::new("对每个对象只有一行最具体", "one row that says most about each subject"),
        Text::new(
            "加写同时有 group 和 role 的一行，或删去其中一行",
            "add a row with both group and role, or strike one",
        ),
    )
}
