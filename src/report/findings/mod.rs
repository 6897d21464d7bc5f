//! Codes of the output stage: `O001` and on.

mod glyph_missing;

pub use glyph_missing::glyph_missing;

use crate::diag::Code;

/// Every code of this stage.
pub const ALL: &[Code] = &[glyph_missing::CODE];
