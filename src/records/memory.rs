//! 历年结果 and 确认.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cells::{Slot, folded, parse_number};
use super::findings::{count_not_whole, number_expected, row_duplicate, trigger_unknown, year_not_past};
use super::headers::Grid;
use super::lists::{Lists, Roster};
use super::sink::Sink;
use crate::assessment::Assessment;
use crate::diag::{Severity, Text};
use crate::facts::{Confirmation, PastYear};
use crate::terms::Grade;

/// Earlier years by subject and year.
pub(super) fn history(grids: &[Grid<'_>], assessment: &Assessment, roster: &Roster, sink: &mut Sink) -> Vec<PastYear> {
    let mut years = BTreeMap::new();
    for grid in grids {
        grid.tell_unknown_columns(sink);
        for row in grid.rows(sink) {
            let subject = roster.unit_or_person(&row.field("subject"), sink);
            let year_slot = row.field("year");
            let year = year_slot.year(sink);
            // 不定等次 is no grade, and no gap either.
            let grade = row.field("grade").optional(sink);
            let grade = grade.filter(|text| !matches!(&*folded(text), "不定等次" | "未定等次" | "-" | "—"));
            let grade = grade.map(|text| Grade::new(&text));
            let score_slot = row.field("score");
            let score = score_slot.optional(sink).and_then(|text| {
                let number = parse_number(&text);
                if number.is_none() {
                    sink.push_cell("R020", &score_slot.place(), || {
                        number_expected(&score_slot.spot(), Text::new("分数，如 89.5", "a score, such as 89.5"), None)
                    });
                }
                number
            });
            let (rank, ranked) = (whole(&row.field("rank"), sink), whole(&row.field("ranked"), sink));
            let (Some(subject), Some(year)) = (subject, year) else { continue };
            let place = year_slot.place();
            if year >= assessment.year {
                sink.push_cell("R082", &place, || year_not_past(&year_slot.spot(), assessment.year));
                continue;
            }
            let past = PastYear { subject: subject.clone(), year, grade, score, rank, ranked, place };
            if let Some(first) = years.get(&(subject.clone(), year)) {
                let first: &PastYear = first;
                let what = Text::new("同一对象同一年度的结果", "the result of a subject and year");
                let found = subject.code().to_owned();
                sink.push(row_duplicate(first.place.clone(), past.place, &what, &found, Severity::Error));
                continue;
            }
            years.insert((subject, year), past);
        }
    }
    years.into_values().collect()
}

/// A whole number that may be there.
fn whole(slot: &Slot<'_>, sink: &mut Sink) -> Option<u32> {
    if slot.is_fault(sink) || slot.is_empty() {
        return None;
    }
    let count = slot.as_count();
    if count.is_none() {
        sink.push_cell("R026", &slot.place(), || count_not_whole(&slot.spot()));
    }
    count
}

/// Confirmations by number.
pub(super) fn confirmations(
    grids: &[Grid<'_>],
    lists: &Lists<'_>,
    roster: &Roster,
    sink: &mut Sink,
) -> Vec<Confirmation> {
    let mut all: BTreeMap<Arc<str>, Confirmation> = BTreeMap::new();
    for grid in grids {
        grid.tell_unknown_columns(sink);
        for row in grid.rows(sink) {
            let id = row.field("id").required_shared(sink);
            let trigger = lists.triggers.named(&row.field("trigger"), "R083", trigger_unknown, sink).cloned();
            let subject = roster.unit_or_person(&row.field("subject"), sink);
            let answer = row.field("confirmed");
            let confirmed = answer.required(sink).and_then(|_| answer.yes_no(grid.layout, sink));
            let body = row.field("body").required_shared(sink);
            let date = row.field("date").day(sink);
            let reason = row.field("reason").required_shared(sink);
            let (Some(id), Some(trigger), Some(subject), Some(confirmed), Some(body), Some(date), Some(reason)) =
                (id, trigger, subject, confirmed, body, date, reason)
            else {
                continue;
            };
            let place = answer.place();
            let twin = all.values().find(|one| one.id == id || (one.trigger == trigger && one.subject == subject));
            if let Some(first) = twin {
                let what = match first.id == id {
                    true => Text::new("确认编号", "the number of a confirmation"),
                    false => Text::new("同一规则、同一对象的确认", "the confirmation of a rule and subject"),
                };
                let found = if first.id == id { id.to_string() } else { subject.code().to_owned() };
                sink.push(row_duplicate(first.place.clone(), place, &what, &found, Severity::Error));
                continue;
            }
            all.insert(id.clone(), Confirmation { id, trigger, subject, confirmed, body, date, reason, place });
        }
    }
    all.into_values().collect()
}
