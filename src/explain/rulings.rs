//! One ruling as a step of the tree: what it is called, what it rests on, in words.

use crate::diag::Text;
use crate::grades::{RulingStep, Stage};
use crate::scores::{Evidence, Step};

/// The ruling with its facts, its rule and its cells.
pub(super) fn ruling_step(ruling: &RulingStep) -> Step {
    let cells = ruling.places.iter().map(|place| Evidence { place: place.clone(), text: Text::default(), by: None });
    let (what, Text { zh, en }) = (what(ruling), why(ruling));
    Step::new(ruling.stage.word(), what, None).formula(zh, en).rule(&ruling.rule).evidence(cells.collect())
}

fn what(ruling: &RulingStep) -> Text {
    let grade = |grade: &Option<_>, none: &str| grade.as_ref().map_or_else(|| none.to_owned(), ToString::to_string);
    // A ruling that leaves no grade says so in its facts; else the grade is open.
    let none = if ruling.facts.contains_key("ungraded") { ["不定等次", "no grade"] } else { ["—", "—"] };
    let from = grade(&ruling.from, "—");
    let [to, to_en] = none.map(|none| grade(&ruling.to, none));
    let (zh, en) = match ruling.stage {
        Stage::Band => return Text::new(format!("等次线：{to}"), format!("band: {to}")),
        Stage::Condition => ("等次条件", "condition of the band"),
        Stage::Warning => ("警告", "warning"),
        Stage::Veto => ("一票否决", "veto"),
        Stage::Sanction => ("处分", "sanction"),
        Stage::Gate => ("资格条件", "gate"),
        Stage::Review => ("复核", "review"),
        Stage::Quota => ("名额", "places"),
        Stage::Decision => ("裁定", "decision"),
    };
    if ruling.from.is_some() && ruling.from == ruling.to {
        return Text::new(format!("{zh}：等次不变，仍为{to}"), format!("{en}: the grade stays {to_en}"));
    }
    Text::new(format!("{zh}：{from} → {to}"), format!("{en}: {from} → {to_en}"))
}

fn why(ruling: &RulingStep) -> Text {
    let fact = |name: &str| ruling.facts.get(name).map_or("", String::as_str);
    match ruling.stage {
        Stage::Band => {
            let (value, from, under) = (fact("value"), fact("from"), fact("below"));
            match (from.is_empty(), under.is_empty()) {
                (true, false) => Text::new(format!("{value}，不到 {under}"), format!("{value} is below {under}")),
                _ => Text::new(
                    format!("{value} 达到 {}{}", or(from, "最低线"), below(under, "，不到 ")),
                    format!("{value} reaches {}{}", or(from, "the lowest line"), below(under, ", below ")),
                ),
            }
        }
        Stage::Condition => {
            let told = conditions(ruling);
            Text::new(format!("{told}，落入下一等次"), format!("{told}: it falls to the next grade"))
        }
        Stage::Warning | Stage::Veto => {
            let effect = effect(ruling);
            let (date, ground, event, document) = (fact("date"), fact("ground"), fact("event"), fact("document"));
            let through = below(fact("through"), "，经 ");
            Text::new(
                format!(
                    "{date} {ground}（{event}，{document}{through}），本对象为{}，{}",
                    as_zh(fact("as")),
                    effect.zh
                ),
                format!("{date} {ground} ({event}, {document}), hit as {}, {}", fact("as"), effect.en),
            )
        }
        Stage::Sanction => {
            let effect = effect(ruling);
            let (date, kind, id, document) = (fact("date"), fact("kind"), fact("sanction"), fact("document"));
            let behind = fact("governs") == "no";
            Text::new(
                format!(
                    "{date} {kind}（{id}，{document}），影响第 {} 年，{}{}",
                    fact("year"),
                    effect.zh,
                    if behind { "；另有处分为准" } else { "" }
                ),
                format!(
                    "{date} {kind} ({id}, {document}), year {}, {}{}",
                    fact("year"),
                    effect.en,
                    if behind { "; another sanction governs" } else { "" }
                ),
            )
        }
        Stage::Gate => {
            let (reason, told) = (fact("reason"), conditions(ruling));
            Text::new(format!("{reason}（{told}）"), format!("{reason} ({told})"))
        }
        Stage::Review => review(ruling),
        Stage::Quota => Text::new(
            format!(
                "应占名额 {} 个（基数 {} 个，理论数 {}），达到者 {} 个，结果：{}{}",
                fact("places"),
                fact("base"),
                fact("theoretical"),
                fact("reached"),
                placed_zh(fact("result")),
                lost(ruling).zh
            ),
            format!(
                "{} places (base {}, theoretical {}), {} reach the band: {}{}",
                fact("places"),
                fact("base"),
                fact("theoretical"),
                fact("reached"),
                fact("result"),
                lost(ruling).en
            ),
        ),
        Stage::Decision => Text::new(
            format!(
                "{} {} 决定为{}：{}{}",
                fact("date"),
                fact("body"),
                fact("decided"),
                fact("reason"),
                if fact("refused_by").is_empty() { "" } else { "（与不可解除的否决相抵触，未执行）" }
            ),
            format!(
                "{} {} decided {}: {}{}",
                fact("date"),
                fact("body"),
                fact("decided"),
                fact("reason"),
                if fact("refused_by").is_empty() {
                    ""
                } else {
                    " (against a veto that may not be lifted: not carried out)"
                }
            ),
        ),
    }
}

