//! Items that set a stated number against lines: step tables, straight lines, a target, points per event.

use std::fmt::Write as _;

use crate::twin::fraction::{Fraction, decimal, whole};

use super::items::{County, Item, Worth};
use super::number;

/// What a measure is for one unit.
#[derive(Clone, Copy)]
pub enum Stated {
    Is(Fraction),
    /// As if there were no such thing.
    Skipped,
    Waits,
}

/// A measure of stated numbers, some of them in several documents, some missing.
pub fn stated(county: &mut County, code: &str) -> Vec<Stated> {
    let combine = county.dice.of(&["one", "sum", "mean", "last"]);
    let missing = county.dice.of(&["zero", "skip", "skip", "pend"]);
    let _ = write!(
        county.sheets.toml,
        "[[measure]]\ncode = \"{code}\"\nname = \"指标{code}\"\nof = \"unit\"\nfrom = \"facts\"\ncombine = \"{combine}\"\n\
         missing = \"{missing}\"\ncounted_in = \"分\"\nassumed = true\n\n"
    );
    let mut all = Vec::new();
    for unit in 0..county.groups.len() {
        let n = match combine {
            _ if county.dice.chance(15) => 0,
            "one" => 1,
            _ => 1 + county.dice.below(3),
        };
        let numbers: Vec<String> = (0..n).map(|_| county.value()).collect();
        for (document, value) in numbers.iter().enumerate() {
            let _ = writeln!(county.sheets.facts, "U{unit},指标{code},{value},{document}号");
        }
        let sum = numbers.iter().fold(whole(0), |sum, one| sum + decimal(one));
        all.push(match (numbers.last(), missing) {
            (Some(last), _) if combine == "last" => Stated::Is(decimal(last)),
            (Some(_), _) if combine == "mean" => Stated::Is(sum / whole(n)),
            (Some(_), _) => Stated::Is(sum),
            (None, "zero") => Stated::Is(whole(0)),
            (None, "skip") => Stated::Skipped,
            (None, _) => Stated::Waits,
        });
    }
    all
}

fn each(values: &[Stated], points: impl Fn(Fraction) -> Fraction) -> Vec<Worth> {
    let one = |value: &Stated| match value {
        Stated::Is(value) => Worth::Points(points(*value)),
        Stated::Skipped => Worth::Nothing,
        Stated::Waits => Worth::Waits,
    };
    values.iter().map(one).collect()
}

fn item(code: &str, full: usize, toml: String, worth: Vec<Worth>) -> Item {
    Item { code: code.to_owned(), toml, full, worth, elsewise: "rescale", nothing: "" }
}

/// Rows from above, the first that fits; one of them turns on a second measure.
fn steps(county: &mut County, code: &str) -> Item {
    let (first, second) = (stated(county, "sa"), stated(county, "sb"));
    let edges: Vec<&str> = (0..3).map(|_| county.dice.of(&["at_least", "above"])).collect();
    let lines = ["80", "50.5", "20"];
    let points = ["7", "14/3", "3"];
    let (limit, by_second) = (county.dice.of(&["40", "100/3"]), "2.5");
    let worth = first.iter().zip(&second).map(|(first, second)| {
        for ((edge, line), points) in edges.iter().zip(lines).zip(points) {
            match first {
                Stated::Is(value) if *value > number(line) || (*edge == "at_least" && *value == number(line)) => {
                    return Worth::Points(number(points));
                }
                Stated::Waits => return Worth::Waits,
                Stated::Is(_) | Stated::Skipped => {}
            }
        }
        match (first, second) {
            (_, Stated::Is(value)) if *value < number(limit) => Worth::Points(number(by_second)),
            (_, Stated::Waits) => Worth::Waits,
            (Stated::Skipped, Stated::Skipped) => Worth::Nothing,
            _ => Worth::Points(whole(1)),
        }
    });
    let worth = worth.collect();
    let mut rows: Vec<String> = edges
        .iter()
        .zip(lines)
        .zip(points)
        .map(|((edge, line), points)| format!("{{ {edge} = \"{line}\", points = \"{points}\" }}"))
        .collect();
    rows.push(format!("{{ when = [{{ measure = \"sb\", below = \"{limit}\" }}], points = \"{by_second}\" }}"));
    rows.push("{ otherwise = true, points = \"1\" }".to_owned());
    item(code, 7, format!("rule = \"steps\"\nmeasure = \"sa\"\nsteps = [{}]\n", rows.join(", ")), worth)
}

/// Straight lines between anchors; beyond them the last points hold, or fixed ones.
fn linear(county: &mut County, code: &str) -> Item {
    let values = stated(county, "li");
    let anchors = [("15", "1"), ("40", county.dice.of(&["2", "3"])), ("70.5", "2.5"), ("90", "4")];
    let (below, above) = (county.dice.of(&["hold", "0", "-1"]), county.dice.of(&["hold", "5"]));
    let worth = each(&values, |value| {
        let at = |n: usize| (number(anchors[n].0), number(anchors[n].1));
        if value < at(0).0 {
            return if below == "hold" { at(0).1 } else { number(below) };
        }
        for n in 1..anchors.len() {
            let ((from, low), (to, high)) = (at(n - 1), at(n));
            if value <= to {
                return low + (high - low) * (value - from) / (to - from);
            }
        }
        if above == "hold" { at(3).1 } else { number(above) }
    });
    let rows: Vec<String> =
        anchors.iter().map(|(at, points)| format!("{{ at = \"{at}\", points = \"{points}\" }}")).collect();
    let toml = format!(
        "rule = \"linear\"\nmeasure = \"li\"\nanchors = [{}]\nbelow_anchors = \"{below}\"\nabove_anchors = \"{above}\"\n",
        rows.join(", ")
    );
    item(code, 4, toml, worth)
}

/// Full marks times the value over a target.
fn pro_rata(county: &mut County, code: &str) -> Item {
    let values = stated(county, "pr");
    let (target, cap) = (county.dice.of(&["60", "45.5", "200/3"]), county.dice.of(&["none", "6", "7"]));
    let worth = each(&values, |value| {
        let points = whole(6) * value / number(target);
        if cap == "none" { points } else { points.min(number(cap)) }
    });
    let toml =
        format!("rule = \"pro_rata\"\nmeasure = \"pr\"\ntarget = \"{target}\"\nfloor = \"0\"\ncap = \"{cap}\"\n");
    item(code, 6, toml, worth)
}

/// A base and so much for each.
fn events(county: &mut County, code: &str) -> Item {
    let values = stated(county, "ev");
    let (per, floor) = (county.dice.of(&["-0.1", "-1/3"]), county.dice.of(&["0", "none"]));
    let worth = each(&values, |value| {
        let points = whole(9) + value * number(per);
        if floor == "none" { points } else { points.max(whole(0)) }
    });
    let toml = format!(
        "rule = \"events\"\nmeasure = \"ev\"\nbase = \"9\"\nper_event = \"{per}\"\nfloor = \"{floor}\"\ncap = \"9\"\n"
    );
    item(code, 9, toml, worth)
}

pub fn items(county: &mut County) -> Vec<Item> {
    vec![steps(county, "J11"), linear(county, "J12"), pro_rata(county, "J13"), events(county, "J14")]
}
