//! What is wrong, where, and how to mend it: the frame of every finding.
//!
//! **In**: facts gathered by a stage. **Out**: [`Finding`]s, sorted, folded and rendered as text or JSON.
//! **Holds**: a finding has all its parts, in Chinese and English, and at least one place.
//! **Does not**: know any domain type, any code or any stage; each stage keeps its own codes in its `findings` folder.

mod finding;
mod nearest;
mod place;
mod render;
mod text;
mod width;

pub use finding::{Checked, Code, Finding, Findings, Severity};
pub use nearest::nearest;
pub use place::{At, Place};
pub use render::{Rendered, render_json, render_text};
pub use text::{Lang, Text};
pub use width::width_of;
