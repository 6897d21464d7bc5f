//! One item of one unit in one period.

use super::model::{ItemScore, Rounded, State};
use super::points;
use super::trace::{Evidence, Step, Traced};
use crate::diag::Text;
use crate::exact::Exact;
use crate::facts::{Entry, MarkGiven};
use crate::scheme::Scheme;
use crate::scheme::words::FactTable;
use crate::scheme::worth::{Item, NotApplicable, NotSubmitted, Panel, Points, RoundingPoint, ZeroDenominator};
use crate::tally::{Given, Tally};
use crate::terms::{ItemCode, PeriodCode, UnitCode};

/// What the facts of an item come to, before the policies for what is missing.
enum Facts {
    Points { value: Exact, divisor: u32, zh: String, en: String, parts: Vec<Step> },
    NotApplicable,
    NotSubmitted,
    Pending,
}

/// Why there is no fact.
enum Missing {
    NotApplicable,
    NotSubmitted,
}

impl From<Missing> for Facts {
    fn from(missing: Missing) -> Self {
        match missing {
            Missing::NotApplicable => Self::NotApplicable,
            Missing::NotSubmitted => Self::NotSubmitted,
        }
    }
}

/// Who is scored, in which period and from what.
pub(super) struct Of<'a> {
    pub scheme: &'a Scheme,
    pub tally: &'a Tally,
    pub unit: &'a UnitCode,
    pub period: &'a PeriodCode,
    pub year: i32,
    pub traced: bool,
}

/// Scores an item; parts are scored inside their item.
pub(super) fn score_item(item: &Item, of: &Of<'_>) -> Traced<ItemScore> {
    let mut evidence = Vec::new();
    let facts = gather(item, of, &mut evidence);
    let rounding = of.scheme.worth.rounding_at(RoundingPoint::Item).map(|(rounding, _)| rounding);
    let full = &item.full;
    let (state, value, divisor, zh, en, parts) = match facts {
        Facts::Points { value, divisor, zh, en, parts } => {
            let kept = points::within(value.clone(), item.floor.as_ref(), item.cap.as_ref());
            let (zh, en) = if kept == value {
                (zh, en)
            } else {
                (format!("{zh}，按上下限计 {kept}"), format!("{en}, held to {kept} by floor or cap"))
            };
            (State::Scored, Some(kept), divisor, zh, en, parts)
        }
        Facts::NotApplicable => match item.not_applicable {
            NotApplicable::Full => {
                fixed(State::NotApplicable, Some(full.clone()), "不适用，按满分计", "does not apply: full marks")
            }
            NotApplicable::Zero => {
                fixed(State::NotApplicable, Some(Exact::zero()), "不适用，计 0 分", "does not apply: nought")
            }
            NotApplicable::Rescale => fixed(
                State::NotApplicable,
                None,
                "不适用，不计入，其余项目按比例折算",
                "does not apply: left out, the others are scaled",
            ),
            NotApplicable::Refuse => fixed(
                State::Pending,
                None,
                "不适用，规则不允许，待裁定",
                "does not apply, which the rule does not allow: pending",
            ),
        },
        Facts::NotSubmitted => match item.not_submitted {
            NotSubmitted::Zero => {
                fixed(State::ZeroByRule, Some(Exact::zero()), "未报送，按规则计 0 分", "not submitted: nought by rule")
            }
            NotSubmitted::Rescale => fixed(
                State::NotSubmitted,
                None,
                "未报送，不计入，其余项目按比例折算",
                "not submitted: left out, the others are scaled",
            ),
            NotSubmitted::Pend => fixed(State::Pending, None, "未报送，待裁定", "not submitted: pending"),
        },
        Facts::Pending => fixed(State::Pending, None, "有分项待裁定", "a part is pending"),
    };
    let score = value.map(|value| Rounded::by(value, rounding));
    let step = of.traced.then(|| {
        let shown = score.as_ref();
        Step::new(
            &format!("{}@{}", item.code, of.period),
            Text::new(
                format!("{} {}（{}）", item.code, item.name, period_name(of)),
                format!("{} {} ({})", item.code, item.name, of.period),
            ),
            shown.map(|score| &score.exact),
        )
        .formula(zh, en)
        .rule(&item.rule)
        .evidence(evidence)
        .parts(parts)
        .rounded(shown.map_or(&Exact::zero(), |score| &score.value), shown.and_then(|score| score.rounding))
    });
    let result =
        ItemScore { item: item.code.clone(), period: of.period.clone(), full: full.clone(), score, state, divisor };
    (result, step)
}

