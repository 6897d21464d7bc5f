//! Rank, band, veto, quota and decision, in this order and each as a visible ruling.
//!
//! **In**: the scores, the facts that ride with them (events, decisions) and the scheme. **Out**: [`Graded`]: a rank, a band,
//! the list of rulings and a grade, or the reason why there is none yet.
//! **Holds**: a veto never raises a grade and leaves the counterfactual; caps come before quota; places given never exceed
//! the quota unless a tie policy says so; a tie left to the committee is pending, never broken by row order.
//! **Does not**: change a score.

mod decide;
pub mod findings;
mod from_scores;
mod listed;
mod model;
mod quota;
mod ranks;
mod vetoes;

pub use from_scores::grade;
pub use listed::{ListState, Listed};
pub use model::{Graded, Outcome, QuotaRuling, RulingStep, Stage, VetoHit, Why};
pub use quota::places_of;

#[cfg(test)]
mod tests;
