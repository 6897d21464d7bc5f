//! A synthetic county, seeded.
//!
//! **In**: a number of units, a seed and a year. **Out**: a workspace with raw workbooks as an office receives them; every
//! name invented and marked 虚构. **Holds**: same arguments, same bytes; the situations that the rules speak of occur in it.
//! **Does not**: score anything, or take part in a real run.
