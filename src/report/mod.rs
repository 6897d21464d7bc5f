//! Results made visible.
//!
//! **In**: results. **Out**: a [`view`] (plain rows of text and numbers, ready to draw), and from it the workbook, the page
//! and the charts. **Holds**: nothing withheld appears; every character drawn is in the embedded font or named in a warning.
//! **Does not**: compute: if the page needs a number, results has it. Floats live only in `charts`, as pen positions.

#[allow(clippy::disallowed_types, reason = "pen positions")]
pub mod charts;
#[allow(clippy::disallowed_types, reason = "widths for the pen")]
pub mod fonts;
