//! Why a number is what it is: the tree from a grade down to cells, as text, as JSON and as a paragraph.
//!
//! **In**: a run that kept the traces of those asked about. **Out**: [`Explanation`] of one subject, or [`Explanations`] of all,
//! which is explanations.json of the package. **Holds**: the tree is the trace that scoring itself made, joined to the rulings
//! and put into words; in a package no inspector is named, and no class of a poll whose split is withheld. **Does not**:
//! compute.

mod paragraph;
mod render;
mod rulings;
mod told;
mod tree;

pub use render::{explain_json, explain_text};
pub use told::{
    Both, EXPLANATIONS, EXPLANATIONS_SCHEMA, Explanations, Told, ToldBand, ToldCell, ToldLeaf, ToldOrder, ToldRule,
    ToldStep,
};
pub use tree::{Explanation, explain};
