//! Formulas of points, each with values worked by hand from the catalogue of scoring mechanisms (A1 … I4).

mod ballots;
mod claims;
mod components;
mod people;
mod points;
mod polls;
mod posts;

use crate::diag::Place;
use crate::exact::Exact;
use crate::scheme::{Scheme, builtin, load};

/// A decimal.
fn d(text: &str) -> Exact {
    text.parse().expect("a decimal")
}

/// The built-in scheme, to be changed by a test.
fn scheme() -> Scheme {
    load(&builtin(), "scoring/yunshan", "yunshan").value.expect("the built-in scheme loads")
}

fn nowhere() -> Place {
    Place::File("test".into())
}
