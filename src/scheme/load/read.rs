//! The tables of a scheme: every key that cannot be read gets its finding and is left out, and the rest is read.

use std::sync::Arc;

use serde::Deserialize as _;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer, Error};

use super::asked::question;
use super::dated::DATED;
use super::lines::Lines;
use super::sources::{Sources, moved};
use super::spoken::{self, called};
use crate::diag::{Findings, Place, Text, nearest};
use crate::scheme::findings::{decision_missing, key_unknown, scheme_unreadable, type_wrong};
use crate::scheme::raw::RawScheme;

/// Findings after which the rest is not read.
const ENOUGH: usize = 100;

/// A step from a value to one inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Key(String),
    Row(usize),
}

/// One file as a table, laid behind the others; nothing when it is not TOML.
pub(super) fn parse<'t>(
    file: &Arc<str>,
    bytes: &'t [u8],
    sources: &mut Sources,
    findings: &mut Findings,
) -> Option<DeTable<'t>> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        findings.push(scheme_unreadable(Place::File(file.clone()), "not UTF-8"));
        return None;
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let begins = sources.add(file, text);
    let (root, errors) = DeTable::parse_recoverable(text);
    for error in errors.iter().take(5) {
        let at = error.span().map_or(begins, |span| begins + span.start);
        findings.push(scheme_unreadable(sources.place(at), error.message()));
    }
    errors.is_empty().then(|| moved(root.into_inner(), begins))
}

/// Reads the whole scheme as far as it goes; nothing when it cannot be told what is wrong.
pub(super) fn read(
    mut table: DeTable<'_>,
    mut lines: Lines,
    sources: &Sources,
    findings: &mut Findings,
) -> Option<(RawScheme, Lines)> {
    for _ in 0..ENOUGH {
        let error = match RawScheme::deserialize(Deserializer::from(Spanned::new(0..0, table.clone()))) {
            Ok(raw) => return Some((raw, lines)),
            Err(error) => error,
        };
        let missing = error.message().starts_with("missing field");
        let path = error.span().and_then(|span| find(&table, &span, missing));
        let Some(path) = path.filter(|path| !path.is_empty()) else {
            let at = error.span().map_or(0, |span| span.start);
            findings.push(scheme_unreadable(sources.place(at), error.message()));
            return None;
        };
        let loss = report(sources, &error, &table, &path, &mut lines, findings);
        remove(&mut table, &path);
        if loss {
            note_damage(&mut lines, &path);
        }
    }
    let (file, _) = sources.line(0);
    findings.push(scheme_unreadable(Place::File(file), "more than 100 findings"));
    None
}

/// The path of the innermost key or value that lies exactly at `span`.
fn find(table: &DeTable<'_>, span: &std::ops::Range<usize>, tables_only: bool) -> Option<Vec<Step>> {
    for (key, value) in table {
        let step = || Step::Key(key.get_ref().to_string());
        if let Some(inner) = find_in(value, span, tables_only) {
            return Some(std::iter::once(step()).chain(inner).collect());
        }
        if !tables_only && key.span() == *span {
            return Some(vec![step()]);
        }
    }
    None
}

fn find_in(value: &Spanned<DeValue<'_>>, span: &std::ops::Range<usize>, tables_only: bool) -> Option<Vec<Step>> {
    let inner = match value.get_ref() {
        DeValue::Table(table) => find(table, span, tables_only),
        DeValue::Array(rows) => rows.iter().enumerate().find_map(|(row, value)| {
            let inner = find_in(value, span, tables_only)?;
            Some(std::iter::once(Step::Row(row)).chain(inner).collect())
        }),
        _ => None,
    };
    let here = value.span() == *span && (!tables_only || value.get_ref().is_table());
    inner.or_else(|| here.then(Vec::new))
}

fn value_at<'t, 'i>(table: &'t DeTable<'i>, path: &[Step]) -> Option<&'t Spanned<DeValue<'i>>> {
    let (first, rest) = path.split_first()?;
    let Step::Key(key) = first else { return None };
    let mut value = table.get(key.as_str())?;
    for step in rest {
        value = match (step, value.get_ref()) {
            (Step::Key(key), DeValue::Table(table)) => table.get(key.as_str())?,
            (Step::Row(row), DeValue::Array(rows)) => rows.get(*row)?,
            _ => return None,
        };
    }
    Some(value)
}

fn remove(table: &mut DeTable<'_>, path: &[Step]) {
    match path {
        [Step::Key(key)] => {
            table.remove(key.as_str());
        }
        [Step::Key(key), rest @ ..] => {
            if let Some(value) = table.get_mut(key.as_str()) {
                remove_in(value.get_mut(), rest);
            }
        }
        _ => {}
    }
}

