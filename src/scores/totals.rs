//! Components → the sum before bonuses: the components as they stand, or the totals of the periods blended.

use super::calc::Calc;
use super::model::{ComponentScore, Rounded};
use super::trace::Step;
use crate::diag::Text;
use crate::exact::Exact;
use crate::scheme::Scheme;
use crate::scheme::worth::{Component, RoundingPoint, RuleRef, WhenMissing, Worth};
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
    /// The formula for a machine, if asked for.
    pub calc: Option<Calc>,
}

/// Σ weight × component, scaled up where a component is missing and its rule says so.
pub(super) fn by_components(worth: &Worth, components: &[ComponentScore], waits: &[bool], traced: bool) -> Sum {
    let mut sum = Exact::zero();
    let (mut full, mut present) = (Exact::zero(), Exact::zero());
    let (mut text, mut pending) = (Vec::new(), Vec::new());
    let mut made = Made::default();
    for ((component, score), waits) in worth.components.iter().zip(components).zip(waits) {
        let worth_full = &component.weight * &component.full;
        full += &worth_full;
        if traced {
            made.all.push(Made::full(component));
        }
        match (&score.score, component.missing) {
            (Some(value), _) => {
                sum += &(&component.weight * &value.value);
                present += &worth_full;
                if traced {
                    made.add(component, Calc::part(component.code.as_str()));
                    text.push(format!("{} {} × {}", component.name, value.value.about(), component.weight));
                }
            }
            (None, _) if *waits => {}
            (None, WhenMissing::Rescale) if traced => text.push(format!("{} —", component.name)),
            (None, WhenMissing::Rescale) => {}
            (None, WhenMissing::Zero) => {
                present += &worth_full;
                if traced {
                    made.present.push(Made::full(component));
                    text.push(format!("{} 0 × {}", component.name, component.weight));
                }
            }
            (None, WhenMissing::Pend) => pending.push(component.rule.clone()),
        }
    }
    let value = full.divided_by(&present).map(|scale| Scaled { value: &sum * &scale, scale });
    let calc = traced.then(|| made.calc(full == present));
    Sum { value, text, pending, steps: Vec::new(), calc }
}

/// The weighted components, and the full marks of all and of those that count.
#[derive(Default)]
struct Made {
    sum: Vec<Calc>,
    all: Vec<Calc>,
    present: Vec<Calc>,
}

impl Made {
    fn weight(component: &Component) -> Calc {
        Calc::rule(&component.rule, "weight", &component.weight)
    }

    fn full(component: &Component) -> Calc {
        Self::weight(component).times(Calc::rule(&component.rule, "full", &component.full))
    }

    fn add(&mut self, component: &Component, value: Calc) {
        self.sum.push(Self::weight(component).times(value));
        self.present.push(Self::full(component));
    }

    /// The sum, scaled up where not all are there.
    fn calc(self, is_whole: bool) -> Calc {
        let sum = Calc::sum(self.sum);
        if is_whole { sum } else { sum.times(Calc::sum(self.all)).over(Calc::sum(self.present)) }
    }
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
    let mut pairs = Vec::new();
    for (period, share) in periods {
        let mut own = Exact::zero();
        let (mut full, mut present) = (Exact::zero(), Exact::zero());
        let mut formula = Vec::new();
        let mut made = Made::default();
        // A period in which nothing has a value is missing as a whole, and the total says what happens.
        let has = |score: &ComponentScore| score.periods.iter().any(|(code, value)| code == period && value.is_some());
        let any = components.iter().any(has);
        for ((component, score), waits) in worth.components.iter().zip(components).zip(waits) {
            let Some((_, value)) = score.periods.iter().find(|(code, _)| code == period) else { continue };
            let worth_full = &component.weight * &component.full;
            full += &worth_full;
            if traced {
                made.all.push(Made::full(component));
            }
            match (value, component.missing) {
                (Some(value), _) => {
                    own += &(&component.weight * value);
                    present += &worth_full;
                    if traced {
                        let source = component.poll.as_ref().map_or(component.code.as_str(), |poll| poll.as_str());
                        let own = Calc::part(format!("{source}@{period}"));
                        let own = own.within(&component.rule, component.floor.as_ref(), component.cap.as_ref());
                        made.add(component, own);
                        formula.push(format!("{} {} × {}", component.name, value.about(), component.weight));
                    }
                }
                (None, _) if *waits || !any => {}
                (None, WhenMissing::Rescale) => {}
                (None, WhenMissing::Zero) => {
                    present += &worth_full;
                    if traced {
                        made.present.push(Made::full(component));
                    }
                }
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
                    let share = Calc::rule(&worth.total.rule, format!("share:{name}"), share);
                    pairs.push((share, Calc::part(format!("total@{period}"))));
                    let calc = made.calc(full == present);
                    let what = Text::new(format!("{name}总分"), format!("total of {period}"));
                    let step = Step::new(&format!("total@{period}"), what, Some(&total.exact));
                    let step = step.formula(formula.clone(), formula).calc(Some(calc));
                    steps.push(step.rounded(&total.value, total.rounding));
                }
            }
            (None, WhenMissing::Zero) => {
                used += share;
                if traced {
                    let share = Calc::rule(&worth.total.rule, format!("share:{name}"), share);
                    pairs.push((share, Calc::Number(Exact::zero())));
                }
            }
            (None, WhenMissing::Rescale) => {}
            (None, WhenMissing::Pend) => pending.push(worth.total.rule.clone()),
        }
    }
    let value = whole.divided_by(&used).map(|scale| Scaled { value: &sum * &scale, scale });
    // Shares that add to something else than one are taken as written.
    let calc = traced.then(|| match whole == Exact::one() {
        true => Calc::Blend(pairs),
        false => Calc::Number(whole).times(Calc::Blend(pairs)),
    });
    Sum { value, text, pending, steps, calc }
}
