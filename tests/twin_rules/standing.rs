//! Items that set a unit beside others: share of the best, points by rank, distance from the mean.

use crate::twin::fraction::{Fraction, decimal, whole};

use super::cells::broken_to;
use super::items::{County, Item, Worth};
use super::measured::{Stated, stated};
use super::number;

/// Those with whom a unit is compared, itself included: all units with a value, of its group or of the county.
fn peers(county: &County, values: &[Stated], population: &str, unit: usize) -> Vec<Fraction> {
    let alike = |other: usize| population == "all" || county.groups[other] == county.groups[unit];
    let other = values.iter().enumerate().filter(|(other, _)| alike(*other));
    other.filter_map(|(_, value)| if let Stated::Is(value) = value { Some(*value) } else { None }).collect()
}

fn against(
    county: &County,
    values: &[Stated],
    population: &str,
    worth: impl Fn(Fraction, &[Fraction]) -> Worth,
) -> Vec<Worth> {
    let one = |(unit, value): (usize, &Stated)| match value {
        Stated::Is(value) => worth(*value, &peers(county, values, population, unit)),
        Stated::Skipped => Worth::Nothing,
        Stated::Waits => Worth::Waits,
    };
    values.iter().enumerate().map(one).collect()
}

fn item(code: &str, full: usize, toml: String, worth: Vec<Worth>) -> Item {
    Item { code: code.to_owned(), toml, full, worth, elsewise: "rescale", nothing: "" }
}

/// Marks of the inspectors, of which the mean is compared.
fn marks(county: &mut County, code: &str) -> Vec<Stated> {
    let mut cells = Vec::new();
    for _ in 0..county.groups.len() {
        let n = county.dice.below(4);
        cells.push((0..n).map(|_| county.dice.of(&["0", "2", "3.5", "5", "8"]).to_owned()).collect::<Vec<_>>());
    }
    let mean = |own: &Vec<String>| match own.len() {
        0 => Stated::Skipped,
        n => Stated::Is(own.iter().fold(whole(0), |sum, one| sum + decimal(one)) / whole(n)),
    };
    let values = cells.iter().map(mean).collect();
    county.sheets.marks.insert(code.to_owned(), cells);
    values
}

/// Full marks times own over best, or best over own where the lowest is the best.
fn share_of_best(county: &mut County, code: &str) -> Item {
    let by_marks = county.dice.chance(50);
    let values = if by_marks { marks(county, code) } else { stated(county, "sh") };
    let (population, best) = (county.dice.of(&["group", "all"]), county.dice.of(&["highest", "lowest"]));
    let best_zero = county.dice.of(&["full", "zero", "pend"]);
    let worth = against(county, &values, population, |own, peers| {
        let (high, low) = (peers.iter().max().expect("one"), peers.iter().min().expect("one"));
        let (above, below) = if best == "highest" { (own, *high) } else { (*low, own) };
        match best_zero {
            _ if below != whole(0) => Worth::Points(whole(12) * above / below),
            "full" => Worth::Points(whole(12)),
            "zero" => Worth::Points(whole(0)),
            _ => Worth::Waits,
        }
    });
    let compared = if by_marks { "of_marks = true" } else { "measure = \"sh\"" };
    let toml = format!(
        "rule = \"share_of_best\"\n{compared}\npopulation = \"{population}\"\nbest = \"{best}\"\nbest_zero = \"{best_zero}\"\n"
    );
    item(code, 12, toml, worth)
}

/// The points of ranks: a list from the top, a first with a step, or a list from the bottom.
fn points_of(shape: &str, rank: usize, n: usize) -> Fraction {
    match shape {
        "list" => ["9", "7.5", "16/3"].get(rank - 1).map_or_else(|| whole(3), |points| number(points)),
        "step" => whole(9) - number("0.7") * whole(rank - 1),
        _ => {
            // The last has 4, the last but one 3.1, the one above it 2; each further rank half a point less.
            match n - rank {
                0 => whole(4),
                1 => number("3.1"),
                further => whole(2) - number("0.5") * whole(further - 2),
            }
        }
    }
}

/// The points of a rank shared by several.
fn of_place(shape: &str, ties: &str, own: Fraction, pool: &[Fraction], best: &str) -> Fraction {
    let better = pool.iter().filter(|other| if best == "highest" { **other > own } else { **other < own }).count();
    let equal = pool.iter().filter(|other| **other == own).count();
    let n = pool.len();
    if ties == "same" {
        return points_of(shape, better + 1, n);
    }
    let sum = (1..=equal).fold(whole(0), |sum, at| sum + points_of(shape, better + at, n));
    sum / whole(equal)
}

