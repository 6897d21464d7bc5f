//! C014 name-ambiguous
//!
//! ## What is checked
//! Within one list no word (code, name or alias) means two entries.
//!
//! ## Why it matters
//! A cell with that word could be read either way.
//!
//! ## Example
//! Mark 良好 with the alias 好 beside mark 较好 with the alias 好; 弃权 both a mark and a word for no view.
//!
//! ## Mend
//! Keep the word with one of the two.

use super::refused;
use crate::diag::{At, Code, Finding, Place, Text};

/// The code.
pub const CODE: Code = Code { id: "C014", name: "name-ambiguous", manual: include_str!("name_ambiguous.rs") };

/// One word for two entries of a list.
#[must_use]
pub fn name_ambiguous(second: Place, first: Place, what: &Text, word: &str, entries: (&str, &str)) -> Finding {
    let caption = |code: &str| Some(Text::new(code, code));
    refused(
        CODE,
        Text::new(
            format!("{}中 \"{word}\" 同时指 {} 和 {}", what.zh, entries.0, entries.1),
            format!("\"{word}\" means both {} and {} among {}", entries.0, entries.1, what.en),
        ),
        vec![At { place: second, caption: caption(entries.1) }, At { place: first, caption: caption(entries.0) }],
        word,
        Text::new("每个词只指一个条目", "one entry for each word"),
        Text::new("只在其中一个条目保留这个词", "keep the word with one of the two"),
    )
}
