//! The stages in a row, and the one gate before scoring.
//!
//! **In**: a workspace as [`crate::files::Files`]. **Out**: results and all findings. **Holds**: with an error finding that
//! nobody allowed, scoring does not start. **Does not**: write files, print, or render.
