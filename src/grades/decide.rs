//! From values to grades for one kind of subject: band, vetoes, places, decisions.

use std::collections::BTreeMap;

use super::model::{Entrant, Outcome, QuotaRuling, RulingStep, Stage, VetoHit, Why};
use super::quota::{Candidate, give_places};
use super::ranks::{compared, ranks};
use crate::exact::Exact;
use crate::facts::Decision;
use crate::scheme::worth::{Band, Quota, QuotaBase, QuotaPool, RuleRef, Whose, Worth};
use crate::terms::{Grade, RuleId, Subject};

/// What one round of grading works on.
#[derive(Clone, Copy)]
pub(super) struct Round<'a> {
    pub whose: Whose,
    pub worth: &'a Worth,
    pub entrants: &'a [Entrant],
    pub hits: &'a [VetoHit],
    pub decisions: &'a [Decision],
    /// A subject whose vetoes are left out, for the counterfactual.
    pub spared: Option<&'a Subject>,
}

impl Round<'_> {
    fn bands(&self) -> &[Band] {
        self.worth.bands(self.whose)
    }

    /// How far down a grade stands, the best at nought.
    fn depth(&self, grade: &Grade) -> usize {
        self.bands().iter().position(|band| band.grade == *grade).unwrap_or(usize::MAX)
    }

    fn hits_of<'b>(&'b self, subject: &'b Subject) -> impl Iterator<Item = &'b VetoHit> {
        let spared = self.spared == Some(subject);
        self.hits.iter().filter(move |hit| !spared && hit.subject == *subject)
    }

    /// Whether the committee's decisions lift every veto of this ground that may be lifted.
    fn decision_of(&self, subject: &Subject) -> Option<&Decision> {
        self.decisions.iter().rev().find(|decision| decision.subject == *subject)
    }
}

/// The band in which a value lies: `from ≤ value < below`.
pub(super) fn band_of<'a>(bands: &'a [Band], value: &Exact) -> Option<&'a Band> {
    bands.iter().find(|band| {
        band.from.as_ref().is_none_or(|from| value >= from) && band.below.as_ref().is_none_or(|below| value < below)
    })
}

/// Grades all entrants, in their order, and gives the places.
pub(super) fn decide(round: &Round<'_>) -> (Vec<Outcome>, Vec<QuotaRuling>) {
    let mut outcomes: Vec<Outcome> = round.entrants.iter().map(|entrant| up_to_vetoes(round, entrant)).collect();
    rank_all(round, &mut outcomes);
    let mut rulings = Vec::new();
    for quota in round.worth.quotas.iter().filter(|quota| quota.of == round.whose) {
        rulings.extend(apply_quota(round, quota, &mut outcomes));
    }
    for outcome in &mut outcomes {
        apply_decisions(round, outcome);
    }
    (outcomes, rulings)
}

fn up_to_vetoes(round: &Round<'_>, entrant: &Entrant) -> Outcome {
    let mut outcome = Outcome {
        subject: entrant.subject.clone(),
        rank: None,
        ranked: 0,
        band: None,
        rulings: Vec::new(),
        grade: None,
        why_not: entrant.why_not.clone(),
        without_veto: None,
    };
    let value = compared(entrant, round.worth.compare.band);
    let Some(band) = value.and_then(|value| band_of(round.bands(), value)) else { return outcome };
    outcome.band = Some(band.grade.clone());
    outcome.grade = Some(band.grade.clone());
    let facts = [
        ("value", value.map(ToString::to_string)),
        ("from", band.from.as_ref().map(ToString::to_string)),
        ("below", band.below.as_ref().map(ToString::to_string)),
    ];
    outcome.rulings.push(RulingStep {
        stage: Stage::Band,
        from: None,
        to: Some(band.grade.clone()),
        rule: band.rule.clone(),
        facts: facts.into_iter().filter_map(|(name, fact)| Some((name.to_owned(), fact?))).collect(),
        places: Vec::new(),
    });
    for hit in round.hits_of(&entrant.subject) {
        let before = outcome.grade.clone();
        let lower = before.as_ref().is_some_and(|grade| round.depth(grade) < round.depth(&hit.cap));
        if lower {
            outcome.grade = Some(hit.cap.clone());
        }
        outcome.rulings.push(RulingStep {
            stage: Stage::Veto,
            from: before,
            to: outcome.grade.clone(),
            rule: hit.rule.clone(),
            facts: veto_facts(hit),
            places: vec![hit.event.place.clone()],
        });
    }
    outcome
}

