//! Sort, then count: whole numbers only, kept as distributions.
//!
//! **In**: records and the scheme's words. **Out**: [`Tally`]: per poll, class, subject and question how many ticked each
//! mark; per unit, item and period the marks given; counts of actions and cases; the events, claims and decisions as they are.
//! **Holds**: issued ≥ returned = ticked + no view + blank + void, or there is a finding; the order of rows, sheets and files
//! changes nothing. **Does not**: know a weight or take a mean; no data frame shows in its public face.

pub mod findings;
mod from_records;
mod model;
mod polls;
#[cfg(test)]
mod tests;
mod valid_polls;

pub use from_records::tally;
pub use model::{Asked, CaseCount, ClassTally, Counted, Distribution, Given, Missed, PollTally, Tally};
