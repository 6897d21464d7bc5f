//! Facts that ride unchanged from the rows to the rulings: rosters, claims, events, decisions, and what an inspector gave.
//!
//! **In**: nothing; `records` makes them. **Out**: plain values with places, one file per subject. **Holds**: every code in
//! them is known. **Does not**: read, count or judge. They stand here because `scores` and `grades` may not name `records`.

mod claims;
mod decisions;
mod events;
mod marks;
mod memory;
mod occurrences;
mod registers;
mod roster;
mod sanctions;
mod stated;
mod unit_steps;

pub use claims::Claim;
pub use decisions::{Amendment, Decision};
pub use events::Event;
pub use marks::{Entry, MarkGiven};
pub use memory::{Confirmation, PastYear};
pub use occurrences::Occurrence;
pub use registers::{Answer, Deed, Gravity, Receipt, Registers, StepTaken, Talk, Task, TookPart};
pub use roster::{Person, Post, Unit};
pub use sanctions::{Sanction, SanctionState};
pub use stated::Stated;
pub use unit_steps::{UnitChange, UnitStep};
