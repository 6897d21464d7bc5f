//! The places of one pool: how many, who has one, who loses his and why, who waits.

use std::cmp::Ordering;

use super::chain::chain_order;
use super::model::{Entrant, Lost, QuotaRuling};
use super::ranks::compared;
use super::round::Round;
use crate::exact::{Exact, Mode, Rounding};
use crate::scheme::worth::{By, ChainEnd, EdgeTies, Places, Quota};
use crate::terms::Subject;

/// The places that a share of a base gives.
///
/// **Formula**: round(share × base), whole places. **Rounding**: as the quota says.
///
/// ```
/// use kaoze::exact::{Exact, Mode};
/// use kaoze::grades::places_of;
/// let share: Exact = "0.15".parse().unwrap();
/// let places = [Mode::HalfUp, Mode::Floor, Mode::Ceil].map(|mode| places_of(&share, 10, mode).1);
/// assert_eq!(places, [2, 1, 2]);
/// ```
#[must_use]
pub fn places_of(share: &Exact, base: u32, mode: Mode) -> (Exact, u32) {
    let theoretical = share * &Exact::from(base);
    let whole = Rounding { mode, places: 0 }.apply(&theoretical).as_whole().unwrap_or(0);
    (theoretical, u32::try_from(whole).unwrap_or(0))
}

/// The theoretical number and the whole places of a quota for a base, the minimum included.
pub(super) fn places_in(quota: &Quota, base: u32) -> (Exact, u32) {
    let (theoretical, places) = match &quota.places {
        Places::Share(share) => places_of(share, base, quota.rounding),
        Places::Fixed(n) => (Exact::from(*n), *n),
        Places::Steps(steps) => {
            let step = steps.iter().find(|(up_to, _)| up_to.is_none_or(|up_to| base <= up_to));
            let n = step.map_or(0, |(_, n)| *n);
            (Exact::from(n), n)
        }
    };
    let least = quota.minimum.filter(|_| base > 0).unwrap_or(0);
    (theoretical, places.max(least))
}

/// One who stands for a place.
#[derive(Clone, Copy)]
pub(super) struct Candidate<'a> {
    pub entrant: &'a Entrant,
    /// The committee's word on whether he gets the grade, if it has spoken.
    pub decided: Option<bool>,
}

/// Gives the places of one pool: its name, base, theoretical number and places.
///
/// Candidates are those whose grade after vetoes is the quota's. One whom the committee has placed keeps that place; one
/// whom it has lowered leaves his place to the next if the quota is refilled, and otherwise holds it empty.
pub(super) fn give_places(
    round: &Round<'_>,
    quota: &Quota,
    (pool, base, theoretical, places): (String, u32, Exact, u32),
    candidates: &[Candidate<'_>],
) -> QuotaRuling {
    let mut ruling = QuotaRuling {
        rule: quota.rule.clone(),
        whose: quota.of,
        pool,
        grade: quota.grade.clone(),
        base,
        theoretical,
        places,
        placed: Vec::new(),
        lost: Vec::new(),
        tied: Vec::new(),
        borrowed: Vec::new(),
        lent: 0,
        why: Vec::new(),
    };
    let order = |a: &Entrant, b: &Entrant| order(round, a, b);
    let mut standing: Vec<&Candidate<'_>> =
        candidates.iter().filter(|candidate| !(quota.refill && candidate.decided == Some(false))).collect();
    standing.sort_by(|a, b| order(a.entrant, b.entrant).then_with(|| a.entrant.subject.cmp(&b.entrant.subject)));
    let n = places as usize;
    let subject = |candidate: &&Candidate<'_>| candidate.entrant.subject.clone();
    let across = standing.get(n).zip(n.checked_sub(1).and_then(|last| standing.get(last)));
    let edge = across.filter(|(next, last)| order(last.entrant, next.entrant) == Ordering::Equal);
    match edge {
        None => {
            ruling.placed = standing.iter().take(n).map(subject).collect();
            lose(&mut ruling, standing.iter().skip(n).map(subject), "full", "");
        }
        Some((edge, _)) => {
            let part = |wanted| -> Vec<&Candidate<'_>> {
                standing.iter().copied().filter(|c| order(c.entrant, edge.entrant) == wanted).collect()
            };
            let (above, tied, below) = (part(Ordering::Less), part(Ordering::Equal), part(Ordering::Greater));
            let open = n - above.len();
            ruling.placed = above.iter().map(subject).collect();
            settle(quota, &tied, open, &mut ruling);
            lose(&mut ruling, below.iter().map(subject), "full", "");
        }
    }
    // One whom the committee lowered holds his place empty without a refill; the decision itself is a later ruling.
    ruling
}

