//! Sanctions, what adds up and what rises, as sentences.

use super::{Spoken, listed, then};
use crate::diag::Text;
use crate::scheme::words::Words;
use crate::scheme::worth::{
    AccumulatedOver, Accumulation, Effect, EffectOn, Escalation, EscalationCounts, SanctionEffect, SanctionKind,
    SanctionOutcome, Sanctions, Worth,
};
use crate::terms::GroundCode;

impl Spoken for EffectOn {
    fn spoken(&self) -> Text {
        match self {
            Self::Unit => Text::new("单位", "the unit"),
            Self::Principal => Text::new("事发当日的正职", "the principal of that day"),
            Self::InCharge => Text::new("事发当日的分管领导", "whoever was in charge on that day"),
            Self::Person => Text::new("当事人", "the person named"),
            Self::Member => Text::new("当日的其他班子成员", "the other members of the team of that day"),
            Self::Team => Text::new("当日的班子全体成员", "the whole team of that day"),
            Self::Supervisor => {
                Text::new("当日联系（分管）该单位的领导", "whoever was in charge of the unit on that day")
            }
            Self::Role(role) => {
                Text::new(format!("当日担任 {role} 的人"), format!("holders of the role {role} on that day"))
            }
        }
    }
}

impl Spoken for Effect {
    fn spoken(&self) -> Text {
        match self {
            Self::Cap(grade) => Text::new(format!("最高为{grade}"), format!("at most {grade}")),
            Self::Lower(n) => Text::new(format!("降 {n} 档"), format!("{n} grades lower")),
            Self::Deduct(points) => Text::new(format!("扣 {points} 分"), format!("{points} off the total")),
            Self::NilItem(item) => Text::new(format!("项目 {item} 计 0 分"), format!("item {item} counts as nought")),
            Self::NilTotal => Text::new("总分计 0 分", "the total counts as nought"),
            Self::Ungraded => Text::new("不定等次", "no grade"),
            Self::NoHonours => Text::new("取消评优评先", "no honours"),
        }
    }
}

/// What one kind of sanction does in one year.
#[must_use]
pub fn sanction_effect_sentence(effect: &SanctionEffect, kinds: &[SanctionKind]) -> Text {
    let kind = kinds.iter().find(|kind| kind.code == effect.sanction);
    let name = kind.map_or(effect.sanction.as_str(), |kind| kind.name.as_str());
    let duty = match effect.duty_related {
        Some(true) => Text::new("（与履职有关）", " (to do with the duty)"),
        Some(false) => Text::new("（与履职无关）", " (nothing to do with the duty)"),
        None => Text::default(),
    };
    let nth = effect.year;
    let when = if nth == 1 {
        Text::new("作出决定的年度", "in the year of the decision")
    } else {
        Text::new(format!("第 {nth} 年"), format!("in year {nth}"))
    };
    let outcome = match &effect.outcome {
        SanctionOutcome::Cap(grade) => Text::new(format!("最高为{grade}"), format!("at most {grade}")),
        SanctionOutcome::Grade(grade) => Text::new(format!("定为{grade}"), format!("the grade is {grade}")),
        SanctionOutcome::Ungraded { later: true } => {
            Text::new("暂不定等次，以后补定", "no grade yet; it is filled in later")
        }
        SanctionOutcome::Ungraded { later: false } => Text::new("只写评语，不定等次", "no grade"),
    };
    let first = Text::new(
        format!("{name}{}：{}{}", duty.zh, when.zh, outcome.zh),
        format!("{name}{}: {} {}", duty.en, when.en, outcome.en),
    );
    let dates = match (effect.valid_from, effect.valid_to) {
        (None, None) => Text::default(),
        (Some(from), None) => Text::new(format!("适用于 {from} 起作出的决定"), format!("for decisions from {from} on")),
        (None, Some(to)) => Text::new(format!("适用于 {to} 以前作出的决定"), format!("for decisions up to {to}")),
        (Some(from), Some(to)) => {
            Text::new(format!("适用于 {from} 至 {to} 作出的决定"), format!("for decisions from {from} to {to}"))
        }
    };
    then(&first, &dates)
}