fn veto_facts(hit: &VetoHit) -> BTreeMap<String, String> {
    let facts = [
        ("event", hit.event.id.to_string()),
        ("ground", hit.ground_name.clone()),
        ("date", hit.event.date.to_string()),
        ("document", hit.event.document.to_string()),
        ("as", hit.as_what.to_owned()),
        ("cap", hit.cap.to_string()),
        ("unit", hit.event.unit.to_string()),
    ];
    facts.into_iter().map(|(name, fact)| (name.to_owned(), fact)).collect()
}

/// The pool in which a subject is ranked: its group for a unit, the pool of the first quota for a person.
fn rank_pool(round: &Round<'_>, entrant: &Entrant) -> String {
    match round.whose {
        Whose::Unit => pool_of(QuotaPool::Group, entrant),
        Whose::Person => {
            let pool = round.worth.quotas.iter().find(|quota| quota.of == Whose::Person).map(|quota| quota.pool);
            pool_of(pool.unwrap_or(QuotaPool::Role), entrant)
        }
    }
}

fn pool_of(pool: QuotaPool, entrant: &Entrant) -> String {
    let group = entrant.group.as_ref().map_or("", |group| group.as_str());
    let role = entrant.role.as_ref().map_or("", |role| role.as_str());
    match pool {
        QuotaPool::Group => group.to_owned(),
        QuotaPool::Role => role.to_owned(),
        QuotaPool::GroupAndRole => format!("{group}/{role}"),
        QuotaPool::All => String::new(),
    }
}

fn rank_all(round: &Round<'_>, outcomes: &mut [Outcome]) {
    let mut pools: BTreeMap<String, Vec<&Entrant>> = BTreeMap::new();
    for entrant in round.entrants {
        pools.entry(rank_pool(round, entrant)).or_default().push(entrant);
    }
    let mut found = BTreeMap::new();
    for pool in pools.values() {
        let vetoed = |subject: &Subject| round.hits_of(subject).next().is_some();
        let (ranks, n) = ranks(pool, round.worth.compare.rank, &round.worth.rank, vetoed);
        for entrant in pool {
            found.insert(entrant.subject.clone(), (ranks.get(&entrant.subject).copied(), n));
        }
    }
    for outcome in outcomes {
        if let Some((rank, n)) = found.get(&outcome.subject) {
            outcome.rank = *rank;
            outcome.ranked = *n;
        }
    }
}

fn apply_quota(round: &Round<'_>, quota: &Quota, outcomes: &mut [Outcome]) -> Vec<QuotaRuling> {
    let mut pools: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, entrant) in round.entrants.iter().enumerate() {
        let in_group = quota.group.is_none() || quota.group == entrant.group;
        if in_group && !matches!(entrant.why_not, Some(Why::NoPost | Why::Dissolved)) {
            pools.entry(pool_of(quota.pool, entrant)).or_default().push(at);
        }
    }
    let mut rulings = Vec::new();
    for (pool, members) in pools {
        let in_base = |at: &&usize| match quota.base {
            QuotaBase::All => true,
            QuotaBase::Graded => outcomes[**at].grade.is_some(),
            QuotaBase::NotVetoed => round
                .hits_of(&round.entrants[**at].subject)
                .all(|hit| round.depth(&hit.cap) <= round.depth(&quota.grade)),
        };
        let base = u32::try_from(members.iter().filter(in_base).count()).unwrap_or(u32::MAX);
        let candidates: Vec<Candidate<'_>> = members
            .iter()
            .filter(|at| outcomes[**at].grade.as_ref() == Some(&quota.grade))
            .map(|at| {
                let entrant = &round.entrants[*at];
                let decided = round.decision_of(&entrant.subject);
                let decided = decided.map(|decision| round.depth(&decision.grade) <= round.depth(&quota.grade));
                Candidate { entrant, decided }
            })
            .collect();
        let ruling = give_places(quota, pool, base, &candidates, round.worth.compare.rank);
        for at in members {
            note_place(quota, &ruling, &mut outcomes[at]);
        }
        rulings.push(ruling);
    }
    rulings
}

