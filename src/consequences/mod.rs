//! What follows from duties, events, sanctions and grades: lists for people to act on, and posts that are barred for a time.
//!
//! **In**: the counts with the registers that ride along, the scores, the grades, the scheme, the ends of the assessment and
//! the day that the package bears. **Out**: [`Consequences`]: entries of lists, each with its rule, its state, its last day
//! and a sentence that says why; and [`Bar`]s. **Holds**: every date comes from a row and the scheme's own way of counting;
//! working days come from the yearly notices, and a day outside the years covered is told, never guessed; of several bars
//! the scheme says which applies. **Does not**: change a score or a grade, or decide what it leaves to people.

mod appeal;
mod appointments;
mod around;
mod bars;
mod checks;
mod deadlines;
mod duties;
pub mod findings;
mod from_grades;
mod ladders;
mod model;
mod procedures;
mod responsibility;
mod result_list;

pub use from_grades::{Given, consequences};
pub use model::{Bar, Consequences, Entry, State};
