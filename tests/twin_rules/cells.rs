//! Items on plain cells and counts: marks, words, actions, days, rates, target lines, occurrences.

use std::fmt::Write as _;

use crate::twin::fraction::{Fraction, decimal, whole};

use super::items::{County, Item, Worth};
use super::number;

fn within(value: Fraction, floor: &str, cap: &str) -> Fraction {
    let value = if floor == "none" { value } else { value.max(number(floor)) };
    if cap == "none" { value } else { value.min(number(cap)) }
}

/// Several marks, of which the highest and lowest may be dropped; some units not judged, some not concerned.
fn trimmed(county: &mut County, code: &str, elsewise: &'static str) -> Item {
    let (high, low) = (county.dice.below(3), county.dice.below(2));
    let from = high + low + 1 + county.dice.below(3);
    let mut worth = Vec::new();
    let mut cells = Vec::new();
    for _ in 0..county.groups.len() {
        if county.dice.chance(20) {
            worth.push(Worth::NotApplicable);
            cells.push(vec!["不适用".to_owned()]);
            continue;
        }
        let n = county.dice.below(7);
        let marks: Vec<String> =
            (0..n).map(|_| format!("{}.{}", county.dice.below(20), county.dice.below(10))).collect();
        let mut sorted: Vec<Fraction> = marks.iter().map(|mark| decimal(mark)).collect();
        sorted.sort();
        let kept = if n >= from { &sorted[low..n - high] } else { &sorted[..] };
        let sum = kept.iter().fold(whole(0), |sum, one| sum + *one);
        worth.push(if n == 0 { Worth::Nothing } else { Worth::Points(sum / whole(kept.len())) });
        cells.push(marks);
    }
    county.sheets.marks.insert(code.to_owned(), cells);
    let fixed = if elsewise == "fixed" { "not_applicable_points = \"13/2\"\n" } else { "" };
    let toml = format!(
        "from = \"marks\"\nrule = \"panel\"\ncombine = \"trimmed\"\ndrop_high = {high}\ndrop_low = {low}\n\
         trim_from = {from}\n{fixed}"
    );
    Item { code: code.to_owned(), toml, full: 20, worth, elsewise, nothing: "" }
}

/// Words worth points, the mean of the inspectors.
fn levels(county: &mut County, code: &str) -> Item {
    let points = [("优", "9.5"), ("良", "22/3"), ("差", "-1")];
    let mut worth = Vec::new();
    let mut cells = Vec::new();
    for _ in 0..county.groups.len() {
        let words: Vec<usize> = (0..county.dice.below(4)).map(|_| county.dice.below(3)).collect();
        let sum = words.iter().fold(whole(0), |sum, word| sum + number(points[*word].1));
        worth.push(match words.len() {
            0 => Worth::Nothing,
            n => Worth::Points(within(sum / whole(n), "0", "9")),
        });
        cells.push(words.iter().map(|word| points[*word].0.to_owned()).collect());
    }
    county.sheets.marks.insert(code.to_owned(), cells);
    let rows: Vec<String> =
        points.iter().map(|(name, points)| format!("{{ name = \"{name}\", points = \"{points}\" }}")).collect();
    let toml = format!("rule = \"levels\"\nlevels = [{}]\nfloor = \"0\"\ncap = \"9\"\n", rows.join(", "));
    Item { code: code.to_owned(), toml, full: 10, worth, elsewise: "rescale", nothing: "" }
}

/// A required number of actions, from the ledger; a unit that is not in it has done nothing.
fn count(county: &mut County, code: &str) -> Item {
    let required = 1 + county.dice.below(5);
    let (missing, extra) = (county.dice.of(&["1", "2.5", "4/3"]), county.dice.of(&["0", "0.5", "1"]));
    let (floor, cap) = (county.dice.of(&["0", "none", "-3"]), county.dice.of(&["10", "none", "11"]));
    let mut worth = Vec::new();
    for unit in 0..county.groups.len() {
        let done = county.dice.below(8);
        for n in 0..done {
            let _ = writeln!(county.sheets.ledger, "U{unit},{code},2015-{:02}-{:02},会议{n}", n + 1, 3 + unit);
        }
        let value = if done < required {
            whole(10) - number(missing) * whole(required - done)
        } else {
            whole(10) + number(extra) * whole(done - required)
        };
        worth.push(Worth::Points(within(value, floor, cap)));
    }
    let toml = format!(
        "from = \"ledger\"\nrule = \"count\"\nrequired = {required}\nper_missing = \"{missing}\"\n\
         per_extra = \"{extra}\"\nfloor = \"{floor}\"\ncap = \"{cap}\"\n"
    );
    Item { code: code.to_owned(), toml, full: 10, worth, elsewise: "rescale", nothing: "" }
}

