//! Measures made from 处分 and from 历年结果.

use super::{Ask, Found};
use crate::diag::Text;
use crate::exact::Exact;
use crate::facts::{PastYear, Sanction, SanctionState};
use crate::scheme::worth::MeasureValue;
use crate::scores::trace::Evidence;
use crate::terms::{Grade, Subject};

/// Sanctions of some kinds (all if none is named), decided in the year or with an influence that covers the last day; of a
/// person, or of the unit that they name.
pub(super) fn sanctions(kinds: &[String], in_effect: bool, ask: &Ask<'_>) -> Found {
    let about = |sanction: &&Sanction| match ask.subject {
        Some(Subject::Person(code)) => sanction.person == *code,
        Some(Subject::Unit(code)) => sanction.unit.as_ref() == Some(code),
        None => true,
    };
    let counts = |sanction: &&Sanction| {
        let when = match (in_effect, sanction.effect_to) {
            (true, Some(until)) => sanction.decided <= ask.to && until >= ask.to,
            _ => chrono::Datelike::year(&sanction.decided) == ask.year,
        };
        let of_kind = kinds.is_empty() || kinds.iter().any(|kind| kind.trim() == sanction.kind.as_str());
        sanction.state == SanctionState::Decided && of_kind && when
    };
    let found = ask.tally.sanctions.iter().filter(about).filter(counts);
    let evidence: Vec<Evidence> = found
        .map(|sanction| {
            let said = format!("{} {} {}", sanction.id, sanction.decided, sanction.document);
            Evidence { place: sanction.place.clone(), text: Text::new(said.clone(), said), by: None }
        })
        .collect();
    Found::count(evidence.len(), evidence)
}

/// Years in a row up to last year with one of these grades; or last year's rank, counted from the bottom.
pub(super) fn history(grades: &[Grade], value: MeasureValue, ask: &Ask<'_>) -> Found {
    let Some(subject) = ask.subject else { return Found::default() };
    let own: Vec<&PastYear> = ask.tally.history.iter().filter(|past| past.subject == *subject).collect();
    let of = |year: i32| own.iter().find(|past| past.year == year);
    let cell = |past: &PastYear| {
        let grade = past.grade.as_ref().map_or("—", |grade| grade.as_str());
        let said = format!("{} {grade}", past.year);
        Evidence { place: past.place.clone(), text: Text::new(said.clone(), said), by: None }
    };
    if value == MeasureValue::LastRankFromBottom {
        let Some(past) = of(ask.year - 1) else { return Found::default() };
        let place = past.ranked.zip(past.rank).and_then(|(ranked, rank)| (ranked + 1).checked_sub(rank));
        return Found { value: place.map(Exact::from), evidence: vec![cell(past)], ..Found::default() };
    }
    // Nobody knows about years that are not in the history; a year without a grade ends the row.
    if own.is_empty() {
        return Found::default();
    }
    let is_one = |past: &&&PastYear| past.grade.as_ref().is_some_and(|grade| grades.contains(grade));
    let evidence: Vec<Evidence> =
        (1..).map_while(|back| of(ask.year - back).filter(is_one)).map(|past| cell(past)).collect();
    Found::count(evidence.len(), evidence)
}
