//! Claims of bonuses and penalties: which count, with how many points, and why others do not.

use std::collections::{BTreeMap, BTreeSet};

use super::model::{ClaimScore, ClaimState};
use crate::facts::Claim;
use crate::scheme::worth::{Family, OneDocument, TwoClaimants, Worth};
use crate::terms::{FamilyCode, Subject};

/// Every claim of the year with what became of it, ready to be looked up.
#[derive(Debug, Default)]
pub(super) struct Claims {
    all: Vec<ClaimScore>,
    of: BTreeMap<(Subject, FamilyCode), Vec<usize>>,
}

impl Claims {
    /// Judges the claims charged to a year, in the order of their numbers.
    pub(super) fn judge(claims: &[Claim], worth: &Worth, year: i32) -> Self {
        let mut judged = Self::default();
        for family in &worth.families {
            let own: Vec<&Claim> =
                claims.iter().filter(|claim| claim.family == family.code && claim.year == year).collect();
            let mut scores: Vec<ClaimScore> = own.iter().filter_map(|claim| first_look(claim, family, year)).collect();
            documents(&mut scores, family);
            for score in scores {
                let at = judged.all.len();
                judged.of.entry((score.claim.subject(), family.code.clone())).or_default().push(at);
                judged.all.push(score);
            }
        }
        judged
    }

    /// The claims of one subject in one family.
    pub(super) fn of<'a>(&'a self, subject: &Subject, family: &FamilyCode) -> Vec<&'a ClaimScore> {
        let found = self.of.get(&(subject.clone(), family.clone()));
        found.into_iter().flatten().map(|at| &self.all[*at]).collect()
    }

    /// All of them, by number.
    pub(super) fn into_list(self) -> Vec<ClaimScore> {
        let mut all = self.all;
        all.sort_by(|a, b| (&a.claim.id, &a.claim.place).cmp(&(&b.claim.id, &b.claim.place)));
        all
    }
}

/// **Rule**: points of the level, times the share of the tier; nothing for a claim that the family does not recognise.
/// **Example**: 省级 2 分, 二等 80 % → 2 × 0.8 = 1.6.
fn first_look(claim: &Claim, family: &Family, year: i32) -> Option<ClaimScore> {
    let level = family.levels.get(claim.level)?;
    let tier = claim.tier.and_then(|at| family.tiers.get(at));
    let points = tier.map_or_else(|| level.points.clone(), |(_, share)| &level.points * share);
    let named = |issuer: &str| level.issuers.iter().any(|known| known == issuer.trim());
    let state = if family.cutoff.is_some() && family.year_of(claim.date) != Some(year) {
        match family.year_of(claim.date) {
            Some(own) => ClaimState::OtherYear(own),
            None => ClaimState::TooLate,
        }
    } else if family.evidence_required && claim.evidence.is_none() {
        ClaimState::NoEvidence
    } else if level.issuers.is_empty() || claim.issuer.as_deref().is_some_and(named) {
        ClaimState::Counted
    } else if claim.issuer.is_none() {
        ClaimState::NoIssuer
    } else {
        ClaimState::IssuerNotRecognised
    };
    Some(ClaimScore { claim: claim.clone(), full: points.clone(), points, state }.settled())
}

/// One document counts once for each claimant, and between claimants as the family says.
fn documents(scores: &mut [ClaimScore], family: &Family) {
    let Some((one, two)) = family.documents.filter(|(one, _)| *one != OneDocument::Each) else { return };
    let mut by_document: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, score) in scores.iter().enumerate().filter(|(_, score)| score.state == ClaimState::Counted) {
        by_document.entry(score.claim.source.to_string()).or_default().push(at);
    }
    for claims in by_document.into_values() {
        let claimants: BTreeSet<Subject> = claims.iter().map(|at| scores[*at].claim.subject()).collect();
        for claimant in &claimants {
            let own = claims.iter().copied().filter(|at| scores[*at].claim.subject() == *claimant);
            // Of claims worth the same the first by number stays.
            let kept = match one {
                OneDocument::Highest => own.clone().max_by_key(|at| (&scores[*at].points, std::cmp::Reverse(*at))),
                _ => own.clone().min_by_key(|at| (&scores[*at].points, *at)),
            };
            for at in own.filter(|at| Some(*at) != kept).collect::<Vec<_>>() {
                scores[at].become_state(ClaimState::Repeated);
            }
        }
        if claimants.len() < 2 {
            continue;
        }
        let n = u32::try_from(claimants.len()).unwrap_or(u32::MAX);
        for at in claims {
            if scores[at].state != ClaimState::Counted {
                continue;
            }
            match two {
                TwoClaimants::Each => {}
                TwoClaimants::Share => scores[at].become_state(ClaimState::Shared(n)),
                TwoClaimants::Refuse => scores[at].become_state(ClaimState::TwoClaimants),
            }
        }
    }
}
