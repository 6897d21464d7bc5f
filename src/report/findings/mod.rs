//! Codes of the output stage: `O001` and on.

mod glyph_missing;
mod template_fault;

pub use glyph_missing::glyph_missing;
pub use template_fault::template_fault;

use crate::diag::Code;

/// Every code of this stage.
pub const ALL: &[Code] = &[glyph_missing::CODE, template_fault::CODE];
