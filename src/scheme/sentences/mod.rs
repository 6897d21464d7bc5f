//! Each rule as a sentence with its formula and numbers, for `scheme show` and `explain`.

mod after;
mod ballots;
mod choices;
mod gates;
mod duties;
mod grades;
mod measures;
mod memory;
mod polls;
mod sections;

pub use after::{
    appeal_sentence, consequence_sentence, consequences_sentence, ladder_sentence, procedure_sentence,
    responsibility_sentence,
};
pub use choices::Spoken;
pub use duties::{
    appointment_sentence, checklist_sentence, deadline_sentence, duty_sentence, each_words, per_words,
    roster_check_sentence, scope_words, within_words,
};
pub use gates::{ceiling_sentence, gate_sentence, trigger_sentence};
pub use grades::{
    band_sentence, compare_sentence, ground_sentence, people_sentence, quota_sentence, rank_sentence,
    rounding_sentence, total_sentence,
};
pub use measures::{condition_sentence, edge_words, measure_sentence, when_sentence};
pub use memory::{accumulation_sentence, escalation_sentence, sanction_effect_sentence, sanctions_sentence};
pub use polls::{family_sentence, poll_sentence};
pub use sections::{Section, after_sections};

use crate::diag::Text;
use crate::exact::Exact;
use crate::scheme::words::Words;
use crate::scheme::worth::{Combine, Component, Item, Points, RuleRef};
use crate::terms::{ItemCode, PeriodCode};

/// Two texts, one after the other, with a stop or semicolon between.
fn then(first: &Text, second: &Text) -> Text {
    match (first.zh.is_empty(), second.zh.is_empty()) {
        (true, _) => second.clone(),
        (_, true) => first.clone(),
        _ => Text::new(format!("{}；{}", first.zh, second.zh), format!("{}; {}", first.en, second.en)),
    }
}

/// A name in both languages.
fn same(text: impl Into<String>) -> Text {
    let text = text.into();
    Text::new(text.clone(), text)
}

/// Several texts in a row.
fn listed(parts: impl IntoIterator<Item = Text>) -> Text {
    let (zh, en): (Vec<String>, Vec<String>) = parts.into_iter().map(|text| (text.zh, text.en)).unzip();
    Text::new(zh.join("、"), en.join(", "))
}

/// The name of a period, or its code.
fn period<'w>(words: &'w Words, code: &'w PeriodCode) -> &'w str {
    words.periods.iter().find(|period| period.code == *code).map_or(code.as_str(), |period| period.name.as_str())
}

fn indicator<'w>(words: &'w Words, code: &'w ItemCode) -> &'w str {
    words.cases.iter().find(|case| case.named.code == *code).map_or(code.as_str(), |case| case.named.name.as_str())
}

/// Document and clause, or the words that mark an assumption.
#[must_use]
pub fn cited(rule: &RuleRef) -> Text {
    let en = match (&rule.basis, rule.assumed) {
        (Some(basis), true) => format!("{basis} (set for this scheme; the document does not say so)"),
        (Some(basis), false) => basis.clone(),
        (None, _) => "set for this scheme; no document says so".to_owned(),
    };
    Text::new(rule.cited(), en)
}

/// A share as per cent where that is a plain decimal.
pub(super) fn percent(share: &Exact) -> String {
    let hundredfold = share * &Exact::from(100);
    if hundredfold.decimal_places().is_some() { format!("{hundredfold}%") } else { share.to_string() }
}

/// 检查考核：满分100分 × 权重0.6…
#[must_use]
pub fn component_sentence(component: &Component, words: &Words) -> Text {
    let worth = &component.weight * &component.full;
    let (full, weight) = (&component.full, &component.weight);
    let first = Text::new(
        format!("满分 {full} 分 × 权重 {weight} ＝ 占总分 {worth} 分"),
        format!("full marks {full} × weight {weight} = {worth} of the total"),
    );
    let source = match &component.poll {
        Some(poll) => {
            let name = words.poll(poll).map_or(poll.as_str(), |poll| poll.name.as_str());
            Text::new(format!("得分取自「{name}」"), format!("points come from the poll {name}"))
        }
        None => Text::new("得分为各项目之和", "points are the sum of its items"),
    };
    let shares = component.periods.iter().map(|(code, share)| same(format!("{} × {share}", period(words, code))));
    let blend: Vec<String> = shares.map(|text| text.zh).collect();
    let blend = same(blend.join(" ＋ "));
    let blend = Text::new(format!("各期合成：{}", blend.zh), format!("periods: {}", blend.en));
    let (gap, none) = (component.missing_period.spoken(), component.missing.spoken());
    let missing = Text::new(
        format!("缺某期得分：{}；本部分没有得分：{}", gap.zh, none.zh),
        format!("a period without a value: {}; the component without a value: {}", gap.en, none.en),
    );
    then(&then(&first, &source), &then(&blend, &missing))
}

