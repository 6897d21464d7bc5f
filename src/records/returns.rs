//! 票数登记, and whether raw ballots agree with it.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::Slot;
use super::findings::{
    Spot, class_unknown, counts_do_not_add, period_unknown, poll_unknown, return_missing, returned_more_than_issued,
    row_duplicate,
};
use super::headers::Grid;
use super::lists::{Lists, Roster};
use super::rows::{Ballot, BallotReturn, Records};
use super::sink::Sink;
use crate::diag::{Severity, Text};
use crate::scheme::words::{OverReturn, PollKind, PollWords, Words};
use crate::terms::{ClassCode, PeriodCode, PollCode, Subject};

/// Rows of the sheets that became no ballot, by poll, period, class and subject.
pub(super) type Rows = BTreeMap<(PollCode, PeriodCode, ClassCode, Subject), u64>;

/// Entries by poll, period, class and subject.
pub(super) fn read(grids: &[Grid<'_>], lists: &Lists<'_>, roster: &Roster, sink: &mut Sink) -> Vec<BallotReturn> {
    let polls = lists.polls_of(&[PollKind::Appraisal, PollKind::Survey]);
    let mut returns = Vec::new();
    for grid in grids {
        grid.tell_unknown_columns(sink);
        for row in grid.rows(sink) {
            let (issued, returned) = (row.field("issued").count(sink), row.field("returned").count(sink));
            let entitled = entitled(&row.field("entitled"), sink);
            let Some(at) = polls.named(&row.field("poll"), "R034", poll_unknown, sink).copied() else { continue };
            let poll = &lists.polls[at];
            let period = poll.periods.named(&row.field("period"), "R032", period_unknown, sink);
            let class = poll.classes.named(&row.field("class"), "R033", class_unknown, sink);
            let subject = roster.subject(&row.field("subject"), poll.words.subject, sink);
            let (Some(period), Some(class), Some(subject), Some(issued), Some(returned)) =
                (period, class, subject, issued, returned)
            else {
                continue;
            };
            if is_over(issued, returned) {
                tell_over(&row.field("returned").spot(), issued, returned, poll.words, sink);
            }
            let (poll, period, class) = (poll.words.code.clone(), period.clone(), class.clone());
            let place = row.field("returned").place();
            returns.push(BallotReturn { poll, period, class, subject, entitled, issued, returned, place });
        }
    }
    returns.sort_by(|a, b| {
        (&a.poll, &a.period, &a.class, &a.subject, &a.place).cmp(&(&b.poll, &b.period, &b.class, &b.subject, &b.place))
    });
    returns.dedup_by(|later, first| {
        let is_same = (&later.poll, &later.period, &later.class, &later.subject)
            == (&first.poll, &first.period, &first.class, &first.subject);
        if is_same {
            let what = Text::new("同一对象和票类的票数登记", "the register entry of a subject and class");
            let found = format!("{} {}", first.subject.code(), first.class);
            sink.push(row_duplicate(first.place.clone(), later.place.clone(), &what, &found, Severity::Error));
        }
        is_same
    });
    returns
}

/// Those entitled to vote; an empty cell says nothing.
pub(super) fn entitled(slot: &Slot<'_>, sink: &mut Sink) -> Option<u32> {
    if slot.is_empty() { None } else { slot.count(sink) }
}

/// Whether more ballots came back than went out.
pub(super) fn is_over(issued: u32, returned: u32) -> bool {
    returned > issued
}

/// Tells more returned than issued, as grave as the scheme has it.
pub(super) fn tell_over(spot: &Spot, issued: u32, returned: u32, poll: &PollWords, sink: &mut Sink) {
    let (severity, rule) = match poll.over_return {
        OverReturn::Void => (
            Severity::Warning,
            Text::new(
                "按方案，该对象该票类的票作废",
                "the ballots of that class and subject are void, as the scheme says",
            ),
        ),
        OverReturn::VoidPoll => (
            Severity::Warning,
            Text::new(
                "按方案，对该对象的这次测评作废，须重新测评",
                "the poll about that subject is void and to be repeated, as the scheme says",
            ),
        ),
        OverReturn::Pend => (
            Severity::Warning,
            Text::new(
                "按方案，不出该对象的测评分，报裁定",
                "no value for that subject; the committee decides, as the scheme says",
            ),
        ),
        OverReturn::Error => (Severity::Error, Text::new("按方案，不评分", "nothing is scored, as the scheme says")),
        OverReturn::Warning => {
            (Severity::Warning, Text::new("按方案，照常计票", "counted all the same, as the scheme says"))
        }
    };
    let place = Some(poll.place.clone());
    sink.push_cell("R042", &spot.at.place, || {
        returned_more_than_issued(spot, issued, returned, &rule, place, severity)
    });
}

/// Compares raw ballots with the register, subject by subject; `more_rows` were in the sheets too.
pub(super) fn compare(records: &Records, more_rows: &Rows, lists: &Lists<'_>, sink: &mut Sink) {
    let mut n_rows = more_rows.clone();
    let mut first_of = BTreeMap::new();
    let mut with_ballots: BTreeSet<_> = more_rows.keys().map(|(poll, period, ..)| (poll, period)).collect();
    let is_of_one = |a: &Ballot, b: &Ballot| {
        (&a.poll, &a.period, &a.class, &a.subject) == (&b.poll, &b.period, &b.class, &b.subject)
    };
    for of_one in records.ballots.chunk_by(is_of_one) {
        let Some(first) = of_one.first() else { continue };
        let key = (first.poll.clone(), first.period.clone(), first.class.clone(), first.subject.clone());
        with_ballots.insert((&first.poll, &first.period));
        first_of.insert(key.clone(), first);
        *n_rows.entry(key).or_default() += of_one.len() as u64;
    }
    let mut in_register = BTreeSet::new();
    for entry in &records.ballot_returns {
        in_register.insert((&entry.poll, &entry.period));
        let key = (entry.poll.clone(), entry.period.clone(), entry.class.clone(), entry.subject.clone());
        first_of.remove(&key);
        // A register may also stand beside counted ballots; only where raw ballots exist must it agree with them.
        let n = n_rows.get(&key).copied().unwrap_or(0);
        if n != u64::from(entry.returned) && with_ballots.contains(&(&entry.poll, &entry.period)) {
            tell_rows(entry, n, records, lists.words, sink);
        }
    }
    let mut told_polls = BTreeSet::new();
    for first in first_of.into_values() {
        let poll = lists.words.poll(&first.poll);
        let is_survey = poll.is_some_and(|poll| poll.kind == PollKind::Survey);
        let (poll, period) = (poll.map_or(first.poll.as_str(), |poll| &poll.name), lists.period_name(&first.period));
        if in_register.contains(&(&first.poll, &first.period)) {
            let (subject, class) = (who(records, &first.subject), class_name(lists.words, &first.poll, &first.class));
            let what = format!("{poll} {period} {class} {subject}");
            sink.push_always(return_missing(first.place.clone(), &Text::new(what.clone(), what)));
        } else if !is_survey && told_polls.insert((&first.poll, &first.period)) {
            let what = Text::new(format!("{poll} {period}（全部）"), format!("{poll} {period} (all of it)"));
            sink.push_always(return_missing(first.place.clone(), &what));
        }
    }
}

fn who(records: &Records, subject: &Subject) -> String {
    let name = match subject {
        Subject::Unit(code) => records.units.iter().find(|unit| unit.code == *code).map(|unit| &unit.name),
        Subject::Person(code) => records.people.iter().find(|person| person.code == *code).map(|person| &person.name),
    };
    name.map_or_else(|| subject.code().to_owned(), |name| format!("{} {name}", subject.code()))
}

fn class_name<'w>(words: &'w Words, poll: &PollCode, class: &'w ClassCode) -> &'w str {
    let classes = words.poll(poll).map(|poll| poll.classes.as_slice()).unwrap_or_default();
    classes.iter().find(|named| named.code == *class).map_or(class.as_str(), |named| &named.name)
}

fn tell_rows(entry: &BallotReturn, n_rows: u64, records: &Records, words: &Words, sink: &mut Sink) {
    let (class, subject) = (class_name(words, &entry.poll, &entry.class), who(records, &entry.subject));
    let what = Text::new(
        format!("{subject} 的{class}登记收回 {}，读到 {n_rows} 行", entry.returned),
        format!("{} registered as returned for {subject}, class {class}, and {n_rows} rows read", entry.returned),
    );
    sink.push_always(counts_do_not_add(vec![entry.place.clone().into()], &what, n_rows, entry.returned.into()));
}
