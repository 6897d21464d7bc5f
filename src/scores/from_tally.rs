//! Tally → scores: units first, then people.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::adjustments::score_family;
use super::charged::{deductions, is_nil, nil_items, on_score};
use super::components::score_component;
use super::measures::{Ask, measures};
use super::model::{Rounded, Scored, UnitScore};
use super::people::{Around, score_person};
use super::points::within;
use super::trace::Step;
use crate::charges::{Charge, charge};
use crate::diag::Text;
use crate::exact::Exact;
use crate::facts::Unit;
use crate::scheme::Scheme;
use crate::scheme::worth::{RoundingPoint, WhenMissing};
use crate::tally::Tally;
use crate::terms::Subject;

/// Scores every unit and every person; a trace is built for the subjects asked about.
///
/// `from` and `to` are the ends of the assessment period; its year is that of `to`.
#[must_use]
pub fn score(tally: &Tally, scheme: &Scheme, from: NaiveDate, to: NaiveDate, asked: &BTreeSet<Subject>) -> Scored {
    let year = chrono::Datelike::year(&to);
    let charged = charge(tally, &scheme.worth, to);
    let units: Vec<UnitScore> = tally
        .units
        .iter()
        .map(|unit| {
            let subject = Subject::Unit(unit.code.clone());
            let charges = on_score(&charged, &subject);
            let mut score = score_unit(unit, tally, scheme, year, &charges, asked.contains(&subject));
            if !charges.is_empty() {
                score.spared = score_unit(unit, tally, scheme, year, &[], false).total;
            }
            score
        })
        .collect();
    let people = scheme.worth.people.as_ref().map_or_else(Vec::new, |rule| {
        let around = Around { scheme, rule, tally, charged: &charged, units: &units, from, to };
        let traced = |code| asked.contains(&Subject::Person(code));
        tally.people.iter().map(|person| score_person(person, &around, traced(person.code.clone()))).collect()
    });
    let ask = Ask { scheme, tally, from, to, year, subject: None, period: None, traced: false };
    let measures = measures(&ask);
    let (events, decisions) = (tally.events.clone(), tally.decisions.clone());
    Scored { units, people, measures, events, charged, decisions }
}

fn score_unit(unit: &Unit, tally: &Tally, scheme: &Scheme, year: i32, charges: &[&Charge], traced: bool) -> UnitScore {
    let worth = &scheme.worth;
    let mut score = UnitScore {
        unit: unit.clone(),
        items: Vec::new(),
        polls: Vec::new(),
        components: Vec::new(),
        adjustments: Vec::new(),
        charged: Vec::new(),
        total: None,
        spared: None,
        pending: Vec::new(),
        trace: None,
    };
    let nil = nil_items(charges);
    let mut steps = Vec::new();
    let mut text = Vec::new();
    let mut sum = Exact::zero();
    let (mut full, mut present) = (Exact::zero(), Exact::zero());
    for component in &worth.components {
        let made = score_component(component, scheme, tally, &unit.code, year, &nil, traced);
        let worth_full = &component.weight * &component.full;
        full += &worth_full;
        let waits = !made.pending.is_empty();
        score.pending.extend(made.pending);
        match (&made.component.score, component.missing) {
            (Some(value), _) => {
                sum += &(&component.weight * &value.value);
                present += &worth_full;
                text.push(format!("{} {} × {}", component.name, value.value.about(), component.weight));
            }
            (None, _) if waits => {}
            (None, WhenMissing::Rescale) => text.push(format!("{} —", component.name)),
            (None, WhenMissing::Zero) => {
                present += &worth_full;
                text.push(format!("{} 0 × {}", component.name, component.weight));
            }
            (None, WhenMissing::Pend) => score.pending.push(component.rule.clone()),
        }
        score.items.extend(made.items);
        score.polls.extend(made.polls);
        score.components.push(made.component);
        steps.extend(made.step);
    }
    let scaled = full.divided_by(&present).map(|scale| (&sum * &scale, scale));
    let mut added = Exact::zero();
    for family in &worth.families {
        if let Some((adjustment, step)) = score_family(family, tally, &unit.code, year, traced) {
            added += &adjustment.score;
            text.push(format!("{} {}", family.name, adjustment.score));
            score.adjustments.push(adjustment);
            steps.extend(step);
        }
    }
    let (off, points, more) = deductions(charges, traced);
    added += &off;
    text.extend(points.iter().filter(|one| !one.points.is_zero()).map(|one| format!("{} {}", one.name, one.points)));
    score.charged = points;
    steps.extend(more);
    if let (Some((value, scale)), true) = (scaled, score.pending.is_empty()) {
        let raw = &value + &added;
        let mut total = within(raw.clone(), worth.total.floor.as_ref(), worth.total.cap.as_ref());
        let rounding = worth.rounding_at(RoundingPoint::UnitTotal).map(|(rounding, _)| rounding);
        if scale != Exact::one() {
            text.push(format!("（缺项，各部分之和 × {}）", scale.about()));
        }
        if raw != total {
            text.push(format!("（按上下限计 {}）", total.about()));
        }
        if is_nil(charges) {
            total = Exact::zero();
            text.push("（总分计 0）".to_owned());
        }
        score.total = Some(Rounded::by(total, rounding));
    }
    if traced {
        let total = score.total.as_ref();
        let what = Text::new(format!("{} 总分", unit.name), format!("{} total", unit.name));
        let formula = text.join(" + ").replace("+ -", "− ").replace("+ （", "（");
        let step = Step::new(unit.code.as_str(), what, total.map(|total| &total.exact))
            .formula(formula.clone(), formula)
            .rule(&worth.total.rule)
            .parts(steps);
        score.trace = Some(match total {
            Some(total) => step.rounded(&total.value, total.rounding),
            None => step,
        });
    }
    score
}
