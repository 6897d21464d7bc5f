//! Layouts: the standard ones, with the spellings that the scheme writes otherwise.

use std::collections::BTreeMap;

use super::Check;
use super::polls::trimmed;
use crate::diag::{Place, Text};
use crate::scheme::findings::{code_duplicate, name_ambiguous, reference_unknown};
use crate::scheme::load::table;
use crate::scheme::words::{Layout, QuorumOf, Registers, Table, standard_layouts, widen};
use crate::scheme::worth::{Family, PartSource, PeopleRule, Whose};

pub(super) fn layouts(check: &mut Check<'_>, registers: &Registers) -> Vec<Layout> {
    let mut layouts = standard_layouts();
    widen(&mut layouts, !registers.actions.is_empty(), registers.gravity);
    without_unused(check, &mut layouts);
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

/// What the polls of a scheme need of the sheets.
struct Needs {
    /// Some class follows from what the voter is to the subject.
    by_relation: bool,
    /// Some ballots name their voter.
    voter: bool,
    /// Some quorum is counted against those entitled.
    entitled: bool,
}

fn needs(check: &Check<'_>) -> Needs {
    let polls = || check.tables.poll.iter().map(|entry| &entry.raw);
    let by_relation = polls().any(|poll| poll.classes.iter().any(|class| class.relation.is_some()));
    let quorums = polls().filter_map(|poll| poll.quorum.as_ref());
    Needs {
        by_relation,
        voter: by_relation || polls().any(|poll| poll.self_vote.is_some()),
        entitled: quorums.filter_map(|quorum| quorum.of).any(|of| of == QuorumOf::Entitled),
    }
}

/// Columns on demand that the rules need.
pub(super) fn demanded(
    check: &Check<'_>,
    people: Option<&PeopleRule>,
    families: &[Family],
    unit_changes: bool,
) -> Vec<(Table, &'static str)> {
    let needs = needs(check);
    let mut demanded = Vec::new();
    if needs.voter {
        demanded.push((Table::Ballots, "voter"));
    }
    if needs.by_relation {
        demanded.extend([(Table::People, "supervises"), (Table::People, "managed_by")]);
    }
    if needs.entitled {
        demanded.extend([(Table::BallotCounts, "entitled"), (Table::BallotReturns, "entitled")]);
    }
    let talks = ["signed", "filed"];
    let tasks = ["lead", "assist", "chief", "standard", "target", "safeguards", "overseer"];
    let asked: Vec<&String> = check.tables.record_check.iter().flat_map(|entry| &entry.raw.complete).collect();
    let is_asked = |field: &&str| asked.iter().any(|own| own.trim() == *field);
    demanded.extend(talks.into_iter().filter(is_asked).map(|field| (Table::Talks, field)));
    demanded.extend(tasks.into_iter().filter(is_asked).map(|field| (Table::Tasks, field)));
    if check.tables.sanction_effect.iter().any(|entry| entry.raw.later) {
        demanded.push((Table::Decisions, "year"));
    }
    if people.is_some_and(|rule| rule.parts().iter().any(|part| part.source == PartSource::Supervised)) {
        demanded.push((Table::People, "supervises"));
    }
    if unit_changes {
        demanded.extend(["from", "to", "successor"].map(|field| (Table::Units, field)));
    }
    for (field, needed) in [
        ("person", families.iter().any(|family| family.of == Whose::Person)),
        ("tier", families.iter().any(|family| !family.tiers.is_empty())),
        ("issuer", families.iter().any(|family| family.levels.iter().any(|level| !level.issuers.is_empty()))),
        ("evidence", families.iter().any(|family| family.evidence_required)),
    ] {
        if needed {
            demanded.push((Table::Claims, field));
        }
    }
    demanded
}

/// Without columns that no poll of this scheme needs: nobody's ballot names a voter for nothing. Where the class follows from
/// the voter, a sheet need not have the class.
fn without_unused(check: &Check<'_>, layouts: &mut [Layout]) {
    let needs = needs(check);
    for layout in layouts {
        match layout.table {
            Table::Ballots => {
                layout.fields.retain(|field| needs.voter || field.name != "voter");
                for field in layout.fields.iter_mut().filter(|field| field.name == "class") {
                    field.required = !needs.by_relation;
                }
            }
            Table::BallotCounts | Table::BallotReturns => {
                layout.fields.retain(|field| needs.entitled || field.name != "entitled");
            }
            _ => {}
        }
    }
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
