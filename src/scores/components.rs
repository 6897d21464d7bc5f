//! Components of a unit: items or a poll in each period, blended over the periods.

use super::around::Around;
use super::calc::Calc;
use super::changes::{Absent, absent, mean};
use super::items::{Of, period_name, score_item};
use super::model::{ComponentScore, ItemScore, PollScore, Rounded, State};
use super::points::within;
use super::polls::{Whose, score_poll};
use super::trace::Step;
use crate::diag::Text;
use crate::exact::Exact;
use crate::facts::Unit;
use crate::scheme::worth::{Component, RuleRef, WhenMissing};
use crate::terms::{ItemCode, PeriodCode, Subject};

/// Everything that one component brings.
pub(super) struct Made {
    pub component: ComponentScore,
    pub items: Vec<ItemScore>,
    pub polls: Vec<PollScore>,
    pub pending: Vec<RuleRef>,
    pub step: Option<Step>,
}

impl Made {
    fn empty(component: &Component) -> Self {
        let component = ComponentScore {
            component: component.code.clone(),
            score: None,
            state: State::Scored,
            divisor: Exact::zero(),
            periods: Vec::new(),
        };
        Self { component, items: Vec::new(), polls: Vec::new(), pending: Vec::new(), step: None }
    }
}

/// Scores one component of one unit.
pub(super) fn score_component(
    component: &Component,
    around: &Around<'_>,
    unit: &Unit,
    nil: &[ItemCode],
    traced: bool,
) -> Made {
    let mut made = Made::empty(component);
    let mut steps = Vec::new();
    let mut sum = Exact::zero();
    let (mut used, mut present) = (Exact::zero(), 0);
    let mut text = Vec::new();
    let mut waits = false;
    let mut pairs = Vec::new();
    for (period, weight) in &component.periods {
        let of = around.of(unit, period, traced);
        let (value, step) = match absent(&of) {
            None => period_value(component, nil, &of, &mut made),
            Some(absent) => (before(component, &absent, &of, around, &mut text), None),
        };
        let of_step = step.is_some();
        steps.extend(step);
        let value = value.map(|value| within(value, component.floor.as_ref(), component.cap.as_ref()));
        made.component.periods.push((period.clone(), value.clone()));
        if !traced {
            match (value, component.missing_period) {
                (Some(value), _) => {
                    sum += &(weight * &value);
                    used += weight;
                    present += 1;
                }
                (None, WhenMissing::Zero) => used += weight,
                (None, WhenMissing::Rescale) => {}
                (None, WhenMissing::Pend) => waits = true,
            }
            continue;
        }
        let name = period_name(&of);
        let share = Calc::rule(&component.rule, format!("share:{name}"), weight);
        match (value, component.missing_period) {
            (Some(value), _) => {
                let own = match (of_step, &component.poll) {
                    (false, _) => Calc::fact(format!("before:{name}"), &value),
                    (true, Some(poll)) => Calc::part(format!("{poll}@{period}")),
                    (true, None) => Calc::part(format!("{}@{period}", component.code)),
                };
                let own = own.within(&component.rule, component.floor.as_ref(), component.cap.as_ref());
                pairs.push((share, own));
                sum += &(weight * &value);
                used += weight;
                present += 1;
                text.push(format!("{name} {} × {weight}", value.about()));
            }
            (None, WhenMissing::Rescale) => text.push(format!("{name} —")),
            (None, WhenMissing::Zero) => {
                used += weight;
                pairs.push((share, Calc::Number(Exact::zero())));
                text.push(format!("{name} 0 × {weight}"));
            }
            (None, WhenMissing::Pend) => waits = true,
        }
    }
    if waits {
        made.pending.push(component.rule.clone());
    }
    // Shares that do not add to one as the scheme states them are taken as written, so the divisor is their share of the whole.
    let whole: Exact = component.periods.iter().map(|(_, share)| share).sum();
    let as_written = around.scheme.worth.total.by_period.is_none();
    let scaled = as_written && whole != Exact::one();
    let used = if as_written { used.divided_by(&whole).unwrap_or_else(Exact::zero) } else { used };
    let value = if waits || present == 0 || !made.pending.is_empty() { None } else { sum.divided_by(&used) };
    let rounding = around.component_rounding;
    made.component.score = value.map(|value| Rounded::by(value, rounding));
    made.component.divisor = used.clone();
    if made.component.score.is_none() {
        made.component.state = if made.pending.is_empty() { State::NotSubmitted } else { State::Pending };
    }
    made.step = traced.then(|| {
        let shown = made.component.score.as_ref();
        let sum = text.join(" + ");
        let formula = if used == Exact::one() { sum } else { format!("({sum}) ÷ {used}") };
        let step = Step::new(
            component.code.as_str(),
            Text::new(component.name.clone(), component.name.clone()),
            shown.map(|score| &score.exact),
        );
        let calc = match scaled {
            false => Calc::Blend(pairs),
            true => {
                let share = |(period, share): &(PeriodCode, Exact)| {
                    let name = period_name(&around.of(unit, period, traced));
                    Calc::rule(&component.rule, format!("share:{name}"), share)
                };
                Calc::sum(component.periods.iter().map(share).collect()).times(Calc::Blend(pairs))
            }
        };
        let calc = shown.is_some().then_some(calc);
        let step = step.formula(formula.clone(), formula).calc(calc).rule(&component.rule).parts(steps);
        match shown {
            Some(score) => step.rounded(&score.value, score.rounding),
            None => step,
        }
    });
    made
}

