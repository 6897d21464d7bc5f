//! A unit among others, over the fixed population of the roster: share of the best, rank, distance from the mean.

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::sync::Arc;

use super::given::{given, note_all};
use super::measured::{Own, value_of};
use super::{Facts, Of};
use crate::exact::{Exact, Test};
use crate::facts::{Entry, MarkGiven};
use crate::scheme::worth::{Best, BestZero, Compared, Item, Points, Population};
use crate::scores::calc::Calc;
use crate::scores::points;
use crate::scores::trace::Evidence;
use crate::terms::{GroupCode, ItemCode, PeriodCode, UnitCode};

/// The values of those compared with each other.
#[derive(Debug, Default)]
pub(in crate::scores) struct Pool {
    /// Values in ascending order.
    pub values: Vec<Exact>,
    /// Their sum.
    pub sum: Exact,
    /// Names of the units without a value, which do not count.
    pub without: Vec<Arc<str>>,
    /// Values of each inspector in ascending order, where ranks are given inside each.
    pub by_inspector: BTreeMap<Arc<str>, Vec<Exact>>,
}

/// One item in one period over the whole roster.
#[derive(Debug, Default)]
pub(in crate::scores) struct Standing {
    /// The value of each unit that has one.
    pub own: BTreeMap<UnitCode, Exact>,
    /// Pools by group, or the one pool of all.
    pub pools: BTreeMap<Option<GroupCode>, Pool>,
    /// Points of the units to which the item applies, by group, for those to which it does not.
    pub points: BTreeMap<GroupCode, (Exact, u32)>,
}

/// Every item that compares units, by period; made once for a run.
#[derive(Debug, Default)]
pub(in crate::scores) struct Standings(pub BTreeMap<(ItemCode, PeriodCode), Standing>);

impl Standings {
    fn of(&self, item: &Item, period: &PeriodCode) -> Option<&Standing> {
        if self.0.is_empty() {
            return None;
        }
        self.0.get(&(item.code.clone(), period.clone()))
    }

    /// The mean of the units of the group to which an item applies, and how many they are.
    pub(super) fn group_mean_of(&self, item: &Item, of: &Of<'_>) -> Option<(Exact, u32)> {
        let (sum, n) = self.of(item, of.period)?.points.get(&of.unit.group)?;
        Some((sum / NonZeroU32::new(*n)?, *n))
    }
}

/// The own value and the pool, or why there is none.
#[allow(clippy::result_large_err, reason = "why there is no value goes to its item at once")]
fn own_and_pool<'a>(
    item: &Item,
    compared: &Compared,
    population: Population,
    of: &Of<'a>,
    evidence: &mut Vec<Evidence>,
) -> Result<(Own, &'a Pool), Facts> {
    let mut found = match compared {
        Compared::Measure(code) => value_of(code, of, evidence)?,
        Compared::Marks => {
            let list = given(item, of);
            note_all(list, item, of, evidence);
            if !list.is_empty() && list.iter().all(|given| given.entry == Entry::NotApplicable) {
                return Err(Facts::NotApplicable);
            }
            let text = of.say(|| ("检查人平均分".to_owned(), "the inspectors' mean".to_owned()));
            Own { value: Exact::zero(), text, withheld: false }
        }
    };
    let key = (population == Population::Group).then(|| of.unit.group.clone());
    let standing = of.standings.of(item, of.period).ok_or(Facts::NotSubmitted)?;
    let own = standing.own.get(&of.unit.code).ok_or(Facts::NotSubmitted)?;
    let pool = standing.pools.get(&key).ok_or(Facts::NotSubmitted)?;
    found.value = own.clone();
    Ok((found, pool))
}

