//! 民主测评 and 满意度调查 as they were handed in: a row per ballot and subject, a column per question.

use std::collections::BTreeSet;

use super::boxes;
use super::cells::{Slot, folded};
use super::findings::{
    Known, cell_merged, column_duplicate, column_missing, item_unknown, listed, mark_unknown, period_unknown,
    poll_unknown, row_duplicate,
};
use super::headers::{Grid, Row};
use super::lists::{Lists, PollNames, Roster, Word};
use super::lookup::Lookup;
use super::returns::Rows;
use super::rows::{Ballot, Tick};
use super::sink::Sink;
use super::voters::Standing;
use super::whole_ballots::Cast;
use crate::diag::{At, Place, Severity, Text};
use crate::scheme::words::{PollKind, Table};
use crate::terms::{ClassCode, PeriodCode, PersonCode, PollCode, Subject};

/// Wide columns of a sheet, poll by poll.
pub(super) struct PollColumns {
    /// For each poll, the column of each question (or mark), if the sheet has one.
    pub(super) of_poll: Vec<Vec<Option<u32>>>,
    /// Columns that mean something in some poll.
    all: BTreeSet<u32>,
}

impl PollColumns {
    /// Columns that mean nothing in this poll.
    fn others(&self, poll: usize) -> Vec<u32> {
        self.all.iter().copied().filter(|column| !self.of_poll[poll].contains(&Some(*column))).collect()
    }

    /// Finds out what each wide column means in each poll of some kinds.
    pub(super) fn of(
        grid: &Grid<'_>,
        lists: &Lists<'_>,
        kinds: &[PollKind],
        parts: for<'p> fn(&'p PollNames<'_>) -> (&'p Lookup<usize>, usize),
        sink: &mut Sink,
    ) -> Self {
        let mut of_poll: Vec<Vec<Option<u32>>> = lists.polls.iter().map(|poll| vec![None; parts(poll).1]).collect();
        let mut all = BTreeSet::new();
        for (column, header) in &grid.wide {
            let mut is_known = false;
            for (poll, columns) in lists.polls.iter().zip(&mut of_poll) {
                let part = parts(poll).0.head(header).filter(|_| kinds.contains(&poll.words.kind));
                let Some(part) = part else { continue };
                match columns[*part] {
                    Some(first) if !is_known => {
                        let first = grid.header_spot(grid.header_row, first, header);
                        sink.push(column_duplicate(&first, &grid.header_spot(grid.header_row, *column, header)));
                    }
                    Some(_) => {}
                    None => columns[*part] = Some(*column),
                }
                is_known = true;
            }
            if is_known {
                all.insert(*column);
            } else if grid.is_for_people(header) {
                grid.tell_unknown_column(*column, header, sink);
            } else {
                let mut known = Known::default();
                let mut names = Vec::new();
                for poll in lists.polls.iter().filter(|poll| kinds.contains(&poll.words.kind)) {
                    let of_this = parts(poll).0.known(header);
                    names.push(of_this.expected.zh);
                    known.nearest = known.nearest.or(of_this.nearest);
                    known.expected_at = known.expected_at.or(of_this.expected_at);
                }
                known.expected = listed(names.iter().map(String::as_str));
                sink.push(item_unknown(&grid.header_spot(grid.header_row, *column, header), &known));
            }
        }
        Self { of_poll, all }
    }
}

/// A poll's questions and their number.
fn questions<'p>(poll: &'p PollNames<'_>) -> (&'p Lookup<usize>, usize) {
    (&poll.questions, poll.words.questions.len())
}

