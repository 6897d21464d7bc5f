//! Components → the sum before bonuses: the components as they stand, or the totals of the periods blended.

use super::model::{ComponentScore, Rounded};
use super::trace::Step;
use crate::diag::Text;
use crate::exact::Exact;
use crate::scheme::Scheme;
use crate::scheme::worth::{RoundingPoint, RuleRef, WhenMissing, Worth};
use crate::terms::PeriodCode;

/// The sum of the components with the scale that missing ones bring.
pub(super) struct Scaled {
    pub value: Exact,
    pub scale: Exact,
}

/// What the components come to.
pub(super) struct Sum {
    /// None when nothing has a value or something waits.
    pub value: Option<Scaled>,
    /// The formula, if asked for.
    pub text: Vec<String>,
    /// Rules that leave it to the committee.
    pub pending: Vec<RuleRef>,
    /// Steps of the periods, if asked for.
    pub steps: Vec<Step>,
}

/// Σ weight × component, scaled up where a component is missing and its rule says so.
pub(super) fn by_components(worth: &Worth, components: &[ComponentScore], waits: &[bool], traced: bool) -> Sum {
    let mut sum = Exact::zero();
    let (mut full, mut present) = (Exact::zero(), Exact::zero());
    let (mut text, mut pending) = (Vec::new(), Vec::new());
    for ((component, score), waits) in worth.components.iter().zip(components).zip(waits) {
        let worth_full = &component.weight * &component.full;
        full += &worth_full;
        match (&score.score, component.missing) {
            (Some(value), _) => {
                sum += &(&component.weight * &value.value);
                present += &worth_full;
                if traced {
                    text.push(format!("{} {} × {}", component.name, value.value.about(), component.weight));
                }
            }
            (None, _) if *waits => {}
            (None, WhenMissing::Rescale) if traced => text.push(format!("{} —", component.name)),
            (None, WhenMissing::Rescale) => {}
            (None, WhenMissing::Zero) => {
                present += &worth_full;
                if traced {
                    text.push(format!("{} 0 × {}", component.name, component.weight));
                }
            }
            (None, WhenMissing::Pend) => pending.push(component.rule.clone()),
        }
    }
    let value = full.divided_by(&present).map(|scale| Scaled { value: &sum * &scale, scale });
    Sum { value, text, pending, steps: Vec::new() }
}

/// Σ share × total of the period, each total the weighted sum of the components that the period has.
///
/// **Rule** (D5): a component missing in a period follows its own `missing`, a period without a total that of the total.
pub(super) fn by_periods(
    scheme: &Scheme,
    periods: &[(PeriodCode, Exact)],
    missing: WhenMissing,
    components: &[ComponentScore],
    waits: &[bool],
    traced: bool,
) -> Sum {
    let worth = &scheme.worth;
    let rounding = worth.rounding_at(RoundingPoint::PeriodTotal).map(|(rounding, _)| rounding);
    let whole: Exact = periods.iter().map(|(_, share)| share).sum();
    let (mut sum, mut used) = (Exact::zero(), Exact::zero());
    let (mut text, mut pending, mut steps) = (Vec::new(), Vec::new(), Vec::new());
    for (period, share) in periods {
        let mut own = Exact::zero();
        let (mut full, mut present) = (Exact::zero(), Exact::zero());
        let mut formula = Vec::new();
        // A period in which nothing has a value is missing as a whole, and the total says what happens.
        let has = |score: &ComponentScore| score.periods.iter().any(|(code, value)| code == period && value.is_some());
        let any = components.iter().any(has);
        for ((component, score), waits) in worth.components.iter().zip(components).zip(waits) {
            let Some((_, value)) = score.periods.iter().find(|(code, _)| code == period) else { continue };
            let worth_full = &component.weight * &component.full;
            full += &worth_full;
            match (value, component.missing) {
                (Some(value), _) => {
                    own += &(&component.weight * value);
                    present += &worth_full;
                    if traced {
                        formula.push(format!("{} {} × {}", component.name, value.about(), component.weight));
                    }
                }
                (None, _) if *waits || !any => {}
                (None, WhenMissing::Rescale) => {}
                (None, WhenMissing::Zero) => present += &worth_full,
                (None, WhenMissing::Pend) => pending.push(component.rule.clone()),
            }
        }
        let name = scheme.words.periods.iter().find(|words| words.code == *period);
        let name = name.map_or(period.as_str(), |words| &words.name);
        let total = full.divided_by(&present).map(|scale| (Rounded::by(&own * &scale, rounding), scale));
        match (&total, missing) {
            (Some((total, scale)), _) => {
                sum += &(share * &total.value);
                used += share;
                if traced {
                    text.push(format!("{name}总分 {} × {share}", total.value.about()));
                    if *scale != Exact::one() {
                        formula.push(format!("（缺项，× {}）", scale.about()));
                    }
                    let formula = formula.join(" + ");
                    let what = Text::new(format!("{name}总分"), format!("total of {period}"));
                    let step = Step::new(&format!("total@{period}"), what, Some(&total.exact));
                    steps.push(step.formula(formula.clone(), formula).rounded(&total.value, total.rounding));
                }
            }
            (None, WhenMissing::Zero) => used += share,
            (None, WhenMissing::Rescale) => {}
            (None, WhenMissing::Pend) => pending.push(worth.total.rule.clone()),
        }
    }
    let value = whole.divided_by(&used).map(|scale| Scaled { value: &sum * &scale, scale });
    Sum { value, text, pending, steps }
}
