//! The committed JSON Schema of scheme files is the one that the types give; `BLESS=1` rewrites it.
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
