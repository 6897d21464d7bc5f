//! Replacing a folder or a file as a whole or not at all.
//!
//! While `out` is replaced, two siblings may stand beside it: `out.next-<16 digits>`, a folder being written or being
//! thrown away, and, where two folders cannot be exchanged in one call, `out.previous`, the former `out`. Whatever moment
//! the program is killed at, [`recover`] puts the former or the new folder back whole.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::Digest;

/// How a folder of ours is told from any other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marker<'a> {
    /// A file that every folder of ours holds, such as `manifest.json`.
    pub file: &'a str,
    /// Text that stands in that file.
    pub holds: &'a str,
}

/// Why nothing was replaced.
#[derive(Debug)]
pub enum Refusal {
    /// The folder holds files and is not one of ours.
    NotOurs(PathBuf),
    /// A file is held open by another program.
    Busy(PathBuf),
    /// A path among the new files is absolute, climbs out of the folder or cannot be a file name everywhere.
    Path(String),
    /// The disk said no.
    Io(PathBuf, io::Error),
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotOurs(path) => write!(f, "{}: not empty and not a folder of Kaoze", path.display()),
            Self::Busy(path) => write!(f, "{}: held open by another program", path.display()),
            Self::Path(path) => write!(f, "{path:?}: not a path inside the folder"),
            Self::Io(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl std::error::Error for Refusal {}

/// Writes `files` as the whole content of the folder `target`, which until the last moment stays as it was.
///
/// # Errors
/// When `target` is not ours, is held open, or cannot be written; it is then as it was.
pub fn replace_folder(target: &Path, files: &BTreeMap<String, Vec<u8>>, marker: Marker<'_>) -> Result<(), Refusal> {
    replace(target, files, marker, true)
}

/// [`replace_folder`], with or without the exchange in one call.
fn replace(
    target: &Path,
    files: &BTreeMap<String, Vec<u8>>,
    marker: Marker<'_>,
    exchange: bool,
) -> Result<(), Refusal> {
    if let Some(path) = files.keys().find(|path| !stays_inside(path)) {
        return Err(Refusal::Path(path.clone()));
    }
    let target = &resolved(target)?;
    recover(target, marker)?;
    let there = ours(target, marker)?;
    let parent = parent_of(target);
    fs::create_dir_all(parent).map_err(at(parent))?;
    let next = stale_name(target, files);
    let done = write_all(&next, files).and_then(|()| match there {
        false => vacate(target).and_then(|()| rename(&next, target)),
        true => swap(&next, target, exchange),
    });
    if let Err(refusal) = done {
        // What was written is of no use any more; should this fail too, the next command tries again.
        let _ = fs::remove_dir_all(&next);
        return Err(refusal);
    }
    sync_folder(parent)?;
    // The new folder stands. A former one that cannot be deleted yet is left to the next command.
    let _ = discard_previous(target, marker);
    let _ = fs::remove_dir_all(&next);
    Ok(())
}

/// Puts `target` in order after a program that was killed: a former folder comes back if there is no other, and what was
/// half written or half deleted goes.
///
/// # Errors
/// When the disk refuses.
pub fn recover(target: &Path, marker: Marker<'_>) -> Result<(), Refusal> {
    let target = &resolved(target)?;
    let previous = sibling(target, ".previous");
    if exists(&previous) {
        if !exists(target) {
            rename(&previous, target)?;
            sync_folder(parent_of(target))?;
        } else {
            discard_previous(target, marker)?;
        }
    }
    let parent = parent_of(target);
    let entries = match fs::read_dir(parent) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Refusal::Io(parent.to_owned(), error)),
    };
    let start = format!("{}.next-", name_of(target));
    for entry in entries {
        let path = entry.map_err(at(parent))?.path();
        let digits = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_prefix(&start));
        if digits.is_some_and(|d| d.len() == 16 && d.bytes().all(|b| b.is_ascii_hexdigit())) {
            let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
            removed.map_err(held(&path))?;
        }
    }
    Ok(())
}

/// Writes one file as a whole; a former one stays until the last moment.
///
/// # Errors
/// When the disk refuses or the former file is held open.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Refusal> {
    let parent = parent_of(path);
    fs::create_dir_all(parent).map_err(at(parent))?;
    let next = sibling(path, &format!(".next-{}", &Digest::of(bytes).as_str()[..16]));
    let done = write_synced(&next, bytes).and_then(|()| rename(&next, path));
    if done.is_err() {
        let _ = fs::remove_file(&next);
    }
    done?;
    sync_folder(parent)
}

/// Whether a path is a plain one below a folder, on every system.
fn stays_inside(path: &str) -> bool {
    let part = |part: &str| {
        !matches!(part, "" | "." | "..")
            && !part.contains(['\\', ':', '*', '?', '"', '<', '>', '|'])
            && !part.chars().any(char::is_control)
            && !part.ends_with(['.', ' '])
    };
    path.split('/').all(part)
}

