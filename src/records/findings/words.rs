//! What the findings of this stage share: a cell as they speak of it, and the list that a word should be on.

use crate::diag::{At, Place, Text};

/// How many names of a list an expectation spells out.
const LISTED: usize = 16;

/// A cell, or a header, as findings speak of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// Where, with the column's header as caption.
    pub at: At,
    /// What stands there, in quotes.
    pub found: String,
}

/// The list on which a word should stand.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// The list.
    pub expected: Text,
    /// Where the list is written.
    pub expected_at: Option<Place>,
    /// The name that was likely meant.
    pub nearest: Option<String>,
}

impl Known {
    /// What to do: take the nearest name if there is one, else these words.
    #[must_use]
    pub fn mend(&self, zh: &str, en: &str) -> Text {
        match &self.nearest {
            Some(name) => Text::new(format!("是否为“{name}”？{zh}"), format!("is \"{name}\" meant? {en}")),
            None => Text::new(zh, en),
        }
    }
}

/// Names of a list with bars between them; a long list is cut, and its length told.
#[must_use]
pub fn listed<'a>(names: impl IntoIterator<Item = &'a str>) -> Text {
    let all: Vec<&str> = names.into_iter().collect();
    let shown = all.iter().take(LISTED).copied().collect::<Vec<_>>().join(" | ");
    if all.len() > LISTED {
        return Text::new(format!("{shown} …（共 {} 个）", all.len()), format!("{shown} … ({} in all)", all.len()));
    }
    Text::new(shown.clone(), shown)
}

/// Text in quotes with unusual blanks made visible, cut after 80 characters.
#[must_use]
pub fn quoted(text: &str) -> String {
    let is_odd_blank = |c: char| c != ' ' && c != '\n' && (c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}'));
    let mut shown: String = text.chars().take(80).map(|c| if is_odd_blank(c) { '␣' } else { c }).collect();
    if text.chars().count() > 80 {
        shown.push('…');
    }
    format!("\"{shown}\"")
}
