//! One workbook of a new workspace, and the headers of its table.

use crate::forms::FormSheet;
use crate::scheme::words::{Named, Table, Words};

/// A workbook and its entries in kaoze.toml.
pub(super) struct Book {
    /// Name of the table in kaoze.toml.
    pub(super) table: String,
    /// Path in the workspace.
    pub(super) path: String,
    /// What it is, for a comment.
    pub(super) what: String,
    /// Whether a new workspace has it; the others are alternatives.
    pub(super) needed: bool,
    /// Sheets.
    pub(super) sheets: Vec<FormSheet>,
    /// How kaoze.toml names them.
    pub(super) entries: Vec<Entry>,
}

/// One `[[table]]`.
#[derive(Default)]
pub(super) struct Entry {
    /// Pattern of sheet names.
    pub(super) sheets: Option<String>,
    /// Fixed values.
    pub(super) set: Vec<(&'static str, String)>,
}

/// A workbook of one sheet with the fields of its table.
pub(super) fn plain(words: &Words, table: Table, name: &str, hints: Vec<String>) -> Book {
    Book {
        table: table_name(table).to_owned(),
        path: format!("raw/{name}.xlsx"),
        what: name.to_owned(),
        needed: true,
        sheets: vec![form(words, table, name, hints, &[])],
        entries: vec![Entry::default()],
    }
}

/// A sheet with the fields of its table, less those given in kaoze.toml.
pub(super) fn form(words: &Words, table: Table, name: &str, hints: Vec<String>, given: &[&str]) -> FormSheet {
    let fields = words.layout(table).map(|layout| layout.fields.as_slice()).unwrap_or_default();
    let headers = fields
        .iter()
        .filter(|field| !given.contains(&field.name.as_str()))
        .filter(|field| !field.on_demand || words.demands(table, &field.name))
        .filter_map(|field| field.headers.first().cloned());
    FormSheet {
        name: sheet_name(name),
        title: Some(name.to_owned()),
        notes: hints,
        headers: headers.collect(),
        rows: Vec::new(),
        widths: Vec::new(),
    }
}

/// Further columns.
pub(super) fn add_headers(book: &mut Book, headers: impl Iterator<Item = String>) {
    if let Some(sheet) = book.sheets.first_mut() {
        sheet.headers.extend(headers);
    }
}

/// The table's name in kaoze.toml.
pub(super) fn table_name(table: Table) -> &'static str {
    match table {
        Table::Units => "units",
        Table::People => "people",
        Table::Marks => "marks",
        Table::Ledger => "ledger",
        Table::Ballots => "ballots",
        Table::BallotCounts => "ballot_counts",
        Table::BallotReturns => "ballot_returns",
        Table::Survey => "survey",
        Table::Cases => "cases",
        Table::Claims => "claims",
        Table::Events => "events",
        Table::Decisions => "decisions",
        Table::Talks => "talks",
        Table::Tasks => "tasks",
        Table::Collective => "collective",
        Table::Receipts => "receipts",
        Table::Checks => "checks",
        Table::Steps => "steps",
        Table::Facts => "facts",
        Table::Occurrences => "occurrences",
        Table::History => "history",
        Table::Sanctions => "sanctions",
        Table::Confirmations => "confirmations",
        Table::UnitHistory => "unit_history",
    }
}

/// Names in a row.
pub(super) fn names<C>(list: &[Named<C>]) -> String {
    list.iter().map(|named| named.name.as_str()).collect::<Vec<_>>().join("、")
}

/// A name as a sheet's or a file's: no character that Excel or a disk forbids, at most 31.
pub(super) fn sheet_name(name: &str) -> String {
    let fits = |c: &char| !c.is_control() && !"[]:*?/\\\"<>|'".contains(*c);
    let plain: String = name.trim().chars().filter(fits).take(31).collect();
    let plain = plain.trim_matches(['.', ' ']).to_owned();
    if plain.is_empty() { "表".to_owned() } else { plain }
}
