//! Published figures as what they are: intervals, with the sentence that prints each.
//!
//! **In**: published.toml, a count, a printed percentage. **Out**: [`Published`]; the whole numbers that a printed change
//! allows ([`recover_before`]); what is printed and does not agree with its own figures.
//! **Holds**: digits are kept as printed; nothing is reckoned from an approximate figure.
//! **Does not**: correct a source.

mod check;
mod figure;
mod interval;
mod read;
mod recover;
mod workbook;
#[cfg(test)]
mod tests;

pub use check::{Agreement, agreement, compare_shares};
pub use figure::{Figure, Kind, Published};
pub use interval::{End, Interval, ParsePrintedError, Printed};
pub use read::{FILE, read_published};
pub use recover::{Fits, recover_before};
pub use workbook::{COUNTY_SHEET, SENTENCE_SHEET, workbook};
