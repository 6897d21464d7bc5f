//! From a run to the files of its package.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use super::failure::Failure;
use crate::diag::{Checked, Findings};
use crate::files::{Disk, Files, Marker, recover, replace_folder};
use crate::results::MANIFEST_SCHEMA;
use crate::run::MANIFEST;

/// How a package of ours is told from any other folder.
pub(super) const OURS: Marker<'static> = Marker { file: MANIFEST, holds: MANIFEST_SCHEMA };

/// The folders of a workspace that no package may go into.
const INPUTS: [&str; 4] = ["raw", "scheme", "last-year", "check"];

/// What is drawn, and what was found while drawing.
pub(super) fn drawn(
    made: Result<Checked<BTreeMap<String, Vec<u8>>>, String>,
) -> Result<(BTreeMap<String, Vec<u8>>, Findings), Failure> {
    let drawn = made.map_err(Failure::Drawing)?;
    Ok((drawn.value, drawn.findings))
}

/// Where the package goes; refused where it would stand in the way of what is read: the workspace itself, a folder above
/// it, or a folder of inputs inside it.
pub(super) fn target(dir: &Path, out: Option<&PathBuf>) -> Result<PathBuf, Failure> {
    let target = out.cloned().unwrap_or_else(|| dir.join("out"));
    let (workspace, wanted) = (followed(dir)?, followed(&target)?);
    for inputs in INPUTS {
        if wanted.starts_with(followed(&dir.join(inputs))?) || wanted.starts_with(workspace.join(inputs)) {
            return Err(Failure::InsideInputs(target));
        }
    }
    if workspace.starts_with(&wanted) {
        return Err(Failure::HoldsWorkspace(target));
    }
    recover(&target, OURS)?;
    let holds_something = target.read_dir().is_ok_and(|mut entries| entries.next().is_some());
    if holds_something && !is_ours(&target) {
        return Err(Failure::NotOurs(target));
    }
    Ok(target)
}

/// The path that is meant where links and `..` are followed, as far as it exists.
fn followed(path: &Path) -> Result<PathBuf, Failure> {
    let full = std::path::absolute(path).map_err(|error| Failure::disk(path, &error))?;
    let there = full.ancestors().find_map(|part| Some((part, part.canonicalize().ok()?)));
    let Some((part, mut followed)) = there else { return Ok(full) };
    for component in full.strip_prefix(part).unwrap_or(Path::new("")).components() {
        match component {
            Component::ParentDir => drop(followed.pop()),
            other => followed.push(other),
        }
    }
    Ok(followed)
}

fn is_ours(target: &Path) -> bool {
    let marker = Disk::at(target).read(OURS.file);
    marker.is_ok_and(|bytes| String::from_utf8_lossy(&bytes).contains(OURS.holds))
}

/// Replaces the package as a whole.
pub(super) fn put(target: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), Failure> {
    replace_folder(target, files, OURS).map_err(Failure::from)
}