/// In time earns all; the day itself is in time or not.
fn deadline(county: &mut County, code: &str) -> Item {
    let counts = county.dice.chance(50);
    let late = county.dice.of(&["0", "2.5"]);
    let mut worth = Vec::new();
    let mut cells = Vec::new();
    for _ in 0..county.groups.len() {
        let day = 27 + county.dice.below(4);
        if county.dice.chance(10) {
            worth.push(Worth::Nothing);
            cells.push(Vec::new());
            continue;
        }
        let in_time = if counts { day <= 28 } else { day < 28 };
        worth.push(Worth::Points(if in_time { whole(5) } else { number(late) }));
        cells.push(vec![format!("2015-06-{day}")]);
    }
    county.sheets.marks.insert(code.to_owned(), cells);
    let toml = format!(
        "from = \"marks\"\nrule = \"deadline\"\ndue = {{ year = \"06-28\" }}\ndue_day_counts = {counts}\nlate = \"{late}\"\n"
    );
    Item { code: code.to_owned(), toml, full: 5, worth, elsewise: "rescale", nothing: "" }
}

/// What stands where nothing was to be done.
fn empty(zero: &str, full: usize) -> Worth {
    match zero {
        "full" => Worth::Points(whole(full)),
        "zero" => Worth::Points(whole(0)),
        _ => Worth::NotApplicable,
    }
}

/// A rate of the case statistics.
fn rate(county: &mut County, code: &str) -> Item {
    let zero = county.dice.of(&["full", "zero", "not_applicable"]);
    let (above, below) = (county.indicator("ra", 6), county.indicator("rb", 5));
    let each = above.iter().zip(&below).map(|pair| match pair {
        (Some(_), Some(0)) => empty(zero, 8),
        // Nobody earns more than full marks.
        (Some(above), Some(below)) => Worth::Points((whole(8) * whole(*above) / whole(*below)).min(whole(8))),
        _ => Worth::Nothing,
    });
    let worth = each.collect();
    let toml = format!(
        "from = \"cases\"\nrule = \"rate\"\nnumerator = \"ra\"\ndenominator = \"rb\"\nzero_denominator = \"{zero}\"\n"
    );
    Item { code: code.to_owned(), toml, full: 8, worth, elsewise: "rescale", nothing: "" }
}

/// Cases above or below a line that may have to be whole.
fn target_line(county: &mut County, code: &str) -> Item {
    let zero = county.dice.of(&["full", "zero", "not_applicable"]);
    let (line, broken) =
        (county.dice.of(&["0.8", "2/3", "0.35"]), county.dice.of(&["exact", "floor", "ceil", "half_up"]));
    let (above, below) = (county.dice.of(&["2", "0.5"]), county.dice.of(&["-2", "-1/3"]));
    let (floor, cap) = (county.dice.of(&["0", "none"]), county.dice.of(&["none", "13"]));
    let (done, due) = (county.indicator("ta", 12), county.indicator("tb", 15));
    let each = done.iter().zip(&due).map(|pair| match pair {
        (Some(_), Some(0)) => empty(zero, 10),
        (Some(done), Some(due)) => {
            let at = broken_to(number(line) * whole(*due), broken);
            let done = whole(*done);
            let value = if done < at { (at - done) * number(below) } else { (done - at) * number(above) };
            Worth::Points(within(whole(10) + value, floor, cap))
        }
        _ => Worth::Nothing,
    });
    let worth = each.collect();
    let toml = format!(
        "rule = \"target_line\"\nnumerator = \"ta\"\ndenominator = \"tb\"\nline = \"{line}\"\nbase = \"10\"\n\
         per_above = \"{above}\"\nper_below = \"{below}\"\nbroken_line = \"{broken}\"\nzero_denominator = \"{zero}\"\n\
         floor = \"{floor}\"\ncap = \"{cap}\"\n"
    );
    Item { code: code.to_owned(), toml, full: 10, worth, elsewise: "rescale", nothing: "" }
}