/// How an item's points are made, its ends, its periods, and what happens without facts.
#[must_use]
pub fn item_sentence(item: &Item, words: &Words) -> Text {
    let full = &item.full;
    let points = match &item.points {
        Points::Panel(panel) => match panel.combine {
            Combine::Mean => Text::new("检查人打分的平均", "the mean of the inspectors' marks"),
            Combine::Trimmed => {
                let (high, low, from) = (panel.drop_high, panel.drop_low, panel.trim_from);
                Text::new(
                    format!(
                        "检查人打分满 {from} 个时去掉 {high} 个最高分和 {low} 个最低分后平均，不足 {from} 个时直接平均"
                    ),
                    format!(
                        "the mean of the inspectors' marks without the {high} highest and {low} lowest from {from} marks on, the plain mean below"
                    ),
                )
            }
        },
        Points::Presence => Text::new(format!("有得 {full} 分，无得 0 分"), format!("{full} if there is one, else 0")),
        Points::Count { required, per_missing, per_extra } => {
            let first = Text::new(
                format!("每期应做 {required} 次：{full} − {per_missing} × 少做的次数"),
                format!("{required} required in a period: {full} − {per_missing} × those missing"),
            );
            if per_extra.is_zero() {
                first
            } else {
                Text::new(
                    format!("{} ＋ {per_extra} × 多做的次数", first.zh),
                    format!("{} + {per_extra} × those beyond", first.en),
                )
            }
        }
        Points::Deadline { due, due_day_counts, late } => {
            let days = listed(due.iter().map(|(code, (month, day))| {
                let name = period(words, code);
                Text::new(format!("{name}{month}月{day}日"), format!("{name} {month:02}-{day:02}"))
            }));
            let (zh, en) = if *due_day_counts {
                ("含当日", "that day included")
            } else {
                ("不含当日", "that day not included")
            };
            Text::new(
                format!("按期（{}，{zh}）得 {full} 分，逾期得 {late} 分", days.zh),
                format!("{full} by {} ({en}), {late} when late", days.en),
            )
        }
        Points::Events { base, per_event } => {
            let (sign, each) =
                if per_event.is_negative() { ("−", per_event.abs()) } else { ("＋", per_event.clone()) };
            Text::new(
                format!("{base} {sign} {each} × 发生件数"),
                format!("{base} {} {each} × events", if sign == "−" { "−" } else { "+" }),
            )
        }
        Points::Parts(parts) => {
            let codes = parts.iter().map(ToString::to_string).collect::<Vec<_>>();
            Text::new(format!("{} 之和", codes.join(" ＋ ")), format!("the sum {}", codes.join(" + ")))
        }
        Points::Rate { numerator, denominator, zero_denominator } => {
            let (above, below) = (indicator(words, numerator), indicator(words, denominator));
            let rate = same(format!("{full} × {above} ÷ {below}"));
            then(&rate, &zero_denominator.spoken())
        }
    };
    let policy = then(&item.not_applicable.spoken(), &item.not_submitted.spoken());
    let head = Text::new(format!("满分 {full} 分"), format!("full marks {full}"));
    then(&then(&head, &points), &then(&ends(item), &policy))
}

/// Floor and cap where they say more than nought to full marks.
fn ends(item: &Item) -> Text {
    if !matches!(item.points, Points::Count { .. } | Points::Events { .. }) {
        return Text::default();
    }
    let floor = match &item.floor {
        Some(floor) => Text::new(format!("最低 {floor} 分"), format!("at least {floor}")),
        None => Text::new("扣分不封底", "no floor"),
    };
    let cap = match &item.cap {
        Some(cap) => Text::new(format!("最高 {cap} 分"), format!("at most {cap}")),
        None => Text::new("不封顶", "no cap"),
    };
    listed([floor, cap])
}
