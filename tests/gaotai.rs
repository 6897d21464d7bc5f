//! The committed workbook of published figures is what published.toml makes, byte for byte.
//!
//! `BLESS=1 cargo test --release gaotai` writes it anew.

#![allow(clippy::disallowed_methods, reason = "a test reads and, when blessed, writes the committed file")]

use std::path::Path;

use kaoze::audit::published::{read_published, workbook};

const TITLE: &str = "高台县2015年案件统计（公布数）";

#[test]
fn gaotai_workbook_is_remade() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("datasets/gaotai-2015");
    let text = std::fs::read_to_string(folder.join("published.toml")).expect("published.toml");
    let published = read_published("published.toml", &text, &[]).value.expect("of its form");
    let made = workbook(TITLE, &published).expect("written");
    let path = folder.join("raw/案件统计.xlsx");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &made).expect("written");
    }
    let committed = std::fs::read(&path).expect("raw/案件统计.xlsx; BLESS=1 writes it");
    assert!(made == committed, "raw/案件统计.xlsx differs from what published.toml makes; BLESS=1 writes it anew");
}
