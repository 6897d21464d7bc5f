//! Rules on plain cells: marks, presence, counts, dates, events, words; and rates of case statistics.

use std::num::NonZeroU32;

use chrono::NaiveDate;

use super::given::{actions, given, is_self, marks, note_all, one_fact};
use super::{Facts, Of};
use crate::diag::Text;
use crate::exact::Exact;
use crate::facts::{Entry, MarkGiven};
use crate::scheme::words::MarkValue;
use crate::scheme::worth::{DueYear, Item, Panel, Points, ZeroDenominator};
use crate::scores::points;
use crate::scores::trace::Evidence;
use crate::tally::Given;
use crate::terms::ItemCode;

/// The inspectors' mean or trimmed mean; self-marks are shown and do not count.
pub(super) fn panel(item: &Item, rule: &Panel, of: &Of<'_>, evidence: &mut Vec<Evidence>) -> Facts {
    let list = given(item, of);
    note_all(list, item, of, evidence);
    let own = list.iter().filter(|given| !is_self(given, rule));
    let marks = match marks(own) {
        Ok(marks) => marks,
        Err(missing) => return missing.into(),
    };
    let Some((value, kept)) = points::panel(&marks, rule) else { return Facts::NotSubmitted };
    let said = of.say(|| {
        let (zh, en) = panel_said(&marks, &kept, rule);
        match self_mark(list, rule) {
            Some(own) => (format!("{zh}；自评 {own}，不计"), format!("{en}; self-mark {own}, not counted")),
            None => (zh, en),
        }
    });
    Facts::of(value, u32::try_from(kept.len()).unwrap_or(u32::MAX), said)
}

/// The self-mark, if one was given.
pub(super) fn self_mark(list: &[Given], rule: &Panel) -> Option<Exact> {
    list.iter().filter(|given| is_self(given, rule)).find_map(|given| match &given.entry {
        Entry::Given(MarkGiven::Points(points)) => Some(points.clone()),
        _ => None,
    })
}

/// How several marks became one, in words.
pub(super) fn panel_said(marks: &[Exact], kept: &[Exact], rule: &Panel) -> (String, String) {
    let (all, n) = (marks.len(), kept.len());
    let sum = kept.iter().map(ToString::to_string).collect::<Vec<_>>().join(" + ");
    if all > n {
        let (high, low) = (rule.drop_high, rule.drop_low);
        return (
            format!("{all} 名检查人，去掉最高 {high} 个、最低 {low} 个：({sum}) ÷ {n}"),
            format!("{all} inspectors, without the {high} highest and {low} lowest: ({sum}) ÷ {n}"),
        );
    }
    (format!("{n} 名检查人平均：({sum}) ÷ {n}"), format!("mean of {n} inspectors: ({sum}) ÷ {n}"))
}

/// 有 earns all, 无 nothing.
pub(super) fn presence(item: &Item, of: &Of<'_>, evidence: &mut Vec<Evidence>) -> Facts {
    let full = &item.full;
    match one_fact(item, of, evidence) {
        Ok((MarkGiven::YesNo(true), _)) => {
            let said = of.say(|| (format!("有，得满分 {full}"), format!("present: full marks {full}")));
            Facts::of(full.clone(), 1, said)
        }
        Ok(_) => Facts::of(Exact::zero(), 1, of.say(|| ("无，得 0 分".into(), "absent: nought".into()))),
        Err(missing) => missing.into(),
    }
}

/// A required number of actions, from the ledger or from the inspectors.
pub(super) fn count(item: &Item, of: &Of<'_>, evidence: &mut Vec<Evidence>) -> Facts {
    let Points::Count { required, per_missing, per_extra } = &item.points else { return Facts::NotSubmitted };
    let done = match actions(item, of, evidence) {
        Some(done) => done,
        None => match one_fact(item, of, evidence) {
            Ok((MarkGiven::Count(done), _)) => *done,
            Ok(_) => return Facts::NotSubmitted,
            Err(missing) => return missing.into(),
        },
    };
    let full = &item.full;
    let value = points::count(full, *required, per_missing, per_extra, done);
    let said = of.say(|| {
        if done < *required {
            let missing = required - done;
            (
                format!(
                    "应 {required} 次，实 {done} 次，少 {missing} 次：{full} − {missing} × {per_missing} = {value}"
                ),
                format!(
                    "{required} required, {done} done, {missing} missing: {full} − {missing} × {per_missing} = {value}"
                ),
            )
        } else {
            let extra = done - required;
            (
                format!("应 {required} 次，实 {done} 次：{full} + {extra} × {per_extra} = {value}"),
                format!("{required} required, {done} done: {full} + {extra} × {per_extra} = {value}"),
            )
        }
    });
    Facts::of(value, done, said)
}