/// A component's value in one period: its poll's, or the sum of its items.
fn period_value(
    component: &Component,
    nil: &[ItemCode],
    of: &Of<'_>,
    made: &mut Made,
) -> (Option<Exact>, Option<Step>) {
    let Some(code) = &component.poll else { return sum_items(component, nil, of, made) };
    let Some(poll) = of.scheme.worth.poll(code) else { return (None, None) };
    let found = of.tally.polls.get(&(code.clone(), of.period.clone(), Subject::Unit(of.unit.code.clone())));
    let whose = Whose { group: Some(&of.unit.group), role: None };
    let (score, step) = score_poll(poll, of.period, found, whose, of.scheme, of.traced);
    if score.pending {
        made.pending.push(poll.rule.clone());
    }
    let value = score.score.as_ref().map(|score| score.value.clone());
    made.polls.push(score);
    (value, step)
}

/// What stands for a period in which the unit did not exist, with a word about it in the formula.
fn before(
    component: &Component,
    absent: &Absent<'_>,
    of: &Of<'_>,
    around: &Around<'_>,
    text: &mut Vec<String>,
) -> Option<Exact> {
    let Absent::Predecessors(units) = absent else { return None };
    let value = |unit: &&Unit| {
        let mut apart = Made::empty(component);
        let (value, _) = period_value(component, &[], &around.of(unit, of.period, false), &mut apart);
        value.filter(|_| apart.pending.is_empty())
    };
    let values: Vec<(String, Exact)> =
        units.iter().filter_map(|unit| Some((unit.name.to_string(), value(unit)?))).collect();
    let mean = mean(&values.iter().map(|(_, value)| value.clone()).collect::<Vec<_>>());
    if of.traced && mean.is_some() {
        let all = values.iter().map(|(name, value)| format!("{name} {}", value.about())).collect::<Vec<_>>();
        text.push(format!("（{}：设立前，({}) ÷ {}）", period_name(of), all.join(" + "), all.len()));
    }
    mean
}

/// The sum of a component's items in one period; items left out scale the others up to the full marks of all.
fn sum_items(component: &Component, nil: &[ItemCode], of: &Of<'_>, made: &mut Made) -> (Option<Exact>, Option<Step>) {
    let mut total = Exact::zero();
    let (mut applicable, mut full) = (Exact::zero(), Exact::zero());
    let mut steps = Vec::new();
    let (mut sums, mut fulls, mut all) = (Vec::new(), Vec::new(), Vec::new());
    for item in &of.scheme.worth.items {
        if item.component.as_ref() != Some(&component.code) || !item.periods.contains(of.period) {
            continue;
        }
        let (mut score, step) = score_item(item, of);
        if nil.contains(&item.code) {
            score.score = Some(Rounded::by(Exact::zero(), None));
            score.state = State::ZeroByRule;
        }
        steps.extend(step);
        full += &item.full;
        let full_leaf = || Calc::rule(&item.rule, "full", &item.full);
        if of.traced {
            all.push(full_leaf());
        }
        if score.state == State::Pending {
            made.pending.push(item.rule.clone());
        }
        if let Some(points) = &score.score {
            total += &points.value;
            applicable += &item.full;
            if of.traced {
                sums.push(Calc::part(format!("{}@{}", item.code, of.period)));
                fulls.push(full_leaf());
            }
        }
        made.items.push(score);
    }
    let Some(scale) = full.divided_by(&applicable) else { return (None, None) };
    let value = &total * &scale;
    let step = of.traced.then(|| {
        let total = total.about();
        let (zh, en) = if applicable == full {
            (format!("各项目得分之和 {total}"), format!("sum of items {total}"))
        } else {
            (
                format!("适用项目满分 {applicable}（共 {full}），得 {total}，折算 {total} × {full} ÷ {applicable}"),
                format!("applicable full marks {applicable} of {full}; {total} × {full} ÷ {applicable}"),
            )
        };
        let name = period_name(of);
        let code = format!("{}@{}", component.code, of.period);
        let what = Text::new(format!("{}·{name}", component.name), format!("{} · {}", component.name, of.period));
        let sum = Calc::sum(sums);
        let sum = if applicable == full { sum } else { sum.times(Calc::sum(all)).over(Calc::sum(fulls)) };
        Step::new(&code, what, Some(&value)).formula(zh, en).calc(Some(sum)).parts(steps)
    });
    (Some(value), step)
}
