//! Places in a grade: how many, who has one, who loses his, who waits.

use std::cmp::Ordering;

use super::model::{Entrant, QuotaRuling};
use super::ranks::compared;
use crate::exact::{Exact, Mode, Rounding};
use crate::scheme::worth::{By, ChainEnd, EdgeTies, Quota};
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

/// One who stands for a place.
pub(super) struct Candidate<'a> {
    pub entrant: &'a Entrant,
    /// The committee's word on whether he gets the grade, if it has spoken.
    pub decided: Option<bool>,
}

/// Gives the places of one pool.
///
/// Candidates are those whose grade after vetoes is the quota's. One whom the committee has placed keeps that place; one
/// whom it has lowered leaves his place to the next if the quota is refilled, and otherwise holds it empty.
pub(super) fn give_places(quota: &Quota, pool: String, base: u32, candidates: &[Candidate<'_>], by: By) -> QuotaRuling {
    let (theoretical, places) = places_of(&quota.share, base, quota.rounding);
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
    };
    let mut standing: Vec<&Candidate<'_>> =
        candidates.iter().filter(|candidate| !(quota.refill && candidate.decided == Some(false))).collect();
    standing.sort_by(|a, b| order(a.entrant, b.entrant, by).then_with(|| a.entrant.subject.cmp(&b.entrant.subject)));
    let n = places as usize;
    let subject = |candidate: &&Candidate<'_>| candidate.entrant.subject.clone();
    let across = standing.get(n).zip(n.checked_sub(1).and_then(|last| standing.get(last)));
    let edge = across.filter(|(next, last)| order(last.entrant, next.entrant, by) == Ordering::Equal);
    match edge {
        None => {
            ruling.placed = standing.iter().take(n).map(subject).collect();
            ruling.lost = standing.iter().skip(n).map(subject).collect();
        }
        Some((edge, _)) => {
            let part = |wanted| -> Vec<&Candidate<'_>> {
                standing.iter().copied().filter(|c| order(c.entrant, edge.entrant, by) == wanted).collect()
            };
            let (above, tied, below) = (part(Ordering::Less), part(Ordering::Equal), part(Ordering::Greater));
            let open = n - above.len();
            ruling.placed = above.iter().map(subject).collect();
            settle(quota, &tied, open, &mut ruling);
            ruling.lost.extend(below.iter().map(subject));
        }
    }
    // One whom the committee lowered holds his place empty without a refill; the decision itself is a later ruling.
    ruling
}

/// Best first: the smaller in order stands higher.
fn order(a: &Entrant, b: &Entrant, by: By) -> Ordering {
    compared(b, by).cmp(&compared(a, by))
}

/// Parts the equals who stand across the edge, `open` places being left for them.
fn settle(quota: &Quota, tied: &[&Candidate<'_>], open: usize, ruling: &mut QuotaRuling) {
    let all = |tied: &[&Candidate<'_>]| tied.iter().map(|c| c.entrant.subject.clone()).collect::<Vec<Subject>>();
    match quota.ties {
        EdgeTies::IncludeAll => ruling.placed.extend(all(tied)),
        EdgeTies::ExcludeAll => ruling.lost.extend(all(tied)),
        EdgeTies::Committee => to_committee(tied, open, ruling),
        EdgeTies::Chain => {
            let mut parted = tied.to_vec();
            parted.sort_by(|a, b| chain_order(quota, a, b).then_with(|| a.entrant.subject.cmp(&b.entrant.subject)));
            let still = parted
                .get(open)
                .zip(open.checked_sub(1).and_then(|last| parted.get(last)))
                .filter(|(next, last)| chain_order(quota, last, next) == Ordering::Equal);
            let Some((edge, _)) = still else {
                ruling.placed.extend(all(&parted[..open]));
                ruling.lost.extend(all(&parted[open..]));
                return;
            };
            let edge = *edge;
            let part = |wanted| -> Vec<&Candidate<'_>> {
                parted.iter().copied().filter(|c| chain_order(quota, c, edge) == wanted).collect()
            };
            let (above, equal, below) = (part(Ordering::Less), part(Ordering::Equal), part(Ordering::Greater));
            let open = open - above.len();
            ruling.placed.extend(all(&above));
            match quota.chain_end {
                ChainEnd::IncludeAll => ruling.placed.extend(all(&equal)),
                ChainEnd::ExcludeAll => ruling.lost.extend(all(&equal)),
                ChainEnd::Committee => to_committee(&equal, open, ruling),
            }
            ruling.lost.extend(all(&below));
        }
    }
}

/// Components in turn, the higher first; one without the component stands last.
fn chain_order(quota: &Quota, a: &Candidate<'_>, b: &Candidate<'_>) -> Ordering {
    let value = |candidate: &Candidate<'_>, code| candidate.entrant.components.get(code).cloned();
    quota
        .chain
        .iter()
        .map(|code| value(b, code).cmp(&value(a, code)))
        .find(|order| *order != Ordering::Equal)
        .unwrap_or(Ordering::Equal)
}

/// The committee's choices are taken; where they leave the places open, the others of the tie wait.
fn to_committee(tied: &[&Candidate<'_>], open: usize, ruling: &mut QuotaRuling) {
    let chosen = tied.iter().filter(|c| c.decided == Some(true)).count();
    for candidate in tied {
        let subject = candidate.entrant.subject.clone();
        match candidate.decided {
            Some(true) => ruling.placed.push(subject),
            Some(false) => ruling.lost.push(subject),
            None if chosen >= open => ruling.lost.push(subject),
            None => ruling.tied.push(subject),
        }
    }
}
