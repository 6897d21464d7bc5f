//! R036 post-overlap
//!
//! ## What is checked
//! Whether one who holds several posts at once inside the assessment has exactly one marked as the main post.
//!
//! ## Why it matters
//! The scheme asks which post counts.
//!
//! ## Example
//! 张伟, deputy in two offices from July on, neither marked.
//!
//! ## Mend
//! Mark one of the posts as 主要职务, or correct the dates.

use crate::diag::{At, Code, Finding, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R036", name: "post-overlap", manual: include_str!("post_overlap.rs") };

/// Posts at once without one main post.
#[must_use]
pub fn post_overlap(places: Vec<At>, name: &str, n_main: usize) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("{name} 同时任多个职务，主要职务有 {n_main} 个"),
            format!("{name} holds posts at once, {n_main} of them marked as main"),
        ),
        at: places,
        found: name.to_owned(),
        expected: Text::new("恰好一个标为主要职务", "exactly one marked as the main post"),
        expected_at: None,
        effect: Text::new("职务不明，不评分", "the post is open; nothing is scored"),
        mend: Text::new(
            "在其中一行的“主要职务”填“是”，或改正任职日期",
            "mark one row as the main post, or correct the dates",
        ),
    }
}
