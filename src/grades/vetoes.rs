//! Vetoes: the highest grade left, 不定等次, no honours; each with the event and whoever carries it.

use super::effects::{apply, can_be_ruled};
use super::model::Stage;
use super::round::{Round, State};
use super::warnings::ruled;
use crate::scheme::worth::Effect;

pub(super) fn rule(round: &Round<'_>, state: &mut State) {
    for outcome in state.outcomes.iter_mut().filter(|outcome| can_be_ruled(outcome)) {
        // One without a value has no grade to cap; 不定等次 holds for him all the same.
        let has_value = outcome.band.is_some();
        let subject = outcome.subject.clone();
        for charge in round.charges_of(&subject) {
            let acts = match charge.effect {
                Effect::Ungraded => true,
                Effect::Cap(_) | Effect::NoHonours => has_value,
                _ => false,
            };
            if acts {
                let ruled = ruled(Stage::Veto, charge);
                apply(outcome, &charge.effect, round.bands(), round.worth.sanctions.as_ref(), ruled);
            }
        }
    }
}
