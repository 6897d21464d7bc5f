//! 限期: from one date of a row to another, in working days, days or months.

use chrono::NaiveDate;

use super::around::Around;
use super::findings::calendar_ends;
use super::model::{Entry, State};
use crate::diag::{Findings, Place};
use crate::scheme::sentences::{Spoken as _, end_words, start_words, within_words};
use crate::scheme::worth::{Deadline, EndDate, GivenDate, StartDate, Track, Who};
use crate::scores::{deeds_of, in_groups};
use crate::terms::{PersonCode, Subject, UnitCode};

/// A row as a deadline sees it.
struct Row<'a> {
    id: &'a str,
    what: String,
    subject: Subject,
    unit: Option<UnitCode>,
    start: Option<NaiveDate>,
    end: Option<NaiveDate>,
    given: Option<NaiveDate>,
    notes: Vec<&'a str>,
    place: &'a Place,
}

/// One entry for each row that a deadline looks at.
pub(super) fn entries(around: &Around<'_>, findings: &mut Findings) -> Vec<Entry> {
    let mut all = Vec::new();
    for rule in &around.scheme.worth.after.deadlines {
        let rows = match rule.of {
            Track::Talks => talks(rule, around),
            Track::Tasks => tasks(rule, around),
            Track::Events => events(rule, around),
        };
        let binds = |row: &&Row<'_>| rule.binds_on.is_empty() || noted(row, &rule.binds_on).is_some();
        all.extend(rows.iter().filter(binds).map(|row| entry(rule, row, around, findings)));
    }
    all
}

fn among(word: &str, list: &[String]) -> bool {
    list.is_empty() || list.iter().any(|own| own == word.trim())
}

/// The first of these words that stands in the notes of a row.
fn noted<'r>(row: &Row<'_>, words: &'r [String]) -> Option<&'r String> {
    words.iter().find(|word| row.notes.iter().any(|note| note.contains(word.as_str())))
}

fn unit_of(around: &Around<'_>, person: &PersonCode, day: NaiveDate) -> Option<UnitCode> {
    let anyone = [Who::Anyone];
    around.posts_on(person, None, day, &anyone).first().map(|post| post.unit.clone())
}

fn talks<'a>(rule: &Deadline, around: &Around<'a>) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for talk in around.tally.registers.talks.iter() {
        let Some(first) = talk.with.first() else { continue };
        let unit = unit_of(around, first, talk.date);
        let in_group =
            rule.groups.is_empty() || unit.as_ref().is_some_and(|unit| in_groups(around.tally, unit, &rule.groups));
        if !(among(&talk.kind, &rule.kinds) && among(&talk.nature, &rule.natures) && in_group) {
            continue;
        }
        let start = match rule.start {
            StartDate::Notice => talk.notice,
            StartDate::Report => talk.report,
            _ => Some(talk.date),
        };
        let end = match rule.end {
            EndDate::Report => talk.report,
            EndDate::Talk => talk_about(rule, around, &talk.id, start),
            EndDate::Action => unit.as_ref().and_then(|unit| action(rule, around, unit, start)),
            _ => Some(talk.date),
        };
        rows.push(Row {
            id: &talk.id,
            what: format!("约谈 {}（{}，{}，对象{}）", talk.id, talk.kind, talk.date, around.names(&talk.with)),
            subject: Subject::Person(first.clone()),
            unit,
            start,
            end,
            given: None,
            notes: vec![&talk.form, &talk.absent, &talk.nature],
            place: &talk.place,
        });
    }
    rows
}

fn tasks<'a>(rule: &Deadline, around: &Around<'a>) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for task in &around.tally.registers.tasks {
        if !(among(&task.source, &rule.sources) && in_groups(around.tally, &task.unit, &rule.groups)) {
            continue;
        }
        let start = match rule.start {
            StartDate::Done => task.done,
            StartDate::Report => task.report,
            _ => Some(task.found),
        };
        let end = match rule.end {
            EndDate::Report => task.report,
            EndDate::Talk => talk_about(rule, around, &task.id, start),
            EndDate::Action => action(rule, around, &task.unit, start),
            _ => task.done,
        };
        // A report on a task that is not done yet is not due.
        if start.is_none() {
            continue;
        }
        rows.push(Row {
            id: &task.id,
            what: format!("整改任务 {}（{}，来源{}，{}发现）", task.id, task.problem, task.source, task.found),
            subject: task.person.clone().map_or_else(|| Subject::Unit(task.unit.clone()), Subject::Person),
            unit: Some(task.unit.clone()),
            start,
            end,
            given: task.due.filter(|_| rule.given_date == GivenDate::Replaces),
            notes: vec![&task.note],
            place: &task.place,
        });
    }
    rows
}

fn events<'a>(rule: &'a Deadline, around: &Around<'a>) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for event in around.events(&rule.grounds).filter(|event| in_groups(around.tally, &event.unit, &rule.groups)) {
        let start = Some(event.date);
        let end = match rule.end {
            EndDate::Action => action(rule, around, &event.unit, start),
            _ => talk_about(rule, around, &event.id, start),
        };
        rows.push(Row {
            id: &event.id,
            what: format!("事件 {}（{}，{}）", event.id, around.ground_name(&event.ground), event.date),
            subject: Subject::Unit(event.unit.clone()),
            unit: Some(event.unit.clone()),
            start,
            end,
            given: None,
            notes: Vec::new(),
            place: &event.place,
        });
    }
    rows
}

