//! The schemes that are part of the program.

use include_dir::{Dir, include_dir};

use crate::files::InMemory;

static SCORING: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/scoring");

/// The built-in schemes as files: `scoring/yunshan/items.toml`, …
#[must_use]
pub fn builtin() -> InMemory {
    let mut files = InMemory::default();
    for folder in SCORING.dirs() {
        for file in folder.files() {
            files.0.insert(format!("scoring/{}", slashed(&file.path().to_string_lossy())), file.contents().to_vec());
        }
    }
    files
}

/// The names of the built-in schemes, sorted.
#[must_use]
pub fn builtin_names() -> Vec<String> {
    let mut names: Vec<String> = SCORING.dirs().map(|folder| slashed(&folder.path().to_string_lossy())).collect();
    names.sort();
    names
}

fn slashed(path: &str) -> String {
    path.replace('\\', "/")
}
