//! Consequences, responsibility, ladders, appeal and procedures in sentences.

use super::choices::Spoken as _;
use super::duties::{month_end, who};
use super::{ground_names, listed, same, then};
use crate::diag::Text;
use crate::scheme::words::Words;
use crate::scheme::worth::{
    Appeal, Binding, Cause, Consequence, ConsequenceRule, FirstDay, Ladder, Procedure, Responsibility, SeveralBars,
    SeveralMeasures, StartsOn, Who, Whose,
};
use crate::terms::{GroundCode, GroupCode};

/// 受到诫勉的：当年取消评优；6个月内不得提拔.
#[must_use]
pub fn consequence_sentence(rule: &Consequence, ground_name: impl Fn(&str) -> String) -> Text {
    let names: Vec<String> = rule
        .of
        .iter()
        .map(|code| if matches!(rule.on, Cause::Ground | Cause::Sanction) { ground_name(code) } else { code.clone() })
        .collect();
    let of = names.join("、");
    let cause = match rule.on {
        Cause::Grade => Text::new(format!("等次为{of}的"), format!("after the grade {of}")),
        Cause::Ground => Text::new(format!("因“{of}”被追究的"), format!("after the ground {of}")),
        Cause::List => Text::new(format!("列入“{of}”并经确认的"), format!("on the list {of}, confirmed")),
        Cause::Sanction => Text::new(format!("受到{of}的"), format!("after the sanction {of}")),
    };
    let mut text = cause;
    if rule.honours.is_none() && rule.bar.is_none() && rule.filed_in.is_none() {
        let list = &rule.list;
        text = then(&text, &Text::new(format!("列入“{list}”名单"), format!("put on the list {list}")));
    }
    if let Some(honours) = rule.honours {
        text = then(&text, &honours.spoken());
    }
    if let Some(bar) = &rule.bar {
        let kind = bar.kind.spoken();
        let start = match bar.starts {
            StartsOn::DecisionDate => Text::new("决定（事发）之日", "the day of the decision or event"),
            StartsOn::YearEnd => Text::new("考核期末日", "the last day of the assessment"),
        };
        let n = bar.months;
        text = then(
            &text,
            &Text::new(
                format!("自{}起 {n} 个月内{}", start.zh, kind.zh),
                format!("{} for {n} months from {}", kind.en, start.en),
            ),
        );
    }
    if let Some(place) = &rule.filed_in {
        text = then(&text, &Text::new(format!("记入{place}"), format!("filed in {place}")));
    }
    // The cause opens the sentence; what follows from it stands behind a colon.
    Text::new(text.zh.replacen("的；", "的：", 1), text.en.replacen("; ", ": ", 1))
}

/// What holds for all of them.
#[must_use]
pub fn consequences_sentence(rule: &ConsequenceRule) -> Text {
    let several = match rule.several {
        SeveralBars::Longest => {
            Text::new("同类限制有几项的，按影响期长的执行", "of several bars of a kind the one that ends last applies")
        }
        SeveralBars::Sum => {
            Text::new("同类限制有几项的，逐项相接执行", "several bars of a kind run one after the other")
        }
    };
    let first = match rule.first_day {
        FirstDay::NextDay => Text::new("起算之日不计入", "the day from which it runs is not counted"),
        FirstDay::SameDay => Text::new("起算之日计入", "the day from which it runs is counted"),
    };
    then(&then(&several, &first), &month_end(rule.month_end))
}

/// 集体决策中“主持”“主管”的：承担主要领导责任.
#[must_use]
pub fn responsibility_sentence(rule: &Responsibility, words: &Words) -> Text {
    let named = |list: &[Who]| listed(list.iter().map(|one| who(one, words)));
    let bears = named(&rule.who);
    let who = match (rule.parts.as_slice(), rule.who.as_slice()) {
        ([], [Who::Unit]) => Text::new("事件所在单位", "the unit of the event"),
        ([], [Who::Supervisor]) => Text::new(format!("事发当日{}", bears.zh), format!("on the day, {}", bears.en)),
        ([], _) => Text::new(format!("事发当日的{}", bears.zh), format!("on the day, {}", bears.en)),
        (parts, _) => {
            let (zh, en) = (parts.join("”“"), parts.join(", "));
            let of_whom = Some(format!(", {} only", bears.en)).filter(|_| !rule.who.is_empty()).unwrap_or_default();
            Text::new(
                format!("集体决策中“{zh}”的{}", bears.zh),
                format!("who took part in the decision as {en}{of_whom}"),
            )
        }
    };
    let about = named(&rule.about);
    let who = match rule.about.is_empty() {
        true => who,
        false => Text::new(
            format!("{}，当事人为{}的", who.zh, about.zh),
            format!("{}, for a person named who is {}", who.en, about.en),
        ),
    };
    let what = if rule.none {
        Text::new("不承担责任", "no responsibility")
    } else {
        Text::new(format!("承担{}", rule.name), format!("bears {}", rule.name))
    };
    let mut text = Text::new(format!("{}：{}", who.zh, what.zh), format!("{}: {}", who.en, what.en));
    if rule.not_the_party {
        text = then(&text, &Text::new("当事人本人除外", "the person named in the event excepted"));
    }
    text = then(&text, &grounds_only(&rule.grounds, words));
    if rule.needs_record { then(&text, &Text::new("须有会议记录", "a record is needed")) } else { text }
}

