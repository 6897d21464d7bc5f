//! Warnings (黄橙红): points off, which the score already shows, and grades lower.

use super::effects::{Ruled, apply, can_be_ruled};
use super::model::{Stage, facts};
use super::round::{Round, State};
use crate::charges::Charge;
use crate::scheme::worth::Effect;

pub(super) fn rule(round: &Round<'_>, state: &mut State) {
    for outcome in state.outcomes.iter_mut().filter(|outcome| can_be_ruled(outcome)) {
        let subject = outcome.subject.clone();
        let warnings = round.charges_of(&subject).filter(|charge| is_warning(&charge.effect));
        for charge in warnings {
            let ruled = ruled(Stage::Warning, charge);
            apply(outcome, &charge.effect, round.bands(), round.worth.sanctions.as_ref(), ruled);
        }
    }
}

fn is_warning(effect: &Effect) -> bool {
    matches!(effect, Effect::Lower(_)) || effect.is_on_score()
}

/// The ruling of a charge: the event with its facts and cells.
pub(super) fn ruled(stage: Stage, charge: &Charge) -> Ruled {
    let (effect, value) = charge.effect.fact();
    let through = charge.through.as_ref().map(|rule| rule.id.to_string()).unwrap_or_default();
    let mut facts = facts([
        ("event", charge.event.id.to_string()),
        ("ground", charge.ground_name.clone()),
        ("date", charge.event.date.to_string()),
        ("document", charge.event.document.to_string()),
        ("as", charge.as_what.to_owned()),
        ("unit", charge.event.unit.to_string()),
        ("through", through),
    ]);
    facts.insert(effect.to_owned(), value);
    // A document that nobody stated is still a fact of the event.
    facts.entry("document".to_owned()).or_default();
    Ruled { stage, rule: charge.rule.clone(), facts, places: charge.places.clone() }
}
