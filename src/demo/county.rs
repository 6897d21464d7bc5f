//! The county of one year before any sheet: units with their levels, people with their posts.

use chrono::NaiveDate;

use super::cast::Cast;
use super::random::{Draws, Stream};

/// A unit.
#[derive(Debug, Clone)]
pub(super) struct PlannedUnit {
    /// T01, D01.
    pub(super) code: String,
    /// Name.
    pub(super) name: String,
    /// Township or department.
    pub(super) township: bool,
    /// Quality, the same in every year, in thousandths.
    pub(super) quality: i32,
    /// Level of this year.
    pub(super) level: i32,
    /// What its streams hang on: its own number, or that of the unit with which it ties.
    pub(super) key: u64,
    /// Which inspection group visits it, from nought.
    pub(super) group: usize,
    /// First person and number of people.
    pub(super) team: (usize, usize),
}

/// A post held in the year.
#[derive(Debug, Clone)]
pub(super) struct PlannedPost {
    /// Unit.
    pub(super) unit: usize,
    /// 职务.
    pub(super) post: String,
    /// 0 principal, 1 in charge, 2 member.
    pub(super) role: usize,
    /// First day.
    pub(super) from: NaiveDate,
    /// Last day, if it ended in the year.
    pub(super) to: Option<NaiveDate>,
    /// 分管事项.
    pub(super) matters: String,
    /// Marked as the main one of two.
    pub(super) main: bool,
}

/// A person.
#[derive(Debug, Clone)]
pub(super) struct PlannedPerson {
    /// P0001.
    pub(super) code: String,
    /// Name.
    pub(super) name: String,
    /// Level of this year.
    pub(super) level: i32,
    /// Unit whose staff votes on the person at the year's end.
    pub(super) unit: usize,
    /// Posts by their start.
    pub(super) posts: Vec<PlannedPost>,
}

/// The county of one year.
#[derive(Debug, Clone)]
pub(super) struct County {
    /// Seed.
    pub(super) seed: u64,
    /// Year.
    pub(super) year: i32,
    /// Townships, then departments.
    pub(super) units: Vec<PlannedUnit>,
    /// By place in the teams.
    pub(super) people: Vec<PlannedPerson>,
    /// Who plays which part.
    pub(super) cast: Cast,
}

impl County {
    /// The year as part of a stream.
    pub(super) fn year_part(&self) -> u64 {
        u64::from(self.year.unsigned_abs())
    }

    /// The stream of one fact of this year.
    pub(super) fn draws(&self, stream: Stream, parts: &[u64]) -> Draws {
        let mut all = vec![self.seed, self.year_part()];
        all.extend_from_slice(parts);
        Draws::of(stream, &all)
    }

    /// A day of the year; the first of January for one that no calendar has.
    pub(super) fn day(&self, month: u32, day: u32) -> NaiveDate {
        day_of(self.year, month, day)
    }

    /// The person at a place of a unit's team.
    pub(super) fn member(&self, unit: usize, place: usize) -> Option<&PlannedPerson> {
        let (first, n) = self.units.get(unit)?.team;
        self.people.get(first + place.min(n.saturating_sub(1)))
    }
}

/// A day, or the year's first where the calendar has none.
pub(super) fn day_of(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).or_else(|| NaiveDate::from_ymd_opt(year, 1, 1)).unwrap_or_default()
}
