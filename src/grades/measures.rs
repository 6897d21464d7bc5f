//! Measures as rulings read them: made from facts, scores, ranks or grades; and conditions on them.

use std::collections::BTreeMap;

use super::model::{Entrant, Outcome};
use super::round::Round;
use crate::diag::Place;
use crate::exact::Exact;
use crate::scheme::words::MeasureOf;
use crate::scheme::worth::{Condition, Measure, MeasureValue, ScoreOf, Source, Verdict, When, WhoseGrade, Worth};
use crate::scores::{ItemScore, Measured, Scored, UnitScore, measured, verdict as verdict_of};
use crate::terms::{ItemCode, MeasureCode, Subject};

/// What a ruling says about the conditions that it read.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// `condition`, `condition2` …: 「优秀得票率 64%，未达到 90%」.
    pub facts: BTreeMap<String, String>,
    /// The cells.
    pub places: Vec<Place>,
}

/// Whether conditions hold for one, and what a ruling says about them.
pub(super) fn verdict(round: &Round<'_>, entrant: &Entrant, outcome: &Outcome, when: &When) -> (Verdict, Told) {
    let mut told = Told::default();
    if when.is_empty() {
        return (Verdict::Holds, told);
    }
    let mut texts: Vec<String> = Vec::new();
    let verdict = when.verdict(|condition| {
        let (verdict, text) = one(round, entrant, outcome, condition, &mut told.places);
        texts.push(text);
        verdict
    });
    for (n, text) in (1..).zip(texts) {
        let name = if n == 1 { "condition".to_owned() } else { format!("condition{n}") };
        told.facts.insert(name, text);
    }
    (verdict, told)
}

fn one(
    round: &Round<'_>,
    entrant: &Entrant,
    outcome: &Outcome,
    condition: &Condition,
    places: &mut Vec<Place>,
) -> (Verdict, String) {
    let Some(measure) = round.worth.measure(&condition.measure) else { return (Verdict::Fails, String::new()) };
    let late;
    let value = match entrant.measures.get(&measure.code) {
        Some(value) => value,
        None => {
            late = measured(measure, of_rulings(round, entrant, outcome, measure));
            &late
        }
    };
    places.extend(value.evidence.iter().map(|evidence| evidence.place.clone()));
    let (verdict, text) = verdict_of(condition, measure, value);
    (verdict, text.zh)
}

/// A measure made from ranks or grades, as they stand now.
fn of_rulings(round: &Round<'_>, entrant: &Entrant, outcome: &Outcome, measure: &Measure) -> Option<Exact> {
    // A unit's measure about a person is that of the unit under which he is listed.
    let of_unit = measure.of == MeasureOf::Unit && matches!(entrant.subject, Subject::Person(_));
    let unit = || {
        let code = entrant.unit.as_ref()?;
        round.units.iter().find(|unit| matches!(&unit.subject, Subject::Unit(own) if own == code))
    };
    let about = if of_unit { unit()? } else { outcome };
    match &measure.source {
        Source::Rank { from_bottom } => {
            let rank = about.rank?;
            Some(Exact::from(if *from_bottom { about.ranked.checked_sub(rank)? + 1 } else { rank }))
        }
        Source::Grade { grades, whose } => {
            let of_unit = of_unit || (*whose == WhoseGrade::Unit && matches!(entrant.subject, Subject::Person(_)));
            let about = if of_unit { unit()? } else { outcome };
            let grade = about.grade.as_ref()?;
            Some(if grades.contains(grade) { Exact::one() } else { Exact::zero() })
        }
        _ => None,
    }
}

/// Everything that rules beyond the items read about a subject, less what ranks and grades make.
pub(super) fn measures_of(subject: &Subject, scored: &Scored, worth: &Worth) -> BTreeMap<MeasureCode, Measured> {
    let mut all = BTreeMap::new();
    for own in worth.measures.iter().filter(|own| own.beyond_items) {
        let value = if own.source.is_factual() {
            scored.measured(own, subject).cloned()
        } else {
            of_scores(own, subject, scored, worth).map(|value| measured(own, value))
        };
        if let Some(value) = value {
            all.insert(own.code.clone(), value);
        }
    }
    all
}

