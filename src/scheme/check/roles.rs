//! What the score of a role is made of.

use super::Check;
use super::conditions::Reads;
use crate::diag::{Place, Text};
use crate::exact::Exact;
use crate::scheme::findings::{decision_missing, key_without_use, reference_unknown, value_out_of_range};
use crate::scheme::load::{Spot, question};
use crate::scheme::raw::{Quoted, RawRole};
use crate::scheme::words::{MeasureOf, PollSubject};
use crate::scheme::worth::{BestZero, Normalised, Part, PartSource, Population, Role};
use crate::terms::{ComponentCode, PollCode, RoleCode};

/// Codes in a row.
pub(super) fn spoken_of(codes: &[String]) -> String {
    codes.iter().map(|code| code.trim()).collect::<Vec<_>>().join(", ")
}

/// One row of `roles`, and where it stands.
struct Row<'r> {
    raw: &'r RawRole,
    place: Place,
    called: Text,
}

pub(super) fn role(check: &mut Check<'_>, spot: &Spot, n: usize, raw: &RawRole) -> Role {
    let name = raw.name.trim();
    let called = Text::new(format!("角色 {name} "), format!("role {name}"));
    let row = Row { raw, place: spot.at_row("roles", n), called };
    let mut parts = if raw.weights.is_empty() { shares(check, spot, &row) } else { weighed(check, spot, &row) };
    if raw.normalise.is_some() {
        normalise(check, &row, &mut parts);
    } else {
        for (key, said) in [
            ("normalised", !raw.normalised.is_empty()),
            ("population", raw.population.is_some()),
            ("normalised_to", raw.normalised_to.is_some()),
            ("best_zero", raw.best_zero.is_some()),
        ] {
            unused(check, &row, key, said, "没有 normalise", "there is no normalise");
        }
    }
    Role { code: RoleCode::new(&raw.code), name: name.to_owned(), kind: raw.kind, parts }
}

fn unused(check: &mut Check<'_>, row: &Row<'_>, key: &str, said: bool, zh: &str, en: &str) {
    if said {
        check.findings.push(key_without_use(row.place.clone(), &row.called, key, Text::new(zh, en)));
    }
}

fn need<T: Clone>(check: &mut Check<'_>, row: &Row<'_>, key: &str, value: &Option<T>) -> Option<T> {
    if value.is_none() {
        let (asked, choices) = question("people", key);
        check.findings.push(decision_missing(row.place.clone(), &row.called, key, &asked, choices));
    }
    value.clone()
}

/// The form of two shares: the unit's value and the own ballots.
fn shares(check: &mut Check<'_>, spot: &Spot, row: &Row<'_>) -> Vec<Part> {
    let mut weights = Vec::new();
    for (key, share) in [("unit_share", &row.raw.unit_share), ("own_share", &row.raw.own_share)] {
        let share = need(check, row, key, share).map(|Quoted(share)| share).unwrap_or_default();
        if share.is_negative() || share > Exact::one() {
            let found = format!("{} {key} {share}", row.raw.name);
            check.out_of_range(spot, "roles", &found, "0 至 1", "0 to 1");
        }
        weights.push(share);
    }
    unused(check, row, "weights_total", row.raw.weights_total.is_some(), "没有 weights", "there are no weights");
    let own = weights.pop().unwrap_or_default();
    let unit = weights.pop().unwrap_or_default();
    let from = match row.raw.unit_from.as_deref().map(str::trim) {
        None | Some("unit") => PartSource::Unit,
        Some("supervised_mean") => PartSource::Supervised,
        Some(text) => {
            let code = text.strip_prefix("component:").map(str::trim);
            let known = check.component_codes();
            match code.filter(|code| known.iter().any(|known| known == code)) {
                Some(code) => PartSource::Component(ComponentCode::new(code)),
                None => {
                    let all: Vec<String> = ["unit", "supervised_mean"]
                        .into_iter()
                        .map(str::to_owned)
                        .chain(known.iter().map(|code| format!("component:{code}")))
                        .collect();
                    check.findings.push(reference_unknown(row.place.clone(), &row.called, "unit_from", text, &all));
                    PartSource::Unit
                }
            }
        }
    };
    vec![part(check, from, unit), part(check, PartSource::Own, own)]
}

