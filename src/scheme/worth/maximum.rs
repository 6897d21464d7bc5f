//! The highest score that the rules allow, computed from them and never assumed.

use super::{
    BeyondAnchors, BeyondGap, Component, Item, NotApplicable, OccurrenceRow, Points, RankPoints, RowPoints, Whose,
    Worth,
};
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
        self.families
            .iter()
            .filter(|family| family.sign == Sign::Bonus && family.of == Whose::Unit)
            .map(|family| family.cap.clone())
            .sum()
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
            let points = match (points, &component.cap) {
                (Some(points), Some(cap)) => points.min(cap.clone()),
                (points, cap) => points.or_else(|| cap.clone())?,
            };
            Some(share * &points)
        };
        component.periods.iter().map(of_period).sum()
    }

    /// The highest points of an item; nothing when it has no upper end.
    #[must_use]
    pub fn item_maximum(&self, item: &Item) -> Option<Exact> {
        let open = match &item.points {
            Points::Panel(_)
            | Points::Presence
            | Points::Deadline { .. }
            | Points::Rate { .. }
            | Points::ShareOfBest { .. }
            | Points::MembersMean { .. } => Some(item.full.clone()),
            Points::Count { per_extra, .. } => per_extra.is_zero().then(|| item.full.clone()),
            Points::Events { base, per_event, .. } => per_event.is_negative().then(|| base.clone()),
            Points::Parts(parts) => {
                let parts = parts.iter().filter_map(|code| self.item(code));
                parts.filter(|part| part.part_of.as_ref() == Some(&item.code)).map(|part| self.leaf_maximum(part)).sum()
            }
            Points::Steps(rows) => rows.iter().map(|row| row.points.clone()).max(),
            Points::Linear { anchors, below, above, .. } => {
                let ends = [below, above].into_iter().filter_map(|end| match end {
                    BeyondAnchors::Points(points) => Some(points.clone()),
                    BeyondAnchors::Hold => None,
                });
                anchors.iter().map(|(_, points)| points.clone()).chain(ends).max()
            }
            // A measure may pass its target, so only the cap ends it.
            Points::ProRata { .. } => None,
            Points::TargetLine { base, per_above, per_below, .. }
            | Points::GroupMean { base, per_above, per_below, .. } => {
                let ends = [per_above, per_below].into_iter().all(|per| per.is_negative() || per.is_zero());
                ends.then(|| base.clone())
            }
            Points::ByRank { points, .. } => match points {
                RankPoints::List(list, beyond) => list.iter().chain([beyond]).max().cloned(),
                RankPoints::Step(first, _) => Some(first.clone()),
                RankPoints::FromBottom(list, _) => list.iter().max().cloned(),
            },
            Points::Occurrences { base, rows } => occurrences_maximum(base, rows),
            Points::Levels(levels) => levels.iter().map(|(_, points)| points.clone()).max(),
            Points::SelfPanel { beyond, .. } => match beyond {
                BeyondGap::Points(points) => Some(points.clone().max(item.full.clone())),
                BeyondGap::Panel => Some(item.full.clone()),
            },
        };
        let open = within(open, item);
        match item.not_applicable {
            NotApplicable::Fixed => open.map(|open| open.max(item.not_applicable_points.clone())),
            _ => open,
        }
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

/// Base and what each row that adds can add at most; nothing when one of them has no end.
fn occurrences_maximum(base: &Exact, rows: &[OccurrenceRow]) -> Option<Exact> {
    let mut all = base.clone();
    for row in rows {
        let adds = match &row.points {
            RowPoints::Each(points) => !points.is_negative() && !points.is_zero(),
            RowPoints::Given(_, most) => !most.is_negative() && !most.is_zero(),
        };
        if adds {
            all += row.at_most.as_ref()?;
        }
    }
    Some(all)
}
