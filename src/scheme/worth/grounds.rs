//! What an event does and to whom, and what events add up to.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::RuleRef;
use super::choices::choices;
use crate::exact::Exact;
use crate::scheme::words::RoleKind;
use crate::terms::{Grade, GroundCode, ItemCode, RoleCode, SanctionCode};

choices! {
    /// Over which events an accumulation counts.
    AccumulatedOver {
        /// Those since the term began.
        Term,
        /// Those of the last years, this one included.
        Years,
        /// So many in each of the last years without a gap.
        ConsecutiveYears,
    }
    /// What an escalation counts.
    EscalationCounts {
        /// Sanctions decided in the year.
        Sanctions,
        /// Events of the year that name a person.
        Events,
    }
}

/// Whom an event reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EffectOn {
    /// The unit of the event.
    Unit,
    /// Whoever was principal on the day.
    Principal,
    /// Whoever was in charge of the matter on the day.
    InCharge,
    /// The person named.
    Person,
    /// Everyone of the team of the day but the principals.
    Member,
    /// Everyone of the team of the day.
    Team,
    /// Whoever was in charge of the unit, from elsewhere, on the day.
    Supervisor,
    /// Holders of a role in the unit on the day.
    Role(RoleCode),
}

impl EffectOn {
    /// The word in results.json.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Principal => "principal",
            Self::InCharge => "in_charge",
            Self::Person => "person",
            Self::Member => "member",
            Self::Team => "team",
            Self::Supervisor => "supervisor",
            Self::Role(_) => "role",
        }
    }
}

/// What an event, a sanction or a confirmed review does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// The highest grade left.
    Cap(Grade),
    /// So many grades lower.
    Lower(u32),
    /// Points off the total.
    Deduct(Exact),
    /// An item counts as nought.
    NilItem(ItemCode),
    /// The total counts as nought.
    NilTotal,
    /// 不定等次.
    Ungraded,
    /// No honours; the grade stays.
    NoHonours,
}

impl Effect {
    /// Whether it acts on a score, before the band.
    #[must_use]
    pub fn is_on_score(&self) -> bool {
        matches!(self, Self::Deduct(_) | Self::NilItem(_) | Self::NilTotal)
    }

    /// Whether it acts on the grade in the same way in a later year.
    #[must_use]
    pub fn lasts(&self) -> bool {
        matches!(self, Self::Cap(_) | Self::Ungraded | Self::NoHonours)
    }

    /// Name and value in results.json: `cap`, 合格.
    #[must_use]
    pub fn fact(&self) -> (&'static str, String) {
        match self {
            Self::Cap(grade) => ("cap", grade.to_string()),
            Self::Lower(n) => ("lower", n.to_string()),
            Self::Deduct(points) => ("deduct", points.to_string()),
            Self::NilItem(item) => ("nil_item", item.to_string()),
            Self::NilTotal => ("nil_total", "1".to_owned()),
            Self::Ungraded => ("ungraded", "1".to_owned()),
            Self::NoHonours => ("no_honours", "1".to_owned()),
        }
    }
}

/// An effect on one of those reached.
#[derive(Debug, Clone)]
pub struct EffectRow {
    /// Whom.
    pub on: EffectOn,
    /// What.
    pub effect: Effect,
}

/// A veto ground: the highest grade each of those hit can still get, and further effects.
#[derive(Debug, Clone)]
pub struct Ground {
    /// Code.
    pub code: GroundCode,
    /// Name.
    pub name: String,
    /// Of the unit.
    pub unit: Option<Grade>,
    /// Of the principal of the day.
    pub principal: Option<Grade>,
    /// Of the one in charge of the matter on the day.
    pub in_charge: Option<Grade>,
    /// Of the person named.
    pub person: Option<Grade>,
    /// Further effects, in the scheme's order.
    pub effects: Vec<EffectRow>,
    /// In how many years its caps hold, that of the event included.
    pub years: u32,
    /// Whether an event without a document number has no effect.
    pub needs_document: bool,
    /// Who may create or apply it.
    pub authority: Option<String>,
    /// Whether a decision may lift it.
    pub decision_may_lift: bool,
    /// The rule.
    pub rule: RuleRef,
}

impl Ground {
    /// Every effect: the four highest grades, then the further ones.
    pub fn all_effects(&self) -> impl Iterator<Item = EffectRow> {
        let cap = |on, grade: &Option<Grade>| grade.clone().map(|grade| EffectRow { on, effect: Effect::Cap(grade) });
        let four = [
            cap(EffectOn::Unit, &self.unit),
            cap(EffectOn::Person, &self.person),
            cap(EffectOn::Principal, &self.principal),
            cap(EffectOn::InCharge, &self.in_charge),
        ];
        four.into_iter().flatten().chain(self.effects.iter().cloned())
    }
}

/// Events that add up.
#[derive(Debug, Clone)]
pub struct Accumulation {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Grounds.
    pub grounds: Vec<GroundCode>,
    /// Over what.
    pub over: AccumulatedOver,
    /// `years`, `consecutive_years`: how many, this one included.
    pub years: u32,
    /// `term`: its first day.
    pub term_from: Option<NaiveDate>,
    /// How many are enough.
    pub at_least: u32,
    /// Whose events are counted.
    pub on: EffectOn,
    /// What it does to the same subject.
    pub effects: Vec<Effect>,
    /// The list on which it is proposed.
    pub list: Option<String>,
    /// Why, for the list.
    pub reason: String,
    /// The rule.
    pub rule: RuleRef,
}

/// People's sanctions or events that strike their unit.
#[derive(Debug, Clone)]
pub struct Escalation {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// What is counted.
    pub counts: EscalationCounts,
    /// Kinds of sanctions; all of them if empty.
    pub kinds: Vec<SanctionCode>,
    /// Grounds of events; all of them if empty.
    pub grounds: Vec<GroundCode>,
    /// Kind of role and how many people are enough; one row is.
    pub rows: Vec<(RoleKind, u32)>,
    /// The ground on which the unit is struck.
    pub ground: GroundCode,
    /// The rule.
    pub rule: RuleRef,
}
