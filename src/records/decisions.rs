//! 裁定 of the committee.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cells::Slot;
use super::findings::{decision_incomplete, grade_unknown, row_duplicate};
use super::headers::Grid;
use super::lists::{Lists, Roster};
use super::sink::Sink;
use crate::diag::{Severity, Text};
use crate::facts::Decision;

/// Decisions by number; one for each subject.
pub(super) fn read(grids: &[Grid<'_>], lists: &Lists<'_>, roster: &Roster, sink: &mut Sink) -> Vec<Decision> {
    let mut decisions: BTreeMap<Arc<str>, Decision> = BTreeMap::new();
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
            let (Some(id), Some(subject), Some(grade), Some(body), Some(date), Some(reason)) =
                (id, subject, grade, body, date, reason)
            else {
                continue;
            };
            let place = grade_slot.place();
            let decision = Decision { id: id.clone(), subject, grade, body, date, reason, place };
            let twin = decisions.get(&id).or_else(|| decisions.get(by_subject.get(&decision.subject)?));
            if let Some(first) = twin {
                let what = match first.id == id {
                    true => Text::new("裁定编号", "the number of a decision"),
                    false => Text::new("同一对象的裁定", "the decision on a subject"),
                };
                let found = if first.id == id { &*id } else { decision.subject.code() };
                sink.push(row_duplicate(first.place.clone(), decision.place, &what, found, Severity::Error));
                continue;
            }
            by_subject.insert(decision.subject.clone(), id.clone());
            decisions.insert(id, decision);
        }
    }
    decisions.into_values().collect()
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
