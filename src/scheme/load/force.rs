//! The days on which a row is in force.

use chrono::NaiveDate;

/// The days on which a row is in force.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Force {
    /// From this day on, else from the beginning of the scheme.
    pub from: Option<NaiveDate>,
    /// To this day, else to the end of the scheme.
    pub to: Option<NaiveDate>,
    /// When somebody last checked that it holds.
    pub checked_on: Option<NaiveDate>,
}

impl Force {
    /// Whether it holds on this day.
    #[must_use]
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}
