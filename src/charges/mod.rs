//! Which event, sanction or earlier year falls on whom, and with which effect.
//!
//! **In**: events, sanctions and rosters as they were counted, and the scheme's grounds. **Out**: [`Charged`]: one
//! [`Charge`] for each event and subject reached, the sanctions in effect with their outcome, and the facts that the rulings
//! read later (history, confirmations, amendments).
//! **Holds**: an event falls on whoever held the post on its day, whatever he is today; what people did rises to their unit
//! before it falls on leaders again; a revoked event, and one of a year without memory, reaches nobody.
//! **Does not**: know a score or a grade. So a veto that rises from people to their unit reads events, never grades.

mod accumulation;
mod escalation;
pub mod findings;
mod from_tally;
mod grounds;
mod model;
mod reached;
mod sanctions;
#[cfg(test)]
mod tests;

pub use from_tally::charge;
pub use model::{Accumulated, Charge, Charged, SanctionCharge, SanctionOf};
pub use reached::{Reach, reached};
