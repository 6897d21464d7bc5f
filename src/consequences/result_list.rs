//! 年终考核结果清单: the fourth of the 四单, written from the grades.

use super::around::Around;
use super::model::{Entry, State};
use crate::exact::{Mode, Rounding};
use crate::grades::Outcome;
use crate::scores::Rounded;

/// Places where the scheme does not round.
const DISPLAY: Rounding = Rounding { mode: Mode::HalfUp, places: 2 };

/// One entry for each unit and person.
pub(super) fn entries(around: &Around<'_>) -> Vec<Entry> {
    let Some((name, rule)) = &around.scheme.worth.after.result_list else { return Vec::new() };
    let units = around.scored.units.iter().map(|unit| unit.total.as_ref()).zip(&around.graded.units);
    let people = around.scored.people.iter().map(|person| person.total.as_ref()).zip(&around.graded.people);
    units
        .chain(people)
        .map(|(total, outcome)| {
            let shown = total.map(shown).unwrap_or_default();
            let grade = outcome.grade.as_ref().map(ToString::to_string).unwrap_or_default();
            let mut entry = Entry::new(name, "result", outcome.subject.clone(), rule)
                .fact("grade", &grade)
                .fact("score", &shown)
                .fact("rank", outcome.rank.map(|rank| rank.to_string()).unwrap_or_default());
            entry.state = if outcome.grade.is_some() { State::Done } else { State::Open };
            entry.reason = reason(outcome, &shown, &grade);
            entry
        })
        .collect()
}

fn shown(total: &Rounded) -> String {
    total.rounding.unwrap_or(DISPLAY).show(&total.exact)
}

/// 得分 89.76，类内第 3 名，等次合格；否决 …
fn reason(outcome: &Outcome, shown: &str, grade: &str) -> String {
    let mut parts = Vec::new();
    if !shown.is_empty() {
        parts.push(format!("得分 {shown}"));
    }
    if let Some(rank) = outcome.rank {
        parts.push(format!("第 {rank} 名（共 {}）", outcome.ranked));
    }
    parts.push(if grade.is_empty() { "等次未定".to_owned() } else { format!("等次{grade}") });
    for ruling in outcome.rulings.iter().filter(|ruling| ruling.from != ruling.to) {
        if let (Some(from), Some(to)) = (&ruling.from, &ruling.to) {
            parts.push(format!("{from}改为{to}（{}）", ruling.rule.cited()));
        }
    }
    parts.join("，")
}
