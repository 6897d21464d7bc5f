//! A folder is replaced whole, and whatever moment the program is killed at, a whole folder comes back.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use super::{Marker, Refusal, recover, replace, replace_folder, write_file};

const MARKER: Marker<'_> = Marker { file: "manifest.json", holds: "\"kaoze\"" };

/// A folder of its own for each test, gone afterwards.
struct Temp(PathBuf);

impl Temp {
    fn new() -> Self {
        static N: AtomicU32 = AtomicU32::new(0);
        let name = format!("kaoze-replace-{}-{}", std::process::id(), N.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).expect("temp folder");
        Self(path)
    }

    fn at(&self, path: &str) -> PathBuf {
        self.0.join(path)
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(&self.0)
            .expect("listed")
            .map(|e| e.expect("entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

impl Drop for Temp {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn package(edition: &str) -> BTreeMap<String, Vec<u8>> {
    BTreeMap::from([
        ("manifest.json".to_owned(), format!("{{\"program\": \"kaoze\", \"edition\": \"{edition}\"}}").into_bytes()),
        ("charts/总分.svg".to_owned(), edition.as_bytes().to_vec()),
    ])
}

fn put(folder: &Path, files: &BTreeMap<String, Vec<u8>>) {
    for (path, bytes) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("parent")).expect("folder");
        fs::write(path, bytes).expect("written");
    }
}

fn edition(folder: &Path) -> String {
    let chart = fs::read_to_string(folder.join("charts/总分.svg")).expect("chart");
    let manifest = fs::read_to_string(folder.join("manifest.json")).expect("manifest");
    assert!(manifest.contains(&format!("\"edition\": \"{chart}\"")), "whole");
    chart
}

#[test]
fn first_then_second_with_and_without_exchange() {
    for exchange in [true, false] {
        let temp = Temp::new();
        let out = temp.at("deep/out");
        replace(&out, &package("1"), MARKER, exchange).expect("first");
        assert_eq!(edition(&out), "1");
        fs::write(out.join("charts/left over.svg"), "x").expect("written");
        replace(&out, &package("2"), MARKER, exchange).expect("second");
        assert_eq!(edition(&out), "2");
        assert!(!out.join("charts/left over.svg").exists(), "replaced, not merged");
        replace(&out, &package("2"), MARKER, exchange).expect("the same again");
        assert_eq!(fs::read_dir(temp.at("deep")).expect("listed").count(), 1, "nothing left beside it");
    }
}

#[test]
fn a_folder_that_is_not_ours_is_refused_and_kept() {
    let temp = Temp::new();
    let out = temp.at("out");
    for text in [None, Some("{\"program\": \"other\"}")] {
        put(&out, &BTreeMap::from([("letters/1.txt".to_owned(), b"mine".to_vec())]));
        if let Some(text) = text {
            fs::write(out.join("manifest.json"), text).expect("written");
        }
        let refusal = replace_folder(&out, &package("1"), MARKER).expect_err("refused");
        assert!(matches!(&refusal, Refusal::NotOurs(path) if *path == out), "{refusal}");
        assert_eq!(fs::read(out.join("letters/1.txt")).expect("kept"), b"mine");
    }
    fs::write(temp.at("file"), "x").expect("written");
    assert!(matches!(replace_folder(&temp.at("file"), &package("1"), MARKER), Err(Refusal::NotOurs(_))));
    fs::create_dir(temp.at("empty")).expect("folder");
    replace_folder(&temp.at("empty"), &package("1"), MARKER).expect("an empty folder is no loss");
    assert_eq!(edition(&temp.at("empty")), "1");
}

#[test]
fn paths_that_climb_are_refused() {
    let temp = Temp::new();
    for path in ["../x", "/x", "a/../../x", "a//b", "", "a\\..\\b", "C:x", "a/.", "a/b\0"] {
        let files = BTreeMap::from([(path.to_owned(), Vec::new())]);
        assert!(matches!(replace_folder(&temp.at("out"), &files, MARKER), Err(Refusal::Path(_))), "{path:?}");
    }
    assert!(temp.names().is_empty(), "nothing was written");
}

/// Every state in which a killed program can leave the folder: what stands where, and the edition that must come back.
#[test]
fn killed_at_each_moment() {
    const NEXT: &str = "out.next-0123456789abcdef";
    let whole = |edition: &str| package(edition);
    let mut part = package("2");
    part.remove("manifest.json");
    type State<'a> = (&'a str, &'a [(&'a str, BTreeMap<String, Vec<u8>>)], Option<&'a str>);
    let states: &[State<'_>] = &[
        ("first package half written", &[(NEXT, part.clone())], None),
        ("half written", &[("out", whole("1")), (NEXT, part.clone())], Some("1")),
        ("written, not exchanged", &[("out", whole("1")), (NEXT, whole("2"))], Some("1")),
        ("exchanged, former not deleted", &[("out", whole("2")), (NEXT, whole("1"))], Some("2")),
        ("exchanged, former half deleted", &[("out", whole("2")), (NEXT, part.clone())], Some("2")),
        ("former moved aside", &[("out.previous", whole("1")), (NEXT, whole("2"))], Some("1")),
        ("new in place, former aside", &[("out", whole("2")), ("out.previous", whole("1"))], Some("2")),
        ("former half deleted", &[("out", whole("2")), ("out.next-0000000000000000", part)], Some("2")),
    ];
    for (state, folders, expected) in states {
        let temp = Temp::new();
        for (name, files) in *folders {
            put(&temp.at(name), files);
        }
        recover(&temp.at("out"), MARKER).expect(state);
        match expected {
            Some(expected) => {
                assert_eq!(edition(&temp.at("out")), *expected, "{state}");
                assert_eq!(temp.names(), ["out"], "{state}");
            }
            None => assert!(temp.names().is_empty(), "{state}"),
        }
        replace_folder(&temp.at("out"), &package("3"), MARKER).expect(state);
        assert_eq!(edition(&temp.at("out")), "3", "{state}");
    }
}

#[test]
fn strangers_beside_the_folder_are_left_alone() {
    let temp = Temp::new();
    for name in ["out.next-week", "out.previous", "out.next-0123456789abcdeg"] {
        put(&temp.at(name), &BTreeMap::from([("mine.txt".to_owned(), b"mine".to_vec())]));
    }
    put(&temp.at("out"), &package("1"));
    replace(&temp.at("out"), &package("2"), MARKER, true).expect("replaced");
    assert_eq!(temp.names(), ["out", "out.next-0123456789abcdeg", "out.next-week", "out.previous"]);
    let refusal = replace(&temp.at("out"), &package("3"), MARKER, false).expect_err("its name is taken");
    assert!(matches!(refusal, Refusal::NotOurs(path) if path == temp.at("out.previous")));
    assert_eq!(edition(&temp.at("out")), "2");
}

#[cfg(unix)]
#[test]
fn a_link_keeps_pointing() {
    let temp = Temp::new();
    put(&temp.at("real"), &package("1"));
    std::os::unix::fs::symlink(temp.at("real"), temp.at("out")).expect("link");
    replace_folder(&temp.at("out"), &package("2"), MARKER).expect("replaced");
    assert_eq!(edition(&temp.at("real")), "2");
    assert!(fs::symlink_metadata(temp.at("out")).expect("there").is_symlink());
}

#[test]
fn one_file() {
    let temp = Temp::new();
    let path = temp.at("check/findings.json");
    for text in ["1", "2", "2"] {
        write_file(&path, text.as_bytes()).expect("written");
        assert_eq!(fs::read_to_string(&path).expect("read"), text);
    }
    assert_eq!(fs::read_dir(temp.at("check")).expect("listed").count(), 1);
    fs::create_dir(temp.at("folder")).expect("folder");
    fs::write(temp.at("folder/x"), "x").expect("written");
    assert!(write_file(&temp.at("folder"), b"1").is_err());
    assert_eq!(temp.names(), ["check", "folder"]);
}
