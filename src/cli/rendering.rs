//! From a run to the files of its package.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::failure::Failure;
use crate::diag::Findings;
use crate::files::{Disk, Files, Marker, recover, replace_folder};
use crate::report;
use crate::results::{MANIFEST_SCHEMA, Results};
use crate::run::MANIFEST;

/// How a package of ours is told from any other folder.
pub(super) const OURS: Marker<'static> = Marker { file: MANIFEST, holds: MANIFEST_SCHEMA };

/// The pages, the workbook and the charts of results, and what was found while drawing them.
pub(super) fn pages(results: &Results) -> Result<(BTreeMap<String, Vec<u8>>, Findings), Failure> {
    let drawn = report::write(results).map_err(Failure::Drawing)?;
    Ok((drawn.value, drawn.findings))
}

/// Where the package goes; refused inside raw/.
pub(super) fn target(dir: &Path, out: Option<&PathBuf>) -> Result<PathBuf, Failure> {
    let target = out.cloned().unwrap_or_else(|| dir.join("out"));
    let full = |path: &Path| std::path::absolute(path).map_err(|error| Failure::disk(path, &error));
    let (raw, wanted) = (full(&dir.join("raw"))?, full(&target)?);
    if wanted.starts_with(&raw) {
        return Err(Failure::InsideRaw(target));
    }
    recover(&target, OURS)?;
    let holds_something = target.read_dir().is_ok_and(|mut entries| entries.next().is_some());
    if holds_something && !is_ours(&target) {
        return Err(Failure::NotOurs(target));
    }
    Ok(target)
}

fn is_ours(target: &Path) -> bool {
    let marker = Disk::at(target).read(OURS.file);
    marker.is_ok_and(|bytes| String::from_utf8_lossy(&bytes).contains(OURS.holds))
}

/// Replaces the package as a whole.
pub(super) fn put(target: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), Failure> {
    replace_folder(target, files, OURS).map_err(Failure::from)
}
