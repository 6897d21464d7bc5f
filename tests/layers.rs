//! The arrow of `src/lib.rs`, held by a machine: order, bans beyond order, loops inside a folder, doors of outside crates.

mod doors;
mod graph;
mod law;

use crate::source::{How, Named, files_below, is_test, named, text, words};
use doors::doors;
use graph::loops;
use law::{Law, fault_of};

/// A file of `src/` and what it names.
pub struct Unit {
    /// `src/tally/polls.rs`
    pub path: String,
    /// `["tally", "polls"]`; the `mod.rs` of a folder is the folder itself.
    pub module: Vec<String>,
    /// What it names.
    pub named: Vec<Named>,
    /// What it declares itself: modules, types, functions, constants.
    pub declared: Vec<String>,
}

impl Unit {
    /// Reads one text.
    pub fn of(path: &str, source: &str) -> Self {
        let inner = path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
        let words = words(source);
        let is_head =
            |text: &str| ["mod", "struct", "enum", "fn", "const", "static", "type", "trait", "union"].contains(&text);
        let declared =
            words.windows(2).filter(|pair| is_head(&pair[0].text)).map(|pair| pair[1].text.clone()).collect();
        Self {
            path: path.to_owned(),
            module: inner.split('/').map(str::to_owned).collect(),
            named: named(&words),
            declared,
        }
    }

    /// The stage it belongs to: the first folder.
    pub fn stage(&self) -> &str {
        &self.module[0]
    }

    /// A path as seen from the top of the crate, without `crate`; none if it leads outside.
    ///
    /// In `mod.rs` a path may also begin with a module declared there.
    pub fn inside(&self, path: &[String]) -> Option<Vec<String>> {
        let is_folder = self.path.ends_with("/mod.rs");
        match path.first().map(String::as_str) {
            Some("crate") => Some(path[1..].to_vec()),
            Some("self") => Some([&self.module[..], &path[1..]].concat()),
            Some("super") => {
                let up = path.iter().take_while(|step| *step == "super").count();
                let keep = self.module.len().checked_sub(up)?;
                Some([&self.module[..keep], &path[up..]].concat())
            }
            Some(first) if is_folder && self.declared.contains(&first.to_owned()) => {
                Some([&self.module[..], path].concat())
            }
            _ => None,
        }
    }
}

fn source() -> Vec<Unit> {
    files_below("src", ".rs")
        .iter()
        .map(|path| Unit::of(path, &text(path)))
        .filter(|unit| unit.path.matches('/').count() > 1)
        .collect()
}

fn law() -> Law {
    Law::of(&text("src/lib.rs"))
}

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_folder_of_src_stands_in_lib_rs() {
    let mut folders: Vec<String> = source().iter().map(|unit| unit.stage().to_owned()).collect();
    folders.dedup();
    let mut stages = law().order;
    stages.sort();
    assert_eq!(folders, stages, "folders of src/ and `pub mod` lines of src/lib.rs");
}

#[test]
fn nobody_names_a_stage_to_the_right() {
    let law = law();
    let faults: Vec<String> = source().iter().flat_map(|unit| faults(&law, unit)).collect();
    none(&faults);
}

fn faults(law: &Law, unit: &Unit) -> Vec<String> {
    let told = |named: &Named| Some(format!("{}:{}: {}", unit.path, named.line, fault_of(law, unit, named)?));
    unit.named.iter().filter_map(told).collect()
}

#[test]
fn stages_are_named_in_use_lines_only() {
    let mut faults = Vec::new();
    for unit in source() {
        let first = |named: &Named| named.path.first().is_some_and(|step| step == "crate");
        for named in unit.named.iter().filter(|named| named.how == How::Inline && first(named)) {
            faults.push(format!(
                "{}:{}: {} stands inline; name it in a `use` line",
                unit.path,
                named.line,
                named.path.join("::")
            ));
        }
    }
    none(&faults);
}

#[test]
fn nobody_climbs_two_floors() {
    let mut faults = Vec::new();
    for unit in source() {
        for named in unit.named.iter().filter(|named| named.path.iter().filter(|step| *step == "super").count() > 1) {
            faults.push(format!(
                "{}:{}: {}; write the path from `crate`",
                unit.path,
                named.line,
                named.path.join("::")
            ));
        }
    }
    none(&faults);
}

#[test]
fn nobody_hands_on_another_stage() {
    let mut faults = Vec::new();
    for unit in source() {
        for named in unit.named.iter().filter(|named| named.how == How::PubUse) {
            let other = unit.inside(&named.path).filter(|path| path.first().is_some_and(|stage| stage != unit.stage()));
            if let Some(path) = other {
                faults.push(format!(
                    "{}:{}: {} hands on crate::{}; its users name it there",
                    unit.path,
                    named.line,
                    unit.stage(),
                    path.join("::")
                ));
            }
        }
    }
    none(&faults);
}