/// A measure made from scores; nothing for one made from ranks or grades.
#[allow(clippy::option_option, reason = "no such source, and no value, are told apart")]
fn of_scores(own: &Measure, subject: &Subject, scored: &Scored, worth: &Worth) -> Option<Option<Exact>> {
    let unit = match subject {
        Subject::Unit(code) => scored.unit(code),
        Subject::Person(code) => {
            let listed = scored.person(code).and_then(|person| person.listed.as_ref());
            listed.and_then(|(unit, _)| scored.unit(unit))
        }
    };
    let is_own_person = own.of == MeasureOf::Person;
    match &own.source {
        Source::Score(ScoreOf::Total) if is_own_person => {
            let Subject::Person(code) = subject else { return Some(None) };
            Some(scored.person(code).and_then(|person| person.total.as_ref()).map(|total| total.value.clone()))
        }
        Source::Score(ScoreOf::Change) => {
            let (total, whose) = match subject {
                Subject::Person(code) if is_own_person => {
                    (scored.person(code).and_then(|person| person.total.as_ref()), Some(subject.clone()))
                }
                _ => {
                    (unit.and_then(|unit| unit.total.as_ref()), unit.map(|unit| Subject::Unit(unit.unit.code.clone())))
                }
            };
            let last = whose.and_then(|whose| scored.last_totals.get(&whose));
            Some(total.zip(last).map(|(total, last)| &total.value - last))
        }
        Source::Score(ScoreOf::Component(code)) if is_own_person => {
            let Subject::Person(person) = subject else { return Some(None) };
            let person = scored.person(person);
            Some(match code.as_str() {
                "unit" => person.and_then(|person| person.unit_part.clone()),
                _ => person.and_then(|person| Some(person.own.as_ref()?.score.as_ref()?.value.clone())),
            })
        }
        Source::Score(of) => Some(unit.and_then(|unit| score_of(unit, of, worth))),
        Source::Items { component, value } => Some(unit.map(|unit| {
            let items = unit.items.iter().filter(|score| {
                let item = worth.item(&score.item);
                item.is_some_and(|item| component.is_none() || item.component == *component)
            });
            of_items(items, *value)
        })),
        _ => None,
    }
}

fn score_of(unit: &UnitScore, of: &ScoreOf, worth: &Worth) -> Option<Exact> {
    match of {
        ScoreOf::Total => unit.total.as_ref().map(|total| total.value.clone()),
        // Worked out where last year's total is known.
        ScoreOf::Change => None,
        ScoreOf::Component(code) => {
            let own = unit.components.iter().find(|score| score.component == *code)?;
            own.score.as_ref().map(|score| score.value.clone())
        }
        ScoreOf::Item(code) => item_value(unit, code, worth),
    }
}

/// An item's points, its periods blended as its component blends them.
pub(super) fn item_value(unit: &UnitScore, code: &ItemCode, worth: &Worth) -> Option<Exact> {
    let component = worth.item(code)?.component.as_ref()?;
    let component = worth.components.iter().find(|own| own.code == *component)?;
    let (mut sum, mut used) = (Exact::zero(), Exact::zero());
    for (period, weight) in &component.periods {
        let own = unit.items.iter().find(|score| score.item == *code && score.period == *period);
        if let Some(score) = own.and_then(|score| score.score.as_ref()) {
            sum += &(weight * &score.value);
            used += weight;
        }
    }
    sum.divided_by(&used)
}

/// Items at nought, or full marks less points, over all periods.
fn of_items<'a>(items: impl Iterator<Item = &'a ItemScore>, value: MeasureValue) -> Exact {
    let scored = items.filter_map(|item| Some((item, &item.score.as_ref()?.value)));
    match value {
        MeasureValue::LostPoints => scored.map(|(item, points)| &item.full - points).sum(),
        _ => Exact::from(u64::try_from(scored.filter(|(_, points)| points.is_zero()).count()).unwrap_or(u64::MAX)),
    }
}
