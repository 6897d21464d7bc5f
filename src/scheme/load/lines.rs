//! The lines on which the tables, keys and rows of a file stand.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::force::Force;
use super::sources::Sources;
use crate::diag::{Place, Text};

/// The lines of a value and of everything inside it.
#[derive(Debug, Clone, Default)]
pub struct Lines {
    /// The file; a row that changes one of an extended scheme has keys of both.
    pub file: Arc<str>,
    /// The value's own line, from one.
    pub line: u32,
    /// By key, for a table; a key that was left out of reading is still here.
    pub keys: BTreeMap<String, Lines>,
    /// By row, for a list.
    pub rows: Vec<Lines>,
    /// The text, if it is text.
    pub text: Option<String>,
    /// Whether a part of it could not be read and has its finding.
    pub damaged: bool,
    /// The days on which a row is in force.
    pub force: Force,
}

impl Lines {
    /// What stands at an offset of the sources.
    pub(super) fn at(sources: &Sources, offset: usize) -> Self {
        let (file, line) = sources.line(offset);
        Self { file, line, ..Self::default() }
    }

    pub(super) fn of(value: &Spanned<DeValue<'_>>, sources: &Sources) -> Self {
        let mut lines = Self::at(sources, value.span().start);
        match value.get_ref() {
            DeValue::Table(table) => lines.keys = Self::of_table(table, sources),
            DeValue::Array(rows) => lines.rows = rows.iter().map(|row| Self::of(row, sources)).collect(),
            DeValue::String(text) => lines.text = Some(text.to_string()),
            _ => {}
        }
        lines
    }

    pub(super) fn of_table(table: &DeTable<'_>, sources: &Sources) -> BTreeMap<String, Self> {
        let entry = |(key, value): (&Spanned<_>, &Spanned<DeValue<'_>>)| {
            let key: &Spanned<std::borrow::Cow<'_, str>> = key;
            let mut lines = Self::of(value, sources);
            if !matches!(value.get_ref(), DeValue::Array(rows) if rows.iter().all(|row| row.get_ref().is_table())) {
                (lines.file, lines.line) = sources.line(key.span().start);
            }
            (key.get_ref().to_string(), lines)
        };
        table.iter().map(entry).collect()
    }

    /// Where it stands.
    #[must_use]
    pub fn place(&self) -> Place {
        Place::Line(self.file.clone(), self.line)
    }

    /// The text under a key, trimmed.
    #[must_use]
    pub fn text_of(&self, key: &str) -> Option<&str> {
        self.keys.get(key).and_then(|lines| lines.text.as_deref()).map(str::trim)
    }
}

/// Where one table stands, with the lines of its keys and the words by which findings call it.
#[derive(Debug, Clone)]
pub struct Spot {
    /// Path of the file.
    pub file: Arc<str>,
    /// `item`, `band`, …
    pub section: &'static str,
    /// The lines.
    pub lines: Lines,
    /// 考核项目 J1, item J1.
    pub called: Text,
}

impl Spot {
    /// The table itself.
    #[must_use]
    pub fn place(&self) -> Place {
        self.lines.place()
    }

    /// A key of it, or the table where the key is left out.
    #[must_use]
    pub fn at(&self, key: &str) -> Place {
        self.lines.keys.get(key).unwrap_or(&self.lines).place()
    }

    /// A row of the list under a key.
    #[must_use]
    pub fn at_row(&self, key: &str, row: usize) -> Place {
        let list = self.lines.keys.get(key);
        list.and_then(|list| list.rows.get(row).or(Some(list))).unwrap_or(&self.lines).place()
    }

    /// Whether the key was written, even if its value could not be read.
    #[must_use]
    pub fn says(&self, key: &str) -> bool {
        self.lines.keys.contains_key(key)
    }
}

/// A table as typed, and where.
#[derive(Debug, Clone)]
pub struct Entry<T> {
    /// As typed.
    pub raw: T,
    /// Where.
    pub spot: Spot,
}

impl<T> Entry<T> {
    /// Whether the row is in force on this day.
    #[must_use]
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.spot.lines.force.holds_on(day)
    }
}
