//! Charges: who is struck by what, with which effect.

use crate::diag::{Findings, Place};
use crate::facts::{Amendment, Confirmation, Event, PastYear, Sanction};
use crate::scheme::worth::{Effect, RuleRef, SanctionOutcome};
use crate::terms::{Grade, Subject};

/// One who is struck by an event, as what, and with which effect.
#[derive(Debug, Clone)]
pub struct Charge {
    /// Who.
    pub subject: Subject,
    /// `unit`, `principal`, `in_charge`, `person`, `member`, `team`, `supervisor`, `role`.
    pub as_what: &'static str,
    /// The event; of an escalation or accumulation the one that it makes.
    pub event: Event,
    /// Name of its ground.
    pub ground_name: String,
    /// What it does.
    pub effect: Effect,
    /// Whether a decision may lift it.
    pub may_lift: bool,
    /// The rule.
    pub rule: RuleRef,
    /// The rule by which it came about, where the event itself would not have: an escalation, an accumulation.
    pub through: Option<RuleRef>,
    /// The cells that it rests on.
    pub places: Vec<Place>,
}

impl Charge {
    /// The highest grade left, if that is what it does.
    #[must_use]
    pub fn cap(&self) -> Option<&Grade> {
        match &self.effect {
            Effect::Cap(grade) => Some(grade),
            _ => None,
        }
    }

    /// Whether it takes the grade down by its own force, so that ranks and bases speak of one who is vetoed.
    #[must_use]
    pub fn is_veto(&self) -> bool {
        matches!(self.effect, Effect::Cap(_) | Effect::Ungraded | Effect::NilTotal)
    }
}

/// A sanction in effect in this year.
#[derive(Debug, Clone)]
pub struct SanctionCharge {
    /// Who.
    pub subject: Subject,
    /// The sanction.
    pub sanction: Sanction,
    /// Its kind in the scheme's words.
    pub kind: SanctionOf,
    /// Which year of its effects this is; 1 is that of the decision.
    pub year: u32,
    /// What becomes of the grade; none where rows differ by a fact that is not stated.
    pub outcome: Option<SanctionOutcome>,
    /// Whether it governs; others in effect stand back behind it.
    pub governs: bool,
    /// The rule.
    pub rule: RuleRef,
}

/// A kind of sanction in words.
#[derive(Debug, Clone)]
pub struct SanctionOf {
    /// Name.
    pub name: String,
    /// Whether it is 党纪.
    pub party: bool,
}

/// Events that add up, to be proposed on a list.
#[derive(Debug, Clone)]
pub struct Accumulated {
    /// Code of the accumulation.
    pub code: String,
    /// Who.
    pub subject: Subject,
    /// The list.
    pub list: String,
    /// The events, oldest first.
    pub events: Vec<Event>,
    /// Why.
    pub reason: String,
    /// The rule.
    pub rule: RuleRef,
}

/// Everything charged, and the facts that ride along.
#[derive(Debug, Clone, Default)]
pub struct Charged {
    /// By event and then subject.
    pub charges: Vec<Charge>,
    /// Sanctions in effect, by person and number.
    pub sanctions: Vec<SanctionCharge>,
    /// What adds up to a proposal.
    pub accumulated: Vec<Accumulated>,
    /// 处分 as registered, whatever their year.
    pub registered: Vec<Sanction>,
    /// 历年结果.
    pub history: Vec<PastYear>,
    /// 确认.
    pub confirmations: Vec<Confirmation>,
    /// Decisions on the grade of an earlier year.
    pub amendments: Vec<Amendment>,
    /// What was found.
    pub findings: Findings,
}

impl Charged {
    /// The charges of one subject.
    pub fn of<'a>(&'a self, subject: &'a Subject) -> impl Iterator<Item = &'a Charge> {
        self.charges.iter().filter(move |charge| charge.subject == *subject)
    }
}
