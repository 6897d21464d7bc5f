//! Ceilings on a whole set: the mean of its totals may not exceed a line (E14).

use std::collections::BTreeMap;

use super::findings::mean_exceeded;
use super::model::{Entrant, Exceeded, Outcome, Why};
use super::pools::pool_of;
use super::ranks::compared;
use crate::diag::Findings;
use crate::exact::Exact;
use crate::scheme::worth::{Ceiling, CeilingExceeded, Whose, Worth};

/// Checks every ceiling; where the scheme says so, the grades of the whole set wait for the committee.
pub(super) fn check(
    whose: Whose,
    worth: &Worth,
    entrants: &[Entrant],
    outcomes: &mut [Outcome],
    findings: &mut Findings,
) -> Vec<Exceeded> {
    let mut all = Vec::new();
    for ceiling in worth.ceilings.iter().filter(|ceiling| ceiling.of == whose) {
        for exceeded in of_one(ceiling, worth, entrants) {
            findings.push(mean_exceeded::finding(ceiling, &exceeded));
            for outcome in outcomes.iter_mut().filter(|_| exceeded.waits) {
                if exceeded.subjects.contains(&outcome.subject) && outcome.grade.is_some() {
                    outcome.grade = None;
                    outcome.why_not = Some(Why::CeilingPending(ceiling.rule.clone()));
                }
            }
            all.push(exceeded);
        }
    }
    all
}

fn of_one(ceiling: &Ceiling, worth: &Worth, entrants: &[Entrant]) -> Vec<Exceeded> {
    let mut pools: BTreeMap<String, Vec<(&Entrant, &Exact)>> = BTreeMap::new();
    for entrant in entrants.iter().filter(|entrant| entrant.excluded.is_none()) {
        if let Some(value) = compared(entrant, worth.compare.rank, false) {
            pools.entry(pool_of(ceiling.pool, entrant)).or_default().push((entrant, value));
        }
    }
    let mut exceeded = Vec::new();
    for (pool, members) in pools {
        let sum: Exact = members.iter().map(|(_, value)| *value).sum();
        // The sum against line × number: no division, so no broken mean.
        let at_most = &ceiling.mean_at_most * &Exact::from(u64::try_from(members.len()).unwrap_or(u64::MAX));
        if sum > at_most {
            exceeded.push(Exceeded {
                rule: ceiling.rule.clone(),
                whose: ceiling.of,
                pool,
                subjects: members.iter().map(|(entrant, _)| entrant.subject.clone()).collect(),
                sum,
                at_most,
                waits: ceiling.exceeded == CeilingExceeded::Pend,
            });
        }
    }
    exceeded
}
