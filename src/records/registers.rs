//! 约谈台账, 整改任务台账, 集体决策, 送达, 清单自查, 办理步骤, and the gravity of events.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::cells::{Slot, folded, yes_no_words};
use super::findings::{check_entry_unknown, event_unknown, row_duplicate, step_unknown, yes_no_expected};
use super::headers::{Grid, Row};
use super::lists::{Lists, Roster};
use super::lookup::Lookup;
use super::sink::Sink;
use crate::diag::{Place, Severity, Text};
use crate::facts::{Answer, Event, Gravity, Receipt, StepTaken, Talk, Task, TookPart};
use crate::scheme::words::Named;

/// Text that may be there, shared; empty if it is not.
fn text(slot: &Slot<'_>, sink: &mut Sink) -> Arc<str> {
    slot.optional(sink).map_or_else(|| Arc::from(""), |text| (*text).into())
}

/// A day that may be there; `None` outside when something stands there that is no day.
fn day(slot: &Slot<'_>, sink: &mut Sink) -> Option<Option<NaiveDate>> {
    if slot.is_empty() { Some(None) } else { slot.day(sink).map(Some) }
}

/// Which of these fields are filled in; 否 or 无 says that one is not.
fn filled(row: &Row<'_, '_>, fields: &[&'static str]) -> BTreeSet<&'static str> {
    let is_there = |field: &&&'static str| row.field(field).text().is_some_and(|text| !is_no(&text, row.grid));
    fields.iter().filter(is_there).copied().collect()
}

/// Several words with strokes between them.
pub(super) fn several(slot: &Slot<'_>, sink: &mut Sink) -> Vec<Arc<str>> {
    let text = slot.optional(sink).unwrap_or_default();
    text.split(['、', '；', ';', '，', ',']).map(str::trim).filter(|word| !word.is_empty()).map(Arc::from).collect()
}

fn lookup(all: &[Named<String>]) -> Lookup<String> {
    Lookup::of_named(all, None, |i| all[i].code.clone())
}

/// Adds a row under its number, unless that stands already.
fn once<T>(
    rows: &mut BTreeMap<Arc<str>, (T, Place)>,
    id: &Arc<str>,
    row: T,
    place: &Place,
    what: &Text,
    sink: &mut Sink,
) {
    if let Some((_, first)) = rows.get(id) {
        sink.push(row_duplicate(first.clone(), place.clone(), what, id, Severity::Error));
    } else {
        rows.insert(id.clone(), (row, place.clone()));
    }
}

/// 约谈台账 by day and number.
pub(super) fn talks(grids: &[Grid<'_>], lists: &Lists<'_>, roster: &Roster, sink: &mut Sink) -> Vec<Talk> {
    let kinds = lookup(&lists.words.registers.talk_kinds);
    let mut rows = BTreeMap::new();
    for grid in grids {
        grid.tell_unknown_columns(sink);
        for row in grid.rows(sink) {
            let id = row.field("id").required_shared(sink);
            let date = row.field("date").day(sink);
            let talker_name = text(&row.field("talker"), sink);
            let talker = roster.find_person(&talker_name);
            let with = roster.people_listed(&row.field("with"), None, sink);
            let kind = row.field("kind").required_shared(sink);
            let (notice, report) = (day(&row.field("notice"), sink), day(&row.field("report"), sink));
            let nature = text(&row.field("nature"), sink);
            let trigger = text(&row.field("trigger"), sink);
            let form = text(&row.field("form"), sink);
            let record = row.field("record").optional(sink).is_some_and(|text| !is_no(&text, grid));
            let absent = Some(text(&row.field("absent"), sink)).filter(|text| !is_no(text, grid)).unwrap_or_default();
            let fields = ["talker", "nature", "trigger", "form", "record", "notice", "report", "signed", "filed"];
            let filled = filled(&row, &fields);
            let (Some(id), Some(date), Some(with), Some(kind), Some(notice), Some(report)) =
                (id, date, with, kind, notice, report)
            else {
                continue;
            };
            let kind = kinds.one(&folded(&kind)).map_or(kind, |known| Arc::from(known.as_str()));
            let place = row.field("date").place();
            let talk = Talk {
                id: id.clone(),
                date,
                talker,
                talker_name,
                with,
                kind,
                nature,
                trigger,
                form,
                record,
                notice,
                report,
                absent,
                filled,
                place: place.clone(),
            };
            once(&mut rows, &id, talk, &place, &Text::new("约谈编号", "the number of a talk"), sink);
        }
    }
    let mut talks: Vec<Talk> = rows.into_values().map(|(talk, _)| talk).collect();
    talks.sort_by(|a, b| (a.date, &a.id).cmp(&(b.date, &b.id)));
    talks
}

/// Whether a text says no.
fn is_no(text: &str, grid: &Grid<'_>) -> bool {
    grid.layout.no.iter().any(|no| no == text)
}

/// 整改任务台账 by number.
pub(super) fn tasks(grids: &[Grid<'_>], roster: &Roster, sink: &mut Sink) -> Vec<Task> {
    let mut rows = BTreeMap::new();
    for grid in grids {
        grid.tell_unknown_columns(sink);
        for row in grid.rows(sink) {
            let id = row.field("id").required_shared(sink);
            let unit = roster.unit(&row.field("unit"), sink);
            let person_slot = row.field("person");
            let person = match person_slot.is_empty() {
                true => Some(None),
                false => roster.person(&person_slot, unit.as_ref(), sink).map(Some),
            };
            let problem = row.field("problem").required_shared(sink);
            let source = row.field("source").required_shared(sink);
            let found = row.field("found").day(sink);
            let due = day(&row.field("due"), sink);
            let done = day(&row.field("done"), sink);
            let report = day(&row.field("report"), sink);
            let measures = text(&row.field("measures"), sink);
            let note = text(&row.field("state"), sink);
            let more = ["lead", "assist", "chief", "standard", "target", "safeguards", "overseer"];
            let filled = filled(&row, &[&["person", "due", "measures", "report"], &more[..]].concat());
            let (Some(id), Some(unit), Some(person), Some(problem), Some(source), Some(found)) =
                (id, unit, person, problem, source, found)
            else {
                continue;
            };
            let (Some(due), Some(done), Some(report)) = (due, done, report) else { continue };
            let place = row.field("found").place();
            let task = Task {
                id: id.clone(),
                unit,
                person,
                problem,
                source,
                found,
                due,
                measures,
                done,
                report,
                note,
                filled,
                place: place.clone(),
            };
            once(&mut rows, &id, task, &place, &Text::new("整改任务编号", "the number of a task"), sink);
        }
    }
    rows.into_values().map(|(task, _)| task).collect()
}

/// The numbers of the events of the year.
pub(super) struct Numbers(Lookup<Arc<str>>);

impl Numbers {
    pub(super) fn of(events: &[Event]) -> Self {
        let mut lookup = Lookup::new(None);
        for event in events {
            lookup.add(&event.id, &event.id, &[], event.id.clone());
        }
        Self(lookup)
    }

    fn event(&self, row: &Row<'_, '_>, sink: &mut Sink) -> Option<Arc<str>> {
        self.0.named(&row.field("event"), "R101", event_unknown, sink).cloned()
    }
}

/// 集体决策.
pub(super) fn parts(grids: &[Grid<'_>], numbers: &Numbers, roster: &Roster, sink: &mut Sink) -> Vec<TookPart> {
    let mut parts: Vec<TookPart> = Vec::new();
    for grid in grids {
        grid.tell_unknown_columns(sink);
        for row in grid.rows(sink) {
            let event = numbers.event(&row, sink);
            let person = roster.person(&row.field("person"), None, sink);
            let part = row.field("part").required_shared(sink);
            let recorded = row.field("recorded").optional(sink).filter(|text| !is_no(text, grid));
            let (Some(event), Some(person), Some(part)) = (event, person, part) else { continue };
            let place = row.field("part").place();
            if let Some(first) = parts.iter().find(|other| other.event == event && other.person == person) {
                let what = Text::new("同一事件同一人员的参与方式", "how a person took part in an event");
                sink.push(row_duplicate(first.place.clone(), place, &what, person.as_str(), Severity::Error));
                continue;
            }
            let recorded = recorded.map_or_else(|| Arc::from(""), |text| (*text).into());
            parts.push(TookPart { event, person, part, recorded, place });
        }
    }
    parts.sort_by(|a, b| (&a.event, &a.person).cmp(&(&b.event, &b.person)));
    parts
}

/// 送达.
pub(super) fn receipts(grids: &[Grid<'_>], numbers: &Numbers, roster: &Roster, sink: &mut Sink) -> Vec<Receipt> {
    let mut receipts: Vec<Receipt> = Vec::new();
    for grid in grids {
        grid.tell_unknown_columns(sink);
        for row in grid.rows(sink) {
            let event = numbers.event(&row, sink);
            let subject = roster.unit_or_person(&row.field("subject"), sink);
            let date = row.field("date").day(sink);
            let (appealed, answered) = (day(&row.field("appealed"), sink), day(&row.field("answered"), sink));
            let (Some(event), Some(subject), Some(date), Some(appealed), Some(answered)) =
                (event, subject, date, appealed, answered)
            else {
                continue;
            };
            let place = row.field("date").place();
            if let Some(first) = receipts.iter().find(|other| other.event == event && other.subject == subject) {
                let what = Text::new("同一决定对同一对象的送达", "the receipt of a decision");
                sink.push(row_duplicate(first.place.clone(), place, &what, subject.code(), Severity::Error));
                continue;
            }
            receipts.push(Receipt { event, subject, date, appealed, answered, place });
        }
    }
    receipts.sort_by(|a, b| (&a.event, &a.subject).cmp(&(&b.event, &b.subject)));
    receipts
}

/// 清单自查.
pub(super) fn answers(grids: &[Grid<'_>], lists: &Lists<'_>, roster: &Roster, sink: &mut Sink) -> Vec<Answer> {
    let entries = lookup(&lists.words.registers.checks);
    let mut rows: BTreeMap<(_, Arc<str>), Answer> = BTreeMap::new();
    for grid in grids {
        grid.tell_unknown_columns(sink);
        for row in grid.rows(sink) {
            let subject = roster.unit_or_person(&row.field("subject"), sink);
            let entry = entries.named(&row.field("entry"), "R102", check_entry_unknown, sink).cloned();
            let slot = row.field("answer");
            let yes = slot.required(sink).and_then(|_| slot.as_yes_no(grid.layout));
            if yes.is_none() && !slot.is_empty() {
                let expected = yes_no_words(grid.layout);
                sink.push_cell("R029", &slot.place(), || yes_no_expected(&slot.spot(), expected, None));
            }
            let evidence = row.field("evidence").optional(sink).is_some_and(|text| !is_no(&text, grid));
            let (Some(subject), Some(entry), Some(yes)) = (subject, entry, yes) else { continue };
            let entry: Arc<str> = entry.as_str().into();
            let place = slot.place();
            let key = (subject.clone(), entry.clone());
            if let Some(first) = rows.get(&key) {
                let what = Text::new("同一对象对同一条目的回答", "the answer of a subject to a question");
                sink.push(row_duplicate(first.place.clone(), place, &what, &entry, Severity::Error));
                continue;
            }
            rows.insert(key, Answer { subject, entry, yes, evidence, place });
        }
    }
    rows.into_values().collect()
}

/// 办理步骤.
pub(super) fn steps(grids: &[Grid<'_>], numbers: &Numbers, lists: &Lists<'_>, sink: &mut Sink) -> Vec<StepTaken> {
    let known = lookup(&lists.words.registers.steps);
    let mut steps = Vec::new();
    for grid in grids {
        grid.tell_unknown_columns(sink);
        for row in grid.rows(sink) {
            let event = numbers.event(&row, sink);
            let step = known.named(&row.field("step"), "R103", step_unknown, sink).cloned();
            let date = row.field("date").day(sink);
            let by = row.field("by").required_shared(sink);
            let (Some(event), Some(step), Some(date), Some(by)) = (event, step, date, by) else { continue };
            steps.push(StepTaken { event, step: step.as_str().into(), date, by, place: row.field("step").place() });
        }
    }
    steps.sort_by(|a, b| (&a.event, a.date, &a.place).cmp(&(&b.event, b.date, &b.place)));
    steps
}

/// 情节, 从重 and 从轻 of the events that have a row of their own.
pub(super) fn gravities(grids: &[Grid<'_>], events: &[Event], sink: &mut Sink) -> Vec<Gravity> {
    let known: BTreeSet<&str> = events.iter().map(|event| &*event.id).collect();
    let mut all: Vec<Gravity> = Vec::new();
    for grid in grids.iter().filter(|grid| grid.layout.field("severity").is_some()) {
        // What these rows lack was told when the events themselves were read.
        for row in grid.rows(&mut Sink::default()) {
            let Some(id) = row.field("id").text() else { continue };
            let Some(id) = known.get(&*id) else { continue };
            let slot = row.field("severity");
            let gravity = Gravity {
                event: (*id).into(),
                severity: text(&slot, sink),
                aggravating: several(&row.field("aggravating"), sink),
                mitigating: several(&row.field("mitigating"), sink),
                place: slot.place(),
            };
            if !all.iter().any(|other| other.event == gravity.event) {
                all.push(gravity);
            }
        }
    }
    all.sort_by(|a, b| a.event.cmp(&b.event));
    all
}