#[test]
fn lib_rs_holds_nothing_but_modules() {
    let words = words(&text("src/lib.rs"));
    let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
    for head in ["use", "struct", "enum", "fn", "type", "trait", "const", "static", "macro_rules"] {
        assert!(!texts.contains(&head), "src/lib.rs holds `{head}`");
    }
}

#[test]
fn no_loop_inside_a_folder() {
    none(&loops(&source()));
}

#[test]
fn outside_crates_have_their_doors() {
    let faults: Vec<String> = source().iter().flat_map(doors).collect();
    none(&faults);
}

#[test]
fn every_door_is_used() {
    let units = source();
    let mut unused = Vec::new();
    for door in doors::DOORS {
        for at in door.at {
            let is_used = units.iter().any(|unit| {
                doors::stands_in(&unit.path, at)
                    && !is_test(&unit.path)
                    && unit.named.iter().any(|named| doors::is_of(named, door.of))
            });
            if !is_used {
                unused.push(format!("{}: nothing in {at} names it; strike the door", door.of));
            }
        }
    }
    none(&unused);
}

/// Made-up texts, each with the words its message must hold; nothing where there is nothing to say.
#[test]
fn the_checker_sees_made_up_faults() {
    let law = Law {
        order: ["exact", "diag", "files", "scheme", "sheets", "records", "tally", "scores", "report", "audit"]
            .map(str::to_owned)
            .to_vec(),
    };
    let check = |path: &str, source: &str, expected: &[&str]| {
        let found = faults(&law, &Unit::of(path, source));
        assert_eq!(found.len(), expected.len(), "{path}: {source}\n{found:?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!(found.contains(expected), "{found} does not hold {expected}");
        }
    };
    check(
        "src/tally/polls.rs",
        "use crate::scores::score;",
        &["src/tally/polls.rs:1: tally names scores, which stands to its right"],
    );
    check(
        "src/tally/polls.rs",
        "\n\nuse crate::{exact::Exact, scores::{self, Scored}};",
        &["polls.rs:3: tally names scores", "polls.rs:3: tally names scores"],
    );
    check("src/tally/polls.rs", "fn f() -> crate::report::View { todo }", &["tally names report"]);
    check("src/tally/polls.rs", "use crate::scheme::words::Poll;", &[]);
    check(
        "src/tally/polls.rs",
        "use crate::scheme::{words::Poll, worth::Band};",
        &["tally may name of scheme only scheme::words"],
    );
    check("src/tally/polls.rs", "use crate::scheme::Scheme;", &["tally may name of scheme only scheme::words"]);
    check("src/tally/polls.rs", "use super::super::report::View;", &["tally names report"]);
    check("src/sheets/read.rs", "use crate::scheme::words::Table;", &["sheets may not name scheme"]);
    check("src/scores/items.rs", "use crate::records::Ballot;", &["scores may not name records"]);
    check("src/audit/verify.rs", "use crate::report::write;", &["audit may not name report"]);
    check("src/diag/place.rs", "use crate::exact::Exact;", &["diag may not name exact"]);
    check(
        "src/tally/polls.rs",
        "// use crate::scores::score;\nconst A: &str = \"crate::scores::score\"; const B: &str = r#\"crate::scores\"#;",
        &[],
    );
    check(
        "src/tally/polls.rs",
        "/// [`crate::scores::score`]\npub(in crate::tally) fn f<'a>(x: &'a str, y: char) -> bool { y == '\"' }",
        &[],
    );

    let ring = [
        Unit::of("src/tally/a.rs", "use super::b::f;"),
        Unit::of("src/tally/b.rs", "fn f() { super::c::g() }"),
        Unit::of("src/tally/c.rs", "use crate::tally::a::h;"),
    ];
    assert_eq!(loops(&ring), ["src/tally: a → b → c → a (src/tally/a.rs:1, src/tally/b.rs:1, src/tally/c.rs:1)"]);
    let through = [
        Unit::of("src/tally/mod.rs", "mod a; mod b; pub use a::{A}; pub use b::B;"),
        Unit::of("src/tally/a.rs", "use super::B; struct A;"),
        Unit::of("src/tally/b.rs", "use super::A; struct B;"),
    ];
    assert_eq!(loops(&through), ["src/tally: a → b → a (src/tally/a.rs:1, src/tally/b.rs:1)"]);
    let line = [
        Unit::of("src/tally/a.rs", "use super::b::f;"),
        Unit::of("src/tally/b/mod.rs", "use crate::tally::c::g;"),
        Unit::of("src/tally/c.rs", ""),
    ];
    assert!(loops(&line).is_empty());

    assert_eq!(doors(&Unit::of("src/scores/items.rs", "use polars::prelude::*;")).len(), 1);
    assert_eq!(doors(&Unit::of("src/scores/items.rs", "fn f() { std::fs::read(\"a\"); }")).len(), 1);
    assert_eq!(doors(&Unit::of("src/scores/items.rs", "use std::{fmt, fs};")).len(), 1);
    assert!(doors(&Unit::of("src/tally/polls.rs", "use polars::prelude::*; let toml = 1;")).is_empty());
}