/// A last day; a word in the cell or the note excuses a delay.
pub(super) fn deadline(item: &Item, of: &Of<'_>, evidence: &mut Vec<Evidence>) -> Facts {
    let Points::Deadline { due, due_day_counts, due_year, late } = &item.points else { return Facts::NotSubmitted };
    let full = &item.full;
    let (day, list) = match one_fact(item, of, evidence) {
        Ok((MarkGiven::Date(day), list)) => (*day, list),
        Ok((MarkGiven::Excused, _)) => {
            let words =
                || (format!("经批准延期，视为按时，得满分 {full}"), format!("late with leave: full marks {full}"));
            return Facts::of(full.clone(), 1, of.say(words));
        }
        Ok(_) => return Facts::NotSubmitted,
        Err(missing) => return missing.into(),
    };
    let Some(&(month, date)) = due.get(of.period) else { return Facts::NotSubmitted };
    let year = if *due_year == DueYear::Next { of.year + 1 } else { of.year };
    let Some(limit) = NaiveDate::from_ymd_opt(year, month, date) else { return Facts::NotSubmitted };
    let in_time = if *due_day_counts { day <= limit } else { day < limit };
    let (zh, en) =
        if *due_day_counts { ("含当日", "that day included") } else { ("不含当日", "that day excluded") };
    if in_time {
        let words = || {
            (
                format!("期限 {limit}（{zh}），{day} 按时，得满分 {full}"),
                format!("due {limit} ({en}), in time on {day}: full marks {full}"),
            )
        };
        return Facts::of(full.clone(), 1, of.say(words));
    }
    if let Some(word) = excuse(item, list, of) {
        let words = || {
            (
                format!("期限 {limit}，{day} 逾期，备注“{word}”，视为按时，得满分 {full}"),
                format!("due {limit}, late on {day} with leave ({word}): full marks {full}"),
            )
        };
        return Facts::of(full.clone(), 1, of.say(words));
    }
    let words = || {
        (format!("期限 {limit}（{zh}），{day} 逾期，得 {late}"), format!("due {limit} ({en}), late on {day}: {late}"))
    };
    Facts::of(late.clone(), 1, of.say(words))
}

/// The word in a note that excuses a delay.
fn excuse<'a>(item: &Item, list: &[Given], of: &Of<'a>) -> Option<&'a str> {
    let Some(MarkValue::Date(words)) = of.scheme.words.item(&item.code).map(|words| &words.value) else { return None };
    let notes = || list.iter().filter_map(|given| given.note.as_deref());
    words.excused.iter().map(String::as_str).find(|word| notes().any(|note| note.contains(word)))
}

/// Points for each event that the inspectors, or a measure, count.
pub(super) fn events(item: &Item, of: &Of<'_>, evidence: &mut Vec<Evidence>) -> Facts {
    let Points::Events { base, per_event, measure } = &item.points else { return Facts::NotSubmitted };
    if let Some(code) = measure {
        let measured = of.measured(code);
        evidence.extend(measured.evidence);
        let n = match (measured.value, measured.pending) {
            (Some(n), _) => n,
            (None, true) => return Facts::Pending(Text::new("没有数据，待裁定", "no fact: pending")),
            (None, false) => return Facts::NotSubmitted,
        };
        let value = base + &(&n * per_event);
        let said = of.say(|| {
            let Text { zh, en } = &measured.text;
            if measured.withheld {
                return (format!("{zh}，得 {value}"), format!("{en}: {value}"));
            }
            let sum = format!("{base} + {n} × ({per_event}) = {value}");
            (format!("{zh}：{sum}"), format!("{en}: {sum}"))
        });
        return Facts::of(value, 1, said);
    }
    match one_fact(item, of, evidence) {
        Ok((MarkGiven::Count(n), _)) => {
            let value = points::events(base, per_event, *n);
            let said = of.say(|| {
                let text = format!("{base} + {n} × ({per_event}) = {value}");
                (format!("基础分与每件计分：{text}"), format!("base and points per event: {text}"))
            });
            Facts::of(value, *n, said)
        }
        Ok(_) => Facts::NotSubmitted,
        Err(missing) => missing.into(),
    }
}

