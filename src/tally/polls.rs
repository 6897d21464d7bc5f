//! Ballots → distributions. Polars counts the rows; a dense table holds the result.

use std::collections::{BTreeMap, BTreeSet};

use polars::prelude::{Column, DataFrame, IntoLazy, PolarsResult, col, len};

use super::model::{ClassTally, Distribution, PollTally};
use crate::diag::Place;
use crate::records::{Records, Tick};
use crate::scheme::words::{Blank, OverReturn, PollWords, Words};
use crate::terms::{ClassCode, MarkCode, PeriodCode, PollCode, Subject};

type Polls = BTreeMap<(PollCode, PeriodCode, Subject), PollTally>;
type Key = (PollCode, PeriodCode, Subject, ClassCode);

/// Counts every poll: raw ballots, counted sheets and the register of ballots issued and returned.
///
/// # Errors
/// When the counting of the table itself fails, which no data should bring about.
pub(super) fn count_polls(records: &Records, words: &Words, asked: &BTreeSet<Subject>) -> PolarsResult<Polls> {
    let mut classes: BTreeMap<Key, ClassTally> = BTreeMap::new();
    count_raw(records, words, asked, &mut classes)?;
    take_counted(records, words, asked, &mut classes);
    for entry in &records.ballot_returns {
        let key = (entry.poll.clone(), entry.period.clone(), entry.subject.clone(), entry.class.clone());
        let class = classes.entry(key).or_default();
        class.entitled = entry.entitled;
        class.issued = Some(entry.issued);
        class.returned = Some(entry.returned);
    }
    let mut polls = Polls::new();
    for ((poll, period, subject, class), mut tally) in classes {
        let over = matches!((tally.issued, tally.returned), (Some(issued), Some(returned)) if returned > issued);
        let void = words.poll(&poll).is_some_and(|poll| poll.over_return == OverReturn::Void);
        if over && void {
            tally.voided = true;
            tally.void += tally.valid;
            tally.valid = 0;
            tally.questions.clear();
        }
        polls.entry((poll, period, subject)).or_default().classes.insert(class, tally);
    }
    Ok(polls)
}

/// Rows of one tick each, as whole numbers that polars can group: which class about whom, which question, which answer.
#[derive(Default)]
struct Rows {
    key: Vec<u32>,
    question: Vec<u32>,
    answer: Vec<u32>,
}

fn count_raw(
    records: &Records,
    words: &Words,
    asked: &BTreeSet<Subject>,
    classes: &mut BTreeMap<Key, ClassTally>,
) -> PolarsResult<()> {
    let mut numbers: BTreeMap<Key, u32> = BTreeMap::new();
    let mut keys: Vec<(Key, &PollWords)> = Vec::new();
    let mut rows = Rows::default();
    for ballot in &records.ballots {
        let Some(poll) = words.poll(&ballot.poll) else { continue };
        let key = (ballot.poll.clone(), ballot.period.clone(), ballot.subject.clone(), ballot.class.clone());
        let next = u32::try_from(keys.len()).unwrap_or(u32::MAX);
        let number = *numbers.entry(key.clone()).or_insert_with(|| {
            keys.push((key.clone(), poll));
            next
        });
        let class = classes.entry(key).or_default();
        let blank = ballot.ticks.iter().any(|(tick, _)| *tick == Tick::Blank);
        class.void_by_rule += u32::from(ballot.by_rule);
        if ballot.void || (blank && poll.blank == Blank::VoidBallot) {
            class.void += 1;
            continue;
        }
        class.valid += 1;
        for (question, (tick, column)) in ballot.ticks.iter().enumerate() {
            let answer = answer_of(tick, poll);
            rows.key.push(number);
            rows.question.push(u32::try_from(question).unwrap_or(u32::MAX));
            rows.answer.push(answer);
            // A ballot that named its voter has no row any more, and shows no cell.
            if asked.contains(&ballot.subject)
                && matches!(ballot.place, Place::Cell(..))
                && let Some(question) = poll.questions.get(question)
            {
                let place = ballot.place.clone().at_column(*column);
                class.places.entry((question.code.clone(), answer as usize)).or_default().push(place);
            }
        }
    }
    for (key, question, answer, n) in grouped(rows)? {
        let Some((key, poll)) = keys.get(key as usize) else { continue };
        let Some(question) = poll.questions.get(question as usize) else { continue };
        let class = classes.entry(key.clone()).or_default();
        let counts =
            class.questions.entry(question.code.clone()).or_insert_with(|| Distribution::over(poll.marks.len()));
        add(counts, answer as usize, n);
    }
    Ok(())
}

/// An answer's number: the mark's place in the poll's list, then 不了解, then blank.
fn answer_of(tick: &Tick, poll: &PollWords) -> u32 {
    let n_marks = poll.marks.len();
    let at = match tick {
        Tick::Mark(code) => mark_at(poll, code).unwrap_or(n_marks + 1),
        Tick::NoView => n_marks,
        Tick::Blank => n_marks + 1,
    };
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn mark_at(poll: &PollWords, code: &MarkCode) -> Option<usize> {
    poll.marks.iter().position(|mark| mark.code == *code)
}

fn add(counts: &mut Distribution, answer: usize, n: u32) {
    match counts.marks.len() {
        marks if answer < marks => counts.marks[answer] += n,
        marks if answer == marks => counts.no_view += n,
        _ => counts.blank += n,
    }
}

/// Equal rows with their number, in no particular order; sums do not depend on it.
fn grouped(rows: Rows) -> PolarsResult<Vec<(u32, u32, u32, u32)>> {
    if rows.key.is_empty() {
        return Ok(Vec::new());
    }
    let columns = vec![
        Column::new("key".into(), rows.key),
        Column::new("question".into(), rows.question),
        Column::new("answer".into(), rows.answer),
    ];
    let counted = DataFrame::new_infer_height(columns)?
        .lazy()
        .group_by([col("key"), col("question"), col("answer")])
        .agg([len().alias("n")])
        .collect()?;
    let column = |name: &str| counted.column(name)?.u32().map(|c| c.into_no_null_iter().collect::<Vec<u32>>());
    let (key, question, answer, n) = (column("key")?, column("question")?, column("answer")?, column("n")?);
    Ok((0..n.len()).map(|i| (key[i], question[i], answer[i], n[i])).collect())
}

fn take_counted(records: &Records, words: &Words, asked: &BTreeSet<Subject>, classes: &mut BTreeMap<Key, ClassTally>) {
    for row in &records.ballot_counts {
        let Some(poll) = words.poll(&row.poll) else { continue };
        let key = (row.poll.clone(), row.period.clone(), row.subject.clone(), row.class.clone());
        let class = classes.entry(key).or_default();
        class.entitled = row.entitled;
        class.issued = Some(row.issued);
        class.returned = Some(row.returned);
        let answered = row.counts.iter().map(|(n, _)| n).sum::<u32>() + row.no_view + row.blank;
        class.valid = class.valid.max(answered);
        class.void = class.void.max(row.void);
        let counts =
            class.questions.entry(row.question.clone()).or_insert_with(|| Distribution::over(poll.marks.len()));
        for (answer, (n, place)) in row.counts.iter().enumerate() {
            add(counts, answer, *n);
            if asked.contains(&row.subject) {
                class.places.entry((row.question.clone(), answer)).or_default().push(place.clone());
            }
        }
        counts.no_view += row.no_view;
        counts.blank += row.blank;
    }
}
