//! Rules that compare units with each other: the share of the best, and points by rank.

use super::Check;
use super::lines::{own_measure, within_full};
use crate::exact::Exact;
use crate::scheme::load::Entry;
use crate::scheme::raw::{Quoted, RawItem, WordOr};
use crate::scheme::worth::{Best, BestZero, Compared, PointTies, Points, Population, RankPoints};

/// What is compared: the inspectors' mean or a measure.
fn compared(check: &mut Check<'_>, entry: &Entry<RawItem>) -> Compared {
    let (raw, spot) = (&entry.raw, &entry.spot);
    if raw.of_marks == Some(true) {
        let policy = check.tables.item_policy.as_ref().and_then(|entry| entry.raw.places);
        let places = check.need(spot, "places", &raw.places.or(policy));
        check.places(spot, places);
        if raw.measure.is_some() {
            check.unused(spot, "measure", "已写明 of_marks", "of_marks says it already");
        }
        return Compared::Marks;
    }
    Compared::Measure(own_measure(check, entry))
}

pub(super) fn share_of_best(check: &mut Check<'_>, entry: &Entry<RawItem>) -> Points {
    let (raw, spot) = (&entry.raw, &entry.spot);
    Points::ShareOfBest {
        compared: compared(check, entry),
        population: check.need(spot, "population", &raw.population).unwrap_or(Population::Group),
        best: check.need(spot, "best", &raw.best).unwrap_or(Best::Highest),
        best_zero: check.need(spot, "best_zero", &raw.best_zero).unwrap_or(BestZero::Pend),
    }
}

pub(super) fn by_rank(check: &mut Check<'_>, entry: &Entry<RawItem>, full: &Exact) -> Points {
    let (raw, spot) = (&entry.raw, &entry.spot);
    let compared = compared(check, entry);
    if compared != Compared::Marks && raw.per_inspector.is_some() {
        check.unused(spot, "per_inspector", "只用于 of_marks = true", "used with of_marks = true only");
    }
    let per_inspector =
        compared == Compared::Marks && check.need(spot, "per_inspector", &raw.per_inspector).unwrap_or_default();
    Points::ByRank {
        compared,
        population: check.need(spot, "population", &raw.population).unwrap_or(Population::Group),
        best: check.need(spot, "best", &raw.best).unwrap_or(Best::Highest),
        points: rank_points(check, entry, full),
        ties: check.need(spot, "rank_ties", &raw.rank_ties).unwrap_or(PointTies::Same),
        per_inspector,
    }
}

/// One of three ways to say what a rank is worth.
fn rank_points(check: &mut Check<'_>, entry: &Entry<RawItem>, full: &Exact) -> RankPoints {
    let (raw, spot) = (&entry.raw, &entry.spot);
    let list = |rows: &[Quoted]| rows.iter().map(|row| row.0.clone()).collect::<Vec<Exact>>();
    for points in raw.points_by_rank.iter().chain(&raw.from_bottom).chain(&raw.first) {
        within_full(check, entry, "points_by_rank", &points.0, full);
    }
    let ways = [!raw.points_by_rank.is_empty(), !raw.from_bottom.is_empty(), raw.first.is_some()];
    if ways.iter().filter(|way| **way).count() > 1 {
        let (zh, en) = ("points_by_rank、from_bottom、first 只写一种", "one of points_by_rank, from_bottom and first");
        check.out_of_range(spot, "points_by_rank", "…", zh, en);
    }
    match ways {
        [true, ..] => {
            let beyond = match check.need(spot, "beyond", &raw.beyond) {
                Some(WordOr::At(points)) => points,
                Some(WordOr::Word(word)) => {
                    check.out_of_range(spot, "beyond", &word, "加引号的准确数", "an exact number in quotes");
                    Exact::zero()
                }
                None => Exact::zero(),
            };
            RankPoints::List(list(&raw.points_by_rank), beyond)
        }
        [_, true, _] => RankPoints::FromBottom(list(&raw.from_bottom), check.number(spot, "step", &raw.step)),
        _ => {
            let first = check.need(spot, "first", &raw.first).map(|first| first.0).unwrap_or_default();
            RankPoints::Step(first, check.number(spot, "step", &raw.step))
        }
    }
}
