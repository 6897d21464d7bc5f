//! What inspectors gave for an item, and what the ledger has of it.

use super::{Facts, Of};
use crate::diag::Text;
use crate::exact::Exact;
use crate::facts::{Entry, MarkGiven};
use crate::scheme::words::{FactTable, MarkValue};
use crate::scheme::worth::{Item, Panel};
use crate::scores::trace::Evidence;
use crate::tally::Given;

/// Why there is no fact.
pub(super) enum Missing {
    NotApplicable,
    NotSubmitted,
}

impl From<Missing> for Facts {
    fn from(missing: Missing) -> Self {
        match missing {
            Missing::NotApplicable => Self::NotApplicable,
            Missing::NotSubmitted => Self::NotSubmitted,
        }
    }
}

/// Actions of the ledger, if the item is fed by it; a unit without an entry has done nothing.
pub(super) fn actions(item: &Item, of: &Of<'_>, evidence: &mut Vec<Evidence>) -> Option<u32> {
    if item.table != Some(FactTable::Ledger) {
        return None;
    }
    let key = (of.unit.code.clone(), item.code.clone(), of.period.clone());
    let list = of.tally.actions.get(&key).map_or(&[][..], Vec::as_slice);
    if of.traced {
        evidence.extend(list.iter().map(|action| Evidence {
            place: action.place.clone(),
            text: Text::new(format!("{} {}", action.date, action.what), format!("{} {}", action.date, action.what)),
            by: None,
        }));
    }
    u32::try_from(list.len()).ok()
}

/// Everything that inspectors put down.
pub(super) fn given<'a>(item: &Item, of: &Of<'a>) -> &'a [Given] {
    let key = (of.unit.code.clone(), item.code.clone(), of.period.clone());
    of.tally.marks.get(&key).map_or(&[][..], Vec::as_slice)
}

/// Whether an inspector's row is a self-mark.
pub(super) fn is_self(given: &Given, panel: &Panel) -> bool {
    panel.self_words.iter().any(|word| word.as_str() == given.inspector.trim())
}

fn shown(given: &Given, item: &Item, of: &Of<'_>) -> Text {
    let (zh, en) = match &given.entry {
        Entry::Given(MarkGiven::Points(points)) => (format!("{points} 分"), format!("{points} points")),
        Entry::Given(MarkGiven::Count(n)) => (format!("{n} 次"), n.to_string()),
        Entry::Given(MarkGiven::Date(day)) => (day.to_string(), day.to_string()),
        Entry::Given(MarkGiven::YesNo(true)) => ("有".into(), "yes".into()),
        Entry::Given(MarkGiven::YesNo(false)) => ("无".into(), "no".into()),
        Entry::Given(MarkGiven::Number(number)) => (number.to_string(), number.to_string()),
        Entry::Given(MarkGiven::Word(at)) => {
            let word = match of.scheme.words.item(&item.code).map(|words| &words.value) {
                Some(MarkValue::Word(words)) => words.get(*at).map(|word| word.name.clone()),
                _ => None,
            };
            let word = word.unwrap_or_default();
            (word.clone(), word)
        }
        Entry::Given(MarkGiven::Excused) => ("经批准延期".into(), "late with leave".into()),
        Entry::NotApplicable => ("不适用".into(), "does not apply".into()),
        Entry::Blank => ("未填".into(), "blank".into()),
    };
    let note = given.note.as_deref().map_or_else(String::new, |note| format!("（{note}）"));
    Text::new(format!("{zh}{note}"), format!("{en}{note}"))
}

/// Keeps the cells for a unit that was asked about.
pub(super) fn note_all(list: &[Given], item: &Item, of: &Of<'_>, evidence: &mut Vec<Evidence>) {
    if of.traced {
        let stated = list.iter().filter(|given| given.entry != Entry::Blank);
        evidence.extend(stated.map(|given| Evidence {
            place: given.place.clone(),
            text: shown(given, item, of),
            by: Some(given.inspector.clone()),
        }));
        evidence.sort_by(|a, b| a.place.cmp(&b.place));
    }
}

/// The one fact that the inspectors agree on, with what was given.
pub(super) fn one_fact<'a>(
    item: &Item,
    of: &Of<'a>,
    evidence: &mut Vec<Evidence>,
) -> Result<(&'a MarkGiven, &'a [Given]), Missing> {
    let list = given(item, of);
    note_all(list, item, of, evidence);
    match list.iter().map(|given| &given.entry).find(|entry| **entry != Entry::Blank) {
        Some(Entry::Given(fact)) => Ok((fact, list)),
        Some(_) => Err(Missing::NotApplicable),
        None => Err(Missing::NotSubmitted),
    }
}

/// Points among what was given; why there are none, if so.
pub(super) fn marks<'a>(list: impl Iterator<Item = &'a Given> + Clone) -> Result<Vec<Exact>, Missing> {
    let points = list.clone().filter_map(|given| match &given.entry {
        Entry::Given(MarkGiven::Points(points)) => Some(points.clone()),
        _ => None,
    });
    let points: Vec<Exact> = points.collect();
    if !points.is_empty() {
        return Ok(points);
    }
    let mut list = list;
    let excused = list.any(|given| given.entry == Entry::NotApplicable);
    Err(if excused { Missing::NotApplicable } else { Missing::NotSubmitted })
}
