//! What went wrong once when the program was tried as an office, an auditor or a vandal would use it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use kaoze::audit::verify::{Kind, Verdict, verify};
use kaoze::diag::Lang;
use kaoze::files::{Disk, Files, InMemory};
use kaoze::package;
use kaoze::results::MANIFEST_SCHEMA;
use kaoze::run::{Run, Traced, assemble, check, run};

/// The base of the gallery: a workspace without a finding.
fn workspace() -> InMemory {
    let disk = Disk::at(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gallery/base"));
    let paths = disk.list("").expect("listed");
    InMemory(paths.into_iter().map(|path| (path.clone(), disk.read(&path).expect("read"))).collect())
}

fn pages(made: &Run, with_pages: bool) -> Result<BTreeMap<String, Vec<u8>>, String> {
    package::of_run(made, with_pages).map(|drawn| drawn.value)
}

/// The package of a workspace in one language, with pages or without.
fn package(lang: Lang, with_pages: bool) -> InMemory {
    let checked = check(&workspace());
    let mut intake = checked.value.expect("read");
    intake.assessment.lang = lang;
    let made = run(intake, checked.findings, Traced::Everybody).0.expect("scored");
    InMemory(assemble(&made, pages(&made, with_pages).expect("drawn")))
}

fn verdict(package: &InMemory, source: &InMemory) -> Verdict {
    verify(package, source, &pages).expect("no disk is used")
}

/// What differs, by kind and name.
fn differing(package: &InMemory, source: &InMemory) -> Vec<(Kind, String)> {
    match verdict(package, source) {
        Verdict::Differs(all) => all.into_iter().map(|difference| (difference.kind, difference.what)).collect(),
        other => panic!("{other:?} is no difference"),
    }
}

#[test]
fn a_package_in_another_language_than_kaoze_toml_is_identical() {
    assert!(matches!(verdict(&package(Lang::En, true), &workspace()), Verdict::Identical { .. }));
}

#[test]
fn a_package_without_pages_is_identical() {
    assert!(matches!(verdict(&package(Lang::Zh, false), &workspace()), Verdict::Identical { .. }));
}

#[test]
fn a_sheet_that_was_not_there_is_named() {
    let mut later = workspace();
    later.0.insert("raw/补报.csv".to_owned(), "单位,分数\n".into());
    let found = differing(&package(Lang::Zh, true), &later);
    assert!(found.contains(&(Kind::Input, "raw/补报.csv".to_owned())), "{found:?}");
    // What Excel leaves beside an open workbook is no sheet.
    let mut open = workspace();
    open.0.insert("raw/~$检查评分.xlsx".to_owned(), Vec::new());
    assert!(matches!(verdict(&package(Lang::Zh, true), &open), Verdict::Identical { .. }));
}

#[test]
fn a_changed_picture_is_a_change_and_not_a_difference_in_pixels() {
    let mut changed = package(Lang::Zh, true);
    let picture = changed.0.keys().find(|path| path.ends_with(".png")).expect("a picture").clone();
    changed.0.insert(picture.clone(), b"another".to_vec());
    assert_eq!(differing(&changed, &workspace()), [(Kind::Package, picture)]);
}

#[test]
fn that_nothing_could_be_recomputed_is_told() {
    let mut broken = workspace();
    broken.0.insert("raw/单位名册.csv".to_owned(), Vec::new());
    let found = differing(&package(Lang::Zh, true), &broken);
    let told = [(Kind::Input, "raw/单位名册.csv".to_owned()), (Kind::Number, "results.json".to_owned())];
    assert_eq!(found, told);
}

#[test]
fn a_lost_roster_is_told_once_and_not_for_every_row() {
    let mut lost = workspace();
    lost.0.remove("raw/单位名册.csv");
    let findings = check(&lost).findings;
    let codes: Vec<&str> = findings.sorted().into_iter().map(|finding| finding.code.id).collect();
    assert_eq!(codes, ["R001", "R051"]);
}

#[test]
fn an_empty_raw_folder_is_told_once() {
    let mut empty = workspace();
    empty.0.retain(|path, _| !path.starts_with("raw/"));
    let findings = check(&empty).findings;
    assert_eq!(findings.iter().map(|finding| finding.code.id).collect::<Vec<_>>(), ["F001"]);
}

/// A workspace on the disk that holds, as one kept beside its packages may, a manifest of ours.
fn on_disk(name: &str) -> PathBuf {
    let dir = std::env::temp_dir().join(format!("kaoze-trials-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&dir);
    let mut files = workspace().0;
    files.insert("manifest.json".to_owned(), MANIFEST_SCHEMA.into());
    files.insert("last-year/manifest.json".to_owned(), MANIFEST_SCHEMA.into());
    for (path, bytes) in files {
        let path = dir.join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(path, bytes).expect("written");
    }
    dir
}

fn paths(dir: &Path) -> Vec<String> {
    Disk::at(dir).list("").expect("listed")
}

#[test]
fn no_package_replaces_what_is_read() {
    let dir = on_disk("inputs");
    let before = paths(&dir);
    #[cfg(unix)]
    std::os::unix::fs::symlink(dir.join("raw"), dir.join("elsewhere")).expect("a link");
    let outs =
        ["raw/x", "scheme/../raw/x", "nothing/../raw/x", "elsewhere/x", "last-year", "scheme/tiny", "check", "", ".."];
    for out in outs.iter().filter(|out| cfg!(unix) || !out.starts_with("elsewhere")) {
        let ran = Command::new(env!("CARGO_BIN_EXE_kaoze"))
            .args(["run".as_ref(), dir.as_os_str(), "--out".as_ref(), dir.join(out).as_os_str()])
            .output()
            .expect("it runs");
        assert_eq!(ran.status.code(), Some(2), "--out {out:?}: {}", String::from_utf8_lossy(&ran.stderr));
        assert_eq!(String::from_utf8_lossy(&ran.stderr).lines().count(), 1, "--out {out:?}: one sentence");
        assert_eq!(paths(&dir), before, "--out {out:?}");
    }
    std::fs::remove_dir_all(&dir).expect("removed");
}
