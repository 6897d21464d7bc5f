//! The stages in their fixed order.

use super::model::{Entrant, Outcome};
use super::round::{Round, State};
use super::{band, decisions, gates, quota, ranks, reviews, sanctions, vetoes, warnings};

/// A stage: what it does to all outcomes at once.
type Rule = fn(&Round<'_>, &mut State);

/// The stages in their fixed order. Caps of any kind come before the places, so that one who is capped takes none; the
/// committee has the last word.
const STAGES: [Rule; 9] = [
    ranks::rule,
    band::rule,
    warnings::rule,
    vetoes::rule,
    sanctions::rule,
    gates::rule,
    reviews::rule,
    quota::rule,
    decisions::rule,
];

/// Runs every stage over all entrants.
pub(super) fn decide(round: &Round<'_>) -> State {
    let mut state = State { outcomes: round.entrants.iter().map(blank).collect(), ..State::default() };
    for rule in STAGES {
        rule(round, &mut state);
    }
    state
}

fn blank(entrant: &Entrant) -> Outcome {
    Outcome {
        subject: entrant.subject.clone(),
        pool: String::new(),
        behind: Some(false),
        rank: None,
        ranked: 0,
        band: None,
        rulings: Vec::new(),
        grade: None,
        why_not: entrant.why_not.clone(),
        without_veto: None,
        ruled: None,
    }
}
