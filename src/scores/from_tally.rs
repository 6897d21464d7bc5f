//! Tally → scores: units first, then people.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::adjustments::score_family;
use super::around::Around;
use super::calc::Calc;
use super::changes::is_dissolved;
use super::charged::{deductions, is_nil, nil_items, on_score};
use super::claims::Claims;
use super::components::score_component;
use super::heard::Around as AroundPeople;
use super::links::Links;
use super::measures::{Ask, measures};
use super::model::{Rounded, Scored, UnitScore};
use super::people::score_person;
use super::points::within;
use super::totals::{Sum, by_components, by_periods};
use super::trace::Step;
use crate::charges::{Charge, charge};
use crate::diag::Text;
use crate::exact::Exact;
use crate::facts::Unit;
use crate::scheme::Scheme;
use crate::scheme::worth::{RoundingPoint, Whose};
use crate::tally::Tally;
use crate::terms::Subject;

/// Scores every unit and every person; a trace is built for the subjects asked about.
///
/// `from` and `to` are the ends of the assessment period; its year is that of `to`.
#[must_use]
pub fn score(tally: &Tally, scheme: &Scheme, from: NaiveDate, to: NaiveDate, asked: &BTreeSet<Subject>) -> Scored {
    let around = Around::new(scheme, tally, from, to);
    let claims = Claims::judge(&tally.claims, &scheme.worth, around.year);
    let charged = charge(tally, &scheme.worth, to);
    let mut units: Vec<UnitScore> = tally
        .units
        .iter()
        .map(|unit| {
            let subject = Subject::Unit(unit.code.clone());
            let charges = on_score(&charged, &subject);
            let mut score = score_unit(unit, &around, &claims, &charges, asked.contains(&subject));
            if !charges.is_empty() {
                score.spared = score_unit(unit, &around, &claims, &[], false).total;
            }
            score
        })
        .collect();
    let dissolved = scheme.worth.unit_change.as_ref().map(|rule| rule.dissolved);
    for score in &mut units {
        score.dissolved = is_dissolved(&score.unit, dissolved, to);
    }
    let people = scheme.worth.people.as_ref().map_or_else(Vec::new, |rule| {
        let links = Links::new(scheme, rule, &units);
        let around = AroundPeople { scheme, rule, tally, charged: &charged, links: &links, claims: &claims, from, to };
        let traced = |code| asked.contains(&Subject::Person(code));
        tally.people.iter().map(|person| score_person(person, &around, traced(person.code.clone()))).collect()
    });
    let year = around.year;
    let ask = Ask { scheme, tally, from, to, year, subject: None, period: None, traced: false };
    let measures = measures(&ask);
    let (events, decisions) = (tally.events.clone(), tally.decisions.clone());
    let last_year = tally.history.iter().filter(|past| past.year == year - 1);
    let last_totals = last_year.filter_map(|past| Some((past.subject.clone(), past.score.clone()?))).collect();
    Scored { units, people, measures, events, charged, decisions, claims: claims.into_list(), last_totals }
}

fn score_unit(unit: &Unit, around: &Around<'_>, claims: &Claims, charges: &[&Charge], traced: bool) -> UnitScore {
    let worth = &around.scheme.worth;
    let mut score = UnitScore {
        unit: unit.clone(),
        items: Vec::new(),
        polls: Vec::new(),
        components: Vec::new(),
        adjustments: Vec::new(),
        charged: Vec::new(),
        dissolved: false,
        total: None,
        spared: None,
        pending: Vec::new(),
        trace: None,
    };
    let nil = nil_items(charges);
    let mut steps = Vec::new();
    let mut waits = Vec::new();
    for component in &worth.components {
        let made = score_component(component, around, unit, &nil, traced);
        waits.push(!made.pending.is_empty());
        score.pending.extend(made.pending);
        score.items.extend(made.items);
        score.polls.extend(made.polls);
        score.components.push(made.component);
        steps.extend(made.step);
    }
    let Sum { value, mut text, pending, steps: of_periods, calc } = match &worth.total.by_period {
        None => by_components(worth, &score.components, &waits, traced),
        Some((periods, missing)) => by_periods(around.scheme, periods, *missing, &score.components, &waits, traced),
    };
    score.pending.extend(pending);
    steps.extend(of_periods);
    let mut added = Exact::zero();
    let mut calcs: Vec<Calc> = calc.into_iter().collect();
    let subject = Subject::Unit(unit.code.clone());
    for family in worth.families.iter().filter(|family| family.of == Whose::Unit) {
        if let Some((adjustment, step)) = score_family(family, claims, &subject, traced) {
            added += &adjustment.score;
            if traced {
                calcs.push(Calc::part(family.code.as_str()));
                text.push(format!("{} {}", family.name, adjustment.score));
            }
            score.adjustments.push(adjustment);
            steps.extend(step);
        }
    }
    let (off, points, more) = deductions(charges, traced);
    added += &off;
    text.extend(points.iter().filter(|one| !one.points.is_zero()).map(|one| format!("{} {}", one.name, one.points)));
    if traced {
        let charged = points.iter().filter(|one| !one.points.is_zero());
        calcs.extend(charged.map(|one| Calc::fact(format!("charge:{}", one.name), &one.points)));
    }
    score.charged = points;
    steps.extend(more);
    if let (Some(sum), true) = (value, score.pending.is_empty()) {
        let raw = &sum.value + &added;
        let mut total = within(raw.clone(), worth.total.floor.as_ref(), worth.total.cap.as_ref());
        let rounding = worth.rounding_at(RoundingPoint::UnitTotal).map(|(rounding, _)| rounding);
        if traced && sum.scale != Exact::one() {
            text.push(format!("（缺项，各部分之和 × {}）", sum.scale.about()));
        }
        if traced && raw != total {
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
        let calc = Calc::sum(calcs).within(&worth.total.rule, worth.total.floor.as_ref(), worth.total.cap.as_ref());
        let calc = if is_nil(charges) { Calc::Number(Exact::zero()) } else { calc };
        let formula = text.join(" + ").replace("+ -", "− ").replace("+ （", "（");
        let step = Step::new(unit.code.as_str(), what, total.map(|total| &total.exact))
            .formula(formula.clone(), formula)
            .calc(total.is_some().then_some(calc))
            .rule(&worth.total.rule)
            .parts(steps);
        score.trace = Some(match total {
            Some(total) => step.rounded(&total.value, total.rounding),
            None => step,
        });
    }
    score
}
