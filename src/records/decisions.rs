//! 裁定 of the committee.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cells::Slot;
use super::findings::{charged_elsewhere, decision_incomplete, grade_unknown, row_duplicate};
use super::headers::Grid;
use super::lists::{Lists, Roster};
use super::sink::Sink;
use crate::assessment::Assessment;
use crate::diag::{Severity, Text};
use crate::facts::{Amendment, Decision};

/// Decisions by number, one for each subject; and those about an earlier year.
pub(super) fn read(
    grids: &[Grid<'_>],
    assessment: &Assessment,
    lists: &Lists<'_>,
    roster: &Roster,
    sink: &mut Sink,
) -> (Vec<Decision>, Vec<Amendment>) {
    let mut decisions: BTreeMap<Arc<str>, (i32, Decision)> = BTreeMap::new();
    let mut by_subject = BTreeMap::new();
    for grid in grids {
        grid.tell_unknown_columns(sink);
        for row in grid.rows(sink) {
            let id = row.field("id").required_shared(sink);
            let subject = roster.unit_or_person(&row.field("subject"), sink);
            let grade_slot = row.field("grade");
            let grade = lists.grades.named(&grade_slot, "R039", grade_unknown, sink).cloned();
            let body = stated(&row.field("body"), sink);
            let date_slot = row.field("date");
            let date = if is_stated(&date_slot, sink) { date_slot.day(sink) } else { None };
            let reason = stated(&row.field("reason"), sink);
            // Without a year the decision is about this one.
            let year_slot = row.field("year");
            let year = if year_slot.is_empty() { Some(assessment.year) } else { year_slot.year(sink) };
            let (Some(id), Some(subject), Some(grade), Some(body), Some(date), Some(reason), Some(year)) =
                (id, subject, grade, body, date, reason, year)
            else {
                continue;
            };
            let place = grade_slot.place();
            let decision = Decision { id: id.clone(), subject, grade, body, date, reason, place };
            if year > assessment.year {
                sink.push_cell("R050", &year_slot.place(), || charged_elsewhere(&year_slot.spot(), assessment.year));
                continue;
            }
            let key = (decision.subject.clone(), year);
            let twin = decisions.get(&id).or_else(|| decisions.get(by_subject.get(&key)?));
            if let Some((_, first)) = twin {
                let what = match first.id == id {
                    true => Text::new("裁定编号", "the number of a decision"),
                    false => Text::new("同一对象的裁定", "the decision on a subject"),
                };
                let found = if first.id == id { &*id } else { decision.subject.code() };
                sink.push(row_duplicate(first.place.clone(), decision.place, &what, found, Severity::Error));
                continue;
            }
            by_subject.insert(key, id.clone());
            decisions.insert(id, (year, decision));
        }
    }
    let (now, past): (Vec<_>, Vec<_>) = decisions.into_values().partition(|(year, _)| *year == assessment.year);
    let amendments = past.into_iter().map(|(year, decision)| Amendment { year, decision });
    (now.into_iter().map(|(_, decision)| decision).collect(), amendments.collect())
}

fn is_stated(slot: &Slot<'_>, sink: &mut Sink) -> bool {
    if slot.is_empty() {
        sink.push_cell("R043", &slot.place(), || decision_incomplete(&slot.spot()));
    }
    !slot.is_empty()
}

fn stated(slot: &Slot<'_>, sink: &mut Sink) -> Option<Arc<str>> {
    if is_stated(slot, sink) { slot.required_shared(sink) } else { None }
}
