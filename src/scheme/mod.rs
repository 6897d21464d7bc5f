//! The rules, as read and as checked.
//!
//! **In**: the TOML files of `scoring/<name>/` or a workspace's `scheme/<name>/`. **Out**: [`Scheme`]: `words` (what things
//! are: groups, periods, items, polls, layouts) and `worth` (what they are worth: points, weights, bands, vetoes, quota).
//! **Holds**: every rule has a basis or is marked assumed; every decision the engine would need has been taken; bands are
//! complete half-open intervals; siblings add to their declared total; every reference resolves.
//! **Does not**: read data, or choose anything the author left open: it asks, as a finding.

mod builtin;
mod calendar;
mod check;
pub mod findings;
mod load;
pub mod raw;
pub mod sentences;
mod schema;
mod show;
pub mod words;
pub mod worth;

pub use builtin::{builtin, builtin_names, example_names};
pub use calendar::{Calendar, Uncovered, months_after};
pub use schema::json_schema;
pub use show::show;

use std::sync::Arc;

use chrono::NaiveDate;

use crate::diag::{Checked, Findings, Place};
use crate::files::{Digest, Files};
use words::Words;
use worth::Worth;

/// A file of a scheme exactly as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemeFile {
    /// Name inside the scheme's folder: `items.toml`.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// SHA-256 of the bytes.
    pub digest: Digest,
}

/// A checked scheme.
#[derive(Debug, Clone)]
pub struct Scheme {
    /// Code.
    pub code: String,
    /// Title.
    pub title: String,
    /// Issuer.
    pub issuer: String,
    /// In force from.
    pub from: NaiveDate,
    /// In force to.
    pub to: Option<NaiveDate>,
    /// When somebody last checked that it holds.
    pub checked_on: Option<NaiveDate>,
    /// Whether it is an invented example.
    pub fictional: bool,
    /// Where its head stands.
    pub place: Place,
    /// What things are.
    pub words: Words,
    /// What they are worth.
    pub worth: Worth,
    /// The files it was read from, sorted by name.
    pub files: Vec<SchemeFile>,
}

/// Reads and checks the scheme whose .toml files stand directly in `folder` ("" for the root of `files`).
///
/// `name` is the name it was asked for by. The scheme is there exactly when no finding is an error.
#[must_use]
pub fn load(files: &dyn Files, folder: &str, name: &str) -> Checked<Option<Scheme>> {
    let mut found = Findings::default();
    let folder = folder.trim_end_matches('/');
    let here: Arc<str> = if folder.is_empty() { name.into() } else { folder.into() };
    let listed = match files.list(folder) {
        Ok(listed) => listed,
        Err(error) => {
            found.push(findings::scheme_unreadable(Place::File(here), &error.to_string()));
            return Checked { value: None, findings: found };
        }
    };
    let inside = |path: &str| {
        let rest =
            if folder.is_empty() { Some(path) } else { path.strip_prefix(folder).and_then(|p| p.strip_prefix('/')) };
        rest.filter(|rest| rest.ends_with(".toml") && !rest.contains('/') && *rest != "kaoze.toml").map(str::to_owned)
    };
    let mut bytes = Vec::new();
    for (path, short) in listed.iter().filter_map(|path| Some((path, inside(path)?))) {
        match files.read(path) {
            Ok(content) => bytes.push((Arc::<str>::from(path.as_str()), short, content)),
            Err(error) => {
                found.push(findings::scheme_unreadable(Place::File(path.as_str().into()), &error.to_string()))
            }
        }
    }
    if bytes.is_empty() {
        if found.is_empty() {
            found.push(findings::scheme_not_found(Place::File(here), name, &builtin_names()));
        }
        return Checked { value: None, findings: found };
    }
    let sources: Vec<(Arc<str>, Vec<u8>)> =
        bytes.iter().map(|(path, _, content)| (path.clone(), content.clone())).collect();
    let (tables, all_read) = load::read_all(&sources, &mut found);
    if !all_read {
        return Checked { value: None, findings: found };
    }
    if let Some(head) = &tables.scheme {
        let code = head.raw.code.get_ref().trim();
        if code != name {
            found.push(findings::scheme_code_differs(head.spot.at("code"), code, name));
        }
    }
    let kept = bytes.into_iter().map(|(_, name, bytes)| SchemeFile { name, digest: Digest::of(&bytes), bytes });
    let (value, findings) = check::check(&tables, kept.collect(), found);
    Checked { value, findings }
}

/// A finding when the assessment's days do not all lie inside those of the scheme.
#[must_use]
pub fn in_force(scheme: &Scheme, from: NaiveDate, to: NaiveDate) -> Findings {
    let ended = scheme.to.is_some_and(|end| to > end);
    let mut found = Findings::default();
    if from < scheme.from || ended {
        let end = scheme.to.map_or_else(|| "…".to_owned(), |end| end.to_string());
        let force = format!("{} – {end}", scheme.from);
        found.push(findings::scheme_not_in_force(scheme.place.clone(), &format!("{from} – {to}"), &force));
    }
    found
}

#[cfg(test)]
mod tests;
