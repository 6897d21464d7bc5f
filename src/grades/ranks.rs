//! Ranks inside a pool, by the total and then by the chain that the scheme names.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::chain::chain_order;
use super::model::Entrant;
use super::pools::rank_pool;
use super::round::{Round, State};
use crate::exact::Exact;
use crate::scheme::worth::{By, RankRule, RankTies, VetoedRank};
use crate::terms::Subject;

/// The value by which entrants are compared; of one who is spared, that without what events did to it.
pub(super) fn compared(entrant: &Entrant, by: By, is_spared: bool) -> Option<&Exact> {
    let spared = entrant.spared.as_ref().filter(|_| is_spared);
    let total = spared.or(entrant.total.as_ref())?;
    Some(match by {
        By::Exact => &total.exact,
        By::Rounded => &total.value,
    })
}

/// Gives every outcome its rank.
pub(super) fn rule(round: &Round<'_>, state: &mut State) {
    let mut pools: BTreeMap<String, Vec<&Entrant>> = BTreeMap::new();
    for entrant in round.entrants.iter().filter(|entrant| entrant.excluded.is_none()) {
        pools.entry(rank_pool(round, entrant)).or_default().push(entrant);
    }
    let mut found = BTreeMap::new();
    for (name, pool) in &pools {
        let is_vetoed = |subject: &Subject| round.is_vetoed(subject);
        let part = |a: &Entrant, b: &Entrant| chain_order(&round.worth.rank.chain, a, b).0;
        let value = |entrant| compared(entrant, round.worth.compare.rank, round.spared == Some(&entrant.subject));
        let (ranks, n) = ranks(pool, value, &round.worth.rank, is_vetoed, part);
        for entrant in pool {
            let behind = match (is_vetoed(&entrant.subject), round.worth.rank.vetoed) {
                (true, VetoedRank::LeftOut) => None,
                (vetoed, rule) => Some(vetoed && rule == VetoedRank::Last),
            };
            found.insert(entrant.subject.clone(), (ranks.get(&entrant.subject).copied(), n, name.clone(), behind));
        }
    }
    for outcome in &mut state.outcomes {
        if let Some((rank, n, pool, behind)) = found.remove(&outcome.subject) {
            (outcome.pool, outcome.behind) = (pool, behind);
            outcome.rank = rank;
            outcome.ranked = n;
        }
    }
}

/// The rank of each entrant that has one, and how many are ranked. Equals that nothing parts get equal ranks.
pub(super) fn ranks<'e>(
    pool: &[&'e Entrant],
    value: impl Fn(&'e Entrant) -> Option<&'e Exact>,
    rule: &RankRule,
    is_vetoed: impl Fn(&Subject) -> bool,
    part: impl Fn(&Entrant, &Entrant) -> Ordering,
) -> (BTreeMap<Subject, u32>, u32) {
    let mut standing: Vec<(bool, &Exact, &Entrant)> = pool
        .iter()
        .filter_map(|entrant| {
            let vetoed = is_vetoed(&entrant.subject);
            let behind = vetoed && rule.vetoed == VetoedRank::Last;
            let left_out = vetoed && rule.vetoed == VetoedRank::LeftOut;
            let value = value(entrant)?;
            (!left_out).then_some((behind, value, *entrant))
        })
        .collect();
    let order = |a: &(bool, &Exact, &Entrant), b: &(bool, &Exact, &Entrant)| {
        a.0.cmp(&b.0).then_with(|| b.1.cmp(a.1)).then_with(|| part(a.2, b.2))
    };
    standing.sort_by(|a, b| order(a, b).then_with(|| a.2.subject.cmp(&b.2.subject)));
    let mut ranks = BTreeMap::new();
    let (mut rank, mut distinct) = (0, 0);
    for (at, own) in (1..).zip(&standing) {
        let tied = at > 1 && standing.get(at as usize - 2).is_some_and(|last| order(last, own) == Ordering::Equal);
        if !tied {
            distinct += 1;
            rank = if rule.ties == RankTies::Competition { at } else { distinct };
        }
        ranks.insert(own.2.subject.clone(), rank);
    }
    let n = u32::try_from(ranks.len()).unwrap_or(u32::MAX);
    (ranks, n)
}
