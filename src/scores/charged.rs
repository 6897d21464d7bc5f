//! What charges do to scores before the band: points off the total, an item or the whole total at nought.

use std::sync::Arc;

use super::trace::{Evidence, Step};
use crate::charges::{Charge, Charged};
use crate::diag::Text;
use crate::exact::Exact;
use crate::scheme::worth::{Effect, RuleRef};
use crate::terms::{ItemCode, Subject};

/// One charge that changed a score.
#[derive(Debug, Clone)]
pub struct ChargedPoints {
    /// Number of the event.
    pub event: Arc<str>,
    /// Name of its ground.
    pub name: String,
    /// What it does.
    pub effect: Effect,
    /// Points added to the total: below nought for a deduction; nought where an item or the total is set to nought.
    pub points: Exact,
    /// The rule.
    pub rule: RuleRef,
}

/// The charges of one subject that act on its score.
pub(super) fn on_score<'a>(charged: &'a Charged, subject: &'a Subject) -> Vec<&'a Charge> {
    charged.of(subject).filter(|charge| charge.effect.is_on_score()).collect()
}

/// The items that count as nought.
pub(super) fn nil_items(charges: &[&Charge]) -> Vec<ItemCode> {
    let nil = charges.iter().filter_map(|charge| match &charge.effect {
        Effect::NilItem(item) => Some(item.clone()),
        _ => None,
    });
    nil.collect()
}

/// Points off the total, summed; each charge with its points, and its step.
pub(super) fn deductions(charges: &[&Charge], traced: bool) -> (Exact, Vec<ChargedPoints>, Vec<Step>) {
    let mut sum = Exact::zero();
    let (mut points, mut steps) = (Vec::new(), Vec::new());
    for charge in charges {
        let off = match &charge.effect {
            Effect::Deduct(off) => -off,
            _ => Exact::zero(),
        };
        sum += &off;
        if traced {
            steps.push(step(charge, &off));
        }
        points.push(ChargedPoints {
            event: charge.event.id.clone(),
            name: charge.ground_name.clone(),
            effect: charge.effect.clone(),
            points: off,
            rule: charge.rule.clone(),
        });
    }
    (sum, points, steps)
}

/// Whether the total counts as nought.
pub(super) fn is_nil(charges: &[&Charge]) -> bool {
    charges.iter().any(|charge| charge.effect == Effect::NilTotal)
}

fn step(charge: &Charge, off: &Exact) -> Step {
    let name = &charge.ground_name;
    let (zh, en) = match &charge.effect {
        Effect::Deduct(off) => (format!("{name}：扣 {off} 分"), format!("{name}: {off} off")),
        Effect::NilItem(item) => {
            (format!("{name}：项目 {item} 计 0 分"), format!("{name}: item {item} counts as nought"))
        }
        _ => (format!("{name}：总分计 0 分"), format!("{name}: the total counts as nought")),
    };
    let said = format!("{} {} {}", charge.event.id, charge.event.date, charge.event.document);
    let cells = charge.places.iter();
    let cells =
        cells.map(|place| Evidence { place: place.clone(), text: Text::new(said.clone(), said.clone()), by: None });
    Step::new(charge.rule.id.as_str(), Text::new(name.clone(), name.clone()), Some(off))
        .formula(zh, en)
        .rule(&charge.rule)
        .evidence(cells.collect())
}
