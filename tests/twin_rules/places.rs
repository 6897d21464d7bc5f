//! Places: how many, who has one, who loses his, who waits, what is lent; and ranks with ties.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::twin::fraction::{Fraction, whole};

use super::{Dice, by_code, number, results, scheme_of};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Grade {
    A,
    B,
    C,
    D,
}

const NAMES: [(Grade, &str); 4] = [(Grade::A, "优秀"), (Grade::B, "良好"), (Grade::C, "合格"), (Grade::D, "不合格")];

fn name(grade: Grade) -> &'static str {
    NAMES.iter().find(|(own, _)| *own == grade).expect("a grade").1
}

/// How many places a pool has.
#[derive(Clone, Copy)]
enum Many {
    Share(&'static str, &'static str),
    Fixed(usize),
    /// Up to so many in the base so many places, else others.
    By(usize, usize, usize),
}

#[derive(Clone, Copy)]
struct Quota {
    grade: Grade,
    by_group: bool,
    many: Many,
    minimum: Option<usize>,
    graded_only: bool,
    ties: &'static str,
    /// Whether the lower value of J1 goes first, and what holds where it is equal.
    lower_first: bool,
    chain_end: &'static str,
    overflow: Grade,
    borrow: bool,
}

fn quota(dice: &mut Dice, grade: Grade) -> Quota {
    let by_group = dice.chance(70);
    Quota {
        grade,
        by_group,
        many: match dice.below(3) {
            0 => Many::Share(
                dice.of(&["0.15", "1/3", "0.5", "0.25"]),
                dice.of(&["half_up", "half_even", "floor", "ceil"]),
            ),
            1 => Many::Fixed(dice.below(4)),
            _ => Many::By(2 + dice.below(3), dice.below(2), 1 + dice.below(3)),
        },
        minimum: dice.chance(30).then_some(1),
        graded_only: dice.chance(50),
        ties: dice.of(&["chain", "include_all", "exclude_all", "committee"]),
        lower_first: dice.chance(30),
        chain_end: dice.of(&["include_all", "exclude_all", "committee"]),
        overflow: if grade == Grade::A { dice.of(&[Grade::B, Grade::C]) } else { Grade::C },
        borrow: by_group && dice.chance(35),
    }
}

fn quota_text(quota: &Quota) -> String {
    let pool = if quota.by_group { "group" } else { "all" };
    let many = match quota.many {
        Many::Share(share, rounding) => format!("share = \"{share}\"\nrounding = \"{rounding}\"\n"),
        Many::Fixed(n) => format!("places = {n}\n"),
        Many::By(up_to, few, more) => {
            format!("places_by = [{{ up_to = {up_to}, places = {few} }}, {{ places = {more} }}]\n")
        }
    };
    let minimum = quota.minimum.map_or_else(String::new, |n| format!("minimum = {n}\n"));
    let base = if quota.graded_only { "graded" } else { "all" };
    let chain = match (quota.ties, quota.lower_first) {
        ("chain", lower) => {
            let sign = if lower { "-" } else { "" };
            format!("chain = [\"{sign}J1\"]\nchain_end = \"{}\"\n", quota.chain_end)
        }
        _ => String::new(),
    };
    let borrow = if quota.borrow { "borrow = \"from:office\"\n" } else { "" };
    format!(
        "[[quota]]\nfor = \"unit\"\ngrade = \"{}\"\npool = \"{pool}\"\n{many}{minimum}base = \"{base}\"\nties = \"{}\"\n\
         {chain}overflow = \"{}\"\n{borrow}refill = false\nassumed = true\n\n",
        name(quota.grade),
        quota.ties,
        name(quota.overflow)
    )
}

