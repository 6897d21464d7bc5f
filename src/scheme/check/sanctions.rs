//! Kinds of 处分, the table of their effects, and which of several governs.

use super::Check;
use super::bands::grade_names;
use super::head::named;
use crate::scheme::findings::{code_duplicate, reference_unknown};
use crate::scheme::load::{Entry, Spot, table};
use crate::scheme::raw::{RawSanction, RawSanctionEffect};
use crate::scheme::words::Named;
use crate::scheme::worth::{
    SanctionEffect, SanctionFamily, SanctionKind, SanctionOutcome, Sanctions, SeveralSanctions, Whose,
};
use crate::terms::{Grade, SanctionCode};

pub(super) fn sanctions(check: &mut Check<'_>) -> (Vec<Named<SanctionCode>>, Option<Sanctions>) {
    let (mut words, mut kinds) = (Vec::new(), Vec::new());
    for entry in &check.tables.sanction {
        let (raw, spot) = (&entry.raw, &entry.spot);
        let code = SanctionCode::new(raw.code.get_ref());
        let rule = check.rule(&format!("sanction:{code}"), spot, &raw.basis, raw.assumed);
        let family = check.need(spot, "family", &raw.family).unwrap_or(SanctionFamily::Party);
        words.push(named(code.as_str(), &raw.name, &raw.aliases));
        kinds.push(SanctionKind { code, name: raw.name.trim().to_owned(), family, rule });
    }
    let entries: Vec<&Entry<RawSanctionEffect>> = check.tables.sanction_effect.iter().collect();
    let effects: Vec<SanctionEffect> = entries.into_iter().filter_map(|entry| effect(check, entry)).collect();
    without_twins(check, &effects);
    if kinds.is_empty() && effects.is_empty() && check.tables.sanctions.is_none() {
        return (words, None);
    }
    let Some(entry) = check.tables.sanctions.as_ref() else {
        if let Some(first) = check.tables.sanction_effect.first().map(|entry| entry.spot.clone()) {
            check.ask(&first, "sanctions");
        }
        return (words, None);
    };
    let (raw, spot) = (&entry.raw, &entry.spot);
    let rule = check.rule("sanctions", spot, &raw.basis, raw.assumed);
    let several = check.need(spot, "several", &raw.several).unwrap_or(SeveralSanctions::Worst);
    let has_ungraded = effects.iter().any(|effect| matches!(effect.outcome, SanctionOutcome::Ungraded { .. }));
    let ungraded_above =
        if has_ungraded { check.need(spot, "ungraded_above", &raw.ungraded_above) } else { raw.ungraded_above.clone() };
    if let Some(grade) = &ungraded_above {
        let known = grade_names(check, Whose::Person);
        if !check.tables.lost("band") {
            check.known(spot, "ungraded_above", grade, &known);
        }
    }
    if !check.has_people() {
        check.unused(
            spot,
            "several",
            "方案没有 [people]，个人不定等次",
            "the scheme has no [people]; nobody is graded",
        );
    }
    let ungraded_above = ungraded_above.as_deref().map(Grade::new);
    (words, Some(Sanctions { kinds, effects, several, ungraded_above, rule }))
}

