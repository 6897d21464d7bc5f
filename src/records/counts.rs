//! Ballots that came counted: a row per subject and question, a column per mark.

use std::collections::{BTreeMap, BTreeSet};

use super::ballots::PollColumns;
use super::cells::Slot;
use super::findings::{
    class_unknown, column_missing, count_not_whole, counts_do_not_add, item_unknown, listed, period_unknown,
    poll_unknown, row_duplicate,
};
use super::headers::Grid;
use super::lists::{Lists, PollNames, Roster};
use super::lookup::Lookup;
use super::returns::{entitled, is_over, tell_over};
use super::rows::BallotCount;
use super::sink::Sink;
use crate::diag::{Severity, Text};
use crate::scheme::words::PollKind;

fn marks<'p>(poll: &'p PollNames<'_>) -> (&'p Lookup<usize>, usize) {
    (&poll.marks, poll.words.marks.len())
}

/// Counted ballots by poll, period, class, subject and question.
pub(super) fn read(grids: &[Grid<'_>], lists: &Lists<'_>, roster: &Roster, sink: &mut Sink) -> Vec<BallotCount> {
    let kinds = [PollKind::Appraisal, PollKind::Survey];
    let polls = lists.polls_of(&kinds);
    let mut counts = Vec::new();
    for grid in grids {
        let columns = PollColumns::of(grid, lists, &kinds, marks, sink);
        let mut told = BTreeSet::new();
        for row in grid.rows(sink) {
            let Some(at) = polls.named(&row.field("poll"), "R034", poll_unknown, sink).copied() else { continue };
            let poll = &lists.polls[at];
            let period = poll.periods.named(&row.field("period"), "R032", period_unknown, sink);
            let class = poll.classes.named(&row.field("class"), "R033", class_unknown, sink);
            let subject_slot = row.field("subject");
            let subject = roster.subject(&subject_slot, poll.words.subject, sink);
            let question = poll.questions.named(&row.field("question"), "R022", item_unknown, sink);
            let (issued, returned) = (row.field("issued").count(sink), row.field("returned").count(sink));
            let entitled = entitled(&row.field("entitled"), sink);
            let [void, no_view, blank] = ["void", "no_view", "blank"].map(|name| or_nought(&row.field(name), sink));
            if columns.of_poll[at].contains(&None) {
                if told.insert(at) {
                    for mark in poll.words.marks.iter().zip(&columns.of_poll[at]).filter(|(_, column)| column.is_none())
                    {
                        let expected = listed([mark.0.code.as_str(), &mark.0.name]);
                        let place = grid.sheet.place(grid.header_row, 0);
                        sink.push(column_missing(place, &mark.0.name, expected, None, &poll.words.name));
                    }
                }
                continue;
            }
            let by_mark = poll.words.marks.iter().zip(columns.of_poll[at].iter().flatten());
            let by_mark: Vec<_> = by_mark
                .filter_map(|(mark, column)| {
                    let slot = row.wide(*column, &mark.name);
                    or_nought(&slot, sink).map(|count| (count, slot.place()))
                })
                .collect();
            let (Some(period), Some(class), Some(subject), Some(question), Some(issued), Some(returned)) =
                (period, class, subject, question, issued, returned)
            else {
                continue;
            };
            let (Some(void), Some(no_view), Some(blank)) = (void, no_view, blank) else { continue };
            if by_mark.len() != poll.words.marks.len() {
                continue;
            }
            let count = BallotCount {
                poll: poll.words.code.clone(),
                period: period.clone(),
                class: class.clone(),
                subject,
                question: poll.question_codes[*question].clone(),
                counts: by_mark,
                no_view,
                blank,
                void,
                entitled,
                issued,
                returned,
                place: subject_slot.place(),
            };
            tell_sum(&count, &row.field("returned"), sink);
            if is_over(issued, returned) {
                tell_over(&row.field("returned").spot(), issued, returned, poll.words, sink);
            }
            counts.push(count);
        }
    }
    without_repeats(counts, sink)
}

/// A count in a cell where an empty one says nought: the sum against the ballots returned holds it to its word.
fn or_nought(slot: &Slot<'_>, sink: &mut Sink) -> Option<u32> {
    if slot.is_fault(sink) {
        return None;
    }
    if slot.is_empty() {
        return Some(0);
    }
    let count = slot.as_count();
    if count.is_none() {
        sink.push_cell("R026", &slot.place(), || count_not_whole(&slot.spot()));
    }
    count
}

fn tell_sum(count: &BallotCount, slot: &Slot<'_>, sink: &mut Sink) {
    let parts = count.counts.iter().map(|(n, _)| *n).chain([count.no_view, count.blank, count.void]);
    let sum: u64 = parts.map(u64::from).sum();
    if sum != u64::from(count.returned) {
        let what = Text::new(
            "各档、不了解、未填与无效票之和应等于收回数",
            "marks, no view, blank and void make up the returned",
        );
        let at = vec![slot.spot().at];
        sink.push_cell("R040", &slot.place(), || counts_do_not_add(at, &what, sum, count.returned.into()));
    }
}

fn without_repeats(mut counts: Vec<BallotCount>, sink: &mut Sink) -> Vec<BallotCount> {
    counts.sort_by(|a, b| {
        (&a.poll, &a.period, &a.class, &a.subject, &a.question, &a.place).cmp(&(
            &b.poll,
            &b.period,
            &b.class,
            &b.subject,
            &b.question,
            &b.place,
        ))
    });
    counts.dedup_by(|later, first| {
        let is_same = (&later.poll, &later.period, &later.class, &later.subject, &later.question)
            == (&first.poll, &first.period, &first.class, &first.subject, &first.question);
        if is_same {
            let what = Text::new("同一对象、票类和测评项目的票数", "the count of a subject, class and question");
            let found = format!("{} {} {}", first.subject.code(), first.class, first.question);
            sink.push(row_duplicate(first.place.clone(), later.place.clone(), &what, &found, Severity::Error));
        }
        is_same
    });
    let mut first_of = BTreeMap::new();
    for count in &counts {
        let key = (&count.poll, &count.period, &count.class, &count.subject);
        let (first, of_first) = *first_of.entry(key).or_insert((&count.place, (count.issued, count.returned)));
        if of_first != (count.issued, count.returned) {
            let what = Text::new(
                "同一对象和票类各测评项目的发出、收回数应相同",
                "issued and returned are the same for every question of a subject and class",
            );
            let at = vec![count.place.clone().into(), first.clone().into()];
            sink.push(counts_do_not_add(at, &what, count.returned.into(), of_first.1.into()));
        }
    }
    counts
}
