//! 申诉期限: from receipt to appeal, from appeal to answer.

use chrono::NaiveDate;

use super::around::Around;
use super::findings::calendar_ends;
use super::model::{Entry, State};
use crate::diag::Findings;
use crate::facts::Receipt;
use crate::scheme::worth::{Appeal, Counting, MonthEnd, Within};
use crate::terms::Subject;

/// One entry for each receipt, and one for each event that nobody is known to have been told of.
pub(super) fn entries(around: &Around<'_>, findings: &mut Findings) -> Vec<Entry> {
    let Some(rule) = &around.scheme.worth.after.appeal else { return Vec::new() };
    let receipts = &around.tally.registers.receipts;
    let mut all: Vec<Entry> = receipts.iter().map(|receipt| entry(rule, receipt, around, findings)).collect();
    for event in around.events(&rule.grounds).filter(|event| !receipts.iter().any(|receipt| receipt.event == event.id))
    {
        let subject = match &event.person {
            Some(person) => Subject::Person(person.clone()),
            None => Subject::Unit(event.unit.clone()),
        };
        let mut entry = Entry::new(&rule.list, "appeal", subject, &rule.rule);
        entry.about = Some(event.id.to_string());
        entry.places = vec![event.place.clone()];
        entry.reason = format!(
            "事件 {}（{}，{}）没有送达记录，申诉期限无从起算",
            event.id,
            around.ground_name(&event.ground),
            event.date
        );
        all.push(entry);
    }
    all
}

fn entry(rule: &Appeal, receipt: &Receipt, around: &Around<'_>, findings: &mut Findings) -> Entry {
    let mut entry = Entry::new(&rule.list, "appeal", receipt.subject.clone(), &rule.rule)
        .fact("received", receipt.date)
        .fact("suspended", if rule.suspends { "yes" } else { "no" });
    entry.about = Some(receipt.event.to_string());
    entry.places = vec![receipt.place.clone()];
    let mut last = |from: NaiveDate, days: u32| {
        let counting = Counting {
            within: Within::Days(days),
            first_day: rule.first_day,
            holiday_end: rule.holiday_end,
            month_end: MonthEnd::LastDay,
        };
        match around.last_day(from, &counting) {
            Ok(day) => Some(day),
            Err(uncovered) => {
                findings.push(calendar_ends::finding(uncovered.0, &receipt.place, around.calendar));
                None
            }
        }
    };
    let until = last(receipt.date, rule.days);
    let answer = receipt.appealed.and_then(|day| last(day, rule.answer_days));
    let shown = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
    entry = entry.fact("appeal_until", shown(until)).fact("answer_until", shown(answer));
    let head = format!("{} {} 收到事件 {} 的决定", around.name(&receipt.subject), receipt.date, receipt.event);
    let meanwhile = if rule.suspends { "申诉期间停止执行" } else { "申诉期间不停止执行" };
    let late = receipt.appealed.zip(until).is_some_and(|(day, until)| day > until);
    entry.due = if receipt.appealed.is_some() && !late { answer } else { until };
    entry.done = if late { None } else { receipt.answered };
    let (state, text) = match (receipt.appealed, receipt.answered, answer) {
        (None, ..) if until.is_some_and(|until| around.as_of > until) => {
            (State::Done, format!("，{} 日内（至 {}）没有申诉，期限已满", rule.days, shown(until)))
        }
        (None, ..) => (State::Open, format!("，可在 {} 前申诉", shown(until))),
        (Some(day), ..) if late => (State::Waived, format!("，{day} 申诉，已过期限 {}", shown(until))),
        (Some(day), Some(answered), Some(limit)) if answered > limit => {
            (State::Overdue, format!("，{day} 申诉，应在 {limit} 前答复，{answered} 答复，逾期"))
        }
        (Some(day), Some(answered), _) => (State::Done, format!("，{day} 申诉，{answered} 答复")),
        (Some(day), None, Some(limit)) if around.as_of > limit => {
            (State::Overdue, format!("，{day} 申诉，应在 {limit} 前答复，至 {} 没有答复", around.as_of))
        }
        (Some(day), None, _) => (State::Open, format!("，{day} 申诉，应在 {} 前答复", shown(answer))),
    };
    entry.state = state;
    entry.reason = format!("{head}{text}；{meanwhile}");
    entry
}
