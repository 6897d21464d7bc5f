//! An explanation as an indented tree and as JSON.

use serde_json::{Value, json};

use super::tree::Explanation;
use crate::diag::{Lang, Text};
use crate::exact::Mode;
use crate::scores::{Evidence, Step};

/// How many cells of one step the text shows; JSON has all.
const CELLS: usize = 6;

/// The explanation as text.
#[must_use]
pub fn explain_text(explanation: &Explanation, lang: Lang) -> String {
    let mut out = format!("{} {}\n\n{}\n\n", explanation.code, explanation.name, explanation.paragraph.in_lang(lang));
    let steps: Vec<&Step> = explanation.rulings.iter().chain(&explanation.scores).collect();
    for (at, step) in steps.iter().enumerate() {
        write(step, lang, "", at + 1 == steps.len(), &mut out);
    }
    out
}

fn write(step: &Step, lang: Lang, indent: &str, last: bool, out: &mut String) {
    let (branch, deeper) = if last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
    *out += &format!("{indent}{branch}{}", words(&step.what, lang));
    if let Some(value) = &step.value {
        *out += &format!(" = {value}");
        let about = value.about();
        if about.starts_with('≈') {
            *out += &format!(" {about}");
        }
        if let Some((rounded, rounding)) = &step.rounded {
            *out += &format!(" → {} ({})", rounding.show(rounded), mode(rounding.mode, rounding.places, lang));
        }
    }
    out.push('\n');
    let inner = format!("{indent}{deeper}");
    let bar = if step.parts.is_empty() { "   " } else { "│  " };
    let mut line = |text: String| *out += &format!("{inner}{bar}{text}\n");
    if !words(&step.formula, lang).is_empty() {
        line(words(&step.formula, lang).to_owned());
    }
    if let Some(rule) = &step.rule {
        let label = if lang == Lang::Zh { "依据" } else { "basis" };
        line(format!("{label}  {}  [{} {}]", rule.cited(), rule.id, rule.place));
    }
    for evidence in step.evidence.iter().take(CELLS) {
        line(cell(evidence, lang));
    }
    if step.evidence.len() > CELLS {
        let rest = step.evidence.len() - CELLS;
        line(if lang == Lang::Zh {
            format!("… 另有 {rest} 格（--json 列出全部）")
        } else {
            format!("… {rest} more cells (--json has all)")
        });
    }
    for (at, part) in step.parts.iter().enumerate() {
        write(part, lang, &inner, at + 1 == step.parts.len(), out);
    }
}

fn words(text: &Text, lang: Lang) -> &str {
    text.in_lang(lang)
}

fn cell(evidence: &Evidence, lang: Lang) -> String {
    let (text, colon) = (evidence.text.in_lang(lang), if lang == Lang::Zh { "：" } else { ": " });
    match &evidence.by {
        Some(by) => format!("{}  {by}{colon}{text}", evidence.place),
        None => format!("{}  {text}", evidence.place).trim_end().to_owned(),
    }
}

pub(super) fn mode(mode: Mode, places: u32, lang: Lang) -> String {
    let name = match (mode, lang) {
        (Mode::HalfUp, Lang::Zh) => "四舍五入",
        (Mode::HalfEven, Lang::Zh) => "四舍六入五成双",
        (Mode::Floor, Lang::Zh) => "舍去",
        (Mode::Ceil, Lang::Zh) => "进一",
        (Mode::HalfUp, Lang::En) => "half up",
        (Mode::HalfEven, Lang::En) => "half even",
        (Mode::Floor, Lang::En) => "down",
        (Mode::Ceil, Lang::En) => "up",
    };
    if lang == Lang::Zh { format!("{name}，{places} 位小数") } else { format!("{name}, {places} places") }
}

/// The explanation as one JSON document with every cell.
#[must_use]
pub fn explain_json(explanation: &Explanation) -> Value {
    json!({
        "schema": "kaoze-explain-1",
        "code": explanation.code,
        "name": explanation.name,
        "paragraph": both(&explanation.paragraph),
        "rulings": explanation.rulings.iter().map(node).collect::<Vec<_>>(),
        "scores": explanation.scores.iter().map(node).collect::<Vec<_>>(),
    })
}

fn both(text: &Text) -> Value {
    json!({ "zh": text.zh, "en": text.en })
}

fn node(step: &Step) -> Value {
    let rule = step.rule.as_ref().map(
        |rule| json!({ "id": rule.id, "basis": rule.basis, "assumed": rule.assumed, "at": rule.place.to_string() }),
    );
    let rounded = step.rounded.as_ref().map(|(value, rounding)| {
        json!({ "value": value, "shown": rounding.show(value), "mode": rounding.mode, "places": rounding.places })
    });
    let cells: Vec<Value> =
        step.evidence.iter().map(|e| json!({ "at": e.place.to_string(), "by": e.by, "text": both(&e.text) })).collect();
    json!({
        "code": step.code,
        "what": both(&step.what),
        "value": step.value,
        "rounded": rounded,
        "formula": both(&step.formula),
        "rule": rule,
        "cells": cells,
        "parts": step.parts.iter().map(node).collect::<Vec<_>>(),
    })
}
