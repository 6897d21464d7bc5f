//! Polls, as sheets know them and as they score.

use super::Check;
use super::ballots::{classes_total, validity, voters, weights_for};
use super::head::named;
use crate::exact::Exact;
use crate::scheme::load::{Entry, Spot};
use crate::scheme::raw::RawPoll;
use crate::scheme::words::{Blank, OverReturn, PollKind, PollSubject, PollWords};
use crate::scheme::worth::{CountedOver, EmptyPart, NoView, Poll};
use crate::terms::{ClassCode, MarkCode, PeriodCode, PollCode, QuestionCode};

pub(super) fn polls(check: &mut Check<'_>) -> (Vec<PollWords>, Vec<Poll>) {
    let (mut words, mut worth) = (Vec::new(), Vec::new());
    for entry in &check.tables.poll {
        let poll = poll(check, entry);
        words.push(poll.0);
        worth.push(poll.1);
    }
    (words, worth)
}

fn poll(check: &mut Check<'_>, entry: &Entry<RawPoll>) -> (PollWords, Poll) {
    let (raw, spot) = (&entry.raw, &entry.spot);
    let code = PollCode::new(raw.code.get_ref());
    let name = raw.name.trim().to_owned();
    let rule = check.rule(&format!("poll:{code}"), spot, &raw.basis, raw.assumed);
    let kind = check.need(spot, "kind", &raw.kind).unwrap_or(PollKind::Appraisal);
    let subject = check.need(spot, "subject", &raw.subject);
    used(check, entry, subject);
    check.need_rows(spot, "periods", &raw.periods);
    let known = check.period_codes();
    for period in &raw.periods {
        check.known(spot, "periods", period, &known);
    }
    check.need_rows(spot, "classes", &raw.classes);
    check.need_rows(spot, "questions", &raw.questions);
    check.need_rows(spot, "marks", &raw.marks);
    range(check, spot, "classes", raw.classes.iter().map(|row| (row.name.as_str(), &row.weight.0)));
    range(check, spot, "questions", raw.questions.iter().map(|row| (row.name.as_str(), &row.weight.0)));
    range(check, spot, "marks", raw.marks.iter().map(|row| (row.name.as_str(), &row.value.0)));
    let blank = check.need(spot, "blank", &raw.blank).unwrap_or(Blank::LeaveOut);
    let over_return = check.need(spot, "more_returned_than_issued", &raw.more_returned_than_issued);
    let min_count = check.need(spot, "min_count", &raw.min_count).unwrap_or_default();
    let words = PollWords {
        code: code.clone(),
        name: name.clone(),
        kind,
        subject: subject.unwrap_or(PollSubject::Unit),
        periods: raw.periods.iter().map(|period| PeriodCode::new(period)).collect(),
        classes: raw.classes.iter().map(|row| named(&row.code, &row.name, &row.aliases)).collect(),
        questions: raw.questions.iter().map(|row| named(&row.code, &row.name, &row.aliases)).collect(),
        marks: raw.marks.iter().map(|row| named(&row.code, &row.name, &row.aliases)).collect(),
        no_view_words: trimmed(&raw.no_view_words),
        void_words: trimmed(&raw.void_words),
        blank,
        over_return: over_return.unwrap_or(OverReturn::Error),
        min_count,
        voters: voters(check, entry),
        validity: validity(check, entry),
        place: spot.place(),
    };
    let weighted = |name: &str, weight: &Exact| (name.trim().to_owned(), weight.clone());
    let classes = raw.classes.iter().map(|row| {
        let (name, weight) = weighted(&row.name, &row.weight.0);
        (ClassCode::new(&row.code), name, weight)
    });
    let questions = raw.questions.iter().map(|row| {
        let (name, weight) = weighted(&row.name, &row.weight.0);
        (QuestionCode::new(&row.code), name, weight)
    });
    let marks = raw.marks.iter().map(|row| {
        let (name, value) = weighted(&row.name, &row.value.0);
        (MarkCode::new(&row.code), name, value)
    });
    let worth = Poll {
        code,
        name,
        classes: classes.collect(),
        classes_total: classes_total(check, entry),
        weights_for: weights_for(check, entry),
        questions: questions.collect(),
        marks: marks.collect(),
        no_view: check.need(spot, "no_view", &raw.no_view).unwrap_or(NoView::LeaveOut),
        blank_counts: blank == Blank::CountZero,
        counted_over: check.need(spot, "counted_over", &raw.counted_over).unwrap_or(CountedOver::Answered),
        empty_question: check.need(spot, "empty_question", &raw.empty_question).unwrap_or(EmptyPart::Pend),
        empty_class: check.need(spot, "empty_class", &raw.empty_class).unwrap_or(EmptyPart::Pend),
        min_count,
        rule,
    };
    (words, worth)
}

/// A poll belongs to a component (of units) or to the people's own score, or a measure reads it.
fn used(check: &mut Check<'_>, entry: &Entry<RawPoll>, subject: Option<PollSubject>) {
    let code = entry.raw.code.get_ref().trim();
    let names = |poll: &Option<String>| poll.as_deref().is_some_and(|poll| poll.trim() == code);
    let by_component = check.tables.component.iter().find(|component| names(&component.raw.poll));
    let by_people = check.tables.people.as_ref().filter(|people| names(&people.raw.poll));
    let roles = check.tables.people.iter().flat_map(|people| &people.raw.roles);
    let by_role = roles.flat_map(|role| role.weights.keys()).any(|part| part.trim() == code);
    if let (Some(component), Some(PollSubject::Person)) = (by_component, subject) {
        check.out_of_range(&component.spot, "poll", code, "subject = \"unit\" 的测评", "a poll of subject unit");
    }
    if let (Some(people), Some(PollSubject::Unit)) = (by_people, subject) {
        check.out_of_range(&people.spot, "poll", code, "subject = \"person\" 的测评", "a poll of subject person");
    }
    let lost = check.tables.lost("component") || (by_people.is_none() && check.tables.lost("people"));
    let by_measure =
        check.tables.measure.iter().any(|measure| names(&measure.raw.poll)) || check.tables.lost("measure");
    if by_component.is_none() && by_people.is_none() && !by_measure && !by_role && !lost {
        let (zh, en) = (
            "没有考核部分、[people] 或 measure 用到这一测评",
            "no component, no [people] and no measure uses this poll",
        );
        check.unused(&entry.spot, "code", zh, en);
    }
}

fn range<'r>(check: &mut Check<'_>, spot: &Spot, key: &str, rows: impl Iterator<Item = (&'r str, &'r Exact)>) {
    for (row, (name, value)) in rows.enumerate() {
        if value.is_negative() {
            let mut row_spot = spot.clone();
            if let Some(lines) = spot.lines.keys.get(key).and_then(|list| list.rows.get(row)) {
                row_spot.lines = lines.clone();
            }
            check.out_of_range(&row_spot, key, &format!("{name} {value}"), "不小于 0", "not below 0");
        }
    }
}

pub(super) fn trimmed(words: &[String]) -> Vec<String> {
    words.iter().map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect()
}
