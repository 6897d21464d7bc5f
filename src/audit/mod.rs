//! Rerun, compare, and published figures.
//!
//! **In**: a package and raw sheets; or printed figures. **Out**: "identical" or the list of
//! differences; the whole numbers that a printed percentage allows.
//! **Holds**: it calls the same stages as a run. **Does not**: score by itself, or draw.

pub mod findings;
pub mod integrity;
pub mod published;
pub mod trend;
pub mod vectors;
pub mod verify;