/// Which of several sanctions governs.
#[must_use]
pub fn sanctions_sentence(sanctions: &Sanctions) -> Text {
    let weight = sanctions.ungraded_above.as_ref().map_or_else(Text::default, |grade| {
        Text::new(
            format!("不定等次轻于{grade}，重于其上各等次"),
            format!("no grade weighs less than {grade} and more than any above it"),
        )
    });
    then(&sanctions.several.spoken(), &weight)
}

fn ground<'w>(worth: &'w Worth, code: &'w GroundCode) -> &'w str {
    worth.grounds.iter().find(|ground| ground.code == *code).map_or(code.as_str(), |ground| ground.name.as_str())
}

/// What adds up, over what, and what then happens.
#[must_use]
pub fn accumulation_sentence(rule: &Accumulation, worth: &Worth) -> Text {
    let names: Vec<&str> = rule.grounds.iter().map(|code| ground(worth, code)).collect();
    let (n, years, on) = (rule.at_least, rule.years, rule.on.spoken());
    let over = match rule.over {
        AccumulatedOver::Term => {
            let from = rule.term_from.map_or_else(String::new, |day| day.to_string());
            Text::new(format!("任期内（{from} 起）{n} 次以上"), format!("{n} or more in the term from {from}"))
        }
        AccumulatedOver::Years => {
            Text::new(format!("{years} 年内 {n} 次以上"), format!("{n} or more in {years} years"))
        }
        AccumulatedOver::ConsecutiveYears => {
            Text::new(format!("连续 {years} 年各 {n} 次以上"), format!("{n} or more in each of {years} years running"))
        }
    };
    let first = Text::new(
        format!("{}有「{}」{}", on.zh, names.join("、"), over.zh),
        format!("{} with {}: {}", on.en, names.join(", "), over.en),
    );
    let effects = listed(rule.effects.iter().map(Spoken::spoken));
    let list = rule.list.as_ref().map_or_else(Text::default, |list| {
        Text::new(format!("列入「{list}」，由人决定"), format!("put on the list {list}; a human decides"))
    });
    then(&then(&first, &effects), &list)
}

/// What rises from people to their unit.
#[must_use]
pub fn escalation_sentence(rule: &Escalation, words: &Words, worth: &Worth) -> Text {
    let rows = rule.rows.iter().map(|(kind, n)| {
        let kind = kind.spoken();
        Text::new(format!("{} {n} 人", kind.zh), format!("{n} × {}", kind.en))
    });
    let rows: Vec<Text> = rows.collect();
    let zh: Vec<&str> = rows.iter().map(|row| row.zh.as_str()).collect();
    let en: Vec<&str> = rows.iter().map(|row| row.en.as_str()).collect();
    let (zh, en) = (zh.join("，或 "), en.join(", or "));
    let what = match rule.counts {
        EscalationCounts::Sanctions => {
            let names: Vec<&str> = rule
                .kinds
                .iter()
                .map(|code| {
                    words.sanctions.iter().find(|kind| kind.code == *code).map_or(code.as_str(), |kind| &kind.name)
                })
                .collect();
            let only = if names.is_empty() { String::new() } else { format!("（{}）", names.join("、")) };
            Text::new(format!("本年受处分{only}"), format!("sanctioned in the year{only}"))
        }
        EscalationCounts::Events => {
            let names: Vec<&str> = rule.grounds.iter().map(|code| ground(worth, code)).collect();
            let only = if names.is_empty() { String::new() } else { format!("「{}」", names.join("、")) };
            Text::new(format!("本年有事件{only}"), format!("with an event in the year {only}"))
        }
    };
    let name = ground(worth, &rule.ground);
    Text::new(
        format!("{zh} {}，单位按「{name}」处理", what.zh),
        format!("{en} {}: the unit is struck by {name}", what.en),
    )
}
