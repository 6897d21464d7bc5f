//! Sanctions in effect: which row of the scheme's table holds for which year, and which of several governs.

use chrono::{Datelike as _, NaiveDate};

use super::findings::{sanction_undecided, sanction_without_effect};
use super::model::{SanctionCharge, SanctionOf};
use crate::diag::Findings;
use crate::facts::{Sanction, SanctionState};
use crate::scheme::worth::{
    Band, SanctionEffect, SanctionFamily, SanctionKind, SanctionOutcome, Sanctions, SeveralSanctions, Worth,
};
use crate::terms::{Grade, Subject};

/// Sanctions with an effect in the year, by person and number; the governing ones are marked.
pub(super) fn sanctions(
    all: &[Sanction],
    worth: &Worth,
    year: i32,
    last_day: NaiveDate,
    findings: &mut Findings,
) -> Vec<SanctionCharge> {
    let Some(rules) = &worth.sanctions else { return Vec::new() };
    let mut found: Vec<SanctionCharge> = Vec::new();
    for sanction in all.iter().filter(|sanction| sanction.decided <= last_day) {
        let Some(kind) = rules.kind(&sanction.kind) else { continue };
        if let Some(charge) = in_effect(sanction, kind, rules, year, findings) {
            found.push(charge);
        }
    }
    found.sort_by(|a, b| (&a.subject, &a.sanction.id).cmp(&(&b.subject, &b.sanction.id)));
    mark_governing(&mut found, rules, &worth.person_bands);
    found
}

fn in_effect(
    sanction: &Sanction,
    kind: &SanctionKind,
    rules: &Sanctions,
    year: i32,
    findings: &mut Findings,
) -> Option<SanctionCharge> {
    let is_investigation = kind.family == SanctionFamily::Investigation;
    match (sanction.state, is_investigation) {
        (SanctionState::Revoked, _) | (SanctionState::Decided, true) => return None,
        (SanctionState::UnderWay, false) => {
            findings.push(sanction_undecided::finding(sanction, kind));
            return None;
        }
        _ => {}
    }
    // An investigation has its effect in every year in which it is still under way.
    let nth = if is_investigation { 1 } else { u32::try_from(year - sanction.decided.year() + 1).ok()? };
    let rows: Vec<&SanctionEffect> = rules
        .effects
        .iter()
        .filter(|row| row.sanction == sanction.kind && row.year == nth && row.in_force_on(sanction.decided))
        .filter(|row| row.duty_related.is_none() || sanction.duty_related.is_none_or(|is| row.duty_related == Some(is)))
        .collect();
    let Some(first) = rows.first() else {
        let any = rules.effects.iter().any(|row| row.sanction == sanction.kind && row.in_force_on(sanction.decided));
        // A scheme without a single row keeps a register of sanctions, and says nothing of grades.
        if nth == 1 && !any && !rules.effects.is_empty() {
            findings.push(sanction_without_effect::finding(sanction, kind));
        }
        return None;
    };
    // Rows that tell duty from private life apart wait for that fact.
    let open = sanction.duty_related.is_none() && rows.iter().any(|row| row.outcome != first.outcome);
    Some(SanctionCharge {
        subject: Subject::Person(sanction.person.clone()),
        sanction: sanction.clone(),
        kind: SanctionOf { name: kind.name.clone(), party: kind.family == SanctionFamily::Party },
        year: nth,
        outcome: (!open).then(|| first.outcome.clone()),
        governs: false,
        rule: first.rule.clone(),
    })
}

/// How heavily an outcome weighs: by the place of its grade, 不定等次 between two of them as the scheme says.
///
/// Twice the depth of the grade, so that 不定等次 finds room between; an open outcome weighs most, for it must be settled.
fn weight(outcome: Option<&SanctionOutcome>, rules: &Sanctions, bands: &[Band]) -> usize {
    let depth = |grade: &Grade| bands.iter().position(|band| band.grade == *grade).map_or(0, |at| 2 * at + 2);
    match outcome {
        None => usize::MAX,
        Some(SanctionOutcome::Cap(grade) | SanctionOutcome::Grade(grade)) => depth(grade),
        Some(SanctionOutcome::Ungraded { .. }) => {
            rules.ungraded_above.as_ref().map_or(usize::MAX - 1, |grade| depth(grade).saturating_sub(1))
        }
    }
}

fn mark_governing(found: &mut [SanctionCharge], rules: &Sanctions, bands: &[Band]) {
    let mut from = 0;
    while from < found.len() {
        let n = found[from..].iter().take_while(|charge| charge.subject == found[from].subject).count();
        let own = &mut found[from..from + n];
        let party = rules.several == SeveralSanctions::PartyFirst && own.iter().any(|charge| charge.kind.party);
        let heaviest = (0..n)
            .filter(|at| !party || own[*at].kind.party)
            .max_by_key(|at| (weight(own[*at].outcome.as_ref(), rules, bands), std::cmp::Reverse(*at)));
        if let Some(at) = heaviest {
            own[at].governs = true;
        }
        from += n;
    }
}
