//! The keys of every table as a reference for authors, made from the types and from the questions behind the keys.

use std::collections::BTreeSet;

use schemars::Schema;
use serde_json::Value;

use super::load::{question, table};
use super::schema::schema;

/// Keys that every rule may have, told once above all tables.
const EVERYWHERE: [&str; 5] = ["basis", "assumed", "valid_from", "valid_to", "checked_on"];

/// Markdown: one table of keys for each table of a scheme file, in the order of their names.
#[must_use]
pub fn reference() -> String {
    let schema = schema();
    let root = schema.as_value();
    let mut out = String::new();
    let Some(sections) = root["properties"].as_object() else { return out };
    for (section, property) in sections {
        let is_many = property["type"] == "array";
        let name = name_of(if is_many { &property["items"] } else { property });
        let Some(keys) = name.as_ref().and_then(|name| root["$defs"][name]["properties"].as_object()) else { continue };
        let needed: BTreeSet<&str> = name
            .iter()
            .filter_map(|name| root["$defs"][name]["required"].as_array())
            .flatten()
            .filter_map(|key| key.as_str())
            .collect();
        let head = if is_many { format!("[[{section}]]") } else { format!("[{section}]") };
        out += &format!("\n### `{head}` {}\n\n| 键 | 值 | 含义 |\n|---|---|---|\n", table(section).zh);
        for (key, value) in keys.iter().filter(|(key, _)| !EVERYWHERE.contains(&key.as_str())) {
            let (asked, choices) = question(section, key);
            let is_asked = asked.zh != *key;
            let described = value["description"].as_str().unwrap_or_default().replace('\n', " ");
            let meaning = if is_asked { asked.zh.clone() } else { described };
            let kind = if choices.zh.is_empty() || !is_asked { kind(&schema, value) } else { choices.zh.clone() };
            let star = if needed.contains(key.as_str()) { " *" } else { "" };
            out += &format!("| `{key}`{star} | {} | {} |\n", cell(&kind), cell(&meaning));
        }
    }
    out
}

fn cell(text: &str) -> String {
    text.replace('|', "·")
}

/// The definition that a property refers to.
fn name_of(value: &Value) -> Option<String> {
    let refers = |value: &Value| value["$ref"].as_str().map(|path| path.rsplit('/').next().unwrap_or(path).to_owned());
    refers(value).or_else(|| value["anyOf"].as_array().and_then(|any| any.iter().find_map(refers)))
}

/// What kind of value a key takes, in words.
fn kind(schema: &Schema, value: &Value) -> String {
    if let Some(name) = name_of(value) {
        let own = &schema.as_value()["$defs"][&name];
        return match name.as_str() {
            "ExactNumber" => "准确数".to_owned(),
            "Limit" => "准确数或 \"none\"".to_owned(),
            _ => words(own).unwrap_or_else(|| format!("表（{}）", keys(own).join("、"))),
        };
    }
    let kind = value["type"].as_str().or_else(|| value["type"].as_array()?.first()?.as_str());
    match kind {
        Some("string") => "文字".to_owned(),
        Some("integer") => "整数".to_owned(),
        Some("boolean") => "true 或 false".to_owned(),
        Some("array") => format!("列表：{}", self::kind(schema, &value["items"])),
        Some("object") => "表".to_owned(),
        _ => String::new(),
    }
}

/// The words of a closed list.
fn words(own: &Value) -> Option<String> {
    let plain = own["enum"].as_array().map(|all| all.iter().collect::<Vec<_>>());
    let described = own["oneOf"].as_array().map(|all| all.iter().map(|one| &one["const"]).collect::<Vec<_>>());
    let all: Vec<&str> = plain.or(described)?.into_iter().filter_map(|word| word.as_str()).collect();
    (!all.is_empty()).then(|| all.join(" · "))
}

fn keys(own: &Value) -> Vec<String> {
    own["properties"].as_object().map_or_else(Vec::new, |keys| keys.keys().map(|key| format!("`{key}`")).collect())
}
