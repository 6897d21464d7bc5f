//! The rules, as read and as checked.
//!
//! **In**: the TOML files of `scoring/<name>/` or a workspace's `scheme/<name>/`. **Out**: [`Scheme`]: `words` (what things
//! are: groups, periods, items, polls, layouts) and `worth` (what they are worth: points, weights, bands, vetoes, quota).
//! **Holds**: every rule has a basis or is marked assumed; every decision the engine would need has been taken; bands are
//! complete half-open intervals; siblings add to their declared total; every reference resolves.
//! **Does not**: read data, or choose anything the author left open: it asks, as a finding.

mod builtin;
mod calendar;
mod chain;
mod check;
pub mod findings;
mod in_force;
mod lints;
mod load;
pub mod raw;
mod reference;
pub mod sentences;
mod schema;
mod show;
pub mod words;
pub mod worth;

pub use builtin::{builtin, builtin_names, example_names};
pub use calendar::{Calendar, Uncovered, months_after};
pub use load::Force;
pub use reference::reference;
pub use schema::json_schema;
pub use show::show;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::diag::{Checked, Findings, Place};
use crate::files::{Digest, Files};
use words::Words;
use worth::{RuleRef, Worth};

/// A file of a scheme exactly as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemeFile {
    /// The scheme in whose folder it stands: this one, or one that it extends.
    pub of: String,
    /// Name inside the scheme's folder: `items.toml`.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// SHA-256 of the bytes.
    pub digest: Digest,
}

impl SchemeFile {
    /// Where a workspace or a package has it.
    #[must_use]
    pub fn path(&self) -> String {
        format!("scheme/{}/{}", self.of, self.name)
    }
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
    /// The scheme that it extends.
    pub extends: Option<String>,
    /// Rules of the extended scheme that do not hold: id, and on what that rests.
    pub removed: Vec<(String, RuleRef)>,
    /// Rules with days of their own, by where they stand.
    pub dated: BTreeMap<Place, Force>,
    /// What things are.
    pub words: Words,
    /// What they are worth.
    pub worth: Worth,
    /// The files it was read from, sorted by name, those of extended schemes behind its own.
    pub files: Vec<SchemeFile>,
}

/// Reads and checks the scheme whose .toml files stand directly in `folder` ("" for the root of `files`), over those that it
/// extends, on every day on which a rule begins or ends.
///
/// `name` is the name it was asked for by. The scheme is there exactly when no finding is an error; it is the one in force
/// last.
#[must_use]
pub fn load(files: &dyn Files, folder: &str, name: &str) -> Checked<Option<Scheme>> {
    let mut found = Findings::default();
    match chain::read(files, folder, name, &mut found) {
        Some((tables, kept)) => in_force::everywhere(&tables, &kept, found),
        None => Checked { value: None, findings: found },
    }
}

/// The same with the rules in force on the last day of a period; a rule that changes inside it is told.
#[must_use]
pub fn load_for(
    files: &dyn Files,
    folder: &str,
    name: &str,
    (from, to): (NaiveDate, NaiveDate),
) -> Checked<Option<Scheme>> {
    let mut found = Findings::default();
    match chain::read(files, folder, name, &mut found) {
        Some((tables, kept)) => in_force::during(&tables, kept, found, from, to),
        None => Checked { value: None, findings: found },
    }
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