/// 同类 9 个单位中有值的 8 个；无值：甲乡.
fn pool_said(pool: &Pool, population: Population) -> (String, String) {
    let n = pool.values.len();
    let (zh, en) = match population {
        Population::Group => ("同类单位", "of the group"),
        Population::All => ("全部单位", "of all units"),
    };
    if pool.without.is_empty() {
        return (format!("{zh} {n} 个"), format!("{n} units {en}"));
    }
    let without = pool.without.join("、");
    (format!("{zh}有值的 {n} 个，无值不计：{without}"), format!("{n} units {en} with a value, without: {without}"))
}

/// Full marks times own over best.
pub(super) fn share_of_best(item: &Item, of: &Of<'_>, evidence: &mut Vec<Evidence>) -> Facts {
    let Points::ShareOfBest { compared, population, best, best_zero } = &item.points else {
        return Facts::NotSubmitted;
    };
    let (own, pool) = match own_and_pool(item, compared, *population, of, evidence) {
        Ok(found) => found,
        Err(missing) => return missing,
    };
    let top = if *best == Best::Highest { pool.values.last() } else { pool.values.first() };
    let Some(top) = top else { return Facts::NotSubmitted };
    let full = &item.full;
    let Some(value) = points::share_of_best(full, &own.value, top, *best) else {
        let (value, zh, en) = match best_zero {
            BestZero::Full => (full.clone(), "最好值为 0，都得满分", "the best is nought: full marks for all"),
            BestZero::Zero => (Exact::zero(), "最好值为 0，都得 0 分", "the best is nought: nought for all"),
            BestZero::Pend => {
                let why = || ("最好值为 0，待裁定".to_owned(), "the best is nought: pending".to_owned());
                return Facts::Pending(of.say(why));
            }
        };
        return Facts::of(value, 1, of.say(|| (zh.to_owned(), en.to_owned())));
    };
    let said = own.say(of, &value, || {
        let text = &own.text;
        let (zh, en) = pool_said(pool, *population);
        let (own, top, shown) = (own.value.about(), top.about(), value.about());
        let formula = match best {
            Best::Highest => format!("{full} × {own} ÷ {top} = {shown}"),
            Best::Lowest => format!("{full} × {top} ÷ {own} = {shown}"),
        };
        (format!("{}：{zh}，最好 {top}：{formula}", text.zh), format!("{}: {en}, the best {top}: {formula}", text.en))
    });
    let calc = own.calc(of, || {
        let (full, own) = (Calc::rule(&item.rule, "full", full), Calc::fact("own", &own.value));
        let top = Calc::fact("best", top);
        if *best == Best::Highest { full.times(own).over(top) } else { full.times(top).over(own) }
    });
    Facts::of(value, u32::try_from(pool.values.len()).unwrap_or(u32::MAX), said).by(calc)
}

/// The rank from one on, and how many share it.
fn rank(values: &[Exact], own: &Exact, best: Best) -> (usize, usize) {
    let (below, upto) = (values.partition_point(|value| value < own), values.partition_point(|value| value <= own));
    let better = if best == Best::Highest { values.len() - upto } else { below };
    (better + 1, upto - below)
}

