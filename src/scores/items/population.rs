//! Standings over the roster: made once, before any unit is scored.

use std::collections::BTreeMap;

use super::given::{given, marks};
use super::standing::{Pool, Standing, Standings};
use super::{Of, gather, settle};
use crate::exact::Exact;
use crate::facts::{Entry, MarkGiven};
use crate::scheme::worth::{Combine, Compared, Item, NotApplicable, Panel, Points, Population};
use crate::scores::model::{Rounded, State};
use crate::scores::points;
use crate::terms::GroupCode;

/// What an item compares, with whom, and whether inside each inspector.
fn comparison(item: &Item) -> Option<(Compared, Population, bool)> {
    match &item.points {
        Points::ShareOfBest { compared, population, .. } => Some((compared.clone(), *population, false)),
        Points::ByRank { compared, population, per_inspector, .. } => {
            Some((compared.clone(), *population, *per_inspector))
        }
        Points::GroupMean { measure, population, .. } => Some((Compared::Measure(measure.clone()), *population, false)),
        _ => None,
    }
}

/// All standings; `any` names the run, its unit and period are of no account.
pub(in crate::scores) fn standings(any: &Of<'_>) -> Standings {
    let mut all = BTreeMap::new();
    let items = || any.scheme.worth.items.iter();
    for item in items().filter(|item| comparison(item).is_some()) {
        for period in &item.periods {
            let standing = compare(item, &Of { period, traced: false, ..*any });
            all.insert((item.code.clone(), period.clone()), standing);
        }
    }
    let mut standings = Standings(all);
    // Items that take the mean of the group where they do not apply may themselves compare units, so they come second.
    for item in items().filter(|item| item.not_applicable == NotApplicable::GroupMean) {
        for period in &item.periods {
            let of = Of { period, traced: false, ..*any };
            let points = points_by_group(item, &of, &standings);
            standings.0.entry((item.code.clone(), period.clone())).or_default().points = points;
        }
    }
    standings
}

fn compare(item: &Item, any: &Of<'_>) -> Standing {
    let mut standing = Standing::default();
    let Some((compared, population, per_inspector)) = comparison(item) else { return standing };
    for unit in &any.tally.units {
        let of = Of { unit, ..*any };
        let key = (population == Population::Group).then(|| unit.group.clone());
        let pool = standing.pools.entry(key).or_default();
        let value = match &compared {
            Compared::Measure(code) => of.measured(code).value,
            Compared::Marks => mean(item, &of),
        };
        let Some(value) = value else {
            pool.without.push(unit.name.clone());
            continue;
        };
        pool.sum += &value;
        pool.values.push(value.clone());
        if per_inspector {
            add_inspectors(item, &of, pool);
        }
        standing.own.insert(unit.code.clone(), value);
    }
    for pool in standing.pools.values_mut() {
        pool.values.sort();
        pool.by_inspector.values_mut().for_each(|values| values.sort());
    }
    standing
}

/// The plain mean of the inspectors.
fn mean(item: &Item, of: &Of<'_>) -> Option<Exact> {
    let plain = Panel { combine: Combine::Mean, drop_high: 0, drop_low: 0, trim_from: 0, self_words: Vec::new() };
    let marks = marks(given(item, of).iter()).ok()?;
    points::panel(&marks, &plain).map(|(mean, _)| mean)
}

fn add_inspectors(item: &Item, of: &Of<'_>, pool: &mut Pool) {
    for given in given(item, of) {
        if let Entry::Given(MarkGiven::Points(points)) = &given.entry {
            pool.by_inspector.entry(given.inspector.trim().into()).or_default().push(points.clone());
        }
    }
}

/// The points of the units to which an item applies: sum and number by group.
fn points_by_group(item: &Item, any: &Of<'_>, standings: &Standings) -> BTreeMap<GroupCode, (Exact, u32)> {
    let mut groups: BTreeMap<GroupCode, (Exact, u32)> = BTreeMap::new();
    for unit in &any.tally.units {
        let of = Of { unit, standings, ..*any };
        let outcome = settle(item, gather(item, &of, &mut Vec::new()), &of);
        if let (State::Scored, Some(value)) = (outcome.state, outcome.value) {
            let (sum, n) = groups.entry(unit.group.clone()).or_default();
            *sum += &Rounded::by(value, of.rounding).value;
            *n += 1;
        }
    }
    groups
}
