//! One value of the results by a path that a person writes: `unit:T01/item:J1@year`. The forms are in scoring/README.md.

use serde_json::Value as Json;

use super::model::Results;
use crate::diag::{Text, nearest};
use crate::exact::Exact;
use crate::scheme::Scheme;
use crate::scheme::worth::RoundingPoint;

/// What stands at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Nothing: no grade, no rank, no such entry.
    Absent,
    /// A word or a whole number.
    Text(String),
    /// A score.
    Number {
        /// As later stages use it: rounded where the scheme rounds, else exact.
        used: Exact,
        /// Before rounding.
        exact: Exact,
        /// As pages show it.
        shown: String,
    },
    /// Codes, sorted.
    List(Vec<String>),
}

/// What a path may begin with.
const HEADS: [&str; 9] = ["unit", "person", "list", "bar", "quota", "case", "scheme", "assessment", "finding"];

/// A value with the rounding that later stages apply to it.
#[derive(Clone, Copy)]
struct At<'j> {
    json: &'j Json,
    point: Option<RoundingPoint>,
}

impl Results {
    /// The value at a path.
    ///
    /// # Errors
    /// When the path has no such form, or names a subject, item or field that the results do not have.
    pub fn look_up(&self, path: &str, scheme: &Scheme) -> Result<Found, Text> {
        let all = serde_json::to_value(self).map_err(|error| Text::new(error.to_string(), error.to_string()))?;
        let mut steps = path.split('/');
        let head = steps.next().unwrap_or_default();
        let rest: Vec<&str> = steps.collect();
        let (kind, code) = head.split_once(':').unwrap_or((head, ""));
        let lists = &all["lists"];
        match kind {
            "unit" => subject(&all["units"], code, &rest, scheme, RoundingPoint::UnitTotal),
            "person" => subject(&all["people"], code, &rest, scheme, RoundingPoint::PersonTotal),
            "list" => list(lists, code, &rest, scheme),
            "bar" => {
                let (bar, rest) = rest.split_first().ok_or_else(|| missing("bar:人员/kind"))?;
                let all = rows(&lists["bars"]);
                let own: Vec<&Json> =
                    all.into_iter().filter(|row| row["subject"] == code && row["bar"] == **bar).collect();
                let day =
                    ["free_from", "until", "to"].into_iter().find(|key| own.iter().any(|row| row[*key].is_string()));
                entry(&own, rest, day.unwrap_or("until"), scheme)
            }
            "quota" => {
                let (whose, grade) = code.split_once(':').ok_or_else(|| missing("quota:unit:等次/pool/places"))?;
                let (pool, rest) = rest.split_first().ok_or_else(|| missing("quota:unit:等次/pool/places"))?;
                let fits = |row: &&Json| row["whose"] == whose && row["grade"] == grade && row["pool"] == **pool;
                let own: Vec<&Json> = rows(&lists["quotas"]).into_iter().filter(fits).collect();
                entry(&own, rest, "places", scheme)
            }
            "case" => {
                let own = rows(&all["cases"]).into_iter().filter(|row| row["kind"] == code);
                let subjects = own.flat_map(|row| rows(&row["subjects"])).filter_map(Json::as_str);
                Ok(Found::List(sorted(subjects.map(str::to_owned).collect())))
            }
            "scheme" => field(At { json: &all["scheme"], point: None }, &[&[code], rest.as_slice()].concat(), scheme),
            "assessment" => {
                field(At { json: &all["assessment"], point: None }, &[&[code], rest.as_slice()].concat(), scheme)
            }
            _ => Err(unknown(kind, HEADS.iter().copied())),
        }
    }
}

fn rows(json: &Json) -> Vec<&Json> {
    json.as_array().map_or_else(Vec::new, |rows| rows.iter().collect())
}

fn sorted(mut list: Vec<String>) -> Vec<String> {
    list.sort();
    list
}

fn missing(form: &str) -> Text {
    Text::new(format!("路径不完整，应为 {form}"), format!("the path ends early; its form is {form}"))
}

