//! The schemes that are part of the program.

use include_dir::{Dir, include_dir};

use crate::files::InMemory;

/// The folder of working days, which is no scheme.
const CALENDAR: &str = "calendar";

static SCORING: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/scoring");

/// The folder of the small schemes that show one mechanism each.
const EXAMPLES: &str = "examples";

/// The built-in schemes as files: `scoring/yunshan/items.toml`, `scoring/examples/01-weights/scheme.toml`, with their
/// vectors.
#[must_use]
pub fn builtin() -> InMemory {
    let mut files = InMemory::default();
    let mut waiting: Vec<&Dir<'_>> =
        SCORING.dirs().filter(|folder| folder.path().to_string_lossy() != CALENDAR).collect();
    while let Some(folder) = waiting.pop() {
        waiting.extend(folder.dirs());
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
    names.retain(|name| name != EXAMPLES && name != CALENDAR);
    names.sort();
    names
}

/// The names of the built-in examples, sorted: `examples/01-weights`.
#[must_use]
pub fn example_names() -> Vec<String> {
    let folders = SCORING.get_dir(EXAMPLES).into_iter().flat_map(Dir::dirs);
    let mut names: Vec<String> = folders.map(|folder| slashed(&folder.path().to_string_lossy())).collect();
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
