//! Scores → grades: units, then people, then what each would be without its vetoes.

use std::collections::BTreeMap;

use super::decide::{Round, decide};
use super::findings::decision_refused;
use super::model::{Entrant, Graded, Outcome, QuotaRuling, Stage, VetoHit, Why};
use super::vetoes;
use crate::diag::{Checked, Findings};
use crate::exact::Exact;
use crate::facts::Decision;
use crate::scheme::Scheme;
use crate::scheme::worth::{ShortService, Whose, Worth};
use crate::scores::{PersonScore, Scored, UnitScore};
use crate::terms::{ComponentCode, Subject};

/// Grades every unit and every person of the year.
#[must_use]
pub fn grade(scored: &Scored, scheme: &Scheme, year: i32) -> Checked<Graded> {
    let mut findings = Findings::default();
    let worth = &scheme.worth;
    let hits = vetoes::hits(scored, worth, year, &mut findings);
    let units: Vec<Entrant> = scored.units.iter().map(unit_entrant).collect();
    let people: Vec<Entrant> = scored.people.iter().map(|person| person_entrant(person, scored, worth)).collect();
    let (units, mut quotas) = decide_all(Whose::Unit, worth, &units, &hits, &scored.decisions);
    let (people, more) = decide_all(Whose::Person, worth, &people, &hits, &scored.decisions);
    quotas.extend(more);
    for outcome in units.iter().chain(&people) {
        for ruling in outcome.rulings.iter().filter(|ruling| ruling.stage == Stage::Decision) {
            if let Some(rule) = ruling.facts.get("refused_by") {
                findings.push(decision_refused::finding(outcome.subject.code(), rule, ruling));
            }
        }
    }
    Checked { value: Graded { units, people, quotas, hits }, findings }
}

/// Decides, and once more for each vetoed subject as if it had not been.
fn decide_all(
    whose: Whose,
    worth: &Worth,
    entrants: &[Entrant],
    hits: &[VetoHit],
    decisions: &[Decision],
) -> (Vec<Outcome>, Vec<QuotaRuling>) {
    let all = Round { whose, worth, entrants, hits, decisions, spared: None };
    let (mut outcomes, quotas) = decide(&all);
    for (at, outcome) in outcomes.iter_mut().enumerate() {
        if hits.iter().any(|hit| hit.subject == outcome.subject) {
            let (without, _) = decide(&Round { spared: Some(&outcome.subject), ..all });
            outcome.without_veto = without.into_iter().nth(at).and_then(|spared| spared.grade);
        }
    }
    (outcomes, quotas)
}

fn unit_entrant(score: &UnitScore) -> Entrant {
    let components = score
        .components
        .iter()
        .filter_map(|component| Some((component.component.clone(), component.score.as_ref()?.value.clone())));
    let waits = !score.pending.is_empty() || score.total.is_none();
    let waits = waits.then(|| Why::ValuePending(score.pending.clone()));
    Entrant {
        subject: Subject::Unit(score.unit.code.clone()),
        group: Some(score.unit.group.clone()),
        role: None,
        total: score.total.clone().filter(|_| !score.dissolved),
        components: components.collect(),
        why_not: if score.dissolved { Some(Why::Dissolved) } else { waits },
    }
}

fn person_entrant(score: &PersonScore, scored: &Scored, worth: &Worth) -> Entrant {
    let unit = score.listed.as_ref().and_then(|(unit, _)| scored.unit(unit));
    let parts = score.parts.iter().filter_map(|part| Some((ComponentCode::new(&part.code), part.score.as_ref()?)));
    let components: BTreeMap<ComponentCode, Exact> = parts.map(|(code, score)| (code, score.value.clone())).collect();
    let why_not = if score.no_post {
        Some(Why::NoPost)
    } else if matches!(score.short, Some((_, ShortService::Ungraded))) {
        Some(Why::ShortService)
    } else if worth.person_bands.is_empty() {
        Some(Why::NotGraded)
    } else {
        (score.total.is_none() || !score.pending.is_empty()).then(|| Why::ValuePending(score.pending.clone()))
    };
    Entrant {
        subject: Subject::Person(score.person.code.clone()),
        group: unit.map(|unit| unit.unit.group.clone()),
        role: score.listed.as_ref().map(|(_, role)| role.clone()),
        // Whoever is not graded yet, or at all, takes no rank and no place.
        total: score.total.clone().filter(|_| why_not.is_none()),
        components,
        why_not,
    }
}
