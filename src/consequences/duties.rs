//! 履责清单: what was required, what was done, span by span, and with whom not.

use std::collections::BTreeMap;

use super::around::Around;
use super::model::{Entry, State};
use crate::scheme::worth::Duty;
use crate::scores::{DutySpan, DutyState, duty_states};

/// One entry for each duty of each of those whom it binds.
pub(super) fn entries(around: &Around<'_>) -> Vec<Entry> {
    let mut all = Vec::new();
    for duty in &around.scheme.worth.after.duties {
        for state in duty_states(duty, around.tally, (around.from, around.to), None) {
            all.push(entry(duty, state, around));
        }
    }
    all
}

fn entry(duty: &Duty, state: DutyState, around: &Around<'_>) -> Entry {
    let (required, done, missing) = (state.required(), state.done(), state.missing());
    let late: u32 = state.spans.iter().map(|span| span.late).sum();
    let last = state.spans.iter().filter_map(|span| span.last).max();
    let word = match (missing, state.due) {
        (0, _) => State::Done,
        (_, Some(due)) if around.as_of <= due => State::Open,
        _ => State::Overdue,
    };
    let mut entry = Entry::new(&duty.list, &duty.code, state.subject.clone(), &duty.rule)
        .fact("name", &duty.name)
        .fact("action", &duty.action)
        .fact("required", required)
        .fact("times", done)
        .fact("missing", missing);
    if late > 0 {
        entry = entry.fact("late", late);
    }
    entry.about = Some(state.unit.to_string());
    entry.state = word;
    entry.due = state.due;
    entry.done = last.filter(|_| missing == 0 || late > 0);
    entry.places = state.spans.iter().flat_map(|span| span.places.iter().cloned()).collect();
    for (label, (n, of)) in by_span(&state.spans) {
        entry = entry.fact(&label, format!("{n}/{of}"));
    }
    entry.reason = if duty.each.is_some() { coverage(duty, &state, around) } else { counts(duty, &state, late) };
    entry
}

/// Reached and required by span.
fn by_span(spans: &[DutySpan]) -> BTreeMap<String, (u32, u32)> {
    let mut all: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for span in spans {
        let own = all.entry(span.label.zh.clone()).or_default();
        own.0 += span.done.min(span.required);
        own.1 += span.required;
    }
    all
}

fn counts(duty: &Duty, state: &DutyState, late: u32) -> String {
    let action = &duty.action;
    let short = state.spans.iter().filter(|span| span.done < span.required);
    let short: Vec<String> =
        short.map(|span| format!("{}应有 {} 次，实有 {} 次", span.label.zh, span.required, span.done)).collect();
    let mut text = if short.is_empty() {
        format!("“{action}”应有 {} 次，实有 {} 次，已完成", state.required(), state.done())
    } else {
        format!("“{action}”{}", short.join("；"))
    };
    if let (Some(due), true) = (state.due, late > 0) {
        text += &format!("；另有 {late} 次在期限 {due} 之后");
    } else if let Some(due) = state.due {
        text += &format!("；期限 {due}");
    }
    text
}

fn coverage(duty: &Duty, state: &DutyState, around: &Around<'_>) -> String {
    let mut by_label: BTreeMap<&str, (Vec<_>, usize)> = BTreeMap::new();
    let mut order = Vec::new();
    for span in &state.spans {
        let label = span.label.zh.as_str();
        if !order.contains(&label) {
            order.push(label);
        }
        let own = by_label.entry(label).or_default();
        own.1 += 1;
        if span.done < span.required {
            own.0.extend(span.with.as_ref());
        }
    }
    let (action, each) = (&duty.action, duty.required);
    let parts = order.into_iter().filter_map(|label| {
        let (short, of) = by_label.get(label)?;
        let reached = of - short.len();
        Some(match short.as_slice() {
            [] => format!("{label}应覆盖 {of} 人，已全部覆盖"),
            short => format!(
                "{label}应覆盖 {of} 人，已覆盖 {reached} 人，未足 {each} 次的：{}",
                around.names(short.iter().copied())
            ),
        })
    });
    format!("“{action}”{}", parts.collect::<Vec<_>>().join("；"))
}
