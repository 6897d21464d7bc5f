//! The one integration binary: a second one would link polars again.

#![allow(clippy::disallowed_methods, reason = "tests read the repository and work in folders of their own")]

mod calculations;
mod english;
mod explained;
mod figures_gallery;
mod gaotai;
mod golden;
mod gallery;
mod layers;
mod properties;
mod readme;
mod schema;
mod source;
mod tidy;
mod transcripts;
mod trials;
mod twin;
mod twin_rules;
mod vectors;
mod years;
