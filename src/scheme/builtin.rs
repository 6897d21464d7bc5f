//! The schemes that are part of the program.

use include_dir::{Dir, include_dir};

use crate::files::InMemory;

/// The folder of working days, which is no scheme.
const CALENDAR: &str = "calendar";

static SCORING: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/scoring");

/// The built-in schemes as files: `scoring/yunshan/items.toml`, …
#[must_use]
pub fn builtin() -> InMemory {
    let mut files = InMemory::default();
    for folder in SCORING.dirs().filter(|folder| folder.path().to_string_lossy() != CALENDAR) {
        for file in folder.files() {
            files.0.insert(format!("scoring/{}", slashed(&file.path().to_string_lossy())), file.contents().to_vec());
        }
    }
    files
}

/// The names of the built-in schemes, sorted.
#[must_use]
pub fn builtin_names() -> Vec<String> {
    let mut names: Vec<String> = SCORING
        .dirs()
        .map(|folder| slashed(&folder.path().to_string_lossy()))
        .filter(|name| name != CALENDAR)
        .collect();
    names.sort();
    names
}

/// The files of the working-day calendar, by year.
#[must_use]
pub fn calendar_files() -> Vec<(String, Vec<u8>)> {
    let files = SCORING.get_dir(CALENDAR).into_iter().flat_map(Dir::files);
    let mut files: Vec<(String, Vec<u8>)> =
        files.map(|file| (slashed(&file.path().to_string_lossy()), file.contents().to_vec())).collect();
    files.sort();
    files
}

fn slashed(path: &str) -> String {
    path.replace('\\', "/")
}
