//! The vectors that stand beside every scheme and example: all of them come out as worked by hand.
//!
//! `kaoze scheme test NAME` runs those of one scheme. The files are read from the disk, so that a new one counts at once.

use std::collections::BTreeSet;
use std::path::Path;

use kaoze::audit::vectors::{Tested, test_scheme};
use kaoze::diag::{Lang, render_text};
use kaoze::files::Disk;

use crate::source::{files_below, text, top};

/// Folders of scoring/ that hold no scheme.
const OTHERS: [&str; 2] = ["scoring", "scoring/calendar"];

/// Every folder of scoring/ that holds a scheme, as a path inside the repository.
fn schemes() -> Vec<String> {
    let is_rule = |path: &String| !path.contains("/vectors/");
    let folders = files_below("scoring", ".toml").into_iter().filter(is_rule);
    let folders: BTreeSet<String> = folders.filter_map(|path| Some(path.rsplit_once('/')?.0.to_owned())).collect();
    folders.into_iter().filter(|folder| !OTHERS.contains(&folder.as_str())).collect()
}

fn tested(folder: &str) -> Tested {
    let above = Path::new(folder).parent().unwrap_or(Path::new(""));
    let name = folder.rsplit('/').next().unwrap_or(folder);
    test_scheme(&Disk::at(&top().join(above)), name, name)
}

#[test]
fn every_vector_comes_out_as_worked() {
    let mut faults = Vec::new();
    for folder in schemes() {
        let tested = tested(&folder);
        if tested.findings.has_errors() {
            faults.push(format!("{folder}\n{}", render_text(&tested.findings, Lang::Zh)));
        }
        faults.extend(tested.unread.iter().map(|(place, why)| format!("{place} in {folder}: {}", why.zh)));
        for outcome in &tested.outcomes {
            faults.extend(outcome.misses.iter().map(|miss| {
                let (path, wanted, actual) = (&miss.path, &miss.expected, &miss.actual.zh);
                format!("{folder} {} {}: {path}: {wanted}, but {actual}", miss.place, outcome.name)
            }));
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_scheme_has_a_vector() {
    let without: Vec<String> = schemes().into_iter().filter(|folder| tested(folder).outcomes.is_empty()).collect();
    assert!(without.is_empty(), "schemes without vectors: {without:?}");
}

/// The rows of the five published systems, by letter.
const ROWS: [(&str, u32); 5] = [("A", 22), ("B", 21), ("C", 17), ("D", 22), ("E", 11)];

#[test]
fn every_row_of_the_five_systems_has_a_vector_and_a_line() {
    let outcomes = schemes().into_iter().flat_map(|folder| tested(&folder).outcomes);
    let worked: BTreeSet<String> = outcomes.flat_map(|outcome| outcome.rows).collect();
    let reference = text("scoring/README.md");
    let all = ROWS.iter().flat_map(|(letter, n)| (1..=*n).map(move |row| format!("{letter}{row}")));
    let all: Vec<String> = all.collect();
    assert_eq!(all.len(), 93);
    let without: Vec<&String> = all.iter().filter(|row| !worked.contains(*row)).collect();
    assert!(without.is_empty(), "rows without a vector: {without:?}");
    let unlisted: Vec<&String> = all.iter().filter(|row| !reference.contains(&format!("\n| {row} | "))).collect();
    assert!(unlisted.is_empty(), "rows that scoring/README.md does not list: {unlisted:?}");
}

#[test]
fn every_mechanism_has_an_example() {
    let examples = schemes().into_iter().filter(|folder| folder.contains("/examples/"));
    let shown: BTreeSet<u32> =
        examples.flat_map(|folder| tested(&folder).outcomes).flat_map(|outcome| outcome.mechanisms).collect();
    let without: Vec<u32> = (1..=25).filter(|mechanism| !shown.contains(mechanism)).collect();
    assert!(without.is_empty(), "mechanisms without an example: {without:?}");
}
