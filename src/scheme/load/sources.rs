//! The texts of all files of a scheme, and of those it extends, laid end to end: one offset names a file and a line.

use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diag::Place;

/// A file and where it begins.
struct Source {
    path: Arc<str>,
    begins: usize,
    /// Offsets of the line ends inside it.
    ends: Vec<usize>,
}

/// All files in order.
#[derive(Default)]
pub(super) struct Sources {
    files: Vec<Source>,
    length: usize,
}

impl Sources {
    /// Lays a file behind the others; where it begins.
    pub(super) fn add(&mut self, path: &Arc<str>, text: &str) -> usize {
        let begins = self.length;
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect();
        self.files.push(Source { path: path.clone(), begins, ends });
        // One beyond the text, so that its end is still its own.
        self.length += text.len() + 1;
        begins
    }

    /// File and line of an offset.
    pub(super) fn line(&self, offset: usize) -> (Arc<str>, u32) {
        let at = self.files.partition_point(|file| file.begins <= offset);
        let Some(file) = at.checked_sub(1).and_then(|at| self.files.get(at)) else { return ("".into(), 1) };
        let inside = offset - file.begins;
        let before = file.ends.partition_point(|end| *end < inside);
        (file.path.clone(), u32::try_from(before).unwrap_or(u32::MAX - 1) + 1)
    }

    /// Place of an offset.
    pub(super) fn place(&self, offset: usize) -> Place {
        let (file, line) = self.line(offset);
        Place::Line(file, line)
    }
}

/// A table of a file, its spans moved to where the file begins.
pub(super) fn moved<'t>(table: DeTable<'t>, by: usize) -> DeTable<'t> {
    if by == 0 {
        return table;
    }
    table.into_iter().map(|(key, value)| (shifted(key, by), moved_value(value, by))).collect()
}

fn shifted<T>(spanned: Spanned<T>, by: usize) -> Spanned<T> {
    let span = spanned.span();
    Spanned::new(span.start + by..span.end + by, spanned.into_inner())
}

fn moved_value<'t>(value: Spanned<DeValue<'t>>, by: usize) -> Spanned<DeValue<'t>> {
    let value = shifted(value, by);
    let span = value.span();
    let inner = match value.into_inner() {
        DeValue::Table(table) => DeValue::Table(moved(table, by)),
        DeValue::Array(rows) => DeValue::Array(rows.into_iter().map(|row| moved_value(row, by)).collect()),
        other => other,
    };
    Spanned::new(span, inner)
}
