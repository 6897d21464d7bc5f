//! Codes of the output stage: `O001` and on.

mod glyph_missing;
mod template_fault;
mod theme_contrast_low;
mod theme_value_wrong;

pub use glyph_missing::glyph_missing;
pub use template_fault::template_fault;
pub use theme_contrast_low::theme_contrast_low;
pub use theme_value_wrong::theme_value_wrong;

use crate::diag::Code;

/// Every code of this stage.
pub const ALL: &[Code] =
    &[glyph_missing::CODE, theme_value_wrong::CODE, theme_contrast_low::CODE, template_fault::CODE];
