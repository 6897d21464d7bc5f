//! Several files as one scheme, and a scheme over the one it extends.

use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::lines::Lines;
use super::sources::Sources;
use super::spoken::{self, called};
use crate::diag::Findings;
use crate::scheme::findings::{code_duplicate, overlay_ambiguous, reference_unknown, type_wrong};

/// Keys that a changed row says anew: whose rule it is now.
const OWN: [&str; 3] = ["basis", "assumed", "checked_on"];

/// Keys that tell rows without a code apart, in the order in which rule ids name them.
const TELLING: [&str; 12] =
    ["for", "grade", "group", "layer", "at", "table", "sanction", "year", "duty_related", "role", "on", "rule"];

/// Which top-level tables stand once, and which in rows.
#[derive(Clone, Copy)]
pub(super) struct Kinds {
    pub(super) one: &'static [&'static str],
    pub(super) many: &'static [&'static str],
}

/// Adds the tables of one file to those of the scheme.
pub(super) fn join<'t>(
    whole: &mut DeTable<'t>,
    file: DeTable<'t>,
    kinds: Kinds,
    sources: &Sources,
    findings: &mut Findings,
) {
    for (key, value) in file {
        let section = key.get_ref().to_string();
        let first = whole.get_key_value(section.as_str()).map(|(first, _)| sources.place(first.span().start));
        if kinds.many.contains(&section.as_str()) {
            let span = value.span();
            match value.into_inner() {
                DeValue::Array(rows) => match whole.get_mut(section.as_str()).map(Spanned::get_mut) {
                    Some(DeValue::Array(all)) => rows.into_iter().for_each(|row| all.push(row)),
                    _ => drop(whole.insert(key, Spanned::new(span, DeValue::Array(rows)))),
                },
                other => {
                    let place = sources.place(key.span().start);
                    let found = spoken::shown(&other);
                    let (expected, mend) = spoken::kind("expected a sequence", Some(&other), &found, &[]);
                    findings.push(type_wrong(place, &section, &found, expected, mend));
                }
            }
        } else if let (Some(first), true) = (&first, kinds.one.contains(&section.as_str())) {
            let second = sources.place(key.span().start);
            findings.push(code_duplicate(second, first.clone(), &spoken::table(&section), &section));
        } else if first.is_none() {
            whole.insert(key, value);
        }
    }
}

/// The scheme over the one it extends: rows of the same code or name are changed key by key, others are added, and those
/// that `[[remove]]` names are gone.
pub(super) fn overlay<'t>(
    mut base: DeTable<'t>,
    mut own: DeTable<'t>,
    kinds: Kinds,
    sources: &Sources,
    findings: &mut Findings,
) -> DeTable<'t> {
    remove(&mut base, &own, kinds, sources, findings);
    base.remove("scheme");
    let keys: Vec<String> = own.keys().map(|key| key.get_ref().to_string()).collect();
    for section in keys {
        let Some((key, mut value)) = own.remove_entry(section.as_str()) else { continue };
        match (base.get_mut(section.as_str()).map(Spanned::get_mut), value.get_mut()) {
            (Some(DeValue::Table(old)), DeValue::Table(new)) if kinds.one.contains(&section.as_str()) => {
                inherit(new, old);
                base.insert(key, value);
            }
            (Some(DeValue::Array(old)), DeValue::Array(new)) if section != "remove" => {
                for row in std::mem::replace(new, DeArray::new()) {
                    change(old, row, &section, sources, findings);
                }
            }
            (Some(DeValue::Array(old)), DeValue::Array(new)) => {
                std::mem::replace(new, DeArray::new()).into_iter().for_each(|row| old.push(row))
            }
            _ => drop(base.insert(key, value)),
        }
    }
    base
}

