//! Workbooks as cells with places.
//!
//! **In**: bytes of .xlsx .xls .xlsb .ods or .csv. **Out**: [`Workbook`]s of sheets, each a sparse list of non-empty cells in
//! row order. **Holds**: a number is the shortest decimal of the stored value, as text; an Excel error and an empty cell are
//! different things; limits on bytes, cells, rows and columns are set beforehand, and no input panics or exhausts memory.
//! **Does not**: know what any sheet means.

mod archive;
mod cell;
mod compound;
pub mod findings;
mod gathered;
mod guard;
mod inflate;
mod limits;
mod numbers;
mod ods;
mod read;
mod text;
mod xls;
mod xlsb;
mod xlsx;
mod xml;
mod zipped;
#[cfg(test)]
mod hostile_tests;
#[cfg(test)]
mod tests;

pub use cell::{Cell, CellValue, Merge, Rows, Sheet, Workbook};
pub use limits::Limits;
pub use read::{is_workbook, read_workbook};
