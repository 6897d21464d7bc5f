//! Ranks inside a pool.

use std::collections::BTreeMap;

use super::model::Entrant;
use crate::exact::Exact;
use crate::scheme::worth::{By, RankRule, RankTies, VetoedRank};
use crate::terms::Subject;

/// The value by which entrants are compared.
pub(super) fn compared(entrant: &Entrant, by: By) -> Option<&Exact> {
    let total = entrant.total.as_ref()?;
    Some(match by {
        By::Exact => &total.exact,
        By::Rounded => &total.value,
    })
}

/// The rank of each entrant that has one, and how many are ranked. Equal values get equal ranks.
pub(super) fn ranks(
    pool: &[&Entrant],
    by: By,
    rule: &RankRule,
    is_vetoed: impl Fn(&Subject) -> bool,
) -> (BTreeMap<Subject, u32>, u32) {
    let mut standing: Vec<(bool, &Exact, &Subject)> = pool
        .iter()
        .filter_map(|entrant| {
            let vetoed = is_vetoed(&entrant.subject);
            let behind = vetoed && rule.vetoed == VetoedRank::Last;
            let left_out = vetoed && rule.vetoed == VetoedRank::LeftOut;
            let value = compared(entrant, by)?;
            (!left_out).then_some((behind, value, &entrant.subject))
        })
        .collect();
    standing.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| b.1.cmp(a.1)).then_with(|| a.2.cmp(b.2)));
    let mut ranks = BTreeMap::new();
    let (mut rank, mut distinct) = (0, 0);
    for (at, (behind, value, subject)) in (1..).zip(&standing) {
        let tied = at > 1 && standing.get(at as usize - 2).is_some_and(|(b, v, _)| b == behind && v == value);
        if !tied {
            distinct += 1;
            rank = if rule.ties == RankTies::Competition { at } else { distinct };
        }
        ranks.insert((*subject).clone(), rank);
    }
    let n = u32::try_from(ranks.len()).unwrap_or(u32::MAX);
    (ranks, n)
}