type Outcome = (State, Option<Exact>, u32, String, String, Vec<Step>);

fn fixed(state: State, value: Option<Exact>, zh: &str, en: &str) -> Outcome {
    (state, value, 0, zh.to_owned(), en.to_owned(), Vec::new())
}

pub(super) fn period_name(of: &Of<'_>) -> String {
    let periods = &of.scheme.words.periods;
    periods.iter().find(|period| period.code == *of.period).map_or_else(|| of.period.to_string(), |p| p.name.clone())
}

fn gather(item: &Item, of: &Of<'_>, evidence: &mut Vec<Evidence>) -> Facts {
    match &item.points {
        Points::Parts(parts) => sum_of_parts(parts, of),
        Points::Rate { numerator, denominator, zero_denominator } => {
            let mut count = |code: &ItemCode| {
                let key = (Some(of.unit.clone()), of.year, code.clone());
                let found = of.tally.cases.get(&key)?;
                if of.traced {
                    evidence.push(Evidence {
                        place: found.place.clone(),
                        text: Text::new(format!("{code} = {}", found.count), format!("{code} = {}", found.count)),
                    });
                }
                Some(found.count)
            };
            let (Some(above), Some(below)) = (count(numerator), count(denominator)) else { return Facts::NotSubmitted };
            let full = &item.full;
            match (points::rate(full, above, below), zero_denominator) {
                (Some(value), _) => points_of(
                    value,
                    below,
                    format!("{full} × {above} ÷ {below}"),
                    format!("{full} × {above} ÷ {below}"),
                ),
                (None, ZeroDenominator::Full) => {
                    points_of(full.clone(), 0, "基数为 0，按满分计".into(), "nothing below the line: full marks".into())
                }
                (None, ZeroDenominator::Zero) => {
                    points_of(Exact::zero(), 0, "基数为 0，计 0 分".into(), "nothing below the line: nought".into())
                }
                (None, ZeroDenominator::NotApplicable) => Facts::NotApplicable,
            }
        }
        Points::Count { required, per_missing, per_extra } => {
            let done = match actions(item, of, evidence) {
                Some(done) => done,
                None => match one_fact(item, of, evidence) {
                    Ok(MarkGiven::Count(done)) => done,
                    Ok(_) => return Facts::NotSubmitted,
                    Err(missing) => return missing.into(),
                },
            };
            let full = &item.full;
            let value = points::count(full, *required, per_missing, per_extra, done);
            let (zh, en) = if done < *required {
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
            };
            points_of(value, done, zh, en)
        }
        Points::Panel(rule) => panel(item, rule, of, evidence),
        Points::Presence => match one_fact(item, of, evidence) {
            Ok(MarkGiven::YesNo(true)) => points_of(
                item.full.clone(),
                1,
                format!("有，得满分 {}", item.full),
                format!("present: full marks {}", item.full),
            ),
            Ok(_) => points_of(Exact::zero(), 1, "无，得 0 分".into(), "absent: nought".into()),
            Err(missing) => missing.into(),
        },
        Points::Deadline { due, due_day_counts, late } => match one_fact(item, of, evidence) {
            Ok(MarkGiven::Date(day)) => {
                let Some(&(month, date)) = due.get(of.period) else { return Facts::NotSubmitted };
                let Some(limit) = chrono::NaiveDate::from_ymd_opt(of.year, month, date) else {
                    return Facts::NotSubmitted;
                };
                let in_time = if *due_day_counts { day <= limit } else { day < limit };
                let (zh, en) = if *due_day_counts {
                    ("含当日", "that day included")
                } else {
                    ("不含当日", "that day excluded")
                };
                if in_time {
                    points_of(
                        item.full.clone(),
                        1,
                        format!("期限 {limit}（{zh}），{day} 按时，得满分 {}", item.full),
                        format!("due {limit} ({en}), in time on {day}: full marks {}", item.full),
                    )
                } else {
                    points_of(
                        late.clone(),
                        1,
                        format!("期限 {limit}（{zh}），{day} 逾期，得 {late}"),
                        format!("due {limit} ({en}), late on {day}: {late}"),
                    )
                }
            }
            Ok(_) => Facts::NotSubmitted,
            Err(missing) => missing.into(),
        },
        Points::Events { base, per_event } => match one_fact(item, of, evidence) {
            Ok(MarkGiven::Count(n)) => {
                let value = points::events(base, per_event, n);
                let text = format!("{base} + {n} × ({per_event}) = {value}");
                points_of(value, n, format!("基础分与每件计分：{text}"), format!("base and points per event: {text}"))
            }
            Ok(_) => Facts::NotSubmitted,
            Err(missing) => missing.into(),
        },
    }
}

