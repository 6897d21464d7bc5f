//! Rules that set a measure against lines.

use super::cells::{case, empty_rate};
use super::{Facts, Of};
use crate::diag::Text;
use crate::exact::{Exact, Test};
use crate::scheme::worth::{Condition, Item, Points, StepRow, Verdict};
use crate::scores::calc::Calc;
use crate::scores::measures::verdict;
use crate::scores::points;
use crate::scores::trace::Evidence;
use crate::scores::values::Measured;
use crate::terms::MeasureCode;

/// The value of a measure, its words, and whether it must not be shown.
pub(super) struct Own {
    pub value: Exact,
    pub text: Text,
    pub withheld: bool,
}

impl Own {
    /// The formula for a machine; none where the value must not be shown.
    pub(super) fn calc(&self, of: &Of<'_>, calc: impl FnOnce() -> Calc) -> Option<Calc> {
        if self.withheld { None } else { of.calc(calc) }
    }

    /// The words of a formula; only the points where the value must not be shown.
    pub(super) fn say(&self, of: &Of<'_>, points: &Exact, formula: impl FnOnce() -> (String, String)) -> Text {
        of.say(|| match self.withheld {
            true => {
                (format!("{}，得 {}", self.text.zh, points.about()), format!("{}: {}", self.text.en, points.about()))
            }
            false => formula(),
        })
    }
}

/// The value of a measure, or why there is none.
#[allow(clippy::result_large_err, reason = "why there is no value goes to its item at once")]
pub(super) fn value_of(code: &MeasureCode, of: &Of<'_>, evidence: &mut Vec<Evidence>) -> Result<Own, Facts> {
    let Measured { value, pending, withheld, text, evidence: cells } = of.measured(code);
    evidence.extend(cells);
    match value {
        Some(value) => Ok(Own { value, text, withheld }),
        None if pending => Err(no_fact(code, of)),
        None => Err(Facts::NotSubmitted),
    }
}

fn no_fact(code: &MeasureCode, of: &Of<'_>) -> Facts {
    let name = of.scheme.worth.measure(code).map_or(code.as_str(), |measure| &measure.name);
    Facts::Pending(of.say(|| (format!("{name}无数据，待裁定"), format!("no fact for {name}: pending"))))
}

/// The first row that fits. A row that turns on a value that waits makes the item wait, unless a row above it fits.
pub(super) fn steps(rows: &[StepRow], of: &Of<'_>, evidence: &mut Vec<Evidence>) -> Facts {
    let mut known: Vec<(&MeasureCode, Measured)> = Vec::new();
    let mut said: Vec<Text> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let Some(when) = &row.when else {
            return found(rows, at, &said, of);
        };
        said.clear();
        let mut skipped = false;
        let mut judge = |condition: &Condition| {
            let Some(rule) = of.scheme.worth.measure(&condition.measure) else { return Verdict::Fails };
            if !known.iter().any(|(code, _)| **code == condition.measure) {
                let mut measured = of.measured(&condition.measure);
                evidence.append(&mut measured.evidence);
                known.push((&rule.code, measured));
            }
            let Some((_, measured)) = known.iter().find(|(code, _)| **code == condition.measure) else {
                return Verdict::Fails;
            };
            skipped |= measured.value.is_none() && !measured.pending;
            if !of.traced {
                return match &measured.value {
                    Some(value) if condition.holds(value) => Verdict::Holds,
                    None if measured.pending => Verdict::Pending,
                    _ => Verdict::Fails,
                };
            }
            let (verdict, text) = verdict(condition, rule, measured);
            said.push(text);
            verdict
        };
        match when.verdict(&mut judge) {
            Verdict::Holds => return found(rows, at, &said, of),
            Verdict::Pending => {
                let why =
                    || ("所依据的数缺，待裁定".to_owned(), "a value that it turns on is missing: pending".to_owned());
                return Facts::Pending(of.say(why));
            }
            // A table on one measure alone has nothing to say about a unit without that measure.
            Verdict::Fails if skipped && known.iter().all(|(_, measured)| measured.value.is_none()) => {
                let others = rows.iter().filter_map(|row| row.when.as_ref()).flat_map(|when| when.conditions());
                if others.map(|condition| &condition.measure).all(|code| known.iter().any(|(own, _)| *own == code)) {
                    return Facts::NotSubmitted;
                }
            }
            Verdict::Fails => {}
        }
    }
    Facts::NotSubmitted
}

fn found(rows: &[StepRow], at: usize, said: &[Text], of: &Of<'_>) -> Facts {
    let row = &rows[at];
    let points = &row.points;
    let words = || {
        let n = at + 1;
        let join = |list: Vec<&str>, sep: &str| list.join(sep);
        let (zh, en) = (
            join(said.iter().map(|text| text.zh.as_str()).collect(), "；"),
            join(said.iter().map(|text| text.en.as_str()).collect(), "; "),
        );
        match row.when {
            Some(_) => (format!("{zh}：第 {n} 档，得 {points}"), format!("{en}: step {n}, {points}")),
            None if zh.is_empty() => (format!("各档都不符合，得 {points}"), format!("no step fits: {points}")),
            None => (format!("{zh}：各档都不符合，得 {points}"), format!("{en}: no step fits, {points}")),
        }
    };
    Facts::of(points.clone(), 1, of.say(words))
}

