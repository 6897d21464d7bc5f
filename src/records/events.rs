//! 责任追究 and 一票否决 events.

use std::collections::BTreeMap;

use super::cells::Slot;
use super::claims::charged_here;
use super::findings::{ground_unknown, row_duplicate};
use super::headers::Grid;
use super::lists::{Lists, Roster};
use super::sink::Sink;
use crate::assessment::Assessment;
use crate::diag::{Severity, Text};
use crate::facts::Event;

/// Events charged to the year, by number, revoked ones kept and marked; and, where a rule remembers them, those charged to
/// earlier years.
pub(super) fn read(
    grids: &[Grid<'_>],
    assessment: &Assessment,
    lists: &Lists<'_>,
    roster: &Roster,
    sink: &mut Sink,
) -> (Vec<Event>, Vec<Event>) {
    let mut events: BTreeMap<_, Event> = BTreeMap::new();
    for grid in grids {
        grid.tell_unknown_columns(sink);
        for row in grid.rows(sink) {
            let Some(year) = charged(&row.field("year"), assessment, lists.words.remembers_events, sink) else {
                continue;
            };
            let id = row.field("id").required_shared(sink);
            let unit = roster.unit(&row.field("unit"), sink);
            let person_slot = row.field("person");
            let person = match person_slot.is_empty() {
                true => Some(None),
                false => roster.person(&person_slot, unit.as_ref(), sink).map(Some),
            };
            let ground_slot = row.field("ground");
            let ground = lists.grounds.named(&ground_slot, "R038", ground_unknown, sink).cloned();
            let matter = row.field("matter").optional(sink).map(|text| (*text).into());
            let date = row.field("date").day(sink);
            let document = row.field("document").required_shared(sink);
            let measure = row.field("measure").optional(sink).unwrap_or_default();
            let revoked = row.field("revoked").yes_no(grid.layout, sink);
            let (Some(id), Some(unit), Some(person), Some(ground), Some(date), Some(document), Some(revoked)) =
                (id, unit, person, ground, date, document, revoked)
            else {
                continue;
            };
            let place = ground_slot.place();
            if let Some(first) = events.get(&id) {
                let what = Text::new("事件编号", "the number of an event");
                sink.push(row_duplicate(first.place.clone(), place, &what, &id, Severity::Error));
                continue;
            }
            let measure = (*measure).into();
            let event =
                Event { id: id.clone(), unit, person, ground, matter, date, document, measure, year, revoked, place };
            events.insert(id, event);
        }
    }
    events.into_values().partition(|event| event.year == assessment.year)
}

/// The year of an event that counts: this one, or an earlier one that is remembered.
fn charged(slot: &Slot<'_>, assessment: &Assessment, remembers: bool, sink: &mut Sink) -> Option<i32> {
    if remembers && let Some(year) = slot.as_year().filter(|year| *year < assessment.year) {
        return Some(year);
    }
    charged_here(slot, assessment, sink)
}
