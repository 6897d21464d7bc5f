//! From cells to rows: rosters first, then everything that names them, then what only the whole can tell.

use std::collections::BTreeMap;

use super::findings::roster_empty;
use super::headers::Grid;
use super::lists::{Lists, Roster};
use super::rows::Records;
use super::sink::Sink;
use super::sources::taken;
use super::voters::Standing;
use super::{
    ballots, cases, claims, counts, coverage, decisions, events, facts, ledger, lineage, marks, memory, occurrences,
    people, registers, returns, sanctions, units, whole_ballots,
};
use crate::assessment::{Assessment, TableSource};
use crate::diag::Checked;
use crate::facts::Registers;
use crate::scheme::words::{Table, Words};
use crate::sheets::Workbook;

/// Reads every sheet that `assessment` names into rows, and tells everything that could not be taken in.
///
/// `raw_files` are the paths of all files in raw/, whether they could be opened or not. The rows do not depend on the order
/// of files, sheets or rows, but for the places that they carry.
#[must_use]
pub fn read(assessment: &Assessment, words: &Words, workbooks: &[Workbook], raw_files: &[String]) -> Checked<Records> {
    let mut sink = Sink::default();
    let lists = Lists::of(words);
    let mut grids: BTreeMap<Table, Vec<Grid<'_>>> = BTreeMap::new();
    let mut is_named = BTreeMap::new();
    for taken in taken(assessment, words, workbooks, raw_files, &mut sink) {
        is_named.insert(taken.table, ());
        if let Some(grid) = Grid::of(taken.sheet, taken.source, taken.layout, &mut sink) {
            grids.entry(taken.table).or_default().push(grid);
        }
    }
    for of_table in grids.values_mut() {
        of_table.sort_by(|a, b| (&a.sheet.file, &a.sheet.name).cmp(&(&b.sheet.file, &b.sheet.name)));
    }
    let of = |table: Table| grids.get(&table).map(Vec::as_slice).unwrap_or_default();
    let (units, left_out) = units::read(of(Table::Units), assessment, &lists, &mut sink);
    let mut roster = Roster::of_units(&units, left_out);
    if units.is_empty() && source_of(assessment, "units").is_some() {
        roster.is_empty_of(Table::Units);
    }
    let (people, left_out) = people::read(of(Table::People), assessment, &lists, &roster, &mut sink);
    roster.add_people(&people, left_out);
    if people.is_empty() && source_of(assessment, "people").is_some() {
        roster.is_empty_of(Table::People);
    }
    let mut more_rows = returns::Rows::new();
    let (events, past_events) = events::read(of(Table::Events), assessment, &lists, &roster, &mut sink);
    let (decided, amendments) = decisions::read(of(Table::Decisions), assessment, &lists, &roster, &mut sink);
    let (actions, deeds) = ledger::read(of(Table::Ledger), assessment, &lists, &roster, &mut sink);
    let numbers = registers::Numbers::of(&events);
    let registers = Registers {
        deeds,
        talks: registers::talks(of(Table::Talks), &lists, &roster, &mut sink),
        tasks: registers::tasks(of(Table::Tasks), &roster, &mut sink),
        parts: registers::parts(of(Table::Collective), &numbers, &roster, &mut sink),
        receipts: registers::receipts(of(Table::Receipts), &numbers, &roster, &mut sink),
        answers: registers::answers(of(Table::Checks), &lists, &roster, &mut sink),
        steps: registers::steps(of(Table::Steps), &numbers, &lists, &mut sink),
        gravities: registers::gravities(of(Table::Events), &events, &mut sink),
    };
    let standing = Standing::of(&people, &words.periods, assessment.year);
    let with = (&roster, &standing);
    let mut casts = ballots::read(of(Table::Ballots), Table::Ballots, &lists, with, &mut more_rows, &mut sink);
    casts.extend(ballots::read(of(Table::Survey), Table::Survey, &lists, with, &mut more_rows, &mut sink));
    let mut casts = ballots::without_repeats(casts, &mut more_rows, &mut sink);
    whole_ballots::judge(&mut casts, words, &mut sink);
    let records = Records {
        marks: marks::read(of(Table::Marks), assessment, &lists, &roster, &mut sink),
        actions,
        ballots: ballots::without_voters(casts),
        ballot_counts: counts::read(of(Table::BallotCounts), &lists, &roster, &mut sink),
        ballot_returns: returns::read(of(Table::BallotReturns), &lists, &roster, &mut sink),
        cases: cases::read(of(Table::Cases), &lists, &roster, &mut sink),
        claims: claims::read(of(Table::Claims), assessment, &lists, &roster, &mut sink),
        events,
        registers,
        facts: facts::read(of(Table::Facts), &lists, &roster, &mut sink),
        occurrences: occurrences::read(of(Table::Occurrences), assessment, &lists, &roster, &mut sink),
        past_events,
        decisions: decided,
        amendments,
        history: memory::history(of(Table::History), assessment, &roster, &mut sink),
        unit_steps: lineage::steps(of(Table::UnitHistory), assessment, &mut sink),
        sanctions: sanctions::read(of(Table::Sanctions), &lists, &roster, &mut sink),
        confirmations: memory::confirmations(of(Table::Confirmations), &lists, &roster, &mut sink),
        units,
        people,
    };
    whole_ballots::tell_counted(&records.ballot_counts, words, &mut sink);
    returns::compare(&records, &more_rows, &lists, &mut sink);
    coverage::check(&records, assessment, &lists, is_named.contains_key(&Table::Marks), &mut sink);
    for (table, name) in [(Table::Units, "units"), (Table::People, "people")] {
        if let (n @ 1.., Some(source)) = (sink.n_untold(table), source_of(assessment, name)) {
            // Without units nobody can hold a post; mending the first roster may mend the other.
            sink.push(roster_empty(source.place.clone(), table == Table::Units, n));
            break;
        }
    }
    Checked { value: records, findings: sink.into_findings() }
}

/// The first entry of kaoze.toml for a table.
fn source_of<'a>(assessment: &'a Assessment, table: &str) -> Option<&'a TableSource> {
    assessment.tables.iter().find(|source| source.table == table)
}
