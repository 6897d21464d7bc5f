//! O020 theme-value-wrong
//!
//! ## What is checked
//! Every value of the office's own `reports/theme.toml` is one that the charts know: a colour, or a size within its bounds.
//!
//! ## Why it matters
//! A colour that is misspelt or a size of nought would make charts that cannot be read; a name that no chart knows would
//! change nothing, and nobody would notice.
//!
//! ## Example
//! `accent = "blue"` under `[light]`: colours are written as `"#0B57A4"`.
//!
//! ## Mend
//! Correct the line or take it out; `reports/theme.toml` of the program lists every name with its value.

use std::sync::Arc;

use crate::diag::{At, Code, Finding, Place, Severity, Text};
use crate::report::charts::theme::Wrong;

pub(super) const CODE: Code =
    Code { id: "O020", name: "theme-value-wrong", manual: include_str!("theme_value_wrong.rs") };

/// A value of the theme at this path that does not count.
#[must_use]
pub fn theme_value_wrong(path: &str, wrong: &Wrong) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new("图表主题中的值有误", "a value of the theme of the charts is wrong"),
        at: vec![At::from(Place::Line(Arc::from(path), wrong.line))],
        found: wrong.found.clone(),
        expected: wrong.expected.clone(),
        expected_at: None,
        effect: Text::new("此值不用，照内置主题绘图", "the value does not count; the built-in one is drawn"),
        mend: Text::new("改正这一行，或删去", "correct the line, or take it out"),
    }
}
