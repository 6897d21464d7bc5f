//! A folder as a list of paths with bytes, on the disk or in memory.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

/// Something that has files under relative paths with `/`.
pub trait Files {
    /// Every file below `under` (a folder, or "" for all), sorted; a missing folder lists nothing. A link to a file is a
    /// file; a link to a folder is not followed.
    ///
    /// # Errors
    /// When the folder exists and cannot be read.
    fn list(&self, under: &str) -> io::Result<Vec<String>>;

    /// The bytes of one file.
    ///
    /// # Errors
    /// When there is none at this path or it cannot be read.
    fn read(&self, path: &str) -> io::Result<Vec<u8>>;
}

/// The most bytes that one file may have; nothing that an office sends is as large.
const MOST_BYTES: u64 = 256 << 20;

/// Whether a path does not stay inside its folder.
fn leaves(path: &str) -> bool {
    path.starts_with('/') || path.split('/').any(|part| part == "..")
}

/// A folder on the disk.
#[derive(Debug, Clone)]
pub struct Disk(PathBuf);

impl Disk {
    /// The folder at this path.
    #[must_use]
    pub fn at(path: &Path) -> Self {
        Self(path.to_owned())
    }

    /// Where the folder is.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.0
    }
}

impl Files for Disk {
    fn list(&self, under: &str) -> io::Result<Vec<String>> {
        let mut found = Vec::new();
        if leaves(under) {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "path leaves the folder"));
        }
        let mut waiting = vec![under.trim_end_matches('/').to_owned()];
        while let Some(folder) = waiting.pop() {
            let entries = match std::fs::read_dir(self.0.join(&folder)) {
                Ok(entries) => entries,
                Err(e) if e.kind() == io::ErrorKind::NotFound => continue,
                Err(e) => return Err(e),
            };
            for entry in entries {
                let entry = entry?;
                let name = entry.file_name().to_string_lossy().into_owned();
                let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
                let kind = entry.file_type()?;
                if kind.is_dir() {
                    waiting.push(path);
                } else if kind.is_file() || kind.is_symlink() && entry.path().is_file() {
                    found.push(path);
                }
            }
        }
        found.sort();
        Ok(found)
    }

    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        if leaves(path) {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "path leaves the folder"));
        }
        let path = self.0.join(path);
        let about = std::fs::metadata(&path)?;
        if !about.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a file"));
        }
        if about.len() > MOST_BYTES {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, "larger than 256 MB"));
        }
        std::fs::read(path)
    }
}

/// Files held in memory: the built-in schemes, and tests.
#[derive(Debug, Clone, Default)]
pub struct InMemory(pub BTreeMap<String, Vec<u8>>);

impl Files for InMemory {
    fn list(&self, under: &str) -> io::Result<Vec<String>> {
        let under = under.trim_end_matches('/');
        let inside =
            |path: &&String| under.is_empty() || path.strip_prefix(under).is_some_and(|rest| rest.starts_with('/'));
        Ok(self.0.keys().filter(inside).cloned().collect())
    }

    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        self.0.get(path).cloned().ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
    }
}

/// Whether a path fits a pattern in which `*` stands for any text inside one folder name and `**` for any folders.
///
/// ```
/// use kaoze::files::matches;
/// assert!(matches("raw/检查评分_*.xlsx", "raw/检查评分_第一组.xlsx"));
/// assert!(!matches("raw/*.xlsx", "raw/民主测评/A.xlsx"));
/// assert!(matches("raw/**/*.xlsx", "raw/民主测评/A.xlsx"));
/// ```
#[must_use]
pub fn matches(pattern: &str, path: &str) -> bool {
    fn parts(pattern: &[&str], path: &[&str]) -> bool {
        match (pattern.split_first(), path.split_first()) {
            (None, None) => true,
            (Some((&"**", rest)), _) => {
                parts(rest, path) || path.split_first().is_some_and(|(_, tail)| parts(pattern, tail))
            }
            (Some((p, rest)), Some((s, tail))) => name(p, s) && parts(rest, tail),
            _ => false,
        }
    }
    fn name(pattern: &str, text: &str) -> bool {
        let mut pieces = pattern.split('*');
        let first = pieces.next().unwrap_or_default();
        let Some(mut rest) = text.strip_prefix(first) else { return false };
        let mut pieces: Vec<&str> = pieces.collect();
        let Some(last) = pieces.pop() else { return rest.is_empty() };
        for piece in pieces {
            let Some(at) = rest.find(piece) else { return false };
            rest = &rest[at + piece.len()..];
        }
        rest.ends_with(last)
    }
    let split = |text: &'_ str| text.split('/').map(str::to_owned).collect::<Vec<_>>();
    let (pattern, path) = (split(pattern), split(path));
    parts(&pattern.iter().map(String::as_str).collect::<Vec<_>>(), &path.iter().map(String::as_str).collect::<Vec<_>>())
}
