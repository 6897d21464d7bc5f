//! Where a package may go.

#![allow(clippy::disallowed_methods, reason = "tests work in folders of their own")]

use super::*;

/// A workspace in a folder of this test's own.
fn workspace(name: &str) -> PathBuf {
    let dir = std::env::temp_dir().join(format!("kaoze-target-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&dir);
    for folder in ["raw", "last-year", "packages"] {
        std::fs::create_dir_all(dir.join(folder)).expect("a folder");
    }
    let manifest = format!("{{\"schema\": \"{MANIFEST_SCHEMA}\"}}");
    for folder in ["", "last-year"] {
        std::fs::write(dir.join(folder).join(MANIFEST), &manifest).expect("a file");
    }
    dir
}

#[test]
fn inputs_are_never_replaced() {
    let dir = workspace("inputs");
    let inside = |out: &str| matches!(target(&dir, Some(&dir.join(out))), Err(Failure::InsideInputs(_)));
    // last-year/ holds a manifest of ours and would otherwise be replaced as a former package.
    for out in ["raw", "raw/x", "packages/../raw/x", "nothing/../raw/x", "last-year", "scheme/yunshan", "check"] {
        assert!(inside(out), "{out}");
    }
    assert!(target(&dir, Some(&dir.join("packages"))).is_ok());
    assert!(target(&dir, Some(&dir.join("raw2"))).is_ok());
    assert!(target(&dir, None).is_ok());
    std::fs::remove_dir_all(&dir).expect("removed");
}

#[test]
fn the_workspace_is_never_replaced_even_if_it_holds_a_manifest() {
    let dir = workspace("itself");
    let holds = |out: &Path| matches!(target(&dir, Some(&out.to_owned())), Err(Failure::HoldsWorkspace(_)));
    assert!(holds(&dir));
    assert!(holds(&dir.join("raw/..")));
    assert!(holds(&dir.join("..")));
    std::fs::remove_dir_all(&dir).expect("removed");
}

#[cfg(unix)]
#[test]
fn a_link_into_raw_is_followed() {
    let dir = workspace("link");
    std::os::unix::fs::symlink(dir.join("raw"), dir.join("elsewhere")).expect("a link");
    assert!(matches!(target(&dir, Some(&dir.join("elsewhere/x"))), Err(Failure::InsideInputs(_))));
    std::fs::remove_dir_all(&dir).expect("removed");
}
