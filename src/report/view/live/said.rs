//! Names of inputs and of numbers of the scheme in words.

use std::collections::BTreeMap;

use crate::report::view::words::Say;

fn split(name: &str) -> (&str, &str) {
    name.split_once(':').unwrap_or((name, ""))
}

/// What an input is called; `cases` are the names of case indicators by code.
pub(super) fn fact(say: Say, name: &str, cases: &BTreeMap<&str, &str>) -> String {
    let (kind, detail) = split(name);
    let (zh, en) = match kind {
        "mark" => (format!("检查人{detail}"), format!("inspector {detail}")),
        "member" => (format!("成员{detail}"), format!("member {detail}")),
        "level" => (format!("评定{detail}分值"), format!("worth of mark {detail}")),
        "row" => (format!("第{detail}类计分"), format!("points of kind {detail}")),
        "claim" => (format!("第{detail}件"), format!("claim {detail}")),
        "done" => ("完成次数".to_owned(), "times done".to_owned()),
        "yes" => ("有=1，无=0".to_owned(), "1 = yes, 0 = no".to_owned()),
        "day" => ("完成日期".to_owned(), "day".to_owned()),
        "events" => ("件数".to_owned(), "events".to_owned()),
        "self" => ("自评分".to_owned(), "self-mark".to_owned()),
        "own" => ("本单位数值".to_owned(), "own value".to_owned()),
        "best" => ("最好值".to_owned(), "best value".to_owned()),
        "mean" => ("平均值".to_owned(), "mean".to_owned()),
        "to" => ("折算满分".to_owned(), "scaled to".to_owned()),
        "no_view" => ("不了解".to_owned(), "no view".to_owned()),
        "blank" => ("未填".to_owned(), "blank".to_owned()),
        "returned" => ("收回".to_owned(), "returned".to_owned()),
        "issued" => ("发出".to_owned(), "issued".to_owned()),
        "value" => ("得分（计算见说明）".to_owned(), "points (see explanation)".to_owned()),
        "=" => ("均分".to_owned(), "mean".to_owned()),
        "case" => {
            let name = cases.get(detail).copied().unwrap_or(detail).to_owned();
            (name.clone(), name)
        }
        "share" => (format!("任职份额（{detail}）"), format!("share of {detail}")),
        "before" => (format!("设立前（{detail}）"), format!("before it was set up ({detail})")),
        "ballots" | "measure" | "charge" => (detail.to_owned(), detail.to_owned()),
        _ => (name.to_owned(), name.to_owned()),
    };
    say.made(zh, en)
}

/// What a number of the scheme is called.
pub(super) fn rule(say: Say, name: &str) -> String {
    let (kind, detail) = split(name);
    let (zh, en) = match kind {
        "full" => ("满分", "full marks"),
        "required" => ("应完成次数", "times required"),
        "per_missing" => ("每少一次扣", "off for each missing"),
        "per_extra" => ("每多一次加", "for each more"),
        "cap" => ("最高", "at most"),
        "floor" => ("最低", "at least"),
        "due" => ("期限", "due"),
        "late" => ("逾期得分", "when late"),
        "base" => ("基础分", "base"),
        "per_event" => ("每件计分", "for each event"),
        "weight" => ("权重", "weight"),
        "share" => ("所占比例", "share"),
        "value" => ("分值", "worth"),
        "anchor" => ("定分点", "anchor"),
        "points" => ("定分点得分", "points at an anchor"),
        "beyond" => ("定分点以外得分", "points beyond"),
        "target" => ("目标值", "target"),
        "line" => ("目标比例", "line"),
        "per_above" => ("每高一个单位", "for each above"),
        "per_below" => ("每低一个单位", "for each below"),
        "gap" => ("允许差距", "gap"),
        "not_applicable" => ("不适用时得分", "where it does not apply"),
        "from" => ("等次线（达到）", "from"),
        other => (other, other),
    };
    let words = say.of(zh, en);
    if detail.is_empty() {
        words.to_owned()
    } else {
        say.made(format!("{detail} {words}"), format!("{words}: {detail}"))
    }
}
