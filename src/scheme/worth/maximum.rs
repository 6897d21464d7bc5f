//! The highest score that the rules allow, computed from them and never assumed.

use super::{Component, Item, Points, Worth};
use crate::exact::Exact;
use crate::scheme::words::Sign;

impl Worth {
    /// The highest total before bonuses; nothing when an item has no upper end.
    ///
    /// **Formula**: Σ over components of weight × Σ over periods of share × (Σ of the items' highest points, or the top mark).
    #[must_use]
    pub fn true_maximum(&self) -> Option<Exact> {
        let parts =
            self.components.iter().map(|component| Some(&component.weight * &self.component_maximum(component)?));
        parts.sum()
    }

    /// The most that all bonuses together can add; nothing when a family has no cap.
    #[must_use]
    pub fn bonus_maximum(&self) -> Option<Exact> {
        self.families.iter().filter(|family| family.sign == Sign::Bonus).map(|family| family.cap.clone()).sum()
    }

    /// The highest total with bonuses, within the cap of the total; nothing when there is no upper end.
    #[must_use]
    pub fn highest_total(&self) -> Option<Exact> {
        let open = self.true_maximum().zip(self.bonus_maximum()).map(|(own, bonus)| &own + &bonus);
        match (open, &self.total.cap) {
            (Some(open), Some(cap)) => Some(open.min(cap.clone())),
            (open, cap) => open.or_else(|| cap.clone()),
        }
    }

    fn component_maximum(&self, component: &Component) -> Option<Exact> {
        if let Some(poll) = &component.poll {
            let poll = self.poll(poll)?;
            let top = poll.marks.iter().map(|(.., value)| value).max()?;
            return Some(top * &poll.classes_total);
        }
        let of_period = |(period, share): &(_, Exact)| {
            let own = |item: &&Item| item.component.as_ref() == Some(&component.code) && item.periods.contains(period);
            let points: Option<Exact> = self.items.iter().filter(own).map(|item| self.item_maximum(item)).sum();
            Some(share * &points?)
        };
        component.periods.iter().map(of_period).sum()
    }

    /// The highest points of an item; nothing when it has no upper end.
    #[must_use]
    pub fn item_maximum(&self, item: &Item) -> Option<Exact> {
        let open = match &item.points {
            Points::Panel(_) | Points::Presence | Points::Deadline { .. } | Points::Rate { .. } => {
                Some(item.full.clone())
            }
            Points::Count { per_extra, .. } => per_extra.is_zero().then(|| item.full.clone()),
            Points::Events { base, per_event } => per_event.is_negative().then(|| base.clone()),
            Points::Parts(parts) => {
                let parts = parts.iter().filter_map(|code| self.item(code));
                parts.filter(|part| part.part_of.as_ref() == Some(&item.code)).map(|part| self.leaf_maximum(part)).sum()
            }
        };
        within(open, item)
    }

    /// The highest points of a part, which has no parts of its own.
    fn leaf_maximum(&self, part: &Item) -> Option<Exact> {
        if matches!(part.points, Points::Parts(_)) { None } else { self.item_maximum(part) }
    }
}

fn within(open: Option<Exact>, item: &Item) -> Option<Exact> {
    match (open, &item.cap) {
        (Some(open), Some(cap)) => Some(open.min(cap.clone())),
        (open, cap) => open.or_else(|| cap.clone()),
    }
}
