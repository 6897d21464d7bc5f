//! Codes of findings: one file, one code, one name, one manual entry; and the words that findings may not use.

use std::collections::BTreeMap;

use super::none;
use crate::source::{files_below, text};

/// A code as its file defines it.
struct Defined {
    path: String,
    text: String,
    id: String,
    name: String,
}

/// The letters of the folder that raises a code.
const FAMILIES: &[(&str, &str)] = &[
    ("assessment", "C1"),
    ("scheme", "C0"),
    ("sheets", "S0"),
    ("records", "R"),
    ("tally", "T0"),
    ("charges", "G0"),
    ("scores", "P0"),
    ("grades", "G0"),
    ("consequences", "G0"),
    ("run", "F0"),
    ("report", "O0"),
    ("audit", "A0"),
];

/// The sections of a manual entry.
const SECTIONS: [&str; 4] = ["## What is checked", "## Why it matters", "## Example", "## Mend"];

/// Words that blame or say nothing.
const UNKIND: [&str; 7] = ["invalid", "illegal", "bad", "please", "simply", "非法", "错误地"];

fn files() -> Vec<String> {
    let is_one =
        |path: &String| path.contains("/findings/") && !path.ends_with("/mod.rs") && !path.ends_with("tests.rs");
    files_below("src", ".rs").into_iter().filter(is_one).collect()
}

fn after<'a>(text: &'a str, head: &str) -> Option<&'a str> {
    text.split_once(head)?.1.split('"').next()
}

fn defined() -> Vec<Defined> {
    let mut found = Vec::new();
    for path in files() {
        let text = text(&path);
        let code = text.split_once("Code { id: \"").map(|(_, rest)| rest.to_owned());
        let (Some(id), Some(name)) =
            (after(&text, "Code { id: \""), code.as_deref().and_then(|rest| after(rest, "name: \"")))
        else {
            continue;
        };
        let (id, name) = (id.to_owned(), name.to_owned());
        found.push(Defined { path, text, id, name });
    }
    found
}

/// Whether a file of a findings folder holds what several of its codes share, and no code of its own.
fn is_shared(text: &str) -> bool {
    !text.contains("Code {")
}

#[test]
fn every_file_of_findings_defines_one_code() {
    let defined: Vec<String> = defined().into_iter().map(|one| one.path).collect();
    let mut faults = Vec::new();
    for path in files() {
        let text = text(&path);
        if is_shared(&text) {
            continue;
        }
        let n = text.matches("Code { id: \"").count();
        if n != 1 || !defined.contains(&path) {
            faults.push(format!("{path}: {n} codes with a name"));
        }
    }
    assert!(defined.len() > 40, "only {} codes were found", defined.len());
    none(&faults);
}

#[test]
fn codes_are_well_formed_and_unique() {
    let mut faults = Vec::new();
    let mut by_id: BTreeMap<String, String> = BTreeMap::new();
    let mut by_name: BTreeMap<(String, String), String> = BTreeMap::new();
    for one in defined() {
        let stage = one.path.split('/').nth(1).unwrap_or_default().to_owned();
        let family = FAMILIES.iter().find(|(folder, _)| *folder == stage).map(|(_, letters)| *letters);
        let digits = one.id.len() == 4 && one.id[1..].bytes().all(|b| b.is_ascii_digit());
        if !digits || family.is_none_or(|family| !one.id.starts_with(family)) {
            faults.push(format!(
                "{}: {} is not {}.. with three digits",
                one.path,
                one.id,
                family.unwrap_or("a family of this folder")
            ));
        }
        let is_kebab =
            !one.name.is_empty() && one.name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if !is_kebab || one.name.starts_with("no-") {
            faults.push(format!("{}: `{}` does not name a fault in small letters", one.path, one.name));
        }
        let file = one.path.rsplit('/').next().unwrap_or_default();
        if !one.text.contains(&format!("include_str!(\"{file}\")")) {
            faults.push(format!("{}: the manual entry is not taken from the file itself", one.path));
        }
        if let Some(other) = by_id.insert(one.id.clone(), one.path.clone()) {
            faults.push(format!("{}: {} is already in {other}", one.path, one.id));
        }
        if let Some(other) = by_name.insert((stage.clone(), one.name.clone()), one.path.clone()) {
            faults.push(format!("{}: {} is already the name in {other}", one.path, one.name));
        }
        let list = text(&format!("src/{stage}/findings/mod.rs"));
        let module = file.trim_end_matches(".rs");
        if !list.contains(&format!("{module}::CODE")) && !list.contains(&format!("use {module}::{{CODE")) {
            faults.push(format!("{}: {module}::CODE is not in ALL of its folder", one.path));
        }
    }
    none(&faults);
}

#[test]
fn every_code_has_its_manual_entry() {
    let mut faults = Vec::new();
    for one in defined() {
        let entry: Vec<&str> =
            one.text.lines().take_while(|line| line.starts_with("//!")).map(|line| line[3..].trim()).collect();
        if entry.first() != Some(&format!("{} {}", one.id, one.name).as_str()) {
            faults.push(format!("{}:1: the first line is not `//! {} {}`", one.path, one.id, one.name));
        }
        let headings: Vec<&str> = entry.iter().copied().filter(|line| line.starts_with("## ")).collect();
        if headings != SECTIONS {
            faults.push(format!("{}: sections {headings:?}", one.path));
        }
        for two in entry.windows(2) {
            if two[0].starts_with("## ") && (two[1].is_empty() || two[1].starts_with("## ")) {
                faults.push(format!("{}: nothing under {}", one.path, two[0]));
            }
        }
        if entry.last().is_some_and(|line| line.starts_with("## ")) {
            faults.push(format!("{}: nothing under the last section", one.path));
        }
    }
    none(&faults);
}

#[test]
fn findings_neither_blame_nor_plead() {
    let mut faults = Vec::new();
    for path in files() {
        for (at, line) in text(&path).lines().enumerate() {
            let small = line.to_lowercase();
            let pieces: Vec<&str> = small.split(|c: char| !c.is_ascii_alphanumeric()).collect();
            let has = |word: &&&str| if word.is_ascii() { pieces.contains(*word) } else { small.contains(**word) };
            let found: Vec<&&str> = UNKIND.iter().filter(has).collect();
            if !found.is_empty() {
                faults.push(format!("{path}:{}: {found:?}", at + 1));
            }
        }
    }
    none(&faults);
}

#[test]
fn headlines_have_no_full_stop() {
    let mut faults = Vec::new();
    for path in files() {
        let text = text(&path);
        for rest in text.split("headline: Text::new(").skip(1) {
            let end = rest.find("at:").unwrap_or(rest.len().min(400));
            let end = (0..=end).rev().find(|at| rest.is_char_boundary(*at)).unwrap_or(0);
            if rest[..end].contains("。\"") || rest[..end].contains(".\"") {
                faults.push(format!("{path}: a headline ends with a full stop"));
            }
        }
    }
    none(&faults);
}