fn unknown<'w>(word: &str, known: impl Iterator<Item = &'w str> + Clone) -> Text {
    let list = known.clone().collect::<Vec<_>>().join(" | ");
    match nearest(word, known) {
        Some(near) => Text::new(
            format!("结果中没有“{word}”，是否指“{near}”（{list}）"),
            format!("the results have no \"{word}\"; perhaps \"{near}\" ({list})"),
        ),
        None => Text::new(
            format!("结果中没有“{word}”，有 {list}"),
            format!("the results have no \"{word}\"; there are {list}"),
        ),
    }
}

/// The name by which a row of a list is known.
fn name_of(row: &Json) -> Option<&str> {
    row.as_str().or_else(|| ["subject", "unit", "code", "event"].iter().find_map(|key| row[*key].as_str()))
}

fn subject(all: &Json, code: &str, steps: &[&str], scheme: &Scheme, total: RoundingPoint) -> Result<Found, Text> {
    let all = rows(all);
    let known = all.iter().filter_map(|row| row["code"].as_str());
    let Some(own) = all.iter().find(|row| row["code"] == code) else { return Err(unknown(code, known)) };
    let Some((first, rest)) = steps.split_first() else { return Err(missing("unit:代码/total")) };
    let (kind, name) = first.split_once(':').unwrap_or((first, ""));
    let part = |list: &str, point| {
        let all = rows(&own[list]);
        let codes = all.iter().filter_map(|row| row["code"].as_str());
        let whole = codes.clone().find(|code| *code == name);
        let mut of_periods = codes.clone().filter(|code| code.split_once('@').is_some_and(|(code, _)| code == name));
        let code = whole.or_else(|| of_periods.next().filter(|_| of_periods.next().is_none()));
        match all.iter().find(|row| row["code"].as_str() == code && code.is_some()) {
            Some(json) => field(At { json, point }, rest, scheme),
            None => Err(unknown(name, codes)),
        }
    };
    let poll = || {
        let (code, period) = name.split_once('@').unwrap_or((name, ""));
        let all = rows(&own["polls"]);
        let fits = |row: &&&Json| row["code"] == code && (period.is_empty() || row["period"] == period);
        all.iter().find(fits).map(|row| (*row).clone())
    };
    match kind {
        "total" => field(At { json: &own["score"], point: Some(total) }, rest, scheme),
        "item" => part("items", Some(RoundingPoint::Item)),
        "component" if total == RoundingPoint::UnitTotal => part("components", Some(RoundingPoint::Component)),
        "component" if name == "own" => part("components", Some(RoundingPoint::Poll)),
        "component" => part("components", None),
        "family" => part("adjustments", None),
        "poll" => match poll() {
            Some(json) => field(At { json: &json, point: Some(RoundingPoint::Poll) }, rest, scheme),
            None => Ok(Found::Absent),
        },
        "class" => match poll() {
            Some(json) => field(At { json: &json["classes"], point: Some(RoundingPoint::Class) }, rest, scheme),
            None => Ok(Found::Absent),
        },
        "ruling" => {
            let own: Vec<&Json> = rows(&own["rulings"]).into_iter().filter(|row| row["stage"] == name).collect();
            match rest {
                [] => {
                    let rules = own.iter().filter_map(|row| row["rule"].as_str()).map(str::to_owned);
                    Ok(Found::List(sorted(rules.collect())))
                }
                rest => entry(&own, rest, "rule", scheme),
            }
        }
        _ => field(At { json: own, point: None }, steps, scheme),
    }
}

/// A list by its name: an entry of `lists.entries`, or a list that has a shape of its own.
fn list(lists: &Json, name: &str, steps: &[&str], scheme: &Scheme) -> Result<Found, Text> {
    let entries = rows(&lists["entries"]).into_iter().filter(|row| row["list"] == name || row["code"] == name);
    let of_own = lists.get(name).map(rows).unwrap_or_default();
    let all: Vec<&Json> = entries.chain(of_own).collect();
    let Some((subject, rest)) = steps.split_first() else {
        let mut names = sorted(all.iter().filter_map(|row| name_of(row)).map(str::to_owned).collect());
        names.dedup();
        return Ok(Found::List(names));
    };
    let own: Vec<&Json> = all.into_iter().filter(|row| name_of(row) == Some(subject)).collect();
    entry(&own, rest, "state", scheme)
}