/// Straight lines between anchors.
pub(super) fn linear(item: &Item, of: &Of<'_>, evidence: &mut Vec<Evidence>) -> Facts {
    let Points::Linear { measure, anchors, below, above } = &item.points else { return Facts::NotSubmitted };
    let own = match value_of(measure, of, evidence) {
        Ok(found) => found,
        Err(missing) => return missing,
    };
    let Some(points) = points::linear(anchors, below, above, &own.value) else { return Facts::NotSubmitted };
    let value = &own.value;
    let said = own.say(of, &points, || {
        let Text { zh, en } = &own.text;
        let at = anchors.partition_point(|(at, _)| at <= value);
        let shown = points.about();
        match (at.checked_sub(1).and_then(|low| anchors.get(low)), anchors.get(at)) {
            (Some((from, low)), Some((to, high))) => {
                let line =
                    format!("{low} + ({high} − {low}) × ({} − {from}) ÷ ({to} − {from}) = {shown}", value.about());
                (format!("{zh}：{line}"), format!("{en}: {line}"))
            }
            (None, _) => {
                (format!("{zh}，低于最低定分点，得 {shown}"), format!("{en}, below the lowest anchor: {shown}"))
            }
            _ => {
                (format!("{zh}，达到最高定分点，得 {shown}"), format!("{en}, at or above the highest anchor: {shown}"))
            }
        }
    });
    let calc = own.calc(of, || {
        let rule = |name: String, value: &Exact| Calc::rule(&item.rule, name, value);
        let own = || Calc::fact(format!("measure:{measure}"), value);
        let at = anchors.partition_point(|(at, _)| at <= value);
        let low = at.checked_sub(1).and_then(|low| anchors.get(low));
        let (Some((from, low)), Some((to, high))) = (low, anchors.get(at)) else {
            return rule("beyond".to_owned(), &points);
        };
        let (from, to) = (rule(format!("anchor:{from}"), from), rule(format!("anchor:{to}"), to));
        let (low, high) = (rule(format!("points:{low}"), low), rule(format!("points:{high}"), high));
        let rise = high.less(low.clone()).times(own().less(from.clone())).over(to.less(from));
        Calc::sum(vec![low, rise])
    });
    Facts::of(points, 1, said).by(calc)
}

/// Full marks times the measure over the target.
pub(super) fn pro_rata(item: &Item, of: &Of<'_>, evidence: &mut Vec<Evidence>) -> Facts {
    let Points::ProRata { measure, target } = &item.points else { return Facts::NotSubmitted };
    let own = match value_of(measure, of, evidence) {
        Ok(found) => found,
        Err(missing) => return missing,
    };
    let full = &item.full;
    let Some(points) = points::pro_rata(full, &own.value, target) else { return Facts::NotSubmitted };
    let said = own.say(of, &points, || {
        let Text { zh, en } = &own.text;
        let line = format!("{full} × {} ÷ {target} = {}", own.value.about(), points.about());
        (format!("{zh}：{line}"), format!("{en}: {line}"))
    });
    let calc = own.calc(of, || {
        let own = Calc::fact(format!("measure:{measure}"), &own.value);
        Calc::rule(&item.rule, "full", full).times(own).over(Calc::rule(&item.rule, "target", target))
    });
    Facts::of(points, 1, said).by(calc)
}

/// Cases above or below a target line.
pub(super) fn target_line(item: &Item, of: &Of<'_>, evidence: &mut Vec<Evidence>) -> Facts {
    let Points::TargetLine { numerator, denominator, line: rate, base, per_above, per_below, broken, zero_denominator } =
        &item.points
    else {
        return Facts::NotSubmitted;
    };
    let (done, due) = (case(numerator, of, evidence), case(denominator, of, evidence));
    let (Some(done), Some(due)) = (done, due) else { return Facts::NotSubmitted };
    if due == 0 {
        return empty_rate(&item.full, *zero_denominator, of);
    }
    let (line, value) = points::target_line(rate, [base, per_above, per_below], *broken, done, due);
    let said = of.say(|| {
        let away = &Exact::from(done) - &line;
        let (zh, en, per) = if away.is_negative() { ("少", "below", per_below) } else { ("多", "above", per_above) };
        let away = away.abs();
        let sum = format!("{base} + {away} × ({per}) = {value}");
        (
            format!("应完成 {due} × {rate}，计 {line} 件，实 {done} 件，{zh} {away} 件：{sum}"),
            format!("line {due} × {rate}, that is {line}; done {done}, {away} {en}: {sum}"),
        )
    });
    let calc = of.calc(|| {
        let rule = |name: &str, value: &Exact| Calc::rule(&item.rule, name, value);
        let own = || Calc::fact(format!("case:{numerator}"), &Exact::from(done));
        let due = Calc::fact(format!("case:{denominator}"), &Exact::from(due));
        let line = super::whole_calc(due.times(rule("line", rate)), *broken);
        let worth = |away: Calc, per: Calc| Calc::sum(vec![rule("base", base), away.times(per)]);
        let below = worth(line.clone().less(own()), rule("per_below", per_below));
        let above = worth(own().less(line.clone()), rule("per_above", per_above));
        Calc::choose(Test::Below, own(), line, below, above)
    });
    Facts::of(value, due, said).by(calc)
}