/// Ballots (or answers) in the order of the sheets; rows left out for their ticks go to `more_rows`.
pub(super) fn read(
    grids: &[Grid<'_>],
    table: Table,
    lists: &Lists<'_>,
    (roster, standing): (&Roster, &Standing<'_>),
    more_rows: &mut Rows,
    sink: &mut Sink,
) -> Vec<Cast> {
    let kinds = [if table == Table::Survey { PollKind::Survey } else { PollKind::Appraisal }];
    let polls = lists.polls_of(&kinds);
    let mut casts = Vec::new();
    for grid in grids {
        let columns = PollColumns::of(grid, lists, &kinds, questions, sink);
        let others: Vec<Vec<u32>> = (0..lists.polls.len()).map(|poll| columns.others(poll)).collect();
        let mut told = BTreeSet::new();
        for row in grid.rows(sink) {
            let Some(at) = polls.named(&row.field("poll"), "R034", poll_unknown, sink).copied() else { continue };
            let poll = &lists.polls[at];
            let period = poll.periods.named(&row.field("period"), "R032", period_unknown, sink);
            let number = row.field("ballot").required_shared(sink);
            let subject_slot = row.field("subject");
            let subject = roster.subject(&subject_slot, poll.words.subject, sink);
            let found = boxes::find(&row, poll, period, subject.as_ref(), standing, roster, sink);
            if columns.of_poll[at].contains(&None) {
                if told.insert(at) {
                    tell_missing(grid, poll, &columns.of_poll[at], sink);
                }
                continue;
            }
            let ticks = ticks(&row, poll, &columns.of_poll[at], sink);
            tell_others(&row, poll, &others[at], sink);
            let (Some(period), Some(found), Some(subject)) = (period, found, subject) else { continue };
            let (Some(number), Some((ticks, void))) = (number, ticks) else {
                for class in found.classes {
                    let key = (poll.words.code.clone(), period.clone(), class, subject.clone());
                    *more_rows.entry(key).or_default() += 1;
                }
                continue;
            };
            for class in found.classes {
                let ballot = Ballot {
                    poll: poll.words.code.clone(),
                    period: period.clone(),
                    class,
                    subject: subject.clone(),
                    number: number.clone(),
                    void: void || found.void,
                    by_rule: false,
                    ticks: ticks.clone(),
                    place: subject_slot.place(),
                };
                casts.push(Cast { ballot, voter: found.voter.clone() });
            }
        }
    }
    casts
}

fn tell_missing(grid: &Grid<'_>, poll: &PollNames<'_>, columns: &[Option<u32>], sink: &mut Sink) {
    for (question, _) in poll.words.questions.iter().zip(columns).filter(|(_, column)| column.is_none()) {
        let expected = listed([question.code.as_str(), &question.name]);
        let place = grid.sheet.place(grid.header_row, 0);
        sink.push(column_missing(place, &question.name, expected, None, &poll.words.name));
    }
}

/// One tick per question, and whether a word voids the ballot; nothing after a finding.
fn ticks(
    row: &Row<'_, '_>,
    poll: &PollNames<'_>,
    columns: &[Option<u32>],
    sink: &mut Sink,
) -> Option<(Vec<(Tick, u32)>, bool)> {
    let mut ticks = Vec::with_capacity(columns.len());
    let (mut void, mut is_sound) = (false, true);
    for (question, column) in poll.words.questions.iter().zip(columns.iter().flatten()) {
        let slot = row.wide(*column, &question.name);
        let tick = match tick(row, &slot, *column, poll, sink) {
            Some(Some(Word::Mark(mark))) => Tick::Mark(mark),
            Some(Some(Word::NoView)) => Tick::NoView,
            Some(Some(Word::Void)) => {
                void = true;
                Tick::Blank
            }
            Some(None) => Tick::Blank,
            None => {
                is_sound = false;
                Tick::Blank
            }
        };
        ticks.push((tick, *column));
    }
    is_sound.then_some((ticks, void))
}

/// The word in a cell; `Some(None)` for an empty cell, `None` after a finding.
fn tick(
    row: &Row<'_, '_>,
    slot: &Slot<'_>,
    column: u32,
    poll: &PollNames<'_>,
    sink: &mut Sink,
) -> Option<Option<Word>> {
    let Some(text) = slot.text() else {
        if row.is_under_merge(column) {
            let at = At { place: slot.place(), caption: Some(Text::new(slot.header, slot.header)) };
            sink.push_cell("R017", &slot.place(), || cell_merged(at));
            return None;
        }
        return Some(None);
    };
    if slot.is_fault(sink) {
        return None;
    }
    let word = poll.ticks.get(&*folded(&text)).cloned();
    if word.is_none() {
        sink.push_cell("R021", &slot.place(), || mark_unknown(&slot.spot(), &poll.known_tick(&text)));
    }
    word.map(Some)
}

/// Ticks under a question of another poll.
fn tell_others(row: &Row<'_, '_>, poll: &PollNames<'_>, others: &[u32], sink: &mut Sink) {
    for column in others {
        let slot = row.wide(*column, &poll.words.name);
        if !slot.is_empty() {
            let expected = listed(poll.words.questions.iter().map(|question| question.name.as_str()));
            let known = Known { expected, expected_at: Some(poll.words.place.clone()), nearest: None };
            sink.push_cell("R022", &slot.place(), || item_unknown(&slot.spot(), &known));
        }
    }
}

/// Ballots by poll, period, class, subject and number, each number once, and each voter once about a subject.
pub(super) fn without_repeats(mut casts: Vec<Cast>, more_rows: &mut Rows, sink: &mut Sink) -> Vec<Cast> {
    fn key(cast: &Cast) -> (&PollCode, &PeriodCode, &ClassCode, &Subject, Option<&PersonCode>, Option<&str>) {
        let ballot = &cast.ballot;
        // A voter has one ballot, whatever number stands on it.
        let number = cast.voter.is_none().then_some(&*ballot.number);
        (&ballot.poll, &ballot.period, &ballot.class, &ballot.subject, cast.voter.as_ref(), number)
    }
    casts.sort_unstable_by(|a, b| (key(a), &a.ballot.place).cmp(&(key(b), &b.ballot.place)));
    casts.dedup_by(|later, first| {
        let is_same = key(later) == key(first);
        if is_same {
            let what = if first.voter.is_some() {
                Text::new("同一测评人对同一对象的测评", "the ballot of a voter about one subject")
            } else {
                Text::new("同一票号对同一对象的测评", "a ballot number for one subject")
            };
            let (first, later) = (&first.ballot, &later.ballot);
            let key = (first.poll.clone(), first.period.clone(), first.class.clone(), first.subject.clone());
            *more_rows.entry(key).or_default() += 1;
            sink.push_cell("R012", &later.place, || {
                row_duplicate(first.place.clone(), later.place.clone(), &what, &later.number, Severity::Error)
            });
        }
        is_same
    });
    casts
}

/// The ballots without their voters: neither the name nor the row is kept of a ballot that named its voter.
pub(super) fn without_voters(casts: Vec<Cast>) -> Vec<Ballot> {
    let mut ballots: Vec<Ballot> = casts
        .into_iter()
        .map(|Cast { mut ballot, voter }| {
            if voter.is_some() {
                ballot.number = "".into();
                if let Place::Cell(file, sheet, ..) = ballot.place {
                    ballot.place = Place::Sheet(file, sheet);
                }
            }
            ballot
        })
        .collect();
    // They stood in the order of their voters; now equal ballots stand together.
    ballots.sort_by(|a, b| {
        (&a.poll, &a.period, &a.class, &a.subject, &a.number, &a.place, a.void, &a.ticks)
            .cmp(&(&b.poll, &b.period, &b.class, &b.subject, &b.number, &b.place, b.void, &b.ticks))
    });
    ballots
}
