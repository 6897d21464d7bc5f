//! Titles checked against sentences worked out by hand.
