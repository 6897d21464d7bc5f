//! Into which box a ballot falls: the class that its row names, or that follows from its voter.

use super::findings::{class_differs, class_unknown, self_vote, value_missing, voter_in_none, voter_in_two_classes};
use super::headers::Row;
use super::lists::{PollNames, Roster};
use super::sink::Sink;
use super::voters::Standing;
use crate::diag::Severity;
use crate::scheme::words::{NoClass, SelfVote, TwoClasses, Voters};
use crate::terms::{ClassCode, PeriodCode, PersonCode, Subject};

/// The class of a ballot (rarely two), and what else its voter decides.
pub(super) struct Found {
    pub(super) classes: Vec<ClassCode>,
    pub(super) voter: Option<PersonCode>,
    /// Whether the ballot is void for whom it is about.
    pub(super) void: bool,
}

/// Finds the class of a row; nothing after a finding that leaves the row without one.
pub(super) fn find(
    row: &Row<'_, '_>,
    poll: &PollNames<'_>,
    period: Option<&PeriodCode>,
    subject: Option<&Subject>,
    standing: &Standing<'_>,
    roster: &Roster,
    sink: &mut Sink,
) -> Option<Found> {
    let slot = row.field("class");
    let Some(voters) = &poll.words.voters else {
        let class = poll.classes.named(&slot, "R033", class_unknown, sink)?;
        return Some(Found { classes: vec![class.clone()], voter: None, void: false });
    };
    let voter_slot = row.field("voter");
    let settles = voters.settle_classes();
    let named = if settles && slot.is_empty() {
        None
    } else {
        Some(poll.classes.named(&slot, "R033", class_unknown, sink)?.clone())
    };
    if voter_slot.is_empty() && (!settles || named.is_none()) {
        sink.push_cell("R014", &voter_slot.place(), || value_missing(&voter_slot.spot()));
        return None;
    }
    if voter_slot.is_empty() {
        // A ballot from the box of a class: nobody can say who cast it.
        return named.map(|class| Found { classes: vec![class], voter: None, void: false });
    }
    let voter = roster.person(&voter_slot, None, sink)?;
    let (subject, period) = (subject?, period?);
    let mut classes: Vec<ClassCode> = if settles {
        standing.classes(poll.words, voters, &voter, subject, period).into_iter().cloned().collect()
    } else {
        named.iter().cloned().collect()
    };
    let tell = Tell { row, poll, voters };
    if let Some(named) = named.filter(|named| !classes.contains(named)) {
        sink.push_cell("R073", &slot.place(), || class_differs(&slot.spot(), &classes, named.as_str(), poll.words));
        return None;
    }
    let is_self = matches!(subject, Subject::Person(person) if *person == voter);
    let void = is_self && voters.self_vote != SelfVote::Count;
    if void {
        tell.self_vote(subject, sink);
    }
    match (classes.len(), voters.two_classes) {
        (0, _) if void => {}
        (0, _) => tell.none(subject, sink),
        (1, _) | (_, TwoClasses::Each) => {}
        (_, TwoClasses::First) => classes.truncate(1),
        (_, TwoClasses::Error) => {
            tell.two(subject, &classes, sink);
            classes.truncate(1);
        }
    }
    Some(Found { classes, voter: Some(voter), void })
}

/// What there is to tell about a voter. No finding names him: findings are printed in the package.
struct Tell<'r> {
    row: &'r Row<'r, 'r>,
    poll: &'r PollNames<'r>,
    voters: &'r Voters,
}

impl Tell<'_> {
    fn self_vote(&self, subject: &Subject, sink: &mut Sink) {
        let is_error = self.voters.self_vote == SelfVote::Error;
        let place = self.row.field("voter").place();
        let severity = if is_error { Severity::Error } else { Severity::Warning };
        sink.push_cell("R072", &place, || self_vote(place.clone(), subject.code(), self.poll.words, severity));
    }

    fn none(&self, subject: &Subject, sink: &mut Sink) {
        let is_error = self.voters.no_class == NoClass::Error;
        let place = self.row.field("voter").place();
        let severity = if is_error { Severity::Error } else { Severity::Warning };
        sink.push_cell("R070", &place, || voter_in_none(place.clone(), subject.code(), self.poll.words, severity));
    }

    fn two(&self, subject: &Subject, classes: &[ClassCode], sink: &mut Sink) {
        let place = self.row.field("voter").place();
        sink.push_cell("R071", &place, || {
            voter_in_two_classes(place.clone(), subject.code(), classes, self.poll.words)
        });
    }
}