/// Points by rank; several inspectors may each rank for themselves.
pub(super) fn by_rank(item: &Item, of: &Of<'_>, evidence: &mut Vec<Evidence>) -> Facts {
    let Points::ByRank { compared, population, best, points, ties, per_inspector } = &item.points else {
        return Facts::NotSubmitted;
    };
    let (own, pool) = match own_and_pool(item, compared, *population, of, evidence) {
        Ok(found) => found,
        Err(missing) => return missing,
    };
    if *per_inspector {
        let mut sum = Exact::zero();
        let mut each = Vec::new();
        for given in given(item, of) {
            let Entry::Given(MarkGiven::Points(mark)) = &given.entry else { continue };
            let Some(values) = pool.by_inspector.get(given.inspector.trim()) else { continue };
            let (place, tied) = rank(values, mark, *best);
            let value = points::of_tied_ranks(points, place, tied, values.len(), *ties);
            sum += &value;
            each.push((given.inspector.clone(), place, value));
        }
        let Some(n) = u32::try_from(each.len()).ok().and_then(NonZeroU32::new) else { return Facts::NotSubmitted };
        let value = &sum / n;
        let said = of.say(|| {
            let zh = each.iter().map(|(who, place, value)| format!("{who}第 {place} 名 {value}"));
            let en = each.iter().map(|(who, place, value)| format!("{who} rank {place}: {value}"));
            let (zh, en) = (zh.collect::<Vec<_>>().join("，"), en.collect::<Vec<_>>().join(", "));
            let (pool_zh, pool_en) = pool_said(pool, *population);
            let shown = value.about();
            (
                format!("{pool_zh}，按每名检查人排名：{zh}；平均 {shown}"),
                format!("{pool_en}, ranked by each inspector: {en}; mean {shown}"),
            )
        });
        return Facts::of(value, n.get(), said);
    }
    let (place, tied) = rank(&pool.values, &own.value, *best);
    let value = points::of_tied_ranks(points, place, tied, pool.values.len(), *ties);
    let said = own.say(of, &value, || {
        let text = &own.text;
        let (zh, en) = pool_said(pool, *population);
        let shown = value.about();
        let (tie_zh, tie_en) = match tied {
            0 | 1 => (String::new(), String::new()),
            tied => (format!("（并列 {tied} 个）"), format!(" ({tied} equal)")),
        };
        let own = match compared {
            Compared::Marks => format!(" {}", own.value.about()),
            Compared::Measure(_) => String::new(),
        };
        (
            format!("{}{own}：{zh}，第 {place} 名{tie_zh}，得 {shown}", text.zh),
            format!("{}{own}: {en}, rank {place}{tie_en}: {shown}", text.en),
        )
    });
    Facts::of(value, u32::try_from(pool.values.len()).unwrap_or(u32::MAX), said)
}

/// Distance from the mean of the group.
pub(super) fn group_mean(item: &Item, of: &Of<'_>, evidence: &mut Vec<Evidence>) -> Facts {
    let Points::GroupMean { measure, population, base, per_above, per_below, broken } = &item.points else {
        return Facts::NotSubmitted;
    };
    let compared = Compared::Measure(measure.clone());
    let (own, pool) = match own_and_pool(item, &compared, *population, of, evidence) {
        Ok(found) => found,
        Err(missing) => return missing,
    };
    let n = u32::try_from(pool.values.len()).ok().and_then(NonZeroU32::new);
    let Some(n) = n else { return Facts::NotSubmitted };
    let mean = &pool.sum / n;
    let value = points::group_mean([base, per_above, per_below], *broken, &own.value, &mean);
    let said = own.say(of, &value, || {
        let text = &own.text;
        let (zh, en) = pool_said(pool, *population);
        let away = &own.value - &mean;
        let (more_zh, more_en, per) =
            if away.is_negative() { ("低", "below", per_below) } else { ("高", "above", per_above) };
        let away = away.abs();
        let counted = points::whole(&away, *broken);
        let (mean, away, shown) = (mean.about(), away.about(), value.about());
        let sum = format!("{base} + {} × ({per}) = {shown}", counted.about());
        (
            format!("{}：{zh}，平均 {mean}，{more_zh} {away}：{sum}", text.zh),
            format!("{}: {en}, mean {mean}, {away} {more_en}: {sum}", text.en),
        )
    });
    let calc = own.calc(of, || {
        let rule = |name: &str, value: &Exact| Calc::rule(&item.rule, name, value);
        let (mine, mean) = (|| Calc::fact("own", &own.value), || Calc::fact("mean", &mean));
        let worth =
            |away: Calc, per: Calc| Calc::sum(vec![rule("base", base), super::whole_calc(away, *broken).times(per)]);
        let below = worth(mean().less(mine()), rule("per_below", per_below));
        let above = worth(mine().less(mean()), rule("per_above", per_above));
        Calc::choose(Test::Below, mine(), mean(), below, above)
    });
    Facts::of(value, n.get(), said).by(calc)
}
