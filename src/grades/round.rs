//! What one round of grading works on, and what its stages work out.

use super::effects::depth_in;
use super::listed::Listed;
use super::model::{Entrant, Outcome, QuotaRuling};
use crate::charges::{Charge, SanctionCharge};
use crate::facts::{Confirmation, Decision};
use crate::scheme::worth::{Band, Effect, RuleRef, Whose, Worth};
use crate::terms::{Grade, Subject};

/// What a confirmed review of a unit does to one of its people.
#[derive(Debug, Clone)]
pub(super) struct Carried {
    pub subject: Subject,
    pub effect: Effect,
    pub rule: RuleRef,
    pub confirmation: Confirmation,
    pub unit: String,
}

/// What one round of grading works on.
#[derive(Clone, Copy)]
pub(super) struct Round<'a> {
    pub whose: Whose,
    pub worth: &'a Worth,
    pub entrants: &'a [Entrant],
    pub charges: &'a [Charge],
    pub sanctions: &'a [SanctionCharge],
    pub confirmations: &'a [Confirmation],
    pub decisions: &'a [Decision],
    /// The units' outcomes, once they are known.
    pub units: &'a [Outcome],
    /// What confirmed reviews of units do to people.
    pub carried: &'a [Carried],
    /// A subject whose vetoes are left out, for the counterfactual.
    pub spared: Option<&'a Subject>,
}

/// What the stages work out.
#[derive(Debug, Default)]
pub(super) struct State {
    /// In the order of the entrants.
    pub outcomes: Vec<Outcome>,
    pub quotas: Vec<QuotaRuling>,
    pub listed: Vec<Listed>,
}

impl<'a> Round<'a> {
    pub(super) fn bands(&self) -> &'a [Band] {
        self.worth.bands(self.whose)
    }

    /// How far down a grade stands, the best at nought.
    pub(super) fn depth(&self, grade: &Grade) -> usize {
        depth_in(self.bands(), grade)
    }

    /// The charges of a subject, unless it is spared them.
    pub(super) fn charges_of<'b>(&'b self, subject: &'b Subject) -> impl Iterator<Item = &'a Charge> + 'b {
        let spared = self.spared == Some(subject);
        self.charges.iter().filter(move |charge| !spared && charge.subject == *subject)
    }

    /// Whether a veto took the grade of a subject down.
    pub(super) fn is_vetoed(&self, subject: &Subject) -> bool {
        self.charges_of(subject).any(Charge::is_veto)
    }

    /// The last decision about a subject.
    pub(super) fn decision_of(&self, subject: &Subject) -> Option<&'a Decision> {
        self.decisions.iter().rev().find(|decision| decision.subject == *subject)
    }
}
