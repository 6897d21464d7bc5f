//! Components as sentences.

use super::{Spoken, period, same, then};
use crate::diag::Text;
use crate::exact::Exact;
use crate::scheme::words::Words;
use crate::scheme::worth::{Component, Worth};

/// 检查考核：满分100分 × 权重0.6…
#[must_use]
pub fn component_sentence(component: &Component, words: &Words, worth: &Worth) -> Text {
    let share = &component.weight * &component.full;
    let (full, weight) = (&component.full, &component.weight);
    let first = Text::new(
        format!("满分 {full} 分 × 权重 {weight} ＝ 占总分 {share} 分"),
        format!("full marks {full} × weight {weight} = {share} of the total"),
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
    let blend = match worth.total.by_period {
        None => Text::new(format!("各期合成：{}", blend.zh), format!("periods: {}", blend.en)),
        Some(_) => {
            let names: Vec<&str> = component.periods.iter().map(|(code, _)| period(words, code)).collect();
            let names = names.join("、");
            Text::new(format!("计入各期总分：{names}"), format!("enters the total of each period: {names}"))
        }
    };
    let ends = match (&component.floor, &component.cap) {
        (None, None) => Text::default(),
        (floor, cap) => {
            let said = |end: &Option<Exact>| end.as_ref().map_or_else(|| "—".to_owned(), ToString::to_string);
            let (floor, cap) = (said(floor), said(cap));
            Text::new(format!("每期最低 {floor}、最高 {cap}"), format!("in a period at least {floor}, at most {cap}"))
        }
    };
    let blend = then(&ends, &blend);
    let (gap, none) = (component.missing_period.spoken(), component.missing.spoken());
    let missing = Text::new(
        format!("缺某期得分：{}；本部分没有得分：{}", gap.zh, none.zh),
        format!("a period without a value: {}; the component without a value: {}", gap.en, none.en),
    );
    then(&then(&first, &source), &then(&blend, &missing))
}
