//! The sealed outcome of one run.
//!
//! **In**: assessment, scheme, scores, grades, tallies to be shown, digests of the inputs. **Out**: [`Results`], which is
//! results.json: canonical, sorted by code, free of language; and [`Manifest`].
//! **Holds**: what is withheld is absent from it; results → JSON → results is the identity; same inputs, same bytes.
//! **Does not**: read, score or draw.

mod after;
mod before;
mod change;
mod entries;
mod from_grades;
mod lists;
mod look_up;
mod made;
mod manifest;
mod model;
mod polls;
mod repeats;
mod shown;
mod years;

pub use before::{Origin, YearBefore};
pub use change::Change;
pub use from_grades::seal;
pub use look_up::Found;
pub use made::Made;
pub use manifest::{Allowed, MANIFEST_SCHEMA, Manifest};
pub use model::{
    AssessmentInfo, Bar, Borrowed, Case, CaseLine, CasePart, ClaimLine, ClassResult, Classes, CodeName, ComponentInfo,
    DutyQuarter, FindingsBoth, GradeInfo, Input, ItemInfo, LastYear, ListEntry, Lists, LostPlace, Maker, Mover, Part,
    PollResult, PostInfo, Predecessor, QuotaEntry, Results, Ruling, SCHEMA, SEMANTICS, SchemeInfo, SubjectResult,
    Value, VetoEntry,
};

/// A value as canonical JSON: fields in the order of the type, two blanks of indent, a newline at the end.
fn canonical<T: serde::Serialize>(value: &T) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

impl Results {
    /// The canonical bytes of results.json.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        canonical(self)
    }

    /// Reads results.json.
    ///
    /// # Errors
    /// When it is not JSON of this schema.
    pub fn from_json(bytes: &[u8]) -> Result<Self, String> {
        let results: Self = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
        if results.kaoze.schema == SCHEMA { Ok(results) } else { Err(results.kaoze.schema) }
    }
}
