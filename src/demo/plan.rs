//! How a county comes about: its units, their ranks by quality, and what the year makes of them.

use super::cast::{Cast, Ranks};
use super::county::{County, PlannedUnit};
use super::levels;
use super::names;
use super::posts;
use super::random::{Draws, Stream};

/// Townships among so many units: nine of 77, at least one.
pub(super) fn n_townships(units: usize) -> usize {
    ((units * 9 + 38) / 77).clamp(1, units.max(1))
}

/// The year's plan.
pub(super) fn plan(n_units: u32, seed: u64, year: i32) -> County {
    let total = n_units.max(1) as usize;
    let n_towns = n_townships(total);
    let odd = year.rem_euclid(2) == 1;
    let mut units: Vec<PlannedUnit> = (0..total).map(|index| unit_at(index, n_towns)).collect();
    let ranks = ranks(&units, n_towns, seed);
    let cast = Cast::choose(&ranks, odd);
    let other = Cast::choose(&ranks, !odd);
    let swaps = if odd { cast.swaps() } else { other.swaps() };
    for (list, places, curve) in [
        (&ranks.townships, ranks.town_places, (levels::EDGE_TOWNSHIPS, &levels::REST_TOWNSHIPS[..])),
        (&ranks.departments, ranks.department_places, (levels::EDGE_DEPARTMENTS, &levels::REST_DEPARTMENTS[..])),
    ] {
        for (rank, &index) in list.iter().enumerate() {
            let quality = quality(rank, list.len(), places, curve);
            let held = odd && rank <= places;
            let key = cast.twin_of(index).unwrap_or(index);
            let mut draws = Draws::of(Stream::Year, &[seed, u64::from(year.unsigned_abs()), key as u64]);
            let drift = draws.spread(if held { levels::YEAR_SPREAD_HELD } else { levels::YEAR_SPREAD });
            let ceiling = if rank <= places { levels::BEST } else { levels::BEHIND_EDGE_CEILING };
            let unit = &mut units[index];
            unit.quality = quality;
            unit.level = (quality + drift).min(ceiling);
            unit.key = key as u64;
        }
    }
    let mut first = 0;
    for (index, unit) in units.iter_mut().enumerate() {
        unit.team = (first, team_size(index, n_towns));
        first += unit.team.1;
    }
    let mut county = County { seed, year, units, people: Vec::new(), cast };
    county.people = posts::people(&county, &swaps, &[&county.cast, &other]);
    county
}

fn unit_at(index: usize, n_towns: usize) -> PlannedUnit {
    let township = index < n_towns;
    let (code, name) = if township {
        (format!("T{:02}", index + 1), names::township(index))
    } else {
        (format!("D{:02}", index + 1 - n_towns), names::department(index - n_towns))
    };
    let group = index / levels::UNITS_OF_A_GROUP;
    PlannedUnit { code, name, township, quality: 0, level: 0, key: index as u64, group, team: (0, 0) }
}

/// Seven in a township; four in 48 of every 68 departments and three in the others.
fn team_size(index: usize, n_towns: usize) -> usize {
    let Some(department) = index.checked_sub(n_towns) else { return 7 };
    3 + (department + 1) * 48 / 68 - department * 48 / 68
}

fn ranks(units: &[PlannedUnit], n_towns: usize, seed: u64) -> Ranks {
    let mut townships: Vec<usize> = (0..n_towns).collect();
    let mut departments: Vec<usize> = (n_towns..units.len()).collect();
    let (town_places, department_places) = ((n_towns * 2 + 3) / 6, departments.len() / 4);
    for (list, places, part) in [(&mut townships, town_places, 1), (&mut departments, department_places, 2)] {
        Draws::of(Stream::Rank, &[seed, part]).shuffle(list);
        // The two at the edge share an inspection group, so that equal facts get equal marks.
        let Some(&edge) = places.checked_sub(1).and_then(|at| list.get(at)) else { continue };
        let beside = |index: usize| list.iter().position(|&other| other == index);
        let mate = [edge + 1, edge.wrapping_sub(1)]
            .into_iter()
            .find(|&index| beside(index).is_some() && units[index].group == units[edge].group)
            .and_then(beside);
        if let Some(mate) = mate.filter(|_| places < list.len()) {
            list.swap(places, mate);
        }
    }
    Ranks { townships, town_places, departments, department_places }
}

/// The quality of a place in a group.
fn quality(rank: usize, n: usize, places: usize, (edge, rest): (i32, &[(i32, i32)])) -> i32 {
    let whole = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
    if rank + 1 < places {
        let steps = whole(places.saturating_sub(2)).max(1);
        return levels::BEST - (levels::BEST - levels::BEFORE_EDGE) * whole(rank) / steps;
    }
    if places > 0 && rank <= places {
        return edge;
    }
    let first = if places > 0 { places + 1 } else { 0 };
    let way = whole(rank - first) * 1000 / whole(n.saturating_sub(first + 1)).max(1);
    let mut at = rest[0];
    for &next in rest {
        if way <= next.0 {
            return at.1 + (next.1 - at.1) * (way - at.0) / (next.0 - at.0).max(1);
        }
        at = next;
    }
    at.1
}
