//! What every list needs to know: facts, rules, dates and names.

use chrono::NaiveDate;

use crate::facts::{Event, Post};
use crate::grades::Graded;
use crate::scheme::worth::{Counting, Who};
use crate::scheme::{Calendar, Scheme, Uncovered};
use crate::scores::{Scored, fits, person_of};
use crate::tally::Tally;
use crate::terms::{GroundCode, PersonCode, Subject, UnitCode};

/// What surrounds a rule.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    pub(super) tally: &'a Tally,
    pub(super) scored: &'a Scored,
    pub(super) graded: &'a Graded,
    pub(super) scheme: &'a Scheme,
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    /// The day that the package bears: what is not done by then and was due before is late.
    pub(super) as_of: NaiveDate,
    pub(super) year: i32,
    pub(super) calendar: &'a Calendar,
}

impl<'a> Around<'a> {
    pub(super) fn unit_name(&self, code: &UnitCode) -> String {
        let unit = self.tally.units.iter().find(|unit| unit.code == *code);
        unit.map_or_else(|| code.to_string(), |unit| unit.name.to_string())
    }

    pub(super) fn person_name(&self, code: &PersonCode) -> String {
        person_of(self.tally, code).map_or_else(|| code.to_string(), |person| person.name.to_string())
    }

    pub(super) fn name(&self, subject: &Subject) -> String {
        match subject {
            Subject::Unit(code) => self.unit_name(code),
            Subject::Person(code) => self.person_name(code),
        }
    }

    /// Names in a row.
    pub(super) fn names<'p>(&self, people: impl IntoIterator<Item = &'p PersonCode>) -> String {
        people.into_iter().map(|code| self.person_name(code)).collect::<Vec<_>>().join("、")
    }

    /// Events of the year that were not revoked, of some grounds or of any.
    pub(super) fn events(&self, grounds: &'a [GroundCode]) -> impl Iterator<Item = &'a Event> {
        let year = self.year;
        let is_of = move |event: &&Event| {
            !event.revoked && event.year == year && (grounds.is_empty() || grounds.contains(&event.ground))
        };
        self.tally.events.iter().filter(is_of)
    }

    /// The name of an event's ground.
    pub(super) fn ground_name(&self, code: &GroundCode) -> String {
        let ground = self.scheme.worth.grounds.iter().find(|ground| ground.code == *code);
        ground.map_or_else(|| code.to_string(), |ground| ground.name.clone())
    }

    /// The posts of a person in a unit on a day that fit.
    pub(super) fn posts_on(
        &self,
        person: &PersonCode,
        unit: Option<&UnitCode>,
        day: NaiveDate,
        who: &[Who],
    ) -> Vec<&'a Post> {
        let posts = person_of(self.tally, person).map(|person| person.posts.as_slice()).unwrap_or_default();
        let is_of = |post: &&Post| unit.is_none_or(|unit| post.unit == *unit) && post.holds_on(day) && fits(post, who);
        posts.iter().filter(is_of).collect()
    }

    /// The last day of a stretch of time.
    pub(super) fn last_day(&self, start: NaiveDate, counting: &Counting) -> Result<NaiveDate, Uncovered> {
        self.calendar.last_day(start, counting)
    }
}
