//! Kaoze 考责: raw spreadsheets in, exact, explained, verifiable year-end grades out.
//!
//! ```text
//!             kaoze.toml → assessment ─┐
//!      scoring/*/*.toml → scheme ──────┤ words (left of scores)   worth (from scores on)
//!                                      │
//!   workbooks → sheets → records → tally → scores → grades → consequences → results → explain → report → out/
//!                cells    rows     counts   points   rulings   sealed    │     trees
//!                                                                        └→ audit (rerun, compare)
//! ```
//!
//! # The constitution
//!
//! The `pub mod` lines below stand in arrow order: a module may name only modules above it. `tests/layers.rs` holds
//! everyone to that, to the bans that go beyond order, and to the one door of each outside crate.
//!
//! - A value keeps its [`diag::Place`] from the first cell to the last page.
//! - Raw and checked are different types; past the checked type nobody checks again.
//! - A stage returns its value **and** all its findings. One gate, in [`run`] before [`scores`], decides whether to go on.
//! - Facts, counts and points stay on separate floors: [`records`] and [`tally`] know words, never worth; [`scores`] never
//!   reads a cell.
//! - A veto is a ruling, not arithmetic: the score stays visible beside it, with the grade it would have been.
//! - Rounding happens only where the scheme says, once, from the exact value; both values are kept.
//! - [`report`] draws; it computes nothing that [`results`] does not hold.
//! - No clock, no locale, no environment and no random number right of [`files`]; the date of a package is an argument.
//! - No float in [`exact`], [`tally`], [`scores`], [`grades`], [`consequences`], [`results`].

// The bans ride on the module lines: `.clippy.toml` lists floats, hash maps, the clock, the disk and the environment.
// A `forbid` here cannot be undone by an inner `allow`.
#[forbid(clippy::disallowed_types, clippy::disallowed_methods, clippy::float_arithmetic)]
pub mod exact;
#[forbid(clippy::disallowed_types, clippy::disallowed_methods, clippy::float_arithmetic)]
pub mod terms;
#[forbid(clippy::disallowed_types, clippy::disallowed_methods, clippy::float_arithmetic)]
pub mod diag;
#[forbid(clippy::disallowed_types, clippy::float_arithmetic)]
pub mod files;
#[forbid(clippy::disallowed_types, clippy::disallowed_methods, clippy::float_arithmetic)]
pub mod assessment;
#[forbid(clippy::disallowed_types, clippy::disallowed_methods, clippy::float_arithmetic)]
pub mod scheme;
#[forbid(clippy::disallowed_types, clippy::disallowed_methods, clippy::float_arithmetic)]
pub mod facts;
#[forbid(clippy::disallowed_methods)]
pub mod sheets;
#[forbid(clippy::disallowed_types, clippy::disallowed_methods, clippy::float_arithmetic)]
pub mod records;
#[forbid(clippy::disallowed_types, clippy::disallowed_methods, clippy::float_arithmetic)]
pub mod tally;
#[forbid(clippy::disallowed_types, clippy::disallowed_methods, clippy::float_arithmetic)]
pub mod charges;
#[forbid(clippy::disallowed_types, clippy::disallowed_methods, clippy::float_arithmetic)]
pub mod scores;
#[forbid(clippy::disallowed_types, clippy::disallowed_methods, clippy::float_arithmetic)]
pub mod grades;
#[forbid(clippy::disallowed_types, clippy::disallowed_methods, clippy::float_arithmetic)]
pub mod consequences;
#[forbid(clippy::disallowed_types, clippy::disallowed_methods, clippy::float_arithmetic)]
pub mod results;
#[forbid(clippy::disallowed_types, clippy::disallowed_methods, clippy::float_arithmetic)]
pub mod run;
#[forbid(clippy::disallowed_types, clippy::disallowed_methods, clippy::float_arithmetic)]
pub mod explain;
#[forbid(clippy::disallowed_methods)]
pub mod forms;
#[forbid(clippy::disallowed_types, clippy::disallowed_methods, clippy::float_arithmetic)]
pub mod demo;
#[forbid(clippy::disallowed_methods)]
pub mod report;
#[forbid(clippy::disallowed_types, clippy::disallowed_methods, clippy::float_arithmetic)]
pub mod package;
#[forbid(clippy::disallowed_types, clippy::disallowed_methods, clippy::float_arithmetic)]
pub mod audit;
pub mod cli;
