//! The committed counties: remade byte for byte, run whole, and every grade compared with the reviewed list.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use kaoze::demo::county;
use kaoze::files::{Disk, Files, InMemory};
use kaoze::results::{Results, SubjectResult};
use kaoze::run::{Run, Traced, assemble, check, run};

/// The arguments with which the committed counties were made.
const UNITS: u32 = 77;
const SEED: u64 = 7;

fn dataset(year: i32) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("datasets/yunshan-{year}"))
}

fn bless() -> bool {
    std::env::var("BLESS").is_ok_and(|value| value == "1")
}

fn made(year: i32) -> BTreeMap<String, Vec<u8>> {
    county(UNITS, SEED, year).expect("the demo county fits its workbooks")
}

fn scored(files: &dyn Files) -> Run {
    let checked = check(files);
    assert!(!checked.findings.has_errors(), "{:?}", checked.findings);
    let intake = checked.value.expect("a workspace without errors can be used");
    run(intake, checked.findings, Traced::Nobody).0.expect("a workspace without errors is scored")
}

/// Compares a file of the repository with what it should be, or writes it when blessing.
fn same(path: &Path, bytes: &[u8]) {
    if bless() {
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("the folder can be made");
        fs::write(path, bytes).expect("the file can be written");
    }
    let stands = fs::read(path).unwrap_or_default();
    assert!(stands == bytes, "{} is not what the program makes of it now; BLESS=1 rewrites it", path.display());
}

#[test]
fn golden_raw_workbooks_are_remade() {
    for year in [2014, 2015] {
        for (path, bytes) in made(year) {
            same(&dataset(year).join(path), &bytes);
        }
    }
}

#[test]
fn golden_last_year_is_remade() {
    let package = assemble(&scored(&InMemory(made(2014))), BTreeMap::new());
    for name in ["results.json", "manifest.json"] {
        same(&dataset(2015).join("last-year").join(name), &package[name]);
    }
}

#[test]
fn golden_grades_of_2015() {
    let results = scored(&Disk::at(&dataset(2015))).results;
    let list = format!("{}\n{}", lines(&results.units), lines(&results.people));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/yunshan-2015.txt");
    same(&path, list.as_bytes());
    let read_back = Results::from_json(&results.to_json()).expect("results.json is read back");
    assert_eq!(read_back, results);
}

/// One line per subject: code, name, score, rank, band, grade or why there is none, and what it would be without a veto.
fn lines(subjects: &[SubjectResult]) -> String {
    let line = |subject: &SubjectResult| {
        let text = |value: &Option<String>| value.clone().unwrap_or_else(|| "—".to_owned());
        let score = subject.score.as_ref().map_or("—", |score| score.shown());
        let rank = subject.rank.map_or_else(|| "—".to_owned(), |rank| rank.to_string());
        let grade = subject.grade.clone().or_else(|| subject.pending.clone()).or_else(|| subject.ungraded.clone());
        let (code, name, band) = (&subject.code, &subject.name, text(&subject.band));
        format!("{code}\t{name}\t{score}\t{rank}\t{band}\t{}\t{}\n", text(&grade), text(&subject.without_veto))
    };
    subjects.iter().map(line).collect()
}
