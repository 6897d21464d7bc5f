//! Lists that need no grade of their own: triggers on final grades, what adds up, grades filled in later.

use std::collections::BTreeMap;

use super::listed::{ListState, Listed};
use super::measures::verdict;
use super::reviews::line;
use super::round::{Round, State};
use crate::charges::{Accumulated, Charged};
use crate::diag::Place;
use crate::facts::Amendment;
use crate::scheme::worth::{RuleRef, Verdict};
use crate::terms::RuleId;

/// The list of grades that are filled in later.
const LATER: &str = "补定等次";

/// Everyone whom a trigger without a review finds, now that grades are known.
pub(super) fn triggered(round: &Round<'_>, state: &State) -> Vec<Listed> {
    let mut all = Vec::new();
    for trigger in round.worth.triggers.iter().filter(|trigger| trigger.of == round.whose && !trigger.review) {
        let Some(list) = &trigger.list else { continue };
        for (entrant, outcome) in round.entrants.iter().zip(&state.outcomes) {
            let (verdict, told) = verdict(round, entrant, outcome, &trigger.when);
            let state = match verdict {
                Verdict::Fails => continue,
                Verdict::Holds => ListState::Proposed,
                Verdict::Pending => ListState::Open,
            };
            let mut facts = told.facts;
            facts.insert("trigger".to_owned(), trigger.name.clone());
            all.push(line(trigger, list, &entrant.subject, state, facts, told.places));
        }
    }
    all
}

/// What adds up to a proposal.
pub(super) fn accumulated(charged: &Charged) -> Vec<Listed> {
    let entry = |one: &Accumulated| {
        let events = one.events.iter().map(|event| format!("{} {}", event.year, event.id)).collect::<Vec<_>>();
        let facts = [("count", one.events.len().to_string()), ("events", events.join("、"))];
        Listed {
            list: one.list.clone(),
            code: one.code.clone(),
            subject: one.subject.clone(),
            about: None,
            rule: one.rule.clone(),
            state: ListState::Proposed,
            facts: facts.into_iter().map(|(name, fact)| (name.to_owned(), fact)).collect(),
            reason: one.reason.clone(),
            places: one.events.iter().map(|event| event.place.clone()).collect(),
        }
    };
    charged.accumulated.iter().map(entry).collect()
}

/// Decisions on the grade of an earlier year: listed, and nothing of that year is edited.
pub(super) fn amended(charged: &Charged) -> Vec<Listed> {
    let entry = |amendment: &Amendment| {
        let (year, decision) = (amendment.year, &amendment.decision);
        let facts = [
            ("year", year.to_string()),
            ("grade", decision.grade.to_string()),
            ("decision", decision.id.to_string()),
            ("body", decision.body.to_string()),
            ("date", decision.date.to_string()),
        ];
        let facts: BTreeMap<String, String> = facts.into_iter().map(|(name, fact)| (name.to_owned(), fact)).collect();
        let places: Vec<Place> = vec![decision.place.clone()];
        Listed {
            list: LATER.to_owned(),
            code: decision.id.to_string(),
            subject: decision.subject.clone(),
            about: Some(year.to_string()),
            rule: RuleRef {
                id: RuleId::new(&format!("decision:{}", decision.id)),
                basis: Some(format!("{} {} {}", decision.body, decision.date, decision.id)),
                assumed: false,
                place: decision.place.clone(),
            },
            state: ListState::Confirmed,
            facts,
            reason: decision.reason.to_string(),
            places,
        }
    };
    charged.amendments.iter().map(entry).collect()
}
