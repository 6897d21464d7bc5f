//! Chains that part equals: components, items or measures in turn.

use std::cmp::Ordering;

use super::model::Entrant;
use crate::exact::Exact;
use crate::scheme::worth::{ChainKey, ChainLink};

fn value(entrant: &Entrant, key: &ChainKey) -> Option<Exact> {
    match key {
        ChainKey::Component(code) => entrant.components.get(code).cloned(),
        ChainKey::Item(code) => entrant.items.get(code).cloned(),
        ChainKey::Measure(code) => entrant.measures.get(code).and_then(|own| own.value.clone()),
    }
}

/// Who stands first, and the link that says so. The higher value stands first, or the lower where the link says so; one
/// without the value stands last.
pub(super) fn chain_order<'c>(chain: &'c [ChainLink], a: &Entrant, b: &Entrant) -> (Ordering, Option<&'c ChainLink>) {
    for link in chain {
        let (own, other) = (value(a, &link.key), value(b, &link.key));
        let order = match (&own, &other) {
            (Some(own), Some(other)) if link.lower_first => own.cmp(other),
            _ => other.cmp(&own),
        };
        if order != Ordering::Equal {
            return (order, Some(link));
        }
    }
    (Ordering::Equal, None)
}