/// A number not below nought made whole.
pub fn broken_to(value: Fraction, how: &str) -> Fraction {
    let cut = whole(value.cut());
    match how {
        "exact" => value,
        "floor" => cut,
        "ceil" if cut == value => cut,
        "ceil" => cut + whole(1),
        _ => whole((value + decimal("0.5")).cut()),
    }
}

/// Occurrences by kind, level and who found them: every row that fits counts, up to its own most.
fn occurrences(county: &mut County, code: &str) -> Item {
    type Row = ([&'static str; 3], &'static str, Option<&'static str>);
    let rows: [Row; 5] = [
        (["访", "县", ""], county.dice.of(&["-2", "-1/2"]), None),
        (["访", "市", "上级发现"], "-4", county.dice.of(&[None, Some("6")])),
        (["案", "", "自查自纠"], "1", Some("2")),
        (["案", "", ""], county.dice.of(&["-1", "-2/3"]), None),
        (["", "县", "上级发现"], "-0.5", None),
    ];
    let (floor, cap) = (county.dice.of(&["0", "none"]), county.dice.of(&["12", "none"]));
    let mut worth = Vec::new();
    for unit in 0..county.groups.len() {
        let mut sums = [whole(0); 5];
        for n in 0..county.dice.below(6) {
            let traits = [
                county.dice.of(&["访", "案"]),
                county.dice.of(&["县", "市"]),
                county.dice.of(&["上级发现", "自查自纠"]),
            ];
            let (times, sharers) = (1 + county.dice.below(3), 1 + county.dice.below(3));
            let [kind, level, found] = traits;
            let _ = writeln!(
                county.sheets.occurrences,
                "U{unit},{code},{kind},{level},{found},2015-03-{:02},{times},{sharers}",
                n + 1
            );
            for (sum, (asked, points, _)) in sums.iter_mut().zip(&rows) {
                if asked.iter().zip(&traits).all(|(asked, own)| asked.is_empty() || asked == own) {
                    *sum = *sum + number(points) * whole(times) / whole(sharers);
                }
            }
        }
        let held = sums.iter().zip(&rows).map(|(sum, (.., most))| match most {
            Some(most) => (*sum).min(number(most)).max(whole(0) - number(most)),
            None => *sum,
        });
        let value = held.fold(whole(10), |sum, one| sum + one);
        worth.push(Worth::Points(within(value, floor, cap)));
    }
    let row = |(traits, points, most): &Row| {
        let keys = ["kind", "level", "found_by"].iter().zip(traits).filter(|(_, word)| !word.is_empty());
        let keys: Vec<String> = keys.map(|(key, word)| format!("{key} = \"{word}\", ")).collect();
        let most = most.map_or_else(String::new, |most| format!(", at_most = \"{most}\""));
        format!("{{ {}points = \"{points}\"{most} }}", keys.concat())
    };
    let rows: Vec<String> = rows.iter().map(row).collect();
    let toml = format!(
        "rule = \"occurrences\"\nbase = \"10\"\nrows = [{}]\nfloor = \"{floor}\"\ncap = \"{cap}\"\n",
        rows.join(", ")
    );
    Item { code: code.to_owned(), toml, full: 10, worth, elsewise: "rescale", nothing: "" }
}

pub fn items(county: &mut County, elsewise: &'static str) -> Vec<Item> {
    vec![
        trimmed(county, "J01", elsewise),
        levels(county, "J02"),
        count(county, "J03"),
        deadline(county, "J04"),
        rate(county, "J05"),
        target_line(county, "J06"),
        occurrences(county, "J07"),
    ]
}
