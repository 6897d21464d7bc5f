//! The gallery of findings: for every code the smallest workspace that provokes it, and the words that come out.
//!
//! `tests/gallery/base` is a workspace without a finding. `tests/gallery/<code>` holds the files that differ from it;
//! `remove.txt` lists files that are not there, `unreadable.txt` files that the disk does not give. `expected.txt` is what
//! is printed; `BLESS=1 cargo gallery` writes it anew, and whoever does so reads every word of the difference.

mod made;

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use kaoze::audit;
use kaoze::diag::{Code, Findings, Lang, render_text};
use kaoze::files::{Files, InMemory};
use kaoze::package;
use kaoze::report;
use kaoze::run;

use crate::source::{files_below, top};

/// Codes without a specimen, and the test that covers each.
const ELSEWHERE: &[(&str, &str)] = &[
    ("T002", "the counting crate has to fail; no input is known to make it (src/tally)"),
    ("A008", "it takes sources of two years (tests/years.rs)"),
];

/// A workspace some of whose files the disk does not give.
struct Faulty {
    files: InMemory,
    unreadable: Vec<String>,
}

impl Files for Faulty {
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        if self.unreadable.iter().any(|other| other == path) {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, "permission denied"));
        }
        self.files.read(path)
    }

    fn list(&self, folder: &str) -> io::Result<Vec<String>> {
        self.files.list(folder)
    }
}

/// Files of a folder of the gallery by their path inside it.
fn folder(name: &str) -> BTreeMap<String, Vec<u8>> {
    let at = format!("tests/gallery/{name}");
    let path = |path: &String| path[at.len() + 1..].to_owned();
    files_below(&at, "")
        .iter()
        .map(|file| (path(file), std::fs::read(top().join(file)).expect("a file just listed")))
        .collect()
}

fn lines(bytes: Option<Vec<u8>>) -> Vec<String> {
    let text = String::from_utf8(bytes.unwrap_or_default()).expect("a list of paths");
    text.lines().map(str::to_owned).collect()
}

/// The base with the files of a specimen over it.
fn specimen(code: &str) -> Faulty {
    let mut files = if code.starts_with('A') { BTreeMap::new() } else { folder("base") };
    let mut over = folder(code);
    let (removed, unreadable) = (lines(over.remove("remove.txt")), lines(over.remove("unreadable.txt")));
    over.remove("expected.txt");
    for path in removed {
        let is_there = |file: &String| *file == path || path.ends_with('/') && file.starts_with(&path);
        let before = files.len();
        files.retain(|file, _| !is_there(file));
        assert!(files.len() < before, "{code}/remove.txt: {path} is not in the base");
    }
    files.extend(over);
    files.extend(made::workbooks(code));
    if ["F004", "F005", "F006", "F007"].contains(&code) {
        files.extend(last_year(code));
    }
    Faulty { files: InMemory(files), unreadable }
}

/// The package of the base as last year's: for F004 with one name changed after it was sealed, for F007 with another scheme.
fn last_year(code: &str) -> BTreeMap<String, Vec<u8>> {
    let checked = run::check(&InMemory(folder("base")));
    let made = run::run(checked.value.expect("the base is read"), checked.findings, run::Traced::Nobody)
        .0
        .expect("and scored");
    let mut files = run::assemble(&made, BTreeMap::new());
    let results = String::from_utf8(files.remove("results.json").expect("sealed")).expect("JSON");
    let manifest = files.remove("manifest.json").expect("sealed");
    let results = match code {
        "F004" => results.replacen("赵一", "赵壹", 1),
        "F007" => results.replace(&made.results.scheme.digest, &"0".repeat(64)),
        _ => results,
    };
    let mut files = BTreeMap::from([("last-year/results.json".to_owned(), results.into_bytes())]);
    if code == "F004" {
        files.insert("last-year/manifest.json".to_owned(), manifest);
    }
    files
}

/// What `check` and, where nothing stops it, the later stages say of a workspace.
fn findings_of(code: &str, files: &dyn Files) -> Findings {
    if code.starts_with('A') {
        return audit::trend::trend(files, None).expect("listed").findings;
    }
    let checked = run::check(files);
    let mut findings = checked.findings;
    if let Some(intake) = checked.value.filter(|_| !findings.has_errors()) {
        let (made, all) = run::run(intake, findings, run::Traced::Everybody);
        findings = all;
        if let Some(made) = made.filter(|_| code.starts_with('O')) {
            findings.append(package::of_run(&made, true).expect("drawn").findings);
        }
    }
    findings
}

fn has(findings: &Findings, id: &str) -> bool {
    findings.iter().any(|finding| finding.code.id == id)
}

fn codes() -> Vec<Code> {
    let mut codes = run::all_codes();
    codes.extend(audit::findings::ALL);
    codes.extend(report::findings::ALL);
    codes.sort_by_key(|code| code.id);
    codes.dedup_by_key(|code| code.id);
    codes
}

#[test]
fn gallery_base_is_without_a_finding() {
    let findings = findings_of("base", &InMemory(folder("base")));
    assert!(findings.iter().next().is_none(), "{}", render_text(&findings, Lang::Zh));
}

#[test]
fn gallery_has_every_code() {
    let shown: BTreeSet<String> = std::fs::read_dir(top().join("tests/gallery"))
        .expect("the gallery")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name != "base" && !name.ends_with(".rs"))
        .collect();
    let known: BTreeSet<String> = codes().iter().map(|code| code.id.to_owned()).collect();
    let elsewhere: BTreeSet<String> = ELSEWHERE.iter().map(|(id, _)| (*id).to_owned()).collect();
    let missing: Vec<&String> = known.iter().filter(|id| !shown.contains(*id) && !elsewhere.contains(*id)).collect();
    assert!(missing.is_empty(), "codes without a specimen in tests/gallery: {missing:?}");
    let unknown: Vec<&String> = shown.iter().chain(&elsewhere).filter(|id| !known.contains(*id)).collect();
    assert!(unknown.is_empty(), "specimens of no code: {unknown:?}");
    let both: Vec<&String> = shown.intersection(&elsewhere).collect();
    assert!(both.is_empty(), "listed as covered elsewhere, and here: {both:?}");
}

#[test]
fn gallery_specimens_say_what_they_said() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut faults = Vec::new();
    for code in codes().iter().filter(|code| !ELSEWHERE.iter().any(|(id, _)| *id == code.id)) {
        let findings = findings_of(code.id, &specimen(code.id));
        if !has(&findings, code.id) {
            faults.push(format!(
                "{}: the specimen does not provoke it, it says\n{}",
                code.id,
                render_text(&findings, Lang::Zh)
            ));
            continue;
        }
        let said = render_text(&findings, Lang::Zh);
        assert!(!said.contains(top().to_string_lossy().as_ref()), "{}: a path of this machine", code.id);
        let path = top().join(format!("tests/gallery/{}/expected.txt", code.id));
        if bless {
            std::fs::write(&path, &said).expect("the gallery can be written");
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        if expected != said {
            faults.push(format!("{}: expected\n{expected}\nsaid\n{said}", code.id));
        }
    }
    assert!(
        faults.is_empty(),
        "{} specimens; BLESS=1 cargo gallery writes what is said now\n{}",
        faults.len(),
        faults.join("\n")
    );
}
