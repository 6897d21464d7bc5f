//! C073 overlay-ambiguous
//!
//! ## What is checked
//! A row that changes one of the extended scheme fits one row there, and one only.
//!
//! ## Why it matters
//! Which of the two would be changed is not for the program to choose.
//!
//! ## Example
//! The extended scheme has the item J5 twice, for the years before and from 2016; this one changes J5 without saying
//! which.
//!
//! ## Mend
//! Repeat the `valid_from` of the row that is meant, or remove the rule and write it anew.

use super::refused;
use crate::diag::{At, Code, Finding, Place, Text};

/// The code.
pub const CODE: Code = Code { id: "C073", name: "overlay-ambiguous", manual: include_str!("overlay_ambiguous.rs") };

/// A row that fits several rows of the extended scheme, two of which are shown.
#[must_use]
pub fn overlay_ambiguous(at: Place, others: [Place; 2], rule: &Text) -> Finding {
    let fits = others.map(|place| At { place, caption: Some(Text::new("也许是这一条", "perhaps this one")) });
    refused(
        CODE,
        Text::new(
            format!("{}对应基础方案的几条规则", rule.zh),
            format!("{} fits several rows of the extended scheme", rule.en),
        ),
        std::iter::once(At::from(at)).chain(fits).collect(),
        rule.zh.trim(),
        Text::new("只对应一条", "one row only"),
        Text::new(
            "写上所指那一条的 valid_from；或先用 [[remove]] 删去再重写",
            "repeat the valid_from of the one that is meant, or remove it and write it anew",
        ),
    )
}
