//! Tally → charges: escalations first, then grounds, what adds up, and sanctions.

use chrono::{Datelike as _, NaiveDate};

use super::accumulation::accumulated;
use super::escalation::risen;
use super::grounds::{Struck, charges_of};
use super::model::Charged;
use super::sanctions::sanctions;
use crate::diag::Findings;
use crate::facts::Event;
use crate::scheme::worth::{AccumulatedOver, Worth};
use crate::tally::Tally;

/// Everything that falls on somebody in the year that ends on `last_day`.
#[must_use]
pub fn charge(tally: &Tally, worth: &Worth, last_day: NaiveDate) -> Charged {
    let year = last_day.year();
    let mut findings = Findings::default();
    let risen: Vec<_> = (first_year(worth, year)..=year).flat_map(|year| risen(tally, worth, year)).collect();
    let mut charges = Vec::new();
    for event in tally.past_events.iter().chain(&tally.events) {
        let struck = Struck { event, through: None, places: Vec::new() };
        charges.extend(charges_of(&struck, &tally.people, worth, year, &mut findings));
    }
    for made in &risen {
        let through = Some(&made.escalation.rule);
        let struck = Struck { event: &made.event, through, places: made.places.clone() };
        charges.extend(charges_of(&struck, &tally.people, worth, year, &mut findings));
    }
    let all: Vec<&Event> =
        tally.past_events.iter().chain(&tally.events).chain(risen.iter().map(|made| &made.event)).collect();
    let (more, proposals) = accumulated(&all, &tally.people, worth, year);
    charges.extend(more);
    let sanctions = sanctions(&tally.sanctions, worth, year, last_day, &mut findings);
    Charged {
        charges,
        sanctions,
        accumulated: proposals,
        registered: tally.sanctions.clone(),
        history: tally.history.clone(),
        confirmations: tally.confirmations.clone(),
        amendments: tally.amendments.clone(),
        findings,
    }
}

/// The earliest year whose events can still have an effect, or add up to one.
fn first_year(worth: &Worth, year: i32) -> i32 {
    let back = |years: u32| year - i32::try_from(years.clamp(1, 100)).unwrap_or(1) + 1;
    let lasting = worth.grounds.iter().map(|ground| back(ground.years));
    let adding = worth.accumulations.iter().map(|rule| match (rule.over, rule.term_from) {
        (AccumulatedOver::Term, Some(from)) => from.year().max(year - 100),
        _ => back(rule.years),
    });
    lasting.chain(adding).min().unwrap_or(year)
}