fn note_place(quota: &Quota, ruling: &QuotaRuling, outcome: &mut Outcome) {
    let placed = ruling.placed.contains(&outcome.subject);
    let lost = ruling.lost.contains(&outcome.subject);
    let tied = ruling.tied.contains(&outcome.subject);
    if !(placed || lost || tied) {
        return;
    }
    let before = outcome.grade.clone();
    if lost {
        outcome.grade = Some(quota.overflow.clone());
    } else if tied {
        outcome.grade = None;
        outcome.why_not = Some(Why::TiePending(quota.rule.clone()));
    }
    let result = if placed {
        "placed"
    } else if lost {
        "lost"
    } else {
        "tied"
    };
    let facts = [
        ("result", result.to_owned()),
        ("base", ruling.base.to_string()),
        ("theoretical", ruling.theoretical.to_string()),
        ("places", ruling.places.to_string()),
        ("reached", (ruling.placed.len() + ruling.lost.len() + ruling.tied.len()).to_string()),
    ];
    outcome.rulings.push(RulingStep {
        stage: Stage::Quota,
        from: before,
        to: outcome.grade.clone(),
        rule: quota.rule.clone(),
        facts: facts.into_iter().map(|(name, fact)| (name.to_owned(), fact)).collect(),
        places: Vec::new(),
    });
}

/// The committee's word, in the order of its dates; a veto that may not be lifted stands.
fn apply_decisions(round: &Round<'_>, outcome: &mut Outcome) {
    let all: Vec<&Decision> = round.decisions.iter().filter(|decision| decision.subject == outcome.subject).collect();
    for decision in all {
        let before = outcome.grade.clone();
        let held = round
            .hits_of(&outcome.subject)
            .find(|hit| !hit.may_lift && round.depth(&decision.grade) < round.depth(&hit.cap));
        let refused = held.map(|hit| hit.rule.id.to_string());
        if refused.is_none() {
            outcome.grade = Some(decision.grade.clone());
            outcome.why_not = None;
        }
        let rule = held.map_or_else(|| decision_rule(decision), |hit| hit.rule.clone());
        let facts = [
            ("decision", Some(decision.id.to_string())),
            ("decided", Some(decision.grade.to_string())),
            ("body", Some(decision.body.to_string())),
            ("date", Some(decision.date.to_string())),
            ("reason", Some(decision.reason.to_string())),
            ("refused_by", refused),
        ];
        outcome.rulings.push(RulingStep {
            stage: Stage::Decision,
            from: before,
            to: outcome.grade.clone(),
            rule,
            facts: facts.into_iter().filter_map(|(name, fact)| Some((name.to_owned(), fact?))).collect(),
            places: vec![decision.place.clone()],
        });
    }
}

/// A decision rests on itself: its number, body and date.
fn decision_rule(decision: &Decision) -> RuleRef {
    RuleRef {
        id: RuleId::new(&format!("decision:{}", decision.id)),
        basis: Some(format!("{} {} {}", decision.body, decision.date, decision.id)),
        assumed: false,
        place: decision.place.clone(),
    }
}
