//! The rules, as read and as checked.
//!
//! **In**: the TOML files of `scoring/<name>/` or a workspace's `scheme/<name>/`. **Out**: [`Scheme`]: `words` (what things
//! are: groups, periods, items, polls, layouts) and `worth` (what they are worth: points, weights, bands, vetoes, quota).
//! **Holds**: every rule has a basis or is marked assumed; every decision the engine would need has been taken; bands are
//! complete half-open intervals; siblings add to their declared total; every reference resolves.
//! **Does not**: read data, or choose anything the author left open: it asks, as a finding.

pub mod raw;
pub mod words;
pub mod worth;

use chrono::NaiveDate;

use words::Words;
use worth::Worth;

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
    /// Whether it is an invented example.
    pub fictional: bool,
    /// What things are.
    pub words: Words,
    /// What they are worth.
    pub worth: Worth,
}
