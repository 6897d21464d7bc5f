//! Numbers that do not drift: fractions, their rounding, and how they are shown.
//!
//! **In**: decimal text or whole numbers. **Out**: exact fractions, rounded only by a [`Rounding`] somebody wrote down.
//! **Holds**: no float ever enters or leaves; equal values compare equal whatever their spelling.
//! **Does not**: know points, weights or any other noun of the field.

mod calc;
mod fraction;
mod rounding;
mod small;
mod spelling;
#[cfg(test)]
mod tests;

pub use calc::{Calc, Test};
pub use fraction::Exact;
pub use rounding::{Mode, Rounding};
pub use spelling::ParseExactError;