fn effect(check: &mut Check<'_>, entry: &Entry<RawSanctionEffect>) -> Option<SanctionEffect> {
    let (raw, spot) = (&entry.raw, &entry.spot);
    let code = raw.sanction.get_ref().trim();
    let year = check.need(spot, "year", &raw.year).unwrap_or(1);
    if !(1..=10).contains(&year) {
        check.out_of_range(
            spot,
            "year",
            &year.to_string(),
            "1（作出决定的年度）至 10",
            "1 (the year of the decision) to 10",
        );
    }
    let suffix = match raw.duty_related {
        Some(true) => "/duty",
        Some(false) => "/private",
        None => "",
    };
    let since = raw.valid_from.as_deref().map(|day| format!("@{}", day.trim())).unwrap_or_default();
    let rule = check.rule(&format!("sanction_effect:{code}/{year}{suffix}{since}"), spot, &raw.basis, raw.assumed);
    let known = check.sanction_codes();
    if !known.iter().any(|kind| kind == code) {
        let finding = reference_unknown(spot.at("sanction"), &spot.called, "sanction", code, &known);
        check.findings.push(finding);
    }
    let valid_from = raw.valid_from.as_deref().and_then(|day| check.day(spot, "valid_from", day));
    let valid_to = raw.valid_to.as_deref().and_then(|day| check.day(spot, "valid_to", day));
    if let (Some(from), Some(to)) = (valid_from, valid_to)
        && from > to
    {
        check.out_of_range(spot, "valid_to", &to.to_string(), "不早于 valid_from", "not before valid_from");
    }
    let n = usize::from(raw.cap.is_some()) + usize::from(raw.grade.is_some()) + usize::from(raw.ungraded);
    if n == 0 {
        check.ask(spot, "outcome");
        return None;
    }
    if n > 1 {
        let (zh, en) = ("cap、grade、ungraded 三者之一", "one of cap, grade and ungraded");
        check.out_of_range(spot, "cap", &format!("{n}"), zh, en);
    }
    if raw.later && !raw.ungraded {
        check.unused(spot, "later", "只用于 ungraded = true", "used with ungraded = true only");
    }
    let grades = grade_names(check, Whose::Person);
    let outcome = match (&raw.cap, &raw.grade) {
        (Some(grade), _) => {
            check.known(spot, "cap", grade, &grades);
            SanctionOutcome::Cap(Grade::new(grade))
        }
        (None, Some(grade)) => {
            check.known(spot, "grade", grade, &grades);
            SanctionOutcome::Grade(Grade::new(grade))
        }
        (None, None) => SanctionOutcome::Ungraded { later: raw.later },
    };
    let (sanction, duty_related) = (SanctionCode::new(code), raw.duty_related);
    Some(SanctionEffect { sanction, year, duty_related, outcome, valid_from, valid_to, rule })
}

/// Two rows that hold for one and the same decision contradict each other.
fn without_twins(check: &mut Check<'_>, effects: &[SanctionEffect]) {
    for (at, second) in effects.iter().enumerate() {
        let meets = |first: &&SanctionEffect| {
            let duty = first.duty_related.is_none() || second.duty_related.is_none();
            first.sanction == second.sanction
                && first.year == second.year
                && (duty || first.duty_related == second.duty_related)
                && first.valid_from.zip(second.valid_to).is_none_or(|(from, to)| from <= to)
                && second.valid_from.zip(first.valid_to).is_none_or(|(from, to)| from <= to)
        };
        if let Some(first) = effects[..at].iter().find(meets) {
            let (second_place, first_place) = (second.rule.place.clone(), first.rule.place.clone());
            let what = table("sanction_effect");
            check.findings.push(code_duplicate(second_place, first_place, &what, second.sanction.as_str()));
        }
    }
}

/// Codes of the kinds of sanction that are named by code, name or another spelling.
pub(super) fn kinds(check: &mut Check<'_>, spot: &Spot, list: &[String]) -> Vec<String> {
    let tables = check.tables;
    let mut kinds = Vec::new();
    for word in list.iter().map(|word| word.trim()) {
        let is_named = |own: &RawSanction| {
            own.code.get_ref().trim() == word || own.name.trim() == word || own.aliases.iter().any(|a| a.trim() == word)
        };
        match tables.sanction.iter().find(|own| is_named(&own.raw)) {
            Some(own) => kinds.push(own.raw.code.get_ref().trim().to_owned()),
            None => {
                let known: Vec<String> = tables.sanction.iter().map(|own| own.raw.name.trim().to_owned()).collect();
                check.known(spot, "kinds", word, &known);
            }
        }
    }
    kinds
}
