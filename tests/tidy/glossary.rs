//! One word for one thing: words of other trades that must not stand in names, messages or file names.

use super::none;
use crate::source::{files_below, text, words};

/// The word, what is said instead, and why.
const INSTEAD: &[(&str, &str)] = &[
    ("institution", "unit (单位)"),
    ("organisation", "unit (单位)"),
    ("organization", "unit (单位)"),
    ("assessee", "subject (被考核对象)"),
    ("ratee", "subject (被考核对象)"),
    ("employee", "person"),
    ("rating", "grade (等次) or mark (测评等次)"),
    ("threshold", "line, or band (等次线)"),
    ("kpi", "item (考核项目)"),
    ("util", "the subject of the file"),
    ("utils", "the subject of the file"),
    ("helper", "the subject of the file"),
    ("helpers", "the subject of the file"),
    ("misc", "the subject of the file"),
    ("manager", "what it does"),
];

/// Chinese words that a message must not use for the thing of the glossary.
const INSTEAD_ZH: &[(&str, &str)] =
    &[("机构得分", "单位得分"), ("评分等级", "等次"), ("选票", "测评票"), ("投票", "测评")];

/// A path of an outside crate that cannot be said in other words.
const THEIRS: &str = "typst::utils::LazyHash";

/// The text of a file without it.
fn own(path: &str) -> String {
    text(path).replace(THEIRS, "")
}

/// The parts of a name: `n_ballots`, `BallotReturn`, `MIN_COUNT`.
fn parts(name: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut was_small = false;
    for c in name.chars() {
        if c == '_' || was_small && c.is_uppercase() {
            found.push(String::new());
        }
        if c != '_' {
            let last = found.len() - 1;
            found[last].extend(c.to_lowercase());
        }
        was_small = c.is_lowercase() || c.is_ascii_digit();
    }
    found
}

#[test]
fn names_keep_to_the_glossary() {
    let mut faults = Vec::new();
    for path in files_below("src", ".rs") {
        let in_path: Vec<String> = path.trim_end_matches(".rs").split('/').flat_map(parts).collect();
        for (word, instead) in INSTEAD.iter().filter(|(word, _)| in_path.iter().any(|part| part == word)) {
            faults.push(format!("{path}: {word}; the word is {instead}"));
        }
        for word in words(&own(&path)) {
            let parts = parts(&word.text);
            for (other, instead) in INSTEAD.iter().filter(|(other, _)| parts.iter().any(|part| part == other)) {
                faults.push(format!("{path}:{}: {} holds {other}; the word is {instead}", word.line, word.text));
            }
        }
    }
    none(&faults);
    assert_eq!(parts("BallotReturn_of_2"), ["ballot", "return", "of", "2"]);
}

#[test]
fn messages_keep_to_the_glossary() {
    let mut faults = Vec::new();
    for path in files_below("src", ".rs") {
        for (at, line) in own(&path).lines().enumerate() {
            let small = line.to_lowercase();
            let pieces: Vec<&str> = small.split(|c: char| !c.is_ascii_alphanumeric()).collect();
            for (other, instead) in INSTEAD.iter().filter(|(other, _)| pieces.contains(other)) {
                faults.push(format!("{path}:{}: {other}; the word is {instead}", at + 1));
            }
            for (other, instead) in INSTEAD_ZH.iter().filter(|(other, _)| line.contains(other)) {
                faults.push(format!("{path}:{}: {other}; the word is {instead}", at + 1));
            }
        }
    }
    none(&faults);
}