fn points_of(value: Exact, divisor: u32, zh: String, en: String) -> Facts {
    Facts::Points { value, divisor, zh, en, parts: Vec::new() }
}

/// Actions of the ledger, if the item is fed by it; a unit without an entry has done nothing.
fn actions(item: &Item, of: &Of<'_>, evidence: &mut Vec<Evidence>) -> Option<u32> {
    let from_ledger = of.scheme.words.item(&item.code).is_some_and(|words| words.table == FactTable::Ledger);
    if !from_ledger {
        return None;
    }
    let key = (of.unit.clone(), item.code.clone(), of.period.clone());
    let list = of.tally.actions.get(&key).map_or(&[][..], Vec::as_slice);
    if of.traced {
        evidence.extend(list.iter().map(|action| Evidence {
            place: action.place.clone(),
            text: Text::new(format!("{} {}", action.date, action.what), format!("{} {}", action.date, action.what)),
        }));
    }
    u32::try_from(list.len()).ok()
}

fn given<'a>(item: &Item, of: &Of<'a>) -> &'a [Given] {
    let key = (of.unit.clone(), item.code.clone(), of.period.clone());
    of.tally.marks.get(&key).map_or(&[][..], Vec::as_slice)
}

fn shown(given: &Given) -> Text {
    let (zh, en) = match &given.entry {
        Entry::Given(MarkGiven::Points(points)) => (format!("{points} 分"), format!("{points} points")),
        Entry::Given(MarkGiven::Count(n)) => (format!("{n} 次"), n.to_string()),
        Entry::Given(MarkGiven::Date(day)) => (day.to_string(), day.to_string()),
        Entry::Given(MarkGiven::YesNo(true)) => ("有".into(), "yes".into()),
        Entry::Given(MarkGiven::YesNo(false)) => ("无".into(), "no".into()),
        Entry::Given(MarkGiven::Number(number)) => (number.to_string(), number.to_string()),
        Entry::Given(MarkGiven::Word(at)) => (format!("第 {} 档", at + 1), format!("word {}", at + 1)),
        Entry::Given(MarkGiven::Excused) => ("经批准延期".into(), "late with leave".into()),
        Entry::NotApplicable => ("不适用".into(), "does not apply".into()),
        Entry::Blank => ("未填".into(), "blank".into()),
    };
    let note = given.note.as_deref().map_or_else(String::new, |note| format!("（{note}）"));
    Text::new(format!("{}：{zh}{note}", given.inspector), format!("{}: {en}{note}", given.inspector))
}

