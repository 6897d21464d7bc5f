//! Workbooks in the shape an office works with: a title row, notes, a header row, rows.
//!
//! **In**: titles, headers and cells. **Out**: the bytes of an .xlsx file. **Holds**: same input, same bytes.
//! **Does not**: know the scheme or the results; `demo` fills such forms, `new` leaves them empty.

mod book;
mod style;
#[cfg(test)]
mod tests;

pub use book::{FormCell, FormSheet, write_book};
