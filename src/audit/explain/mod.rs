//! Why a number is what it is: the tree from a grade down to cells, as text, as JSON and as a paragraph.
//!
//! The tree is the trace that scoring itself made; here it is only joined to the rulings and put into words.

mod paragraph;
mod render;
mod rulings;
mod tree;

pub use render::{explain_json, explain_text};
pub use tree::{Explanation, explain};
