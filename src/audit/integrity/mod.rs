//! 廉政档案: one record per leader over the years, from successive packages.
//!
//! **In**: the results of several packages. **Out**: [`Record`]s, by person code: year by year the grade, posts, vetoes,
//! sanctions, talks and whatever else stands on a list about the person, and the bars. **Holds**: nothing is added to what
//! the packages say; a code that bears two names is told. **Does not**: grade, or look behind a package.

mod gather;
mod text;
#[cfg(test)]
mod tests;

pub use gather::{Line, Record, Year, records};
