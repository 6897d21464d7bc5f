//! The order of the stages and the bans beyond order.

use super::Unit;
use crate::source::{Named, is_test, words};

/// The stages from left to right.
pub struct Law {
    /// In the order of the `pub mod` lines.
    pub order: Vec<String>,
}

impl Law {
    /// Reads the `pub mod` lines.
    pub fn of(lib: &str) -> Self {
        let words = words(lib);
        let is_line = |three: &&[crate::source::Word]| three[0].text == "pub" && three[1].text == "mod";
        Self { order: words.windows(3).filter(is_line).map(|three| three[2].text.clone()).collect() }
    }

    fn at(&self, stage: &str) -> Option<usize> {
        self.order.iter().position(|other| other == stage)
    }
}

/// Stages that may name nothing but these.
const ONLY: &[(&str, &[&str], &str)] = &[
    ("exact", &[], "numbers know no field"),
    ("terms", &["exact"], "nouns of the field stand on numbers alone"),
    ("diag", &[], "the frame of a finding knows no stage and no code"),
    ("files", &["diag"], "bytes know no field"),
    ("forms", &["exact", "diag", "files", "terms"], "a writer of workbooks knows cells, not grades"),
    (
        "demo",
        &["exact", "terms", "diag", "files", "scheme", "forms"],
        "a made-up county must not know how it will be scored",
    ),
    (
        "report",
        &["exact", "diag", "files", "forms", "results", "explain"],
        "it draws; what results and explanations do not hold it does not know",
    ),
];

/// Who may not name what, though it stands to the left.
const NEVER: &[(&str, &[&str], &str)] = &[
    ("assessment", &["scheme"], "kaoze.toml is read before any scheme"),
    ("scheme", &["assessment"], "rules know no year's files"),
    ("facts", &["assessment", "files"], "plain values"),
    ("sheets", &["scheme", "assessment", "facts"], "cells before meaning"),
    ("tally", &["sheets", "files", "assessment"], "it counts rows"),
    ("charges", &["records", "sheets", "files", "assessment"], "who is struck turns on events, rosters and sanctions"),
    ("scores", &["records", "sheets", "files", "assessment"], "a score reads counts, never a cell"),
    ("grades", &["tally", "records", "sheets", "files", "assessment"], "a grade reads points"),
    (
        "consequences",
        &["records", "sheets", "files", "assessment"],
        "what follows is worked out from facts and grades, never from a cell",
    ),
    ("results", &["sheets", "files", "records"], "sealed from what was decided"),
    ("audit", &["report", "package"], "whoever checks the numbers must not trust the drawing"),
    (
        "cli",
        &["sheets", "records", "tally", "scores", "grades", "consequences", "facts"],
        "commands go through run and audit",
    ),
];

/// Of a stage only this part may be named.
const PART: &[(&str, &str, &str)] = &[
    ("facts", "scheme", "words"),
    ("records", "scheme", "words"),
    ("records", "files", "matches"),
    ("report", "files", "Digest"),
    ("tally", "scheme", "words"),
    ("demo", "scheme", "words"),
];

/// Tests that need a stage to their right, and why.
const TESTS: &[(&str, &str, &str)] = &[
    ("src/demo/blank/tests.rs", "assessment", "the kaoze.toml it writes is read back without a finding"),
    ("src/demo/words_tests.rs", "assessment", "the kaoze.toml it writes is read back without a finding"),
    ("src/demo/words_tests.rs", "sheets", "the workbooks it writes are read back without a finding"),
    ("src/sheets/hostile_tests.rs", "forms", "a workbook that this program wrote must come back cell by cell"),
];

/// What is wrong with naming this path in this file.
pub fn fault_of(law: &Law, unit: &Unit, named: &Named) -> Option<String> {
    let own = unit.stage();
    let path = unit.inside(&named.path)?;
    let other = path.first().filter(|stage| *stage != own && law.at(stage).is_some())?;
    if is_test(&unit.path) && TESTS.iter().any(|(file, stage, _)| *file == unit.path && stage == other) {
        return None;
    }
    if law.at(other) > law.at(own) {
        return Some(format!("{own} names {other}, which stands to its right in src/lib.rs"));
    }
    if let Some((_, _, why)) = ONLY.iter().find(|(stage, only, _)| *stage == own && !only.contains(&other.as_str())) {
        return Some(format!("{own} may not name {other}: {why}"));
    }
    if let Some((_, _, why)) = NEVER.iter().find(|(stage, never, _)| *stage == own && never.contains(&other.as_str())) {
        return Some(format!("{own} may not name {other}: {why}"));
    }
    let part = PART.iter().find(|(stage, whole, _)| *stage == own && whole == other)?;
    let fits = path.get(1).is_some_and(|second| second == part.2);
    (!fits).then(|| format!("{own} may name of {other} only {other}::{}, not {}", part.2, path.join("::")))
}
