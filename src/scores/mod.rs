//! Exact points and why.
//!
//! **In**: the tally and the scheme. **Out**: [`Scored`]: per unit and person the items, components, adjustments and total,
//! exact and as rounded, with a trace for the subject that was asked about.
//! **Holds**: item scores lie inside the floor and cap of their rule; every divisor that was used is kept; the trace comes
//! from the same code that makes the number. **Does not**: read a cell, grade, rank, or round anywhere the scheme does not say.

mod adjustments;
mod charged;
mod around;
mod calc;
mod changes;
mod claims;
mod components;
mod duties;
mod from_tally;
mod heard;
mod holders;
mod items;
mod measures;
mod links;
mod model;
mod people;
mod people_calc;
mod polls;
pub mod points;
mod posts;
mod totals;
mod trace;
mod values;

pub use calc::{Calc, Leaf};
pub use charged::ChargedPoints;
pub use duties::{DutySpan, DutyState, deeds_of, duty_states};
pub use from_tally::score;
pub use holders::{Bound, bound, fits, in_groups, overlaps, person_of, supervised};
pub use measures::{Ask, measure, measured, verdict};
pub use model::{
    AdjustmentScore, ClaimScore, ClaimState, ComponentScore, CountedPost, ItemScore, PersonPart, PersonScore,
    PollScore, Rounded, Scored, State, UnitScore,
};
pub use trace::{Evidence, Step};
pub use values::{Measured, Measures};

#[cfg(test)]
mod tests;
