//! Measures whose tables are read elsewhere: duties and checklists.
//!
//! Each function gives what it finds in the tally for the subject that is asked about; without its table there is no fact.

use super::{Ask, Found};
use crate::diag::Text;
use crate::exact::Exact;
use crate::facts::Answer;
use crate::scheme::worth::{EmptyRate, MeasureValue};
use crate::scores::duties::{DutyState, duty_states};
use crate::scores::holders::bound;
use crate::scores::trace::Evidence;
use crate::tally::Tally;
use crate::terms::Subject;

/// A duty: missing, done, required, or done over required; inside the period that is asked about, if one is. A unit's
/// value adds up the unit and those of its people whom the duty binds.
pub(super) fn duty(duty: &str, value: MeasureValue, empty: EmptyRate, ask: &Ask<'_>) -> Found {
    let (Some(duty), Some(subject)) = (ask.scheme.worth.after.duty(duty), ask.subject) else { return Found::default() };
    let states = duty_states(duty, ask.tally, ask.days(), Some(subject));
    if states.is_empty() {
        return Found::default();
    }
    let sum = |of: fn(&DutyState) -> u32| states.iter().map(of).sum::<u32>();
    let (required, reached) = (sum(DutyState::required), sum(DutyState::reached));
    let mut found = match value {
        MeasureValue::Done => Found { value: Some(Exact::from(sum(DutyState::done))), ..Found::default() },
        MeasureValue::Required => Found { value: Some(Exact::from(required)), ..Found::default() },
        MeasureValue::Share => Found::rate(&Exact::from(reached), &Exact::from(required), empty, ask.traced),
        _ => Found { value: Some(Exact::from(required - reached)), ..Found::default() },
    };
    if ask.traced {
        if value != MeasureValue::Share {
            found.formula = Text::new(
                format!("应有 {required} 次，完成 {reached} 次"),
                format!("{required} required, {reached} of them done"),
            );
        }
        for span in states.iter().flat_map(|state| &state.spans) {
            let text = Text::new(
                format!("{}“{}”", span.label.zh, duty.action),
                format!("{} in {}", duty.action, span.label.en),
            );
            found.evidence.extend(span.places.iter().map(|place| Evidence {
                place: place.clone(),
                text: text.clone(),
                by: None,
            }));
        }
    }
    found
}

/// The share of a checklist answered yes; a yes without evidence counts as none where the list asks for it. A unit's share
/// is that of the unit and those of its people whom the list binds.
pub(super) fn checklist(checklist: &str, empty: EmptyRate, ask: &Ask<'_>) -> Found {
    let lists = &ask.scheme.worth.after.checklists;
    let (Some(list), Some(subject)) = (lists.iter().find(|list| list.code == checklist), ask.subject) else {
        return Found::default();
    };
    let mut subjects: Vec<Subject> =
        bound(&list.scope, ask.tally, ask.days(), Some(subject)).into_iter().map(|bound| bound.subject).collect();
    subjects.dedup();
    let is_of = |answer: &&Answer| list.entries.iter().any(|(code, ..)| **code == *answer.entry);
    let own: Vec<&Answer> = subjects.iter().flat_map(|subject| answers_of(ask.tally, subject)).filter(is_of).collect();
    if own.is_empty() {
        return Found::default();
    }
    let yes = own.iter().filter(|answer| answer.yes && (answer.evidence || !list.evidence)).count();
    let whole = |n: usize| Exact::from(u64::try_from(n).unwrap_or(u64::MAX));
    let mut found = Found::rate(&whole(yes), &whole(list.entries.len() * subjects.len()), empty, ask.traced);
    if ask.traced {
        found.evidence = own
            .iter()
            .map(|answer| {
                let (zh, en) = if answer.yes { ("是", "yes") } else { ("否", "no") };
                let text = Text::new(format!("{} {zh}", answer.entry), format!("{} {en}", answer.entry));
                Evidence { place: answer.place.clone(), text, by: None }
            })
            .collect();
    }
    found
}

/// The answers of a subject; they stand by subject.
fn answers_of<'t>(tally: &'t Tally, subject: &Subject) -> &'t [Answer] {
    let all = &tally.registers.answers;
    let from = all.partition_point(|answer| answer.subject < *subject);
    let n = all[from..].partition_point(|answer| answer.subject == *subject);
    &all[from..from + n]
}
