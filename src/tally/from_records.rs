//! Records → tally: everything sorted, polls counted.

use std::collections::{BTreeMap, BTreeSet};

use super::findings::{count_failed, facts_differ};
use super::model::{CaseCount, Counted, Given, Tally};
use super::polls::count_polls;
use super::valid_polls::check_polls;
use crate::diag::{Checked, Findings};
use crate::facts::{Entry, Occurrence, Stated};
use crate::records::Records;
use crate::scheme::words::{MarkValue, Words};
use crate::terms::Subject;

/// Counts everything; cells of ballots are kept only for the subjects asked about.
#[must_use]
pub fn tally(records: Records, words: &Words, asked: &BTreeSet<Subject>) -> Checked<Tally> {
    let mut findings = Findings::default();
    let mut polls = count_polls(&records, words, asked).unwrap_or_else(|cause| {
        findings.push(count_failed::finding(&cause.to_string()));
        BTreeMap::new()
    });
    check_polls(&mut polls, &words.polls, &words.periods, &mut findings);
    let mut marks: BTreeMap<_, Vec<Given>> = BTreeMap::new();
    for mark in records.marks {
        let given = Given {
            inspector: mark.inspector,
            entry: mark.entry,
            member: mark.member,
            note: mark.note,
            place: mark.place,
        };
        marks.entry((mark.unit, mark.item, mark.period)).or_default().push(given);
    }
    for ((unit, item, _), given) in &mut marks {
        given.sort_by(|a, b| (&a.inspector, &a.place).cmp(&(&b.inspector, &b.place)));
        let panel =
            words.item(item).is_some_and(|item| matches!(item.value, MarkValue::Points { .. } | MarkValue::Word(_)));
        check_agreement(panel, unit.as_str(), item.as_str(), given, &mut findings);
    }
    let mut actions: BTreeMap<_, Vec<Counted>> = BTreeMap::new();
    for action in records.actions {
        let counted = Counted { date: action.date, what: action.what, place: action.place };
        actions.entry((action.unit, action.item, action.period)).or_default().push(counted);
    }
    for list in actions.values_mut() {
        list.sort_by(|a, b| (a.date, &a.place).cmp(&(b.date, &b.place)));
    }
    let cases = records
        .cases
        .into_iter()
        .map(|row| ((row.unit, row.year, row.indicator), CaseCount { count: row.count, place: row.place }));
    let mut facts: BTreeMap<_, Vec<Stated>> = BTreeMap::new();
    for fact in records.facts {
        facts.entry((fact.measure.clone(), fact.subject.clone())).or_default().push(fact);
    }
    let mut occurrences: BTreeMap<_, Vec<Occurrence>> = BTreeMap::new();
    for row in records.occurrences {
        occurrences.entry(row.unit.clone()).or_default().push(row);
    }
    for list in facts.values_mut() {
        list.sort_by(|a, b| a.place.cmp(&b.place));
    }
    for list in occurrences.values_mut() {
        list.sort_by(|a, b| (a.date, &a.place).cmp(&(b.date, &b.place)));
    }
    let mut value = Tally {
        facts,
        occurrences,
        cases: cases.collect(),
        units: records.units,
        people: records.people,
        claims: records.claims,
        events: records.events,
        past_events: records.past_events,
        decisions: records.decisions,
        amendments: records.amendments,
        history: records.history,
        sanctions: records.sanctions,
        confirmations: records.confirmations,
        registers: records.registers,
        marks,
        actions,
        polls,
    };
    value.units.sort_by(|a, b| a.code.cmp(&b.code));
    value.people.sort_by(|a, b| a.code.cmp(&b.code));
    value.claims.sort_by(|a, b| (&a.id, &a.place).cmp(&(&b.id, &b.place)));
    value.events.sort_by(|a, b| (a.date, &a.id).cmp(&(b.date, &b.id)));
    value.decisions.sort_by(|a, b| (a.date, &a.id).cmp(&(b.date, &b.id)));
    value.past_events.sort_by(|a, b| (a.date, &a.id).cmp(&(b.date, &b.id)));
    value.amendments.sort_by(|a, b| (a.year, &a.decision.id).cmp(&(b.year, &b.decision.id)));
    value.history.sort_by(|a, b| (&a.subject, a.year).cmp(&(&b.subject, b.year)));
    value.sanctions.sort_by(|a, b| (a.decided, &a.id).cmp(&(b.decided, &b.id)));
    Checked { value, findings }
}

/// Inspectors may differ on points; on a fact (a count, a date, 有/无, whether it applies) they may not.
fn check_agreement(panel: bool, unit: &str, item: &str, given: &[Given], findings: &mut Findings) {
    let stated = given.iter().filter(|given| given.entry != Entry::Blank);
    let mut first: Option<&Given> = None;
    for next in stated {
        match first {
            None => first = Some(next),
            Some(before) => {
                let both_points = panel && is_given(before) && is_given(next);
                if !both_points && before.entry != next.entry {
                    findings.push(facts_differ::finding(unit, item, before, next));
                    return;
                }
            }
        }
    }
}

fn is_given(given: &Given) -> bool {
    matches!(given.entry, Entry::Given(_))
}
