//! The words of findings about what a file says: names of tables, kinds of values, and the question behind each key.

use toml::de::DeValue;

use super::lines::Lines;
use crate::diag::{Text, nearest};

/// Each table: key, Chinese, English.
const TABLES: &[(&str, &str, &str)] = &[
    ("scheme", "方案抬头", "[scheme]"),
    ("group", "单位类别", "group"),
    ("period", "考核期", "period"),
    ("total", "总分", "[total]"),
    ("rounding", "取舍点", "rounding point"),
    ("compare", "比较口径", "[compare]"),
    ("component", "考核部分", "component"),
    ("item_policy", "项目通则", "[item_policy]"),
    ("item", "考核项目", "item"),
    ("case_indicator", "案件指标", "case indicator"),
    ("measure", "指标量", "measure"),
    ("poll", "测评", "poll"),
    ("family", "加减分类别", "family"),
    ("ground", "否决事由", "ground"),
    ("sanction", "处分种类", "sanction"),
    ("sanction_effect", "处分影响", "sanction effect"),
    ("sanctions", "数项处分", "[sanctions]"),
    ("accumulation", "累计", "accumulation"),
    ("escalation", "上溯", "escalation"),
    ("gate", "资格条件", "gate"),
    ("trigger", "触发条件", "trigger"),
    ("ceiling", "均分上限", "ceiling"),
    ("band", "等次", "band"),
    ("rank", "名次", "[rank]"),
    ("quota", "名额", "quota"),
    ("people", "个人得分", "[people]"),
    ("unit_change", "单位变动", "[unit_change]"),
    ("post_rule", "兼职规则", "post rule"),
    ("layout", "表样", "layout"),
    ("role", "角色", "role"),
    ("duty", "履责要求", "duty"),
    ("deadline", "期限", "deadline"),
    ("appointment", "任职要求", "appointment"),
    ("roster_check", "分工检查", "roster check"),
    ("record_check", "登记检查", "record check"),
    ("checklist", "清单", "checklist"),
    ("consequence", "后果", "consequence"),
    ("consequences", "后果通则", "[consequences]"),
    ("responsibility", "责任划分", "responsibility"),
    ("ladder", "追究方式", "ladder"),
    ("appeal", "申诉", "[appeal]"),
    ("procedure", "办理程序", "procedure"),
    ("result_list", "年终考核结果清单", "[result_list]"),
    ("remove", "不适用的规则", "removed rule"),
];

/// What a kind of table is called.
pub(in crate::scheme) fn table(section: &str) -> Text {
    let known = TABLES.iter().find(|(key, ..)| *key == section);
    known.map_or_else(|| Text::new(section, section), |(_, zh, en)| Text::new(*zh, *en))
}

/// What one table is called: its kind and its code.
pub(super) fn called(section: &str, lines: &Lines) -> Text {
    let kind = table(section);
    let code =
        ["code", "sanction", "grade", "at", "table", "rule", "counts_as"].iter().find_map(|key| lines.text_of(key));
    let code = if matches!(
        section,
        "scheme"
            | "total"
            | "compare"
            | "rank"
            | "people"
            | "item_policy"
            | "sanctions"
            | "consequences"
            | "appeal"
            | "result_list"
            | "unit_change"
    ) {
        None
    } else {
        code
    };
    let whose = match (section, lines.text_of("for")) {
        ("band" | "quota", Some("unit")) => Text::new("单位", "unit "),
        ("band" | "quota", Some("person")) => Text::new("个人", "person "),
        _ => Text::default(),
    };
    match code {
        Some(code) => Text::new(format!("{}{} {code} ", whose.zh, kind.zh), format!("{}{} {code}", whose.en, kind.en)),
        None => Text::new(format!("{}{}", whose.zh, kind.zh), format!("{}{}", whose.en, kind.en)),
    }
}

/// A value as it stands in the file, as far as it is short.
pub(super) fn shown(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => format!("\"{text}\""),
        DeValue::Integer(number) => number.to_string(),
        DeValue::Float(number) => number.to_string(),
        DeValue::Boolean(truth) => truth.to_string(),
        DeValue::Datetime(date) => date.to_string(),
        DeValue::Array(_) => "[…]".to_owned(),
        DeValue::Table(_) => "{…}".to_owned(),
    }
}

/// What a value must be instead, and the mend, from the reader's message.
pub(super) fn kind(message: &str, value: Option<&DeValue<'_>>, found: &str, words: &[String]) -> (Text, Text) {
    if message.starts_with("unknown variant") {
        let known: Vec<&str> = words.iter().skip(1).map(String::as_str).collect();
        let list = known.join(" | ");
        let mend = match nearest(found.trim_matches('"'), known.iter().copied()) {
            Some(near) => Text::new(format!("改为 \"{near}\""), format!("write \"{near}\"")),
            None => Text::new("改为列出的用词之一", "take one of those listed"),
        };
        return (Text::new(list.clone(), list), mend);
    }
    let wanted = message.rsplit_once("expected ").map_or("", |(_, wanted)| wanted);
    let number = wanted.contains("exact number");
    let expected = if number && wanted.contains("none") {
        Text::new("加引号的准确数，或 \"none\"", "an exact number in quotes, or \"none\"")
    } else if number {
        Text::new("加引号的准确数，如 \"0.30\"、\"1/3\"", "an exact number in quotes, such as \"0.30\" or \"1/3\"")
    } else if wanted.contains("string") {
        Text::new("加引号的文字", "text in quotes")
    } else if wanted.contains("u32") {
        Text::new("不加引号的整数，不小于 0", "a whole number without quotes, not below 0")
    } else if wanted.contains("boolean") {
        Text::new("true 或 false", "true or false")
    } else if wanted.contains("sequence") || wanted.contains("map") || wanted.contains("struct") {
        Text::new("列表或表，写法见 scoring/README.md", "a list or a table as in scoring/README.md")
    } else {
        Text::new("见 scoring/README.md", "see scoring/README.md")
    };
    let mend = match value {
        Some(DeValue::Float(_)) if number => Text::new(
            format!("加上引号：\"{found}\"（不加引号的小数是二进制近似数）"),
            format!("write it in quotes: \"{found}\" (a bare decimal is a binary approximation)"),
        ),
        Some(DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_)) if wanted.contains("string") || number => {
            Text::new(format!("加上引号：\"{found}\""), format!("write it in quotes: \"{found}\""))
        }
        Some(DeValue::String(text)) if wanted.contains("u32") || wanted.contains("boolean") => {
            Text::new(format!("去掉引号：{text}"), format!("write it without quotes: {text}"))
        }
        _ => Text::new("改为应有的类型", "write a value of that kind"),
    };
    (expected, mend)
}
