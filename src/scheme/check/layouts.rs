//! Layouts: the standard ones, with the spellings that the scheme writes otherwise.

use std::collections::BTreeMap;

use super::Check;
use super::polls::trimmed;
use crate::diag::{Place, Text};
use crate::scheme::findings::{code_duplicate, name_ambiguous, reference_unknown};
use crate::scheme::load::table;
use crate::scheme::words::{Layout, Table, standard_layouts};

pub(super) fn layouts(check: &mut Check<'_>) -> Vec<Layout> {
    let mut layouts = standard_layouts();
    let mut seen: BTreeMap<Table, Place> = BTreeMap::new();
    for entry in &check.tables.layout {
        let (raw, spot) = (&entry.raw, &entry.spot);
        let which = *raw.table.get_ref();
        let name = spot.lines.text_of("table").unwrap_or_default();
        if let Some(first) = seen.get(&which) {
            check.findings.push(code_duplicate(spot.place(), first.clone(), &table("layout"), name));
        }
        seen.entry(which).or_insert_with(|| spot.place());
        let Some(layout) = layouts.iter_mut().find(|layout| layout.table == which) else { continue };
        let known: Vec<String> = layout.fields.iter().map(|field| field.name.clone()).collect();
        for (field, names) in &raw.fields {
            let headers = trimmed(&names.all());
            match layout.fields.iter_mut().find(|own| own.name == field.trim()) {
                Some(_) if headers.is_empty() => {
                    check.out_of_range(spot, "fields", field, "至少一个表头", "at least one header")
                }
                Some(own) => own.headers = headers,
                None => {
                    check.findings.push(reference_unknown(spot.at("fields"), &spot.called, "fields", field, &known))
                }
            }
        }
        for (own, words) in [
            (&mut layout.not_applicable, &raw.not_applicable),
            (&mut layout.yes, &raw.yes),
            (&mut layout.no, &raw.no),
            (&mut layout.total_rows, &raw.total_rows),
        ] {
            if !words.is_empty() {
                *own = trimmed(words);
            }
        }
        let lists = [&layout.yes, &layout.no, &layout.not_applicable];
        let headers = layout.fields.iter().map(|field| (field.name.as_str(), &field.headers));
        let names = ["yes", "no", "not_applicable"].into_iter().zip(lists);
        let twice = double(headers).into_iter().chain(double(names));
        for (word, first, second) in twice {
            let what = Text::new(
                format!("{}的表头和用词", spot.called.zh),
                format!("headers and words of {}", spot.called.en),
            );
            let place = spot.place();
            check.findings.push(name_ambiguous(place.clone(), place, &what, &word, (&first, &second)));
        }
    }
    layouts
}

/// Columns on demand that the rules need.
pub(super) fn demanded(_check: &Check<'_>) -> Vec<(Table, &'static str)> {
    Vec::new()
}

/// Words that stand in two of the lists, with the names of both.
fn double<'l>(lists: impl Iterator<Item = (&'l str, &'l Vec<String>)>) -> Vec<(String, String, String)> {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    let mut twice = Vec::new();
    for (name, words) in lists {
        for word in words {
            match seen.get(word.as_str()) {
                Some(first) if *first != name => twice.push((word.clone(), (*first).to_owned(), name.to_owned())),
                _ => {
                    seen.insert(word, name);
                }
            }
        }
    }
    twice
}