fn shape_toml(shape: &str) -> &'static str {
    match shape {
        "list" => "points_by_rank = [\"9\", \"7.5\", \"16/3\"]\nbeyond = \"3\"\n",
        "step" => "first = \"9\"\nstep = \"0.7\"\n",
        _ => "from_bottom = [\"4\", \"3.1\", \"2\"]\nstep = \"0.5\"\n",
    }
}

fn by_rank(county: &mut County, code: &str) -> Item {
    let by_marks = county.dice.chance(50);
    let values = if by_marks { marks(county, code) } else { stated(county, "ra_nk") };
    let (population, best) = (county.dice.of(&["group", "all"]), county.dice.of(&["highest", "lowest"]));
    let (shape, ties) = (county.dice.of(&["list", "step", "bottom"]), county.dice.of(&["same", "mean"]));
    let worth =
        against(county, &values, population, |own, peers| Worth::Points(of_place(shape, ties, own, peers, best)));
    let compared = if by_marks { "of_marks = true\nper_inspector = false" } else { "measure = \"ra_nk\"" };
    let toml = format!(
        "rule = \"by_rank\"\n{compared}\npopulation = \"{population}\"\nbest = \"{best}\"\n{}rank_ties = \"{ties}\"\n",
        shape_toml(shape)
    );
    item(code, 9, toml, worth)
}

/// Each inspector ranks for himself, and the points of the ranks are averaged.
fn by_inspectors(county: &mut County, code: &str) -> Item {
    marks(county, code);
    let (population, shape, ties) =
        (county.dice.of(&["group", "all"]), county.dice.of(&["list", "step"]), county.dice.of(&["same", "mean"]));
    let cells = county.sheets.marks[code].clone();
    let one = |(unit, own): (usize, &Vec<String>)| {
        if own.is_empty() {
            return Worth::Nothing;
        }
        let mut sum = whole(0);
        for (inspector, mark) in own.iter().enumerate() {
            let alike = |other: usize| population == "all" || county.groups[other] == county.groups[unit];
            let pool = cells.iter().enumerate().filter(|(other, _)| alike(*other));
            let pool: Vec<Fraction> =
                pool.filter_map(|(_, marks)| marks.get(inspector)).map(|mark| decimal(mark)).collect();
            sum = sum + of_place(shape, ties, decimal(mark), &pool, "highest");
        }
        Worth::Points(sum / whole(own.len()))
    };
    let worth = cells.iter().enumerate().map(one).collect();
    let toml = format!(
        "rule = \"by_rank\"\nof_marks = true\nper_inspector = true\npopulation = \"{population}\"\nbest = \"highest\"\n{}\
         rank_ties = \"{ties}\"\n",
        shape_toml(shape)
    );
    item(code, 9, toml, worth)
}

/// So much for each unit of measure above or below the mean.
fn group_mean(county: &mut County, code: &str) -> Item {
    let values = stated(county, "gm");
    let (population, broken) =
        (county.dice.of(&["group", "all"]), county.dice.of(&["exact", "floor", "ceil", "half_up"]));
    let (above, below) = (county.dice.of(&["-0.5", "0.1"]), county.dice.of(&["0", "-1/3"]));
    let (floor, cap) = (county.dice.of(&["0", "none"]), county.dice.of(&["5", "none"]));
    let worth = against(county, &values, population, |own, peers| {
        let mean = peers.iter().fold(whole(0), |sum, one| sum + *one) / whole(peers.len());
        let points = if own < mean {
            broken_to(mean - own, broken) * number(below)
        } else {
            broken_to(own - mean, broken) * number(above)
        };
        let points = whole(4) + points;
        let points = if floor == "none" { points } else { points.max(whole(0)) };
        Worth::Points(if cap == "none" { points } else { points.min(whole(5)) })
    });
    let toml = format!(
        "rule = \"group_mean\"\nmeasure = \"gm\"\npopulation = \"{population}\"\nbase = \"4\"\nper_above = \"{above}\"\n\
         per_below = \"{below}\"\nbroken_distance = \"{broken}\"\nfloor = \"{floor}\"\ncap = \"{cap}\"\n"
    );
    item(code, 4, toml, worth)
}

pub fn items(county: &mut County) -> Vec<Item> {
    vec![share_of_best(county, "J21"), by_rank(county, "J22"), by_inspectors(county, "J23"), group_mean(county, "J24")]
}
