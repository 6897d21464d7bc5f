//! The committed JSON Schema of scheme files and the reference in scoring/README.md are those that the types give; `BLESS=1`
//! rewrites both.
#![allow(clippy::disallowed_methods, reason = "a test that rewrites a committed file")]

use std::{env, fs, path::Path};

#[test]
fn the_committed_schema_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scoring/scheme.schema.json");
    let current = kaoze::scheme::json_schema();
    if env::var_os("BLESS").is_some() {
        fs::write(&path, &current).expect("scoring/ can be written");
    }
    let committed = fs::read_to_string(&path).expect("scoring/scheme.schema.json exists");
    assert!(committed.replace("\r\n", "\n") == current, "BLESS=1 cargo test --release --test main schema rewrites it");
}

/// What stands around the generated part of scoring/README.md.
const MARKS: [&str; 2] = ["<!-- 以下由程序按类型生成 -->\n", "<!-- 生成部分结束 -->\n"];

#[test]
fn the_reference_is_current_schema() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scoring/README.md");
    let page = fs::read_to_string(&path).expect("scoring/README.md exists").replace("\r\n", "\n");
    let (before, rest) = page.split_once(MARKS[0]).expect("the mark before the generated part");
    let (committed, after) = rest.split_once(MARKS[1]).expect("the mark behind it");
    let current = kaoze::scheme::reference();
    if env::var_os("BLESS").is_some() {
        fs::write(&path, [before, MARKS[0], &current, MARKS[1], after].concat()).expect("scoring/ can be written");
    } else {
        assert!(committed == current, "BLESS=1 cargo test --release --test main schema rewrites it");
    }
}
