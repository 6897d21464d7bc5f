//! Rank, band, warning, veto, sanction, gate, review, quota and decision, in this order and each as a visible ruling.
//!
//! **In**: the scores, who is charged with what, the decisions, and the scheme. **Out**: [`Graded`]: a rank, a band, the list
//! of rulings and a grade, or the reason why there is none (yet); places with who lost his and why; lines of lists.
//! **Holds**: no ruling before the committee's raises a grade, and a veto leaves the counterfactual; caps of any kind come
//! before quota; places given never exceed the quota unless a tie policy says so; a tie left to the committee is pending,
//! never broken by row order; a review changes nothing without a recorded confirmation. The order of the stages is one list,
//! in `stages.rs`. **Does not**: change a score.

mod band;
mod ceilings;
mod chain;
mod decisions;
mod effects;
mod entrants;
pub mod findings;
mod flips;
mod from_scores;
mod gates;
mod listed;
mod lists;
mod measures;
mod model;
mod places;
mod pools;
mod quota;
mod ranks;
mod reviews;
mod round;
mod sanctions;
mod stages;
mod vetoes;
mod warnings;

pub use flips::flips;
pub use from_scores::grade;
pub use listed::{ListState, Listed};
pub use model::{Exceeded, Graded, Lost, Outcome, QuotaRuling, RulingStep, Stage, Why};
pub use places::places_of;

#[cfg(test)]
mod tests;
