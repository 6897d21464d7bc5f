//! Pools: who is ranked with whom, who competes with whom for places, and who can touch whose grade.

use std::collections::BTreeMap;

use super::model::Entrant;
use super::round::Round;
use crate::scheme::worth::{Quota, QuotaPool, Whose};

/// The pool in which a subject is ranked: its group for a unit, the pool of the first quota for a person.
pub(super) fn rank_pool(round: &Round<'_>, entrant: &Entrant) -> String {
    match round.whose {
        Whose::Unit => pool_of(QuotaPool::Group, entrant),
        Whose::Person => {
            let pool = round.worth.quotas.iter().find(|quota| quota.of == Whose::Person).map(|quota| quota.pool);
            pool_of(pool.unwrap_or(QuotaPool::Role), entrant)
        }
    }
}

/// The name of the pool in which somebody is.
pub(super) fn pool_of(pool: QuotaPool, entrant: &Entrant) -> String {
    let group = entrant.group.as_ref().map_or("", |group| group.as_str());
    let role = entrant.role.as_ref().map_or("", |role| role.as_str());
    match pool {
        QuotaPool::Group => group.to_owned(),
        QuotaPool::Role => role.to_owned(),
        QuotaPool::GroupAndRole => format!("{group}/{role}"),
        QuotaPool::Layer => entrant.layer.clone().unwrap_or_default(),
        QuotaPool::All => String::new(),
    }
}

/// The pool of a quota in which somebody competes, if he does.
pub(super) fn competes(quota: &Quota, entrant: &Entrant) -> Option<String> {
    let in_group = quota.group.is_none() || quota.group == entrant.group;
    in_group.then(|| pool_of(quota.pool, entrant))
}

/// For each entrant a number that it shares with all whose rank or place can touch its own.
pub(super) fn circles(round: &Round<'_>) -> Vec<usize> {
    let mut circle: Vec<usize> = (0..round.entrants.len()).collect();
    let mut first: BTreeMap<(usize, String), usize> = BTreeMap::new();
    for (at, entrant) in round.entrants.iter().enumerate() {
        let quotas = round.worth.quotas.iter().enumerate().filter(|(_, quota)| quota.of == round.whose);
        let mut keys: Vec<(usize, String)> = quotas
            .filter_map(|(n, quota)| {
                // Places that can be lent join all pools of their quota.
                let pool = competes(quota, entrant)?;
                Some((n + 1, if quota.borrow.is_some() { String::new() } else { pool }))
            })
            .collect();
        keys.push((0, rank_pool(round, entrant)));
        for key in keys {
            let with = *first.entry(key).or_insert(at);
            join(&mut circle, with, at);
        }
    }
    (0..circle.len()).map(|at| root(&circle, at)).collect()
}

fn root(circle: &[usize], mut at: usize) -> usize {
    while circle[at] != at {
        at = circle[at];
    }
    at
}

fn join(circle: &mut [usize], a: usize, b: usize) {
    let (a, b) = (root(circle, a), root(circle, b));
    let (low, high) = (a.min(b), a.max(b));
    circle[high] = low;
}