/// 限于事由：…; nothing for all of them.
fn grounds_only(grounds: &[GroundCode], words: &Words) -> Text {
    if grounds.is_empty() {
        return Text::default();
    }
    let names = ground_names(grounds, words);
    Text::new(format!("限于事由：{}", names.zh), format!("for the grounds {}", names.en))
}

/// 较轻→书面检查；较重→通报批评；严重→调整处理.
#[must_use]
pub fn ladder_sentence(rule: &Ladder, words: &Words) -> Text {
    let rungs: Vec<String> =
        rule.rungs.iter().map(|rung| format!("{}→{}", rung.severity, rung.measures.join("、"))).collect();
    let of = if rule.whose == Whose::Unit { ("领导班子", "teams") } else { ("个人", "people") };
    let mut text = Text::new(format!("{}：{}", of.0, rungs.join("；")), format!("{}: {}", of.1, rungs.join("; ")));
    let must = |binding: Binding| if binding == Binding::Must { ("应当", "must") } else { ("可以", "may") };
    if !rule.heavier.is_empty() {
        let (zh, en) = must(rule.heavier_binding);
        let words = rule.heavier.join("、");
        text = then(
            &text,
            &Text::new(format!("有“{words}”情形的{zh}从重一档"), format!("{words}: {en} be raised by one")),
        );
    }
    if !rule.lighter.is_empty() {
        let (zh, en) = must(rule.lighter_binding);
        let words = rule.lighter.join("、");
        text = then(
            &text,
            &Text::new(format!("有“{words}”情形的{zh}从轻一档"), format!("{words}: {en} be lowered by one")),
        );
    }
    if !rule.waived_by.is_empty() {
        let words = rule.waived_by.join("、");
        text = then(&text, &Text::new(format!("有“{words}”情形的可以免予追究"), format!("{words}: may be let off")));
    }
    let several = match rule.several {
        SeveralMeasures::Single => Text::new("一次只用一种方式", "one measure at a time"),
        SeveralMeasures::Combined => Text::new("可以单独或合并使用", "measures alone or combined"),
    };
    then(&then(&text, &several), &grounds_only(&rule.grounds, words))
}

/// 收到之日起15日内申诉，30日内答复.
#[must_use]
pub fn appeal_sentence(rule: &Appeal) -> Text {
    let (days, answer) = (rule.days, rule.answer_days);
    let text = Text::new(
        format!("收到决定之后 {days} 日内可以书面申诉，收到申诉之后 {answer} 日内书面答复"),
        format!("appeal in writing within {days} days of receipt, answer within {answer} days"),
    );
    let meanwhile = if rule.suspends {
        Text::new("申诉期间停止执行", "suspended meanwhile")
    } else {
        Text::new("申诉期间不停止执行", "not suspended meanwhile")
    };
    then(&text, &meanwhile)
}

/// 提出（纪委）→决定（党委）→实施.
#[must_use]
pub fn procedure_sentence(rule: &Procedure, words: &Words) -> Text {
    let step = |name: &str, by: &[String]| match by {
        [] => name.to_owned(),
        _ => format!("{name}（{}）", by.join("或")),
    };
    let steps: Vec<String> = rule.steps.iter().map(|one| step(&one.name, &one.by)).collect();
    let mut text = same(steps.join("→"));
    for one in &rule.steps {
        if let Some(other) = &one.not_by_body_of {
            let name = &one.name;
            text = then(
                &text,
                &Text::new(format!("{name}与{other}不由同一机关办理"), format!("{name} is not by the body of {other}")),
            );
        }
    }
    match rule.whose {
        Some(Whose::Unit) => text = then(&text, &Text::new("限于对单位的追究", "events about units only")),
        Some(Whose::Person) => text = then(&text, &Text::new("限于对个人的追究", "events about people only")),
        None => {}
    }
    if !rule.groups.is_empty() {
        let name = |code: &GroupCode| words.groups.iter().find(|own| own.code == *code).map(|own| own.name.clone());
        let groups: Vec<String> =
            rule.groups.iter().map(|code| name(code).unwrap_or_else(|| code.to_string())).collect();
        let groups = groups.join("、");
        text = then(&text, &Text::new(format!("限于{groups}"), format!("in {groups} only")));
    }
    if !rule.measures.is_empty() {
        let measures = rule.measures.join("、");
        let (open_zh, open_en) = if rule.undecided {
            ("的，还没有定措施的也按此办理", " or nothing yet")
        } else {
            ("的", "")
        };
        text = then(
            &text,
            &Text::new(
                format!("限于处理措施为{measures}{open_zh}"),
                format!("where the measure is {measures}{open_en}"),
            ),
        );
    }
    then(&text, &grounds_only(&rule.grounds, words))
}