/// Puts one row over the row it changes, or at the end.
fn change<'t>(
    old: &mut DeArray<'t>,
    mut row: Spanned<DeValue<'t>>,
    section: &str,
    sources: &Sources,
    findings: &mut Findings,
) {
    let name = identity(&row);
    let mut fits: Vec<usize> =
        old.iter().enumerate().filter(|(_, old)| name.is_some() && identity(old) == name).map(|(at, _)| at).collect();
    let from = text(&row, "valid_from");
    if fits.len() > 1 && (from.is_some() || text(&row, "valid_to").is_some()) {
        fits.retain(|at| old.get(*at).is_some_and(|old| text(old, "valid_from") == from));
    }
    match fits.as_slice() {
        [] => old.push(row),
        [at] => {
            if let (Some(DeValue::Table(old)), DeValue::Table(new)) =
                (old.get_mut(*at).map(Spanned::get_mut), row.get_mut())
            {
                inherit(new, old);
            }
            if let Some(place) = old.get_mut(*at) {
                *place = row;
            }
        }
        [first, second, ..] => {
            let place = |at: usize| old.get(at).map_or(0, |row| row.span().start);
            let lines = Lines::of(&row, sources);
            let others = [*first, *second].map(|at| sources.place(place(at)));
            findings.push(overlay_ambiguous(lines.place(), others, &called(section, &lines)));
        }
    }
}

/// What a changed row does not say stays as it was, but for whose rule it is.
fn inherit<'t>(new: &mut DeTable<'t>, old: &DeTable<'t>) {
    for (key, value) in old {
        let is_own = OWN.iter().any(|own| key.get_ref().as_ref() == *own);
        if !is_own && !new.contains_key(key.get_ref().as_ref()) {
            new.insert(key.clone(), value.clone());
        }
    }
}

fn text(row: &Spanned<DeValue<'_>>, key: &str) -> Option<String> {
    match row.get_ref().as_table()?.get(key)?.get_ref() {
        DeValue::String(text) => Some(text.trim().to_owned()),
        other => Some(spoken::shown(other)),
    }
}

/// The name by which rule ids know a row: its code, or what tells it from the others.
fn identity(row: &Spanned<DeValue<'_>>) -> Option<String> {
    if let Some(code) = text(row, "code") {
        return Some(code);
    }
    let parts: Vec<String> = TELLING.iter().filter_map(|key| text(row, key)).collect();
    (!parts.is_empty()).then(|| parts.join(":"))
}

fn remove(base: &mut DeTable<'_>, own: &DeTable<'_>, kinds: Kinds, sources: &Sources, findings: &mut Findings) {
    let Some(DeValue::Array(rows)) = own.get("remove").map(Spanned::get_ref) else { return };
    for row in rows {
        let Some(rule) = text(row, "rule") else { continue };
        let (section, name) = rule.split_once(':').unwrap_or((&rule, ""));
        let is_one = name.is_empty() && section != "scheme" && kinds.one.contains(&section);
        let found = match base.get_mut(section).map(Spanned::get_mut) {
            Some(DeValue::Array(rows)) => {
                let before = rows.len();
                let kept = std::mem::replace(rows, DeArray::new())
                    .into_iter()
                    .filter(|row| identity(row).as_deref() != Some(name));
                *rows = kept.collect();
                rows.len() < before
            }
            Some(_) if is_one => base.remove(section).is_some(),
            _ => false,
        };
        if !found {
            let lines = Lines::of(row, sources);
            let place = lines.keys.get("rule").unwrap_or(&lines).place();
            let known = names(base, kinds);
            findings.push(reference_unknown(place, &called("remove", &lines), "rule", &rule, &known));
        }
    }
}

/// The ids of all rules that can be removed.
fn names(base: &DeTable<'_>, kinds: Kinds) -> Vec<String> {
    let mut names = Vec::new();
    for (key, value) in base {
        let section: Arc<str> = key.get_ref().as_ref().into();
        match value.get_ref() {
            DeValue::Array(rows) => {
                names.extend(rows.iter().filter_map(identity).map(|name| format!("{section}:{name}")));
            }
            _ if &*section != "scheme" && kinds.one.contains(&&*section) => names.push(section.to_string()),
            _ => {}
        }
    }
    names
}
