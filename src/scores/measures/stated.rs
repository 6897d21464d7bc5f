//! Numbers that were stated: in 事实登记, or by the inspectors.

use std::num::NonZeroU32;

use super::{Ask, Found};
use crate::diag::Text;
use crate::exact::Exact;
use crate::facts::{Entry, MarkGiven, Stated};
use crate::scheme::worth::{FactCombine, Measure};
use crate::scores::trace::Evidence;
use crate::tally::Given;
use crate::terms::ItemCode;

/// The sum, the mean, the last or the only one of the numbers stated for a subject.
///
/// A number without a period belongs to the whole year; asked for one period, it counts only if that period has none.
pub(super) fn facts(measure: &Measure, combine: FactCombine, ask: &Ask<'_>) -> Found {
    let key = (measure.code.clone(), ask.subject.cloned());
    let all = ask.tally.facts.get(&key).map_or(&[][..], Vec::as_slice);
    let own = |fact: &&Stated| fact.period.as_ref().is_none_or(|period| ask.takes(period));
    let mut kept: Vec<&Stated> = all.iter().filter(own).collect();
    if ask.period.is_some() && kept.iter().any(|fact| fact.period.is_some()) {
        kept.retain(|fact| fact.period.is_some());
    }
    let values: Vec<&Exact> = kept.iter().map(|fact| &fact.value).collect();
    let sum: Exact = values.iter().copied().sum();
    let n = u32::try_from(values.len()).ok().and_then(NonZeroU32::new);
    let value = n.map(|n| match combine {
        FactCombine::Mean => &sum / n,
        FactCombine::Sum => sum.clone(),
        FactCombine::Last | FactCombine::One => values.last().map_or_else(Exact::zero, |last| (*last).clone()),
    });
    let mut found = Found { value, ..Found::default() };
    if ask.traced {
        let plus = || values.iter().map(ToString::to_string).collect::<Vec<_>>().join(" + ");
        let formula = match (combine, values.len()) {
            (FactCombine::Sum, 2..) => plus(),
            (FactCombine::Mean, 2..) => format!("({}) ÷ {}", plus(), values.len()),
            _ => String::new(),
        };
        found.formula = Text::new(formula.clone(), formula);
        found.evidence = kept.iter().map(|fact| evidence(fact)).collect();
    }
    found
}

fn evidence(fact: &Stated) -> Evidence {
    let more = [&fact.document, &fact.note].into_iter().flatten().map(AsRef::as_ref).collect::<Vec<_>>().join("，");
    let more = if more.is_empty() { more } else { format!("（{more}）") };
    let text = format!("{}{more}", fact.value);
    Evidence { place: fact.place.clone(), text: Text::new(text.clone(), text), by: None }
}

/// The number on which the inspectors agree; over the whole year that of the last period that has one.
pub(super) fn marks(measure: &Measure, ask: &Ask<'_>) -> Found {
    let Some(unit) = ask.unit() else { return Found::default() };
    let item = ItemCode::new(measure.code.as_str());
    let periods = ask.scheme.words.periods.iter().rev().filter(|period| ask.takes(&period.code));
    for period in periods {
        let key = (unit.clone(), item.clone(), period.code.clone());
        let list = ask.tally.marks.get(&key).map_or(&[][..], Vec::as_slice);
        let number = |given: &&Given| matches!(given.entry, Entry::Given(MarkGiven::Number(_)));
        let Some(first) = list.iter().find(number) else { continue };
        let Entry::Given(MarkGiven::Number(value)) = &first.entry else { continue };
        let mut found = Found { value: Some(value.clone()), ..Found::default() };
        if ask.traced {
            found.evidence.extend(list.iter().filter(number).map(|given| {
                let text = format!("{}：{value}", given.inspector);
                Evidence { place: given.place.clone(), text: Text::new(text.clone(), text), by: None }
            }));
        }
        return found;
    }
    Found::default()
}
