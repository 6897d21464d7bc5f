//! O021 theme-contrast-low
//!
//! ## What is checked
//! With the colours of the office's own `reports/theme.toml`, texts have a contrast of at least 4.5 : 1 with what they lie
//! on and marks of at least 3 : 1 (WCAG 2), on light and on dark paper.
//!
//! ## Why it matters
//! Pale colours that look fine on the screen of the one who chose them are lost on a projector, in a photocopy and to many
//! readers over fifty.
//!
//! ## Example
//! `muted = "#B8BEC6"` under `[light]`: subtitles and source lines reach 1.87 : 1 on white.
//!
//! ## Mend
//! Take a darker colour on light paper or a lighter one on dark paper.

use std::sync::Arc;

use crate::diag::{At, Code, Finding, Place, Severity, Text};
use crate::report::charts::theme::Faint;

pub(super) const CODE: Code =
    Code { id: "O021", name: "theme-contrast-low", manual: include_str!("theme_contrast_low.rs") };

/// Colours of the theme at this path that are too near to one that stands in that line.
#[must_use]
pub fn theme_contrast_low(path: &str, line: u32, faint: &[Faint]) -> Finding {
    let told = faint
        .iter()
        .map(|Faint { mode, front, back, found, least }| format!("[{mode}] {front} / {back} {found} : 1 (≥ {least})"));
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new("图表主题的颜色对比不足", "colours of the theme stand out too little"),
        at: vec![At::from(Place::Line(Arc::from(path), line))],
        found: told.collect::<Vec<_>>().join(", "),
        expected: Text::new("文字至少 4.5 : 1，标记至少 3 : 1", "text at least 4.5 : 1, marks at least 3 : 1"),
        expected_at: None,
        effect: Text::new("照此颜色绘图，可能看不清", "drawn all the same; it may be hard to read"),
        mend: Text::new(
            "浅色底上用更深的颜色，深色底上用更浅的颜色",
            "take a darker colour on light paper, a lighter one on dark",
        ),
    }
}