fn remove_in(value: &mut DeValue<'_>, path: &[Step]) {
    match (value, path) {
        (DeValue::Table(table), path) => remove(table, path),
        (DeValue::Array(rows), [Step::Row(row)]) if *row < rows.len() => {
            let kept = rows.iter().enumerate().filter(|(at, _)| at != row).map(|(_, value)| value.clone()).collect();
            *rows = kept;
        }
        (DeValue::Array(rows), [Step::Row(row), rest @ ..]) => {
            if let Some(value) = rows.get_mut(*row) {
                remove_in(value.get_mut(), rest);
            }
        }
        _ => {}
    }
}

/// Marks everything around what was left out, and drops the lines of a row that was.
fn note_damage(lines: &mut Lines, path: &[Step]) {
    let Some((step, rest)) = path.split_first() else { return };
    lines.damaged = true;
    match step {
        Step::Key(key) => {
            if let Some(inner) = lines.keys.get_mut(key) {
                inner.damaged = true;
                note_damage(inner, rest);
            }
        }
        Step::Row(row) if rest.is_empty() && *row < lines.rows.len() => {
            let gone = lines.rows.remove(*row);
            // The code of a table that was left out stays known, so that references to it are not called unknown.
            if let Some(code) = gone.text_of("code").or(gone.text_of("grade")) {
                lines.keys.insert(code.to_owned(), Lines::default());
            }
        }
        Step::Row(row) => {
            if let Some(inner) = lines.rows.get_mut(*row) {
                note_damage(inner, rest);
            }
        }
    }
}

fn lines_at<'l>(lines: &'l Lines, path: &[Step]) -> Option<&'l Lines> {
    path.iter().try_fold(lines, |lines, step| match step {
        Step::Key(key) => lines.keys.get(key),
        Step::Row(row) => lines.rows.get(*row),
    })
}

fn lines_at_mut<'l>(lines: &'l mut Lines, path: &[Step]) -> Option<&'l mut Lines> {
    path.iter().try_fold(lines, |lines, step| match step {
        Step::Key(key) => lines.keys.get_mut(key),
        Step::Row(row) => lines.rows.get_mut(*row),
    })
}

/// The words between backquotes of a reader's message.
fn quoted(message: &str) -> Vec<String> {
    message.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Pushes the finding; whether something that the scheme needs is lost with it.
fn report(
    sources: &Sources,
    error: &Error,
    table: &DeTable<'_>,
    path: &[Step],
    lines: &mut Lines,
    findings: &mut Findings,
) -> bool {
    let at = error.span().map_or(0, |span| span.start);
    let place = sources.place(at);
    let message = error.message();
    let words = quoted(message);
    let last = path.iter().rev().find_map(|step| match step {
        Step::Key(key) => Some(key.clone()),
        Step::Row(_) => None,
    });
    let last = last.unwrap_or_default();
    if message.starts_with("unknown field") {
        let (_, around) = path.split_last().unwrap_or((&Step::Row(0), &[]));
        let rule = rule_at(lines, around);
        let mut known: Vec<String> = words.into_iter().skip(1).collect();
        if known.iter().any(|key| key == "basis") {
            known.extend(DATED.map(str::to_owned));
        }
        let near = nearest(&last, known.iter().map(String::as_str)).map(str::to_owned);
        findings.push(key_unknown(place, &rule, &last, &known));
        // The key that was meant counts as written, so that one slip is one finding.
        let Some(near) = near else { return false };
        if let Some(inner) = lines_at_mut(lines, around) {
            inner.keys.entry(near).or_insert(Lines { damaged: true, ..Lines::at(sources, at) });
        }
        return true;
    }
    if message.starts_with("missing field") {
        let field = words.first().cloned().unwrap_or_default();
        if lines_at(lines, path).is_some_and(|lines| lines.keys.contains_key(&field)) {
            return true;
        }
        let rule = rule_at(lines, path);
        let section = path.first().map_or("", |step| if let Step::Key(key) = step { key } else { "" });
        let (question, choices) = question(section, &field);
        findings.push(decision_missing(place, &rule, &field, &question, choices));
    } else {
        let value = value_at(table, path).map(Spanned::get_ref);
        let found = value.map(spoken::shown).unwrap_or_default();
        let (expected, mend) = spoken::kind(message, value, &found, &words);
        findings.push(type_wrong(place, &last, &found, expected, mend));
    }
    true
}

/// What the table at (or around) a path is called.
fn rule_at(lines: &Lines, path: &[Step]) -> Text {
    let Some(Step::Key(section)) = path.first() else { return Text::new("方案文件", "scheme file") };
    let upto = if matches!(path.get(1), Some(Step::Row(_))) { 2 } else { 1 };
    let table = lines_at(lines, &path[..upto.min(path.len())]);
    called(section, table.unwrap_or(&Lines::default()))
}