fn text(quotas: &[Quota], dense: bool) -> String {
    let components = r#"
[[component]]
code = "inspection"
name = "检查考核"
weight = "1"
full = "100"
periods = [{ period = "year", weight = "1" }]
missing_period = "pend"
missing = "pend"
assumed = true

[[item]]
code = "J1"
name = "一"
component = "inspection"
full = "60"
from = "marks"
rule = "panel"
combine = "mean"
assumed = true

[[item]]
code = "J2"
name = "二"
component = "inspection"
full = "40"
from = "marks"
rule = "panel"
combine = "mean"
assumed = true
"#;
    let mut all = scheme_of("100", components);
    if dense {
        all = all.replace("ties = \"competition\"", "ties = \"dense\"");
    }
    for (grade, edges) in [
        ("优秀", "from = \"80\""),
        ("良好", "from = \"75\"\nbelow = \"80\""),
        ("合格", "from = \"70\"\nbelow = \"75\""),
        ("不合格", "below = \"70\""),
    ] {
        let _ = write!(all, "\n[[band]]\nfor = \"unit\"\ngrade = \"{grade}\"\n{edges}\nassumed = true\n");
    }
    all += "\n[compare]\nband = \"exact\"\nrank = \"exact\"\nassumed = true\n\n";
    all + &quotas.iter().map(quota_text).collect::<String>()
}

/// A unit: its group and its two marks, if it was inspected.
struct Unit {
    group: &'static str,
    marks: Option<(usize, usize)>,
}

impl Unit {
    fn total(&self) -> Option<usize> {
        self.marks.map(|(first, second)| first + second)
    }
}

/// The whole number next to a share of the base.
fn rounded(exact: Fraction, how: &str) -> usize {
    let cut = exact.cut();
    let rest = exact - whole(cut);
    let half = number("0.5");
    let up = match how {
        "floor" => false,
        "ceil" => rest > whole(0),
        "half_up" => rest >= half,
        _ => rest > half || (rest == half && cut % 2 == 1),
    };
    cut + usize::from(up)
}

#[derive(Default)]
struct Given {
    placed: Vec<usize>,
    lost: Vec<usize>,
    waits: Vec<usize>,
}

/// Blocks of equals, best first.
fn blocks(who: &[usize], value: impl Fn(usize) -> usize, lower_first: bool) -> Vec<Vec<usize>> {
    let mut all: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for unit in who {
        all.entry(value(*unit)).or_default().push(*unit);
    }
    let ascending = all.into_values();
    if lower_first { ascending.collect() } else { ascending.rev().collect() }
}

/// Fills places block by block; what happens to the block that does not fit whole is up to `edge`.
fn fill(blocks: Vec<Vec<usize>>, n: usize, given: &mut Given, edge: impl Fn(Vec<usize>, usize, &mut Given)) {
    let mut open = n;
    for block in blocks {
        if open == 0 {
            given.lost.extend(block);
        } else if block.len() <= open {
            open -= block.len();
            given.placed.extend(block);
        } else {
            edge(block, open, given);
            open = 0;
        }
    }
}

fn end(how: &str, block: Vec<usize>, given: &mut Given) {
    match how {
        "include_all" => given.placed.extend(block),
        "exclude_all" => given.lost.extend(block),
        _ => given.waits.extend(block),
    }
}

fn give(units: &[Unit], quota: &Quota, who: &[usize], n: usize) -> Given {
    let mut given = Given::default();
    let total = |unit: usize| units[unit].total().expect("graded");
    fill(blocks(who, total, false), n, &mut given, |block, open, given| {
        if quota.ties != "chain" {
            return end(quota.ties, block, given);
        }
        let first = |unit: usize| units[unit].marks.expect("graded").0;
        fill(blocks(&block, first, quota.lower_first), open, given, |block, _, given| {
            end(quota.chain_end, block, given);
        });
    });
    given
}

