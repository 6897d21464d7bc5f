//! The question behind a key, from whichever list has it.

use super::questions::QUESTIONS;
use super::questions_after::QUESTIONS as AFTER;
use crate::diag::Text;

/// The question behind a key and its choices.
pub(in crate::scheme) fn question(section: &str, key: &str) -> (Text, Text) {
    let all = || QUESTIONS.iter().chain(AFTER);
    let exact = all().find(|row| row.0 == section && row.1 == key);
    let row = exact.or_else(|| all().find(|row| row.0.is_empty() && row.1 == key));
    row.map_or_else(|| (Text::new(key, key), Text::default()), |row| (Text::new(row.2, row.4), Text::new(row.3, row.5)))
}
