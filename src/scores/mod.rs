//! Exact points and why.
//!
//! **In**: the tally and the scheme. **Out**: [`Scored`]: per unit and person the items, components, adjustments and total,
//! exact and as rounded, with a trace for the subject that was asked about.
//! **Holds**: item scores lie inside the floor and cap of their rule; every divisor that was used is kept; the trace comes
//! from the same code that makes the number. **Does not**: read a cell, grade, rank, or round anywhere the scheme does not say.
