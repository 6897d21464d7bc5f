//! Families of bonuses and penalties: what a claim is worth, and which claims are recognised.

use chrono::{Datelike as _, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{RuleRef, Whose};
use crate::exact::Exact;
use crate::scheme::words::Sign;
use crate::terms::FamilyCode;

/// Several claims of one unit or person that rest on one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OneDocument {
    /// One counts; where the claims differ in worth, the least.
    Once,
    /// The one that is worth most counts.
    Highest,
    /// Each counts.
    Each,
}

/// One document claimed by two units or people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TwoClaimants {
    /// Each counts it in full.
    Each,
    /// The points are divided by the number of claimants.
    Share,
    /// None counts it.
    Refuse,
}

/// An award that came after the cut-off of its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LateAward {
    /// It counts in the next year.
    NextYear,
    /// It counts in no year.
    Lost,
}

/// A level of a family.
#[derive(Debug, Clone)]
pub struct Level {
    /// Name.
    pub name: String,
    /// Points each.
    pub points: Exact,
    /// Bodies whose documents are recognised; empty when every body is.
    pub issuers: Vec<String>,
}

/// A family of bonuses or penalties.
#[derive(Debug, Clone)]
pub struct Family {
    /// Code.
    pub code: FamilyCode,
    /// Name.
    pub name: String,
    /// Whose total it changes.
    pub of: Whose,
    /// Added or taken away.
    pub sign: Sign,
    /// The most it can add or take away.
    pub cap: Option<Exact>,
    /// Levels in order.
    pub levels: Vec<Level>,
    /// Tiers inside a document in order, with shares of the level's points.
    pub tiers: Vec<(String, Exact)>,
    /// Several claims on one document, and one document claimed by two; none where each claim counts as it stands.
    pub documents: Option<(OneDocument, TwoClaimants)>,
    /// Whether a claim without evidence is rejected.
    pub evidence_required: bool,
    /// The last month and day of awards that count in their own year, and what becomes of later ones.
    pub cutoff: Option<((u32, u32), LateAward)>,
    /// The rule.
    pub rule: RuleRef,
}

impl Family {
    /// The year in which an award of this day counts; none when it counts in no year.
    ///
    /// With a cut-off on 10 December, an award of 15 December 2014 counts in 2015.
    #[must_use]
    pub fn year_of(&self, date: NaiveDate) -> Option<i32> {
        match self.cutoff {
            Some((last, late)) if (date.month(), date.day()) > last => match late {
                LateAward::NextYear => Some(date.year() + 1),
                LateAward::Lost => None,
            },
            _ => Some(date.year()),
        }
    }

    /// Whether claims are judged before they count, so that the list of them says something.
    #[must_use]
    pub fn judges_claims(&self) -> bool {
        let issuers = self.levels.iter().any(|level| !level.issuers.is_empty());
        self.documents.is_some() || self.evidence_required || self.cutoff.is_some() || issuers || !self.tiers.is_empty()
    }
}
