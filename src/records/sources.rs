//! Which sheet holds which raw table.

use std::collections::BTreeSet;

use serde::Deserialize as _;
use serde::de::IntoDeserializer as _;

use super::findings::{
    Known, file_unnamed, listed, set_unknown, sheet_missing, sheet_unnamed, table_file_missing, table_unknown,
};
use super::sink::Sink;
use crate::assessment::{Assessment, TableSource};
use crate::diag::nearest;
use crate::files::matches;
use crate::scheme::words::{Layout, Table, Words};
use crate::sheets::{Sheet, Workbook, is_workbook};

/// Every table's name in kaoze.toml.
const TABLES: &[&str] = &[
    "units",
    "people",
    "marks",
    "ledger",
    "ballots",
    "ballot_counts",
    "ballot_returns",
    "survey",
    "cases",
    "claims",
    "events",
    "decisions",
    "talks",
    "tasks",
    "collective",
    "receipts",
    "checks",
    "steps",
    "facts",
    "occurrences",
    "history",
    "sanctions",
    "confirmations",
    "unit_history",
];

/// A sheet with the table that it holds.
pub(super) struct Taken<'a> {
    pub(super) table: Table,
    pub(super) source: &'a TableSource,
    pub(super) layout: &'a Layout,
    pub(super) sheet: &'a Sheet,
}

/// All sheets that kaoze.toml names, by file and tab; what is named and not there, or there and not named, is told.
pub(super) fn taken<'a>(
    assessment: &'a Assessment,
    words: &'a Words,
    workbooks: &'a [Workbook],
    raw_files: &[String],
    sink: &mut Sink,
) -> Vec<Taken<'a>> {
    let mut books: Vec<&Workbook> = workbooks.iter().collect();
    books.sort_by(|a, b| a.file.cmp(&b.file));
    let files: BTreeSet<&str> =
        raw_files.iter().map(String::as_str).chain(books.iter().map(|book| &*book.file)).collect();
    let mut taken = Vec::new();
    let mut named_files = BTreeSet::new();
    let mut named_sheets = BTreeSet::new();
    for source in &assessment.tables {
        let of_source: BTreeSet<&str> = named_by(source, &files, assessment, sink);
        named_files.extend(of_source.iter().copied());
        let table = table_of(source, sink);
        let layout = table.and_then(|table| words.layout(table));
        if let Some(layout) = layout {
            tell_unknown_set(source, layout, sink);
        }
        for book in books.iter().filter(|book| of_source.contains(&*book.file)) {
            let mut is_any = false;
            for (i, sheet) in book.sheets.iter().enumerate() {
                let is_taken = source.sheets.as_deref().is_none_or(|pattern| fits(pattern, &sheet.name));
                if !is_taken {
                    continue;
                }
                is_any = true;
                named_sheets.insert((&book.file, i));
                if let (Some(table), Some(layout), false) = (table, layout, sheet.cells.is_empty()) {
                    taken.push(Taken { table, source, layout, sheet });
                }
            }
            if let (false, Some(pattern)) = (is_any, &source.sheets) {
                let names: Vec<&str> = book.sheets.iter().map(|sheet| &*sheet.name).collect();
                sink.push(sheet_missing(source.place.clone(), &book.file, pattern, &names));
            }
        }
    }
    for file in files.iter().filter(|file| !named_files.contains(**file)) {
        sink.push(file_unnamed(file));
    }
    for book in books.iter().filter(|book| named_files.contains(&*book.file)) {
        let is_left =
            |(i, sheet): &(usize, &Sheet)| !sheet.cells.is_empty() && !named_sheets.contains(&(&book.file, *i));
        for (_, sheet) in book.sheets.iter().enumerate().filter(is_left) {
            sink.push(sheet_unnamed(sheet.whole(), &sheet.name));
        }
    }
    taken
}

/// Workbooks that an entry names.
fn named_by<'f>(
    source: &TableSource,
    files: &BTreeSet<&'f str>,
    assessment: &Assessment,
    sink: &mut Sink,
) -> BTreeSet<&'f str> {
    let mut named = BTreeSet::new();
    for pattern in &source.files {
        let found: Vec<&str> =
            files.iter().copied().filter(|file| is_workbook(file) && matches(pattern, file)).collect();
        if found.is_empty() {
            // A file that another table has is not the one that is missing here; of the others the name alone counts, since
            // folder and ending are alike among files that are not.
            let is_free = |file: &&str| {
                let mut patterns = assessment.tables.iter().flat_map(|table| &table.files);
                is_workbook(file) && !patterns.any(|pattern| matches(pattern, file))
            };
            let free: Vec<&str> = files.iter().copied().filter(is_free).collect();
            let near = nearest(stem(pattern), free.iter().map(|file| stem(file)));
            let near = free.iter().copied().find(|file| near == Some(stem(file)));
            sink.push(table_file_missing(source.place.clone(), pattern, near));
        }
        named.extend(found);
    }
    named
}

fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn table_of(source: &TableSource, sink: &mut Sink) -> Option<Table> {
    let name: serde::de::value::StrDeserializer<'_, serde::de::value::Error> =
        source.table.as_str().into_deserializer();
    let table = Table::deserialize(name).ok();
    if table.is_none() {
        let near = nearest(&source.table, TABLES.iter().copied()).map(str::to_owned);
        let known = Known { expected: listed(TABLES.iter().copied()), expected_at: None, nearest: near };
        sink.push(table_unknown(source.place.clone(), &source.table, &known));
    }
    table
}

fn tell_unknown_set(source: &TableSource, layout: &Layout, sink: &mut Sink) {
    let fields = || layout.fields.iter().map(|field| field.name.as_str());
    for field in source.set.keys().filter(|key| !fields().any(|field| field == *key)) {
        let near = nearest(field, fields()).map(str::to_owned);
        let known = Known { expected: listed(fields()), expected_at: None, nearest: near };
        sink.push(set_unknown(source.place.clone(), field, &known));
    }
}

/// Whether a tab fits a pattern; a tab may hold a stroke, which is no folder here.
fn fits(pattern: &str, name: &str) -> bool {
    matches(&pattern.replace('/', "\u{2215}"), &name.trim().replace('/', "\u{2215}"))
}
