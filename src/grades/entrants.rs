//! Units and people as they enter the rulings.

use std::collections::BTreeMap;

use super::measures::{item_value, measures_of};
use super::model::{Entrant, Why};
use crate::exact::Exact;
use crate::scheme::worth::{ChainKey, ShortService, Worth};
use crate::scores::{PersonScore, Scored, UnitScore};
use crate::terms::{ComponentCode, ItemCode, Subject};

pub(super) fn unit_entrant(score: &UnitScore, scored: &Scored, worth: &Worth) -> Entrant {
    let components = score
        .components
        .iter()
        .filter_map(|component| Some((component.component.clone(), component.score.as_ref()?.value.clone())));
    let items = chain_items(worth).filter_map(|item| Some((item.clone(), item_value(score, item, worth)?)));
    let subject = Subject::Unit(score.unit.code.clone());
    let waits = !score.pending.is_empty() || score.total.is_none();
    let waits = waits.then(|| Why::ValuePending(score.pending.clone()));
    Entrant {
        group: Some(score.unit.group.clone()),
        role: None,
        layer: None,
        unit: None,
        excluded: None,
        total: score.total.clone().filter(|_| !score.dissolved),
        spared: score.spared.clone().filter(|_| !score.dissolved),
        components: components.collect(),
        items: items.collect(),
        measures: measures_of(&subject, scored, worth),
        why_not: if score.dissolved { Some(Why::Dissolved) } else { waits },
        subject,
    }
}

/// The items that some chain names.
fn chain_items(worth: &Worth) -> impl Iterator<Item = &ItemCode> {
    let links = worth.quotas.iter().flat_map(|quota| &quota.chain).chain(&worth.rank.chain);
    links.filter_map(|link| match &link.key {
        ChainKey::Item(code) => Some(code),
        _ => None,
    })
}

pub(super) fn person_entrant(score: &PersonScore, scored: &Scored, worth: &Worth) -> Entrant {
    let unit = score.listed.as_ref().and_then(|(unit, _)| scored.unit(unit));
    let parts = score.parts.iter().filter_map(|part| Some((ComponentCode::new(&part.code), part.score.as_ref()?)));
    let components: BTreeMap<ComponentCode, Exact> = parts.map(|(code, score)| (code, score.value.clone())).collect();
    let post = score.counted.first().map(|counted| &counted.post);
    let excluded = post.and_then(|post| post.excluded.as_ref()).map(ToString::to_string);
    let why_not = if score.no_post {
        Some(Why::NoPost)
    } else if let Some(reason) = &excluded {
        Some(Why::Excluded(reason.clone()))
    } else if matches!(score.short, Some((_, ShortService::Ungraded))) {
        Some(Why::ShortService)
    } else if worth.person_bands.is_empty() {
        Some(Why::NotGraded)
    } else {
        (score.total.is_none() || !score.pending.is_empty()).then(|| Why::ValuePending(score.pending.clone()))
    };
    let subject = Subject::Person(score.person.code.clone());
    Entrant {
        group: unit.map(|unit| unit.unit.group.clone()),
        role: score.listed.as_ref().map(|(_, role)| role.clone()),
        layer: post.and_then(|post| post.layer.as_ref()).map(ToString::to_string),
        unit: score.listed.as_ref().map(|(unit, _)| unit.clone()),
        excluded,
        // Whoever is not graded yet, or at all, takes no rank and no place.
        total: score.total.clone().filter(|_| why_not.is_none()),
        spared: score.spared.clone().filter(|_| why_not.is_none()),
        components,
        items: BTreeMap::new(),
        measures: measures_of(&subject, scored, worth),
        why_not,
        subject,
    }
}
