//! The sealed outcome of one run.
//!
//! **In**: assessment, scheme, scores, grades, tallies to be shown, digests of the inputs. **Out**: [`Results`], which is
//! results.json: canonical, sorted by code, free of language; and [`Manifest`].
//! **Holds**: what is withheld is absent from it; results → JSON → results is the identity; same inputs, same bytes.
//! **Does not**: read, score or draw.

mod change;
mod from_grades;
mod lists;
mod model;
mod polls;

pub use change::Change;
pub use from_grades::{Made, seal};
pub use model::{
    AssessmentInfo, Case, CaseLine, ClassResult, Classes, CodeName, ComponentInfo, FindingsBoth, GradeInfo, Input,
    ItemInfo, LastYear, Lists, Maker, Mover, Part, PollResult, PostInfo, QuotaEntry, Results, Ruling, SCHEMA,
    SEMANTICS, SchemeInfo, SubjectResult, Value, VetoEntry,
};