/// A field of the one entry there is: the field itself, or one of its facts.
fn entry(own: &[&Json], steps: &[&str], otherwise: &str, scheme: &Scheme) -> Result<Found, Text> {
    match own {
        [] => Ok(Found::Absent),
        [one] => {
            let (first, rest) = steps.split_first().map_or((otherwise, &[][..]), |(first, rest)| (*first, rest));
            let json = one.get(first).or_else(|| one["facts"].get(first));
            match json {
                Some(json) => field(At { json, point: None }, rest, scheme),
                None => Err(unknown(first, keys(one).into_iter())),
            }
        }
        several => {
            // The same field of several entries about one subject, as a list.
            let first = steps.first().copied().unwrap_or(otherwise);
            let values = several.iter().filter_map(|row| row.get(first).or_else(|| row["facts"].get(first)));
            Ok(Found::List(sorted(values.filter_map(plain).collect())))
        }
    }
}

fn keys(json: &Json) -> Vec<&str> {
    json.as_object().map_or_else(Vec::new, |table| table.keys().map(String::as_str).collect())
}

fn plain(json: &Json) -> Option<String> {
    match json {
        Json::String(text) => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        Json::Bool(truth) => Some(truth.to_string()),
        _ => None,
    }
}

/// Follows the steps by key, or by the code of a row.
fn field(at: At<'_>, steps: &[&str], scheme: &Scheme) -> Result<Found, Text> {
    let At { json, point } = at;
    let Some((first, rest)) = steps.split_first() else { return value(at, scheme) };
    if json["withheld"].is_string() {
        return value(at, scheme);
    }
    if let Some(rows) = json.as_array() {
        let row = rows.iter().find(|row| name_of(row) == Some(first));
        return match row {
            Some(json) => field(At { json, point }, rest, scheme),
            None => Err(unknown(first, rows.iter().filter_map(name_of))),
        };
    }
    if json.is_null() {
        return Ok(Found::Absent);
    }
    match (json.get(first), json.get("score")) {
        (Some(inner), _) => field(At { json: inner, point: None }, rest, scheme),
        (None, Some(Json::Null)) if matches!(*first, "exact" | "shown") => Ok(Found::Absent),
        (None, Some(score)) if matches!(*first, "exact" | "shown") => field(At { json: score, point }, steps, scheme),
        // A field that is left out where it is empty.
        (None, _) if ["pending", "ungraded", "without_veto", "last_year"].contains(first) => Ok(Found::Absent),
        (None, _) => Err(unknown(first, keys(json).into_iter())),
    }
}

fn value(at: At<'_>, scheme: &Scheme) -> Result<Found, Text> {
    let At { json, point } = at;
    match json {
        Json::Null => Ok(Found::Absent),
        Json::Array(rows) => {
            let names = rows.iter().filter_map(name_of).map(str::to_owned).collect();
            Ok(Found::List(sorted(names)))
        }
        Json::Object(table) => {
            if let Some(withheld) = table.get("withheld").and_then(Json::as_str) {
                return Ok(Found::Text(format!("withheld:{withheld}")));
            }
            if let (Some(exact), Some(shown)) = (table.get("exact"), table.get("shown")) {
                let exact: Exact = exact.as_str().and_then(|text| text.parse().ok()).unwrap_or_default();
                let rounding = point.and_then(|point| scheme.worth.rounding_at(point));
                let used = rounding.map_or_else(|| exact.clone(), |(rounding, _)| rounding.apply(&exact));
                return Ok(Found::Number { used, exact, shown: shown.as_str().unwrap_or_default().to_owned() });
            }
            match table.get("score") {
                Some(json) => value(At { json, point }, scheme),
                None => Err(missing(&keys(json).join(" | "))),
            }
        }
        other => Ok(plain(other).map_or(Found::Absent, Found::Text)),
    }
}
