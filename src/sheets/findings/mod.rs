//! What can be found while opening a workbook, one file per code.

mod sheet_hidden;
mod workbook_too_large;
mod workbook_unreadable;

use crate::diag::Code;

pub use sheet_hidden::sheet_hidden;
pub use workbook_too_large::{Measure, workbook_too_large};
pub use workbook_unreadable::{Cause, workbook_unreadable};

/// Every code of this stage.
pub const ALL: &[Code] = &[workbook_unreadable::CODE, workbook_too_large::CODE, sheet_hidden::CODE];