/// What an effect does, from the facts of its ruling.
pub(super) fn effect(ruling: &RulingStep) -> Text {
    let fact = |name: &str| ruling.facts.get(name).map(String::as_str);
    if let Some(cap) = fact("cap") {
        return Text::new(format!("等次最高为{cap}"), format!("at most {cap}"));
    }
    if let Some(grade) = fact("given") {
        return Text::new(format!("定为{grade}"), format!("the grade is {grade}"));
    }
    if let Some(n) = fact("lower") {
        return Text::new(format!("降 {n} 档"), format!("{n} grades lower"));
    }
    if let Some(points) = fact("deduct") {
        return Text::new(format!("总分扣 {points} 分"), format!("{points} off the total"));
    }
    if let Some(item) = fact("nil_item") {
        return Text::new(format!("项目 {item} 计 0 分"), format!("item {item} counts as nought"));
    }
    match (fact("ungraded"), fact("nil_total"), fact("no_honours"), fact("open_fact")) {
        (Some("later"), ..) => Text::new("暂不定等次，以后补定", "no grade yet; it is filled in later"),
        (Some(_), ..) => Text::new("不定等次", "no grade"),
        (_, Some(_), ..) => Text::new("总分计 0 分", "the total counts as nought"),
        (_, _, Some(_), _) => Text::new("取消评优评先", "no honours"),
        (_, _, _, Some(_)) => Text::new("是否与履职有关未填，待定", "whether it has to do with the duty is not stated"),
        _ => Text::new("无影响", "no effect"),
    }
}

/// The conditions that were read, in a row.
fn conditions(ruling: &RulingStep) -> String {
    let told = ruling.facts.iter().filter(|(name, _)| name.starts_with("condition"));
    told.map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("；")
}

fn review(ruling: &RulingStep) -> Text {
    let fact = |name: &str| ruling.facts.get(name).map_or("", String::as_str);
    let (trigger, told) = (fact("trigger"), conditions(ruling));
    let said = (fact("date"), fact("body"), fact("reason"));
    match fact("confirmed") {
        "yes" => {
            let effect = effect(ruling);
            Text::new(
                format!("{trigger}（{told}），{} {} 确认：{}，{}", said.0, said.1, said.2, effect.zh),
                format!("{trigger} ({told}), confirmed by {} on {}: {}; {}", said.1, said.0, said.2, effect.en),
            )
        }
        "no" => Text::new(
            format!("{trigger}（{told}），{} {} 不予确认：{}", said.0, said.1, said.2),
            format!("{trigger} ({told}), not confirmed by {} on {}: {}", said.1, said.0, said.2),
        ),
        _ => Text::new(format!("{trigger}（{told}），等待确认"), format!("{trigger} ({told}), awaits a confirmation")),
    }
}

/// Why a place was lost, or from which pool it comes.
fn lost(ruling: &RulingStep) -> Text {
    let fact = |name: &str| ruling.facts.get(name).map_or("", String::as_str);
    let by = fact("by");
    match (fact("why"), fact("borrowed")) {
        ("tie", _) => Text::new("（名额线上并列的都不占）", " (equals across the edge get none)"),
        ("chain", _) => Text::new(format!("（并列，比较 {by} 后在后）"), format!(" (equal, and behind in {by})")),
        ("committee", _) => Text::new("（裁定另有所选）", " (the committee chose others)"),
        (_, pool) if !pool.is_empty() => {
            Text::new(format!("（使用 {pool} 的空余名额）"), format!(" (an empty place of {pool})"))
        }
        _ => Text::default(),
    }
}

fn or<'a>(text: &'a str, other: &'a str) -> &'a str {
    if text.is_empty() { other } else { text }
}

fn below(text: &str, lead: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{lead}{text}") }
}

fn placed_zh(word: &str) -> &'static str {
    match word {
        "placed" => "占得名额",
        "lost" => "未占得名额，按规则降一档",
        _ => "并列在名额线上，待裁定",
    }
}

/// What a subject is to an event, in Chinese.
pub(super) fn as_zh(word: &str) -> &'static str {
    match word {
        "unit" => "责任单位",
        "principal" => "事发当日正职",
        "in_charge" => "事发当日分管领导",
        "member" | "team" => "事发当日班子成员",
        "supervisor" => "事发当日联系（分管）领导",
        "role" => "事发当日任该角色的人",
        _ => "当事人",
    }
}
