//! Which class a ballot belongs to, from what its voter is to the subject by the rosters.
//!
//! The voter is known here and nowhere after: what comes out is the class, and the ballot without its voter.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::facts::{Person, Post};
use crate::scheme::words::{PeriodWords, PollWords, Relation, RoleKind, Voters};
use crate::terms::{ClassCode, PeriodCode, PersonCode, Subject, UnitCode};

/// Everybody's posts on the day that a poll is held.
pub(super) struct Standing<'a> {
    people: BTreeMap<&'a PersonCode, &'a Person>,
    /// The last day of each period.
    days: BTreeMap<&'a PeriodCode, NaiveDate>,
}

impl<'a> Standing<'a> {
    pub(super) fn of(people: &'a [Person], periods: &'a [PeriodWords], year: i32) -> Self {
        let day = |period: &PeriodWords| {
            let (month, day) = period.to;
            // The last of February stands for the 29th where there is none.
            NaiveDate::from_ymd_opt(year, month, day).or_else(|| NaiveDate::from_ymd_opt(year, month, day - 1))
        };
        Self {
            people: people.iter().map(|person| (&person.code, person)).collect(),
            days: periods.iter().filter_map(|period| Some((&period.code, day(period)?))).collect(),
        }
    }

    /// The posts that somebody holds at the end of a period.
    fn posts(&self, person: &PersonCode, period: &PeriodCode) -> Vec<&'a Post> {
        let (Some(person), Some(day)) = (self.people.get(person), self.days.get(period)) else { return Vec::new() };
        person.posts.iter().filter(|post| post.holds_on(*day)).collect()
    }

    /// Whether the voter is that to the subject.
    fn is(&self, relation: Relation, voter: &PersonCode, subject: &Subject, period: &PeriodCode) -> bool {
        let own = self.posts(voter, period);
        let (is_self, subject_posts) = match subject {
            Subject::Person(person) => (person == voter, self.posts(person, period)),
            Subject::Unit(_) => (false, Vec::new()),
        };
        let units: Vec<&UnitCode> = match subject {
            Subject::Unit(unit) => vec![unit],
            Subject::Person(_) => subject_posts.iter().map(|post| &post.unit).collect(),
        };
        let is_of_unit = |post: &&&Post| units.contains(&&post.unit);
        match relation {
            Relation::Manages => {
                let by_unit = own.iter().any(|post| post.supervises.iter().any(|unit| units.contains(&unit)));
                !is_self && (by_unit || subject_posts.iter().any(|post| post.managed_by.as_ref() == Some(voter)))
            }
            Relation::SameTeam => own.iter().filter(is_of_unit).any(|post| is_of_team(post.kind)),
            Relation::Staff => own.iter().any(|post| is_of_unit(&post)),
            Relation::PrincipalElsewhere => {
                own.iter().any(|post| post.kind == RoleKind::Principal && !is_of_unit(&post))
            }
            Relation::Oneself => is_self,
            Relation::Other => false,
        }
    }

    /// Every class in which the voter is for this subject, in the scheme's order.
    ///
    /// A class of its own for the subject's ballot goes before all others; `other` is what no other class takes.
    pub(super) fn classes<'p>(
        &self,
        poll: &'p PollWords,
        voters: &Voters,
        voter: &PersonCode,
        subject: &Subject,
        period: &PeriodCode,
    ) -> Vec<&'p ClassCode> {
        let with = |fits: &dyn Fn(&Relation) -> bool| -> Vec<&'p ClassCode> {
            let classes = poll.classes.iter().zip(&voters.relations);
            classes.filter(|(_, relations)| relations.iter().any(fits)).map(|(class, _)| &class.code).collect()
        };
        if matches!(subject, Subject::Person(person) if person == voter) {
            let own = with(&|relation| *relation == Relation::Oneself);
            if !own.is_empty() {
                return own;
            }
        }
        let fitting = with(&|relation| self.is(*relation, voter, subject, period));
        if fitting.is_empty() { with(&|relation| *relation == Relation::Other) } else { fitting }
    }
}

/// Whether a role belongs to the leading team.
fn is_of_team(kind: RoleKind) -> bool {
    matches!(kind, RoleKind::Principal | RoleKind::InCharge | RoleKind::Member)
}