/// The first talk of that kind about an event or task: its 事由 names the number.
fn talk_about(rule: &Deadline, around: &Around<'_>, id: &str, start: Option<NaiveDate>) -> Option<NaiveDate> {
    let start = start?;
    let names = |trigger: &str| {
        trigger.split(|c: char| !(c.is_ascii_alphanumeric() || "-_".contains(c))).any(|word| word == id)
    };
    let talks = around.tally.registers.talks.iter();
    talks
        .filter(|talk| *talk.kind == *rule.word && talk.date >= start && (*talk.trigger == *id || names(&talk.trigger)))
        .map(|talk| talk.date)
        .min()
}

/// The first such action of the unit from that day on.
fn action(rule: &Deadline, around: &Around<'_>, unit: &UnitCode, start: Option<NaiveDate>) -> Option<NaiveDate> {
    let start = start?;
    let deeds = deeds_of(around.tally, unit).iter();
    deeds.filter(|deed| *deed.action == *rule.word && deed.date >= start).map(|deed| deed.date).min()
}

fn entry(rule: &Deadline, row: &Row<'_>, around: &Around<'_>, findings: &mut Findings) -> Entry {
    let mut entry = Entry::new(&rule.list, &rule.code, row.subject.clone(), &rule.rule).fact("name", &rule.name);
    entry.about = Some(row.id.to_owned());
    entry.places = vec![row.place.clone()];
    if let Some(unit) = &row.unit {
        entry = entry.fact("unit", unit);
    }
    let (start_name, end_name) = (start_words(rule).zh, rule.end.spoken().zh);
    let word = end_words(rule).zh;
    if let Some(note) = noted(row, &rule.waived_by) {
        entry.state = State::Waived;
        entry.reason = format!("{}注明“{note}”，不适用“{}”", row.what, rule.name);
        return entry;
    }
    let within = within_words(rule.counting.within).zh;
    let Some(start) = row.start else {
        entry.state = State::Overdue;
        entry.reason = format!("{}没有写{start_name}，无法核对是否提前{within}", row.what);
        return entry;
    };
    entry = entry.fact("start", start);
    let counted = match row.given {
        Some(given) => Some(given),
        None => match around.last_day(start, &rule.counting) {
            Ok(day) => Some(day),
            Err(uncovered) => {
                findings.push(calendar_ends::finding(uncovered.0, row.place, around.calendar));
                None
            }
        },
    };
    if rule.ahead {
        return ahead(rule, row, entry, (start, counted), (&start_name, &end_name, &within));
    }
    entry.due = counted;
    entry.done = row.end;
    entry.state = match (row.end, counted) {
        (Some(end), Some(due)) if end > due => State::Overdue,
        (Some(_), _) => State::Done,
        (None, Some(due)) if around.as_of > due => State::Overdue,
        (None, _) => State::Open,
    };
    let time = match row.given {
        Some(_) => "应在台账所列期限内".to_owned(),
        None => format!("自{start}（{start_name}）起{within}内应"),
    };
    let due = counted.map_or_else(|| "期限无法推算".to_owned(), |due| format!("期限 {due}"));
    let what = match (row.end, counted) {
        (Some(end), Some(due)) if end > due => {
            let late = (end - due).num_days();
            entry = entry.fact("days_late", late);
            format!("{end} 才有，逾期 {late} 日")
        }
        (Some(end), _) => format!("{end} 已有"),
        (None, Some(due)) if around.as_of > due => format!("至 {} 仍没有", around.as_of),
        (None, _) => "尚没有".to_owned(),
    };
    if let (State::Overdue, Some(letter)) = (entry.state, &rule.letter) {
        entry = entry.fact("letter", letter);
    }
    entry.reason = format!("{}{time}{word}，{due}；{what}", row.what);
    entry
}

/// A notice that must come so long before a talk.
fn ahead(
    rule: &Deadline,
    row: &Row<'_>,
    mut entry: Entry,
    (start, counted): (NaiveDate, Option<NaiveDate>),
    (start_name, end_name, within): (&str, &str, &str),
) -> Entry {
    entry.done = Some(start);
    let Some(earliest) = counted else {
        entry.reason = format!("{}最早日期无法推算", row.what);
        return entry;
    };
    entry = entry.fact("earliest", earliest);
    let held = row.end.unwrap_or(start);
    entry.state = if held >= earliest { State::Done } else { State::Overdue };
    let verdict = if held >= earliest { "符合" } else { "提前不足" };
    entry.reason = format!(
        "{}{start_name}为 {start}，{end_name}应至少在{within}之后，最早 {earliest}；实为 {held}，{verdict}",
        row.what
    );
    if let (State::Overdue, Some(letter)) = (entry.state, &rule.letter) {
        entry = entry.fact("letter", letter);
    }
    entry
}