/// Notes who has no place, and why.
fn lose(ruling: &mut QuotaRuling, who: impl IntoIterator<Item = Subject>, why: &'static str, by: &str) {
    for subject in who {
        ruling.lost.push(subject.clone());
        ruling.why.push(Lost { subject, why, by: by.to_owned() });
    }
}

/// Best first: the smaller in order stands higher.
fn order(round: &Round<'_>, a: &Entrant, b: &Entrant) -> Ordering {
    let by: By = round.worth.compare.rank;
    let value = |entrant| compared(entrant, by, round.spared == Some(&entrant.subject));
    value(b).cmp(&value(a))
}

/// Parts the equals who stand across the edge, `open` places being left for them.
fn settle(quota: &Quota, tied: &[&Candidate<'_>], open: usize, ruling: &mut QuotaRuling) {
    let all = |tied: &[&Candidate<'_>]| tied.iter().map(|c| c.entrant.subject.clone()).collect::<Vec<Subject>>();
    match quota.ties {
        EdgeTies::IncludeAll => ruling.placed.extend(all(tied)),
        EdgeTies::ExcludeAll => lose(ruling, all(tied), "tie", ""),
        EdgeTies::Committee => to_committee(tied, open, ruling),
        EdgeTies::Chain => {
            let in_turn = |a: &Candidate<'_>, b: &Candidate<'_>| chain_order(&quota.chain, a.entrant, b.entrant);
            let mut parted = tied.to_vec();
            parted.sort_by(|a, b| in_turn(a, b).0.then_with(|| a.entrant.subject.cmp(&b.entrant.subject)));
            let last = open.checked_sub(1).and_then(|last| parted.get(last)).copied();
            let still = parted.get(open).zip(last).filter(|(next, last)| in_turn(last, next).0 == Ordering::Equal);
            let by = |loser: &Candidate<'_>| {
                let link = last.and_then(|last| in_turn(last, loser).1);
                link.map(|link| link.key.code().to_owned()).unwrap_or_default()
            };
            let Some((edge, _)) = still else {
                ruling.placed.extend(all(&parted[..open]));
                for loser in &parted[open..] {
                    lose(ruling, [loser.entrant.subject.clone()], "chain", &by(loser));
                }
                return;
            };
            let edge = *edge;
            let part = |wanted| -> Vec<&Candidate<'_>> {
                parted.iter().copied().filter(|c| in_turn(c, edge).0 == wanted).collect()
            };
            let (above, equal, below) = (part(Ordering::Less), part(Ordering::Equal), part(Ordering::Greater));
            let open = open - above.len();
            ruling.placed.extend(all(&above));
            match quota.chain_end {
                ChainEnd::IncludeAll => ruling.placed.extend(all(&equal)),
                ChainEnd::ExcludeAll => lose(ruling, all(&equal), "tie", ""),
                ChainEnd::Committee => to_committee(&equal, open, ruling),
            }
            for loser in below {
                lose(ruling, [loser.entrant.subject.clone()], "chain", &by(loser));
            }
        }
    }
}

/// The committee's choices are taken; where they leave the places open, the others of the tie wait.
fn to_committee(tied: &[&Candidate<'_>], open: usize, ruling: &mut QuotaRuling) {
    let chosen = tied.iter().filter(|c| c.decided == Some(true)).count();
    for candidate in tied {
        let subject = candidate.entrant.subject.clone();
        match candidate.decided {
            Some(true) => ruling.placed.push(subject),
            Some(false) => lose(ruling, [subject], "committee", ""),
            None if chosen >= open => lose(ruling, [subject], "committee", ""),
            None => ruling.tied.push(subject),
        }
    }
}