/// Applies a quota to grades; what each pool has: base and places.
fn apply(units: &[Unit], quota: &Quota, grades: &mut [Option<Grade>]) -> BTreeMap<String, (usize, usize)> {
    let mut pools: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (unit, own) in units.iter().enumerate() {
        pools.entry(if quota.by_group { own.group.to_owned() } else { String::new() }).or_default().push(unit);
    }
    let mut told = BTreeMap::new();
    let mut all: BTreeMap<&str, (Given, usize)> = BTreeMap::new();
    for (pool, members) in &pools {
        let base = members.iter().filter(|unit| !quota.graded_only || grades[**unit].is_some()).count();
        let places = match quota.many {
            Many::Share(share, rounding) => rounded(number(share) * whole(base), rounding),
            Many::Fixed(n) => n,
            Many::By(up_to, few, more) => {
                if base <= up_to {
                    few
                } else {
                    more
                }
            }
        };
        let places = if base > 0 { places.max(quota.minimum.unwrap_or_default()) } else { places };
        let who: Vec<usize> = members.iter().copied().filter(|unit| grades[*unit] == Some(quota.grade)).collect();
        all.insert(pool, (give(units, quota, &who, places), places));
        told.insert(pool.clone(), (base, places));
    }
    if quota.borrow
        && let Some((lender, places)) = all.get("office")
    {
        let free = places.saturating_sub(lender.placed.len() + lender.waits.len());
        if let Some((own, _)) = all.get_mut("town").filter(|_| free > 0) {
            let lent = give(units, quota, &own.lost, free);
            own.lost = lent.lost;
            own.placed.extend(lent.placed);
            own.waits.extend(lent.waits);
        }
    }
    for (given, _) in all.values() {
        for unit in &given.lost {
            grades[*unit] = Some(quota.overflow);
        }
        for unit in &given.waits {
            grades[*unit] = None;
        }
    }
    told
}

fn band(total: usize) -> Grade {
    match total {
        80.. => Grade::A,
        75..=79 => Grade::B,
        70..=74 => Grade::C,
        _ => Grade::D,
    }
}

#[test]
fn places_of_generated_counties() {
    let (mut compared, mut waiting, mut moved) = (0, 0, 0);
    for seed in 0..400 {
        let mut dice = Dice::new(3000 + seed);
        let n_units = 3 + dice.below(8);
        let units: Vec<Unit> = (0..n_units)
            .map(|_| {
                let group = dice.of(&["town", "office"]);
                let marks = (!dice.chance(10)).then(|| (46 + dice.below(4), 28 + dice.below(6)));
                Unit { group, marks }
            })
            .collect();
        let mut quotas = vec![quota(&mut dice, Grade::A)];
        if dice.chance(50) {
            quotas.push(quota(&mut dice, Grade::B));
        }
        let dense = dice.chance(50);
        let names: String =
            units.iter().enumerate().map(|(n, unit)| format!("U{n:02},单位{n},{}\n", unit.group)).collect();
        let marks = units.iter().enumerate().filter_map(|(n, unit)| Some((n, unit.marks?)));
        let marks: String =
            marks.map(|(n, (first, second))| format!("U{n:02},年度,检查人,{first},{second}\n")).collect();
        let tables = [
            ("units", format!("单位代码,单位名称,单位类别\n{names}")),
            ("marks", format!("单位,考核期,检查人,J1,J2\n{marks}")),
        ];
        let scheme = text(&quotas, dense);
        let results = results(&scheme, &tables);
        let found = by_code(&results.units);
        let mut grades: Vec<Option<Grade>> = units.iter().map(|unit| unit.total().map(band)).collect();
        let bands = grades.clone();
        for quota in &quotas {
            let told = apply(&units, quota, &mut grades);
            for entry in results.lists.quotas.iter().filter(|entry| entry.grade == name(quota.grade)) {
                let (base, places) = told[&entry.pool];
                let shown = (usize::try_from(entry.base), usize::try_from(entry.places));
                assert_eq!(shown, (Ok(base), Ok(places)), "seed {seed} pool {:?}\n{scheme}", entry.pool);
            }
        }
        for (unit, own) in units.iter().enumerate() {
            let code = format!("U{unit:02}");
            let found = found[code.as_str()];
            let grade = grades[unit].map(name);
            assert_eq!(found.grade.as_deref(), grade, "seed {seed} {code}\n{scheme}");
            let better = units.iter().filter(|other| other.group == own.group && other.total() > own.total());
            let rank = own.total().map(|_| match dense {
                false => better.count() + 1,
                true => better.map(Unit::total).collect::<std::collections::BTreeSet<_>>().len() + 1,
            });
            assert_eq!(found.rank.map(usize::try_from), rank.map(Ok), "seed {seed} {code}");
            compared += 1;
            waiting += usize::from(own.marks.is_some() && grade.is_none());
            moved += usize::from(bands[unit].is_some() && grade.is_some() && bands[unit] != grades[unit]);
        }
    }
    println!("units {compared}, waiting {waiting}, without a place {moved}");
    assert!(compared > 2000 && waiting > 30 && moved > 300, "{waiting} {moved}");
}
