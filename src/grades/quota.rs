//! Places in a grade, quota after quota: base, places, who has one, who has none and why, what is lent.

use std::collections::BTreeMap;

use super::model::{Entrant, Lost, Outcome, QuotaRuling, RulingStep, Stage, Why, facts};
use super::places::{Candidate, give_places, places_in};
use super::pools::competes;
use super::round::{Round, State};
use crate::charges::Charge;
use crate::exact::Exact;
use crate::scheme::worth::{Quota, QuotaBase};
use crate::terms::Subject;

pub(super) fn rule(round: &Round<'_>, state: &mut State) {
    for quota in round.worth.quotas.iter().filter(|quota| quota.of == round.whose) {
        let rulings = apply(round, quota, &mut state.outcomes);
        state.quotas.extend(rulings);
    }
}

/// One quota in all its pools.
fn apply(round: &Round<'_>, quota: &Quota, outcomes: &mut [Outcome]) -> Vec<QuotaRuling> {
    let mut pools: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, entrant) in round.entrants.iter().enumerate() {
        if !matches!(entrant.why_not, Some(Why::NoPost | Why::Dissolved))
            && let Some(pool) = competes(quota, entrant)
        {
            pools.entry(pool).or_default().push(at);
        }
    }
    let mut rulings = Vec::new();
    for (pool, members) in &pools {
        let base = members.iter().filter(|at| in_base(round, quota, &round.entrants[**at], &outcomes[**at])).count();
        let base = u32::try_from(base).unwrap_or(u32::MAX);
        let candidates = candidates(round, quota, members, outcomes);
        let (theoretical, places) = places_in(quota, base);
        let mut ruling = give_places(round, quota, (pool.clone(), base, theoretical, places), &candidates);
        tell_capped(round, quota, members, outcomes, &mut ruling);
        rulings.push(ruling);
    }
    if let Some(lender) = &quota.borrow {
        lend(round, quota, lender, &pools, outcomes, &mut rulings);
    }
    for (members, ruling) in pools.values().zip(&rulings) {
        for at in members {
            note_place(quota, ruling, &mut outcomes[*at]);
        }
    }
    rulings
}

fn in_base(round: &Round<'_>, quota: &Quota, entrant: &Entrant, outcome: &Outcome) -> bool {
    let open = |charge: &Charge| match charge.cap() {
        Some(cap) => round.depth(cap) <= round.depth(&quota.grade),
        None => !charge.is_veto(),
    };
    match quota.base {
        QuotaBase::All => true,
        QuotaBase::Graded => outcome.grade.is_some(),
        QuotaBase::NotVetoed => round.charges_of(&entrant.subject).all(open),
        QuotaBase::Entitled => entrant.excluded.is_none(),
    }
}

fn candidates<'a>(round: &Round<'a>, quota: &Quota, members: &[usize], outcomes: &[Outcome]) -> Vec<Candidate<'a>> {
    let reached = members.iter().filter(|at| outcomes[**at].grade.as_ref() == Some(&quota.grade));
    let candidate = |at: &usize| {
        let entrant = &round.entrants[*at];
        let decided = round.decision_of(&entrant.subject);
        let decided = decided.map(|decision| round.depth(&decision.grade) <= round.depth(&quota.grade));
        Candidate { entrant, decided }
    };
    reached.map(candidate).collect()
}

/// Those whose band is the grade and whom a ruling barred before the places: they took none, and that is told.
fn tell_capped(round: &Round<'_>, quota: &Quota, members: &[usize], outcomes: &[Outcome], ruling: &mut QuotaRuling) {
    for outcome in members.iter().map(|at| &outcomes[*at]) {
        let reached = outcome.band.as_ref() == Some(&quota.grade) && outcome.why_not.is_none();
        let barred = outcome.grade.as_ref().is_some_and(|grade| round.depth(grade) > round.depth(&quota.grade));
        let step = outcome.rulings.iter().find(|step| step.from.as_ref() == Some(&quota.grade) && step.to != step.from);
        if let Some(step) = step.filter(|_| reached && barred) {
            let by = step.rule.id.to_string();
            ruling.why.push(Lost { subject: outcome.subject.clone(), why: "capped", by });
        }
    }
}

/// Empty places of the lender go to those of other pools who found none, best first.
fn lend(
    round: &Round<'_>,
    quota: &Quota,
    lender: &str,
    pools: &BTreeMap<String, Vec<usize>>,
    outcomes: &[Outcome],
    rulings: &mut [QuotaRuling],
) {
    let Some(from) = rulings.iter().position(|ruling| ruling.pool == lender) else { return };
    let taken = rulings[from].placed.len() + rulings[from].tied.len();
    let free = u32::try_from((rulings[from].places as usize).saturating_sub(taken)).unwrap_or(0);
    if free == 0 {
        return;
    }
    let seeks = |at: &&usize| {
        let subject = &outcomes[**at].subject;
        let own = rulings.iter().find(|ruling| ruling.lost.contains(subject) && ruling.pool != lender);
        // A place is no remedy for one whom the committee has lowered.
        own.is_some_and(|ruling| ruling.why.iter().any(|lost| lost.subject == *subject && lost.why != "committee"))
    };
    let members: Vec<usize> = pools.values().flatten().filter(seeks).copied().collect();
    let candidates = candidates(round, quota, &members, outcomes);
    let theoretical = Exact::from(free);
    let given = give_places(round, quota, (lender.to_owned(), 0, theoretical, free), &candidates);
    rulings[from].lent = u32::try_from(given.placed.len()).unwrap_or(u32::MAX);
    for ruling in rulings.iter_mut().filter(|ruling| ruling.pool != lender) {
        let takes = |subject: &Subject| given.placed.contains(subject) && ruling.lost.contains(subject);
        let taken: Vec<_> = given.placed.iter().filter(|subject| takes(subject)).cloned().collect();
        let waits: Vec<_> = given.tied.iter().filter(|subject| ruling.lost.contains(subject)).cloned().collect();
        ruling.lost.retain(|subject| !taken.contains(subject) && !waits.contains(subject));
        ruling.why.retain(|lost| !taken.contains(&lost.subject) && !waits.contains(&lost.subject));
        ruling.borrowed.extend(taken.iter().map(|subject| (subject.clone(), lender.to_owned())));
        ruling.placed.extend(taken);
        ruling.tied.extend(waits);
    }
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
    let why = ruling.why.iter().find(|why| why.subject == outcome.subject);
    let borrowed = ruling.borrowed.iter().find(|(subject, _)| *subject == outcome.subject);
    outcome.rulings.push(RulingStep {
        stage: Stage::Quota,
        from: before,
        to: outcome.grade.clone(),
        rule: quota.rule.clone(),
        facts: facts([
            ("result", result.to_owned()),
            ("base", ruling.base.to_string()),
            ("theoretical", ruling.theoretical.to_string()),
            ("places", ruling.places.to_string()),
            ("reached", (ruling.placed.len() + ruling.lost.len() + ruling.tied.len()).to_string()),
            ("why", why.map(|why| why.why.to_owned()).unwrap_or_default()),
            ("by", why.map(|why| why.by.clone()).unwrap_or_default()),
            ("borrowed", borrowed.map(|(_, pool)| pool.clone()).unwrap_or_default()),
        ]),
        places: Vec::new(),
    });
}
