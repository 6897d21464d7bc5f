//! An item that is the sum of its parts.

use super::{Facts, Of, score_item};
use crate::diag::Text;
use crate::exact::Exact;
use crate::scores::calc::Calc;
use crate::scores::model::State;
use crate::terms::ItemCode;

/// Parts that do not apply leave the sum, which is scaled up to the item's full marks; adjusting parts are added afterwards.
pub(super) fn sum(parts: &[ItemCode], of: &Of<'_>) -> Facts {
    let mut total = Exact::zero();
    let mut adjusted = Exact::zero();
    let (mut applicable, mut full) = (Exact::zero(), Exact::zero());
    let mut steps = Vec::new();
    let mut any_submitted = false;
    let (mut sums, mut added, mut fulls, mut all) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for code in parts {
        let Some(part) = of.scheme.worth.item(code) else { continue };
        if !part.periods.contains(of.period) {
            continue;
        }
        let (score, step) = score_item(part, of);
        steps.extend(step);
        full += &part.full;
        let full_leaf = || Calc::rule(&part.rule, "full", &part.full);
        if of.traced && !part.full.is_zero() {
            all.push(full_leaf());
        }
        let leaf = || Calc::part(format!("{}@{}", part.code, of.period));
        any_submitted |= !matches!(score.state, State::NotSubmitted) && !part.adjusting;
        if score.state == State::Pending {
            return Facts::Pending(Text::new("有分项待裁定", "a part is pending"));
        }
        if let Some(score) = score.score {
            if part.adjusting {
                adjusted += &score.value;
                added.extend(of.calc(leaf));
            } else {
                total += &score.value;
                applicable += &part.full;
                sums.extend(of.calc(leaf));
                fulls.extend(of.calc(full_leaf));
            }
        }
    }
    let Some(scale) = full.divided_by(&applicable) else {
        return if any_submitted { Facts::NotApplicable } else { Facts::NotSubmitted };
    };
    let value = &(&total * &scale) + &adjusted;
    let said = of.say(|| {
        let (zh, en) = if scale == Exact::one() {
            (format!("各分项之和 {}", total.about()), format!("sum of parts {}", total.about()))
        } else {
            (
                format!("适用分项得 {total}，按 {full} ÷ {applicable} 折算"),
                format!("applicable parts {total}, scaled by {full} ÷ {applicable}"),
            )
        };
        if adjusted.is_zero() {
            return (zh, en);
        }
        let added = adjusted.about();
        (format!("{zh}，加减分项 {added}"), format!("{en}, adjusting parts {added}"))
    });
    let calc = of.calc(|| {
        let sum = Calc::sum(sums);
        let sum = if scale == Exact::one() { sum } else { sum.times(Calc::sum(all)).over(Calc::sum(fulls)) };
        added.insert(0, sum);
        Calc::sum(added)
    });
    Facts::Points { value, divisor: u32::try_from(parts.len()).unwrap_or(u32::MAX), said, parts: steps, calc }
}