/// Whether there is a folder of ours at the path that must be kept until it is replaced.
fn ours(folder: &Path, marker: Marker<'_>) -> Result<bool, Refusal> {
    let mut entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => return Err(Refusal::NotOurs(folder.to_owned())),
        Err(error) => return Err(Refusal::Io(folder.to_owned(), error)),
    };
    if entries.next().is_none() {
        return Ok(false);
    }
    match fs::read_to_string(folder.join(marker.file)) {
        Ok(text) if text.contains(marker.holds) => Ok(true),
        _ => Err(Refusal::NotOurs(folder.to_owned())),
    }
}

fn write_all(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), Refusal> {
    fs::create_dir(folder).map_err(at(folder))?;
    let mut folders = std::collections::BTreeSet::from([folder.to_owned()]);
    for (path, bytes) in files {
        let path = folder.join(path);
        let parent = parent_of(&path);
        fs::create_dir_all(parent).map_err(at(parent))?;
        write_synced(&path, bytes)?;
        folders.extend(parent.ancestors().take_while(|p| p.starts_with(folder)).map(Path::to_owned));
    }
    folders.iter().rev().try_for_each(|folder| sync_folder(folder))
}

fn write_synced(path: &Path, bytes: &[u8]) -> Result<(), Refusal> {
    let write = || {
        let mut file = File::create(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    };
    write().map_err(at(path))
}

/// Makes the names of a folder's files durable; only Unix lets a program do so.
fn sync_folder(folder: &Path) -> Result<(), Refusal> {
    if cfg!(unix) { File::open(folder).and_then(|f| f.sync_all()).map_err(at(folder)) } else { Ok(()) }
}

/// Puts `next` where `target` is; the former folder is then at `next` or at `target.previous`.
fn swap(next: &Path, target: &Path, exchange: bool) -> Result<(), Refusal> {
    if exchange && exchanged(next, target).map_err(held(target))? {
        return Ok(());
    }
    let previous = sibling(target, ".previous");
    if exists(&previous) {
        return Err(Refusal::NotOurs(previous));
    }
    rename(target, &previous)?;
    rename(next, target).inspect_err(|_| {
        // Should this fail too, the next command does it.
        let _ = fs::rename(&previous, target);
    })
}

/// Exchanges two folders in one call; false where the system or the file system has no such call.
#[cfg(target_os = "linux")]
fn exchanged(one: &Path, other: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::NOSYS | Errno::INVAL | Errno::NOTSUP) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(target_os = "linux"))]
fn exchanged(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}

/// Deletes `target.previous` if it is ours, under another name first so that a half-deleted one is known as such.
fn discard_previous(target: &Path, marker: Marker<'_>) -> Result<(), Refusal> {
    let previous = sibling(target, ".previous");
    if !exists(&previous) || !ours(&previous, marker).unwrap_or(false) {
        return Ok(());
    }
    let stale = sibling(target, ".next-0000000000000000");
    rename(&previous, &stale)?;
    fs::remove_dir_all(&stale).map_err(held(&stale))
}

/// Removes an empty folder, which some systems do not rename over.
fn vacate(target: &Path) -> Result<(), Refusal> {
    match fs::remove_dir(target) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Refusal::Io(target.to_owned(), error)),
        _ => Ok(()),
    }
}

fn rename(from: &Path, to: &Path) -> Result<(), Refusal> {
    fs::rename(from, to).map_err(held(if exists(to) { to } else { from }))
}

/// The folder itself where the path is a link to it.
fn resolved(target: &Path) -> Result<PathBuf, Refusal> {
    if target.file_name().is_none() {
        // `.`, `..` or a root: it has no siblings by this name.
        return target.canonicalize().map_err(at(target));
    }
    match fs::symlink_metadata(target) {
        Ok(kind) if kind.is_symlink() => target.canonicalize().map_err(at(target)),
        _ => Ok(target.to_owned()),
    }
}

fn stale_name(target: &Path, files: &BTreeMap<String, Vec<u8>>) -> PathBuf {
    let digests: String = files.iter().map(|(path, bytes)| format!("{path} {}\n", Digest::of(bytes))).collect();
    sibling(target, &format!(".next-{}", &Digest::of(digests.as_bytes()).as_str()[..16]))
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn sibling(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    path.with_file_name(name)
}

fn parent_of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> Refusal {
    let path = path.to_owned();
    move |error| Refusal::Io(path, error)
}

/// As [`at`], where the likeliest reason of a refusal on Windows is a file held open.
fn held(path: &Path) -> impl FnOnce(io::Error) -> Refusal {
    let path = path.to_owned();
    move |error| {
        // 5 access denied, 32 sharing violation, 33 lock violation.
        let busy = cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33));
        if busy || error.kind() == io::ErrorKind::ResourceBusy {
            Refusal::Busy(held_open_in(&path).unwrap_or(path))
        } else {
            Refusal::Io(path, error)
        }
    }
}

/// The first file below a folder that cannot be opened for writing.
fn held_open_in(folder: &Path) -> Option<PathBuf> {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).ok()?.filter_map(|e| Some(e.ok()?.path())).collect();
    entries.sort();
    entries.into_iter().find_map(|path| {
        if path.is_dir() {
            held_open_in(&path)
        } else {
            File::options().append(true).open(&path).is_err().then_some(path)
        }
    })
}

#[cfg(test)]
#[path = "replace_tests.rs"]
mod tests;
