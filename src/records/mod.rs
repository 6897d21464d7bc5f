//! One typed row per fact.
//!
//! **In**: cells, the scheme's words (layouts, names, classes) and the assessment's table list. **Out**: [`Records`]: rosters,
//! item marks, ledger entries, ballots, survey answers, case statistics, claims, events, decisions, each with its place.
//! **Holds**: every name was found in its roster or its list, every date is a date, every number lies in its range; whatever
//! was not taken in has a finding, and nothing is dropped in silence.
//! **Does not**: count, weigh or score; it may not name `scheme::worth`.

mod rows;

pub use rows::{Action, Ballot, BallotCount, BallotReturn, CaseRow, ItemMark, Records, Tick};

pub use crate::facts::{Claim, Decision, Entry, Event, MarkGiven, Person, Post, Unit};