/// One number of the case statistics of the unit and year.
pub(super) fn case(code: &ItemCode, of: &Of<'_>, evidence: &mut Vec<Evidence>) -> Option<u32> {
    let key = (Some(of.unit.code.clone()), of.year, code.clone());
    let found = of.tally.cases.get(&key)?;
    if of.traced {
        let named = of.scheme.words.cases.iter().find(|case| case.named.code == *code);
        let name = named.map_or(code.as_str(), |case| &case.named.name);
        evidence.push(Evidence {
            place: found.place.clone(),
            text: Text::new(format!("{name} {}", found.count), format!("{name} {}", found.count)),
            by: None,
        });
    }
    Some(found.count)
}

/// What stands where there is nothing below the line.
pub(super) fn empty_rate(full: &Exact, zero: ZeroDenominator, of: &Of<'_>) -> Facts {
    match zero {
        ZeroDenominator::Full => {
            let words = || ("基数为 0，按满分计".to_owned(), "nothing below the line: full marks".to_owned());
            Facts::of(full.clone(), 0, of.say(words))
        }
        ZeroDenominator::Zero => {
            let words = || ("基数为 0，计 0 分".to_owned(), "nothing below the line: nought".to_owned());
            Facts::of(Exact::zero(), 0, of.say(words))
        }
        ZeroDenominator::NotApplicable => Facts::NotApplicable,
    }
}

/// A case-statistics rate times full marks.
pub(super) fn rate(item: &Item, of: &Of<'_>, evidence: &mut Vec<Evidence>) -> Facts {
    let Points::Rate { numerator, denominator, zero_denominator } = &item.points else { return Facts::NotSubmitted };
    let (above, below) = (case(numerator, of, evidence), case(denominator, of, evidence));
    let (Some(above), Some(below)) = (above, below) else { return Facts::NotSubmitted };
    let full = &item.full;
    match points::rate(full, above, below) {
        Some(value) => {
            let said = of.say(|| (format!("{full} × {above} ÷ {below}"), format!("{full} × {above} ÷ {below}")));
            Facts::of(value, below, said)
        }
        None => empty_rate(full, *zero_denominator, of),
    }
}

/// Words worth points; several inspectors give the mean.
pub(super) fn levels(item: &Item, levels: &[(String, Exact)], of: &Of<'_>, evidence: &mut Vec<Evidence>) -> Facts {
    let list = given(item, of);
    note_all(list, item, of, evidence);
    let words: Vec<&(String, Exact)> = list
        .iter()
        .filter_map(|given| match &given.entry {
            Entry::Given(MarkGiven::Word(at)) => levels.get(*at),
            _ => None,
        })
        .collect();
    let Some(n) = u32::try_from(words.len()).ok().and_then(NonZeroU32::new) else {
        let excused = list.iter().any(|given| given.entry == Entry::NotApplicable);
        return if excused { Facts::NotApplicable } else { Facts::NotSubmitted };
    };
    let sum: Exact = words.iter().map(|(_, points)| points).sum();
    let value = &sum / n;
    let said = of.say(|| {
        let each = words.iter().map(|(word, points)| format!("{word} {points}")).collect::<Vec<_>>();
        if n.get() == 1 {
            return (each.join("，"), each.join(", "));
        }
        (
            format!("{n} 名检查人平均：({}) ÷ {n}", each.join(" + ")),
            format!("mean of {n} inspectors: ({}) ÷ {n}", each.join(" + ")),
        )
    });
    Facts::of(value, n.get(), said)
}