fn note_all(list: &[Given], of: &Of<'_>, evidence: &mut Vec<Evidence>) {
    if of.traced {
        let stated = list.iter().filter(|given| given.entry != Entry::Blank);
        evidence.extend(stated.map(|given| Evidence { place: given.place.clone(), text: shown(given) }));
        evidence.sort_by(|a, b| a.place.cmp(&b.place));
    }
}

/// The one fact that the inspectors agree on.
fn one_fact(item: &Item, of: &Of<'_>, evidence: &mut Vec<Evidence>) -> Result<MarkGiven, Missing> {
    let list = given(item, of);
    note_all(list, of, evidence);
    match list.iter().map(|given| &given.entry).find(|entry| **entry != Entry::Blank) {
        Some(Entry::Given(fact)) => Ok(fact.clone()),
        Some(_) => Err(Missing::NotApplicable),
        None => Err(Missing::NotSubmitted),
    }
}

fn panel(item: &Item, rule: &Panel, of: &Of<'_>, evidence: &mut Vec<Evidence>) -> Facts {
    let list = given(item, of);
    note_all(list, of, evidence);
    let marks: Vec<Exact> = list
        .iter()
        .filter_map(|given| match &given.entry {
            Entry::Given(MarkGiven::Points(points)) => Some(points.clone()),
            _ => None,
        })
        .collect();
    if marks.is_empty() {
        let excused = list.iter().any(|given| given.entry == Entry::NotApplicable);
        return if excused { Facts::NotApplicable } else { Facts::NotSubmitted };
    }
    let Some((value, kept)) = points::panel(&marks, rule) else { return Facts::NotSubmitted };
    let n = kept.len();
    let sum = kept.iter().map(ToString::to_string).collect::<Vec<_>>().join(" + ");
    let dropped = marks.len() - n;
    let (zh, en) = if dropped > 0 {
        (
            format!(
                "{} 名检查人，去掉最高 {} 个、最低 {} 个：({sum}) ÷ {n}",
                marks.len(),
                rule.drop_high,
                rule.drop_low
            ),
            format!(
                "{} inspectors, without the {} highest and {} lowest: ({sum}) ÷ {n}",
                marks.len(),
                rule.drop_high,
                rule.drop_low
            ),
        )
    } else {
        (format!("{n} 名检查人平均：({sum}) ÷ {n}"), format!("mean of {n} inspectors: ({sum}) ÷ {n}"))
    };
    points_of(value, u32::try_from(n).unwrap_or(u32::MAX), zh, en)
}

/// Parts that do not apply leave the sum, which is scaled up to the item's full marks.
fn sum_of_parts(parts: &[ItemCode], of: &Of<'_>) -> Facts {
    let mut total = Exact::zero();
    let (mut applicable, mut full) = (Exact::zero(), Exact::zero());
    let mut steps = Vec::new();
    let mut any_submitted = false;
    for code in parts {
        let Some(part) = of.scheme.worth.item(code) else { continue };
        let (score, step) = score_item(part, of);
        steps.extend(step);
        full += &part.full;
        any_submitted |= !matches!(score.state, State::NotSubmitted);
        if score.state == State::Pending {
            return Facts::Pending;
        }
        if let Some(score) = score.score {
            total += &score.value;
            applicable += &part.full;
        }
    }
    let Some(scale) = full.divided_by(&applicable) else {
        return if any_submitted { Facts::NotApplicable } else { Facts::NotSubmitted };
    };
    let value = &total * &scale;
    let (zh, en) = if scale == Exact::one() {
        (format!("各分项之和 {}", total.about()), format!("sum of parts {}", total.about()))
    } else {
        (
            format!("适用分项得 {total}，按 {full} ÷ {applicable} 折算"),
            format!("applicable parts {total}, scaled by {full} ÷ {applicable}"),
        )
    };
    Facts::Points { value, divisor: u32::try_from(parts.len()).unwrap_or(u32::MAX), zh, en, parts: steps }
}
