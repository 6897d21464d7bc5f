//! One typed row per fact.
//!
//! **In**: cells, the scheme's words (layouts, names, classes) and the assessment's table list. **Out**: [`Records`]: rosters,
//! item marks, ledger entries, ballots, survey answers, case statistics, claims, events, decisions, each with its place.
//! **Holds**: every name was found in its roster or its list, every date is a date, every number lies in its range; whatever
//! was not taken in has a finding, and nothing is dropped in silence; whether a ballot counts, and in which class, is settled,
//! and no ballot says who cast it.
//! **Does not**: count, weigh or score; it may not name `scheme::worth`.

mod ballots;
mod boxes;
mod cases;
mod cells;
mod claims;
mod counts;
mod coverage;
mod decisions;
mod events;
mod facts;
pub mod findings;
mod from_sheets;
mod headers;
mod ledger;
mod lineage;
mod lists;
mod lookup;
mod marks;
mod occurrences;
mod memory;
mod people;
mod registers;
mod returns;
mod rows;
mod sanctions;
mod sink;
mod sources;
#[cfg(test)]
mod tests;
mod units;
mod voters;
mod whole_ballots;

pub use cells::{parse_date, parse_number};
pub use from_sheets::read;
pub use rows::{Action, Ballot, BallotCount, BallotReturn, CaseRow, ItemMark, Records, Tick};
