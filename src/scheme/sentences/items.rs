//! Items as sentences: how points are made, their ends, and what happens without facts.

use super::panels::panel_sentence;
use super::{Spoken, indicator, listed, period, rules, same, then};
use crate::diag::Text;
use crate::scheme::words::Words;
use crate::scheme::worth::{DueYear, Item, NotApplicable, Points, Worth};

/// How an item's points are made, its ends, its periods, and what happens without facts.
#[must_use]
pub fn item_sentence(item: &Item, words: &Words, worth: &Worth) -> Text {
    let full = &item.full;
    let points = match &item.points {
        Points::Panel(panel) => panel_sentence(panel),
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
        Points::Deadline { due, due_day_counts, due_year, late } => {
            let days = listed(due.iter().map(|(code, (month, day))| {
                let name = period(words, code);
                let (zh, en) = if *due_year == DueYear::Next { ("次年", " of the next year") } else { ("", "") };
                Text::new(format!("{name}{zh}{month}月{day}日"), format!("{name} {month:02}-{day:02}{en}"))
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
        Points::Events { base, per_event, measure } => {
            let (sign, each) =
                if per_event.is_negative() { ("−", per_event.abs()) } else { ("＋", per_event.clone()) };
            let counted = match measure {
                Some(code) => same(rules::measure_name(worth, code)),
                None => Text::new("发生件数", "events"),
            };
            let en_sign = if sign == "−" { "−" } else { "+" };
            Text::new(
                format!("{base} {sign} {each} × {}", counted.zh),
                format!("{base} {en_sign} {each} × {}", counted.en),
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
        other => rules::sentence(other, full, words, worth),
    };
    let absent = match item.not_applicable {
        NotApplicable::Fixed => {
            let points = &item.not_applicable_points;
            Text::new(format!("不适用时计 {points} 分"), format!("{points} where it does not apply"))
        }
        other => other.spoken(),
    };
    let policy = then(&absent, &item.not_submitted.spoken());
    let head = match item.adjusting {
        true => Text::new("只加减，不计入满分", "adds or takes away only"),
        false => Text::new(format!("满分 {full} 分"), format!("full marks {full}")),
    };
    then(&then(&head, &points), &then(&ends(item), &policy))
}

/// Floor and cap where they say more than nought to full marks.
fn ends(item: &Item) -> Text {
    let always = matches!(
        item.points,
        Points::Count { .. }
            | Points::Events { .. }
            | Points::ProRata { .. }
            | Points::TargetLine { .. }
            | Points::GroupMean { .. }
            | Points::Occurrences { .. }
    );
    let rarely = matches!(
        item.points,
        Points::Steps(_) | Points::Linear { .. } | Points::ByRank { .. } | Points::Levels(_) | Points::Parts(_)
    );
    if !always && !(rarely && (item.floor.is_some() || item.cap.is_some())) {
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
