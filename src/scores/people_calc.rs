//! A person's score as a formula for a machine: what units bring, the own ballots, bonuses and penalties.

use super::calc::{Calc, Leaf};
use super::heard::{Around, Heard, found, when_missing};
use super::links::{Found, Links};
use super::model::{CountedPost, PersonScore};
use crate::exact::Exact;
use crate::facts::Post;
use crate::scheme::worth::{Part, PartSource, PeopleRule, WhenMissing};
use crate::terms::UnitCode;

/// The value of one part at one post; none where it must not be shown.
fn value(part: &Part, post: &CountedPost, heard: &Heard, around: &Around<'_>) -> Option<Calc> {
    let poll = match &part.source {
        PartSource::Own => around.rule.poll.as_ref()?,
        PartSource::Poll(code) => code,
        PartSource::Measure(code) => {
            let measured = heard.measured(code).filter(|measured| !measured.withheld)?;
            return Some(Calc::fact(format!("measure:{code}"), measured.value.as_ref()?));
        }
        _ => return around.links.calc(part, &post.post),
    };
    let score = heard.scores.iter().find(|score| score.poll == *poll)?;
    Some(Calc::part(format!("{poll}@{}", score.period)))
}

fn weight(part: &Part, rule: &PeopleRule, post: &CountedPost) -> Calc {
    let role = rule.role(&post.post.role).map_or("", |role| role.name.as_str());
    Calc::rule(&rule.rule, format!("weight:{role}·{}", part.label().zh), &part.weight)
}

/// Σ weight × part at one post, scaled up where a part is left out.
pub(super) fn post_calc(post: &CountedPost, heard: &Heard, around: &Around<'_>) -> Option<Calc> {
    let role = around.rule.role(&post.post.role)?;
    let (mut sum, mut all, mut present) = (Vec::new(), Vec::new(), Vec::new());
    for part in role.parts.iter().filter(|part| !part.weight.is_zero()) {
        let weight = || weight(part, around.rule, post);
        all.push(weight());
        match found(part, post, heard, around) {
            Found::Value(_) => {
                sum.push(weight().times(value(part, post, heard, around)?));
                present.push(weight());
            }
            Found::Missing if when_missing(part, around.rule) == WhenMissing::Zero => present.push(weight()),
            _ => {}
        }
    }
    let whole = all.len() == present.len();
    let sum = Calc::sum(sum);
    Some(if whole { sum } else { sum.times(Calc::sum(all)).over(Calc::sum(present)) })
}

fn shared(calc: Calc, post: &CountedPost) -> Calc {
    if post.share == Exact::one() {
        return calc;
    }
    Calc::fact(format!("share:{}", post.post.post), &post.share).times(calc)
}

/// The total: posts by their shares, own families and charges, floor and cap.
pub(super) fn total_calc(
    score: &PersonScore,
    counted: &[CountedPost],
    heard: &Heard,
    around: &Around<'_>,
) -> Option<Calc> {
    score.total.as_ref()?;
    let posts = counted.iter().map(|post| Some(shared(post_calc(post, heard, around)?, post)));
    let mut sum: Vec<Calc> = posts.collect::<Option<_>>()?;
    sum.extend(score.adjustments.iter().map(|own| Calc::part(own.family.as_str())));
    let charged = score.charged.iter().filter(|one| !one.points.is_zero());
    sum.extend(charged.map(|one| Calc::fact(format!("charge:{}", one.name), &one.points)));
    let rule = around.rule;
    Some(Calc::sum(sum).within(&rule.rule, rule.floor.as_ref(), rule.cap.as_ref()))
}

/// Gives each part of the score its formula: what a unit brings to the total, or the own ballots as they are.
pub(super) fn part_calcs(score: &mut PersonScore, counted: &[CountedPost], heard: &Heard, around: &Around<'_>) {
    for own in &mut score.parts {
        let brings = counted.iter().filter_map(|post| {
            let part = around.rule.role(&post.post.role)?.parts.iter().find(|part| part.code == own.code)?;
            let value = value(part, post, heard, around);
            Some(match part.is_own() {
                true => (true, value),
                false => (false, value.map(|value| shared(weight(part, around.rule, post).times(value), post))),
            })
        });
        let brings: Vec<(bool, Option<Calc>)> = brings.collect();
        own.calc = match brings.first() {
            Some((true, value)) => value.clone(),
            Some(_) => brings.into_iter().map(|(_, calc)| calc).collect::<Option<Vec<_>>>().map(Calc::sum),
            None => None,
        };
    }
}

impl Links<'_> {
    /// The total of a unit as people take it.
    fn whole(&self, unit: &UnitCode) -> Calc {
        let exact = self.takes_exact();
        Calc::At(Leaf::Unit(unit.to_string(), unit.to_string(), exact))
    }

    /// A part that hangs on units, at a post.
    fn calc(&self, part: &Part, post: &Post) -> Option<Calc> {
        let own = match &part.source {
            PartSource::Supervised => {
                return Some(Calc::Mean(post.supervises.iter().map(|unit| self.whole(unit)).collect(), 0, 0));
            }
            PartSource::Component(code) => Calc::At(Leaf::Unit(post.unit.to_string(), code.to_string(), false)),
            _ => self.whole(&post.unit),
        };
        let Some(normalised) = &part.normalised else { return Some(own) };
        let best = self.best_of(part, post).filter(|best| !best.is_zero() && !best.is_negative())?;
        Some(own.times(Calc::fact("to", &normalised.to)).over(Calc::fact("best", best)))
    }
}