/// The form of weights by part.
fn weighed(check: &mut Check<'_>, spot: &Spot, row: &Row<'_>) -> Vec<Part> {
    for (key, said) in [
        ("unit_share", row.raw.unit_share.is_some()),
        ("own_share", row.raw.own_share.is_some()),
        ("unit_from", row.raw.unit_from.is_some()),
    ] {
        unused(check, row, key, said, "已按 weights 计算", "weights say it all");
    }
    let (components, polls) = (check.component_codes(), check.poll_codes());
    let measures = check.codes("measure", &check.tables.measure, |raw| raw.code.get_ref());
    let mut parts = Vec::new();
    for (name, Quoted(weight)) in &row.raw.weights {
        if weight.is_negative() {
            let (found, range) = (format!("{name} {weight}"), Text::new("不小于 0", "not below 0"));
            check.findings.push(value_out_of_range(row.place.clone(), &row.called, "weights", &found, range));
        }
        let known = |codes: &[String], code: &str| codes.iter().any(|known| known == code.trim());
        let source = match name.trim() {
            "unit" => PartSource::Unit,
            "own" => PartSource::Own,
            "supervised" => PartSource::Supervised,
            code if known(&components, code) => PartSource::Component(ComponentCode::new(code)),
            code if known(&polls, code) => {
                let poll = check.tables.poll.iter().find(|entry| entry.raw.code.get_ref().trim() == code);
                if poll.is_some_and(|entry| entry.raw.subject == Some(PollSubject::Unit)) {
                    let range = Text::new("测评个人的测评", "a poll about people");
                    check.findings.push(value_out_of_range(row.place.clone(), &row.called, "weights", code, range));
                }
                PartSource::Poll(PollCode::new(code))
            }
            code if known(&measures, code) => {
                let own = check.tables.measure.iter().find(|entry| entry.raw.code.get_ref().trim() == code);
                if own.is_some_and(|entry| entry.raw.of.is_some_and(|of| of != MeasureOf::Person)) {
                    let range = Text::new("of = \"person\" 的量", "a measure of people");
                    check.findings.push(value_out_of_range(row.place.clone(), &row.called, "weights", code, range));
                }
                PartSource::Measure(check.measure(spot, "roles", code, Reads::Facts))
            }
            code => {
                let all: Vec<String> = ["unit", "own", "supervised"]
                    .into_iter()
                    .map(str::to_owned)
                    .chain(components.iter().chain(&polls).chain(&measures).cloned())
                    .collect();
                check.findings.push(reference_unknown(row.place.clone(), &row.called, "weights", code, &all));
                continue;
            }
        };
        parts.push(part(check, source, weight.clone()));
    }
    parts.sort_by(|a, b| a.source.cmp(&b.source));
    parts
}

fn part(check: &Check<'_>, source: PartSource, weight: Exact) -> Part {
    let tables = check.tables;
    let (code, name) = match &source {
        PartSource::Unit => ("unit".to_owned(), String::new()),
        PartSource::Supervised => ("supervised".to_owned(), String::new()),
        PartSource::Own => ("own".to_owned(), String::new()),
        PartSource::Component(code) => {
            let found = tables.component.iter().find(|entry| entry.raw.code.get_ref().trim() == code.as_str());
            (code.to_string(), found.map(|entry| entry.raw.name.trim().to_owned()).unwrap_or_default())
        }
        PartSource::Poll(code) => {
            let found = tables.poll.iter().find(|entry| entry.raw.code.get_ref().trim() == code.as_str());
            (code.to_string(), found.map(|entry| entry.raw.name.trim().to_owned()).unwrap_or_default())
        }
        PartSource::Measure(code) => {
            let found = tables.measure.iter().find(|entry| entry.raw.code.get_ref().trim() == code.as_str());
            (code.to_string(), found.map(|entry| entry.raw.name.trim().to_owned()).unwrap_or_default())
        }
    };
    Part { code, name, source, weight, normalised: None }
}

/// The parts that are scaled to the best unit: the unit's value, or those that `normalised` names.
fn normalise(check: &mut Check<'_>, row: &Row<'_>, parts: &mut [Part]) {
    let among = need(check, row, "population", &row.raw.population).unwrap_or(Population::All);
    let to = need(check, row, "normalised_to", &row.raw.normalised_to).map(|Quoted(to)| to).unwrap_or_default();
    let best_zero = need(check, row, "best_zero", &row.raw.best_zero).unwrap_or(BestZero::Pend);
    if row.raw.normalised_to.is_some() && (to.is_negative() || to.is_zero()) {
        let range = Text::new("大于 0", "above 0");
        let finding = value_out_of_range(row.place.clone(), &row.called, "normalised_to", &to.to_string(), range);
        check.findings.push(finding);
    }
    let named: Vec<&str> = if row.raw.weights.is_empty() {
        unused(check, row, "normalised", !row.raw.normalised.is_empty(), "没有 weights", "there are no weights");
        parts.iter().filter(|part| !part.is_own()).map(|part| part.code.as_str()).collect()
    } else {
        if row.raw.normalised.is_empty() {
            need::<()>(check, row, "normalised", &None);
        }
        row.raw.normalised.iter().map(|code| code.trim()).collect()
    };
    let named: Vec<String> = named.into_iter().map(str::to_owned).collect();
    for name in &named {
        let of_unit =
            |part: &&mut Part| part.code == *name && matches!(part.source, PartSource::Unit | PartSource::Component(_));
        match parts.iter_mut().find(of_unit) {
            Some(part) => part.normalised = Some(Normalised { among, to: to.clone(), best_zero }),
            None => {
                let range = Text::new("unit 或考核部分的代码", "unit, or the code of a component");
                let finding = value_out_of_range(row.place.clone(), &row.called, "normalised", name, range);
                check.findings.push(finding);
            }
        }
    }
}
