//! grades.toml and vetoes.toml: bands, caps, places, decisions.

use std::collections::BTreeMap;

use super::fraction::{Both, Fraction, decimal, over, whole};
use super::leaders::{counted_post, held_on};
use super::points::UnitPoints;
use super::raw::Raw;

/// Where a subject ends up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    pub band: Option<&'static str>,
    pub grade: Option<&'static str>,
    /// Whether the grade waits for the committee.
    pub pending: bool,
    pub rank: Option<usize>,
}

/// Grades from best to worst.
const GRADES: [&str; 5] = ["优秀", "良好", "合格", "基本合格", "不合格"];
const TOP: &str = "优秀";

fn worse(a: &'static str, b: &'static str) -> &'static str {
    let place = |grade: &str| GRADES.iter().position(|other| *other == grade);
    if place(a) > place(b) { a } else { b }
}

/// What an event does: ground, unit, principal, in charge, person, whether a decision may lift it.
type Effect = (&'static str, [Option<&'static str>; 4], bool);
const EFFECTS: [Effect; 4] = [
    ("V1", [Some("不合格"), Some("基本合格"), Some("基本合格"), Some("不合格")], false),
    ("V2", [Some("合格"), Some("合格"), Some("合格"), None], false),
    ("V3", [Some("基本合格"), Some("合格"), None, Some("基本合格")], true),
    ("V4", [None, None, None, Some("合格")], false),
];

/// A cap and whether a decision may lift it.
type Caps = BTreeMap<String, Vec<(&'static str, bool)>>;

/// Caps by the code of the unit or person hit.
pub fn caps(raw: &Raw) -> Caps {
    let mut caps = Caps::new();
    for (event, ground) in raw.standing_events() {
        let (_, [unit, principal, in_charge, person], lift) =
            EFFECTS.into_iter().find(|effect| effect.0 == ground).expect("listed");
        let mut hit = |code: &str, cap: Option<&'static str>| {
            caps.entry(code.to_owned()).or_default().extend(cap.map(|cap| (cap, lift)));
        };
        let code = raw.units.iter().find(|row| row["单位名称"] == event["单位"]).expect("a unit");
        hit(&code["单位代码"], unit);
        for post in &raw.people {
            if post["单位"] != event["单位"] || !held_on(post, &event["日期"]) {
                continue;
            }
            if post["角色"] == "正职" {
                hit(&post["人员代码"], principal);
            }
            let matter = &event["分管事项"];
            if post["角色"] == "分管领导" && post["分管事项"].split('、').any(|its| its == matter) {
                hit(&post["人员代码"], in_charge);
            }
        }
        if !event["涉及人员"].is_empty() {
            hit(&event["涉及人员"], person);
        }
    }
    caps.retain(|_, list| !list.is_empty());
    caps
}

/// One who competes for places.
struct Runner {
    code: String,
    band: Option<&'static str>,
    total: Option<Fraction>,
    /// Compared in turn where totals are equal.
    chain: Vec<Fraction>,
}

/// What a pool does with places.
struct Places {
    n: usize,
    overflow: &'static str,
    refill: bool,
    ties: Ties,
}

#[derive(PartialEq)]
enum Ties {
    Committee,
    ChainThenAll,
    Nobody,
}

pub fn units(raw: &Raw, points: &BTreeMap<String, UnitPoints>, caps: &Caps) -> BTreeMap<String, End> {
    let mut ends = BTreeMap::new();
    for group in ["乡镇", "部门"] {
        let codes = raw.units.iter().filter(|row| row["单位类别"] == group).map(|row| row["单位代码"].clone());
        let runner = |code: String| {
            let its = &points[&code];
            let bands = [("90", TOP), ("80", "良好"), ("70", "合格"), ("60", "基本合格"), ("0", "不合格")];
            let chain = if group == "部门" {
                [its.inspection, its.appraisal].into_iter().flatten().map(|both| both.rounded).collect()
            } else {
                vec![]
            };
            let total = its.total.map(|both| both.rounded);
            Runner { band: total.map(|total| band(total, &bands)), total, chain, code }
        };
        let runners: Vec<Runner> = codes.map(runner).collect();
        let n = whole(runners.len());
        let places = if group == "乡镇" {
            let n = (n * over(1, 3)).half_up(0).cut();
            Places { n, overflow: "良好", refill: true, ties: Ties::Committee }
        } else {
            let n = (n * decimal("0.25")).cut();
            Places { n, overflow: "良好", refill: true, ties: Ties::ChainThenAll }
        };
        ends.extend(pool(raw, &runners, &places, caps));
    }
    ends
}

pub fn people(raw: &Raw, totals: &BTreeMap<String, Option<Both>>, caps: &Caps) -> BTreeMap<String, End> {
    let mut ends = BTreeMap::new();
    for role in ["正职", "分管领导", "班子成员"] {
        let of_role = totals.iter().filter(|(code, _)| counted_post(raw, code)["角色"] == role);
        let runner = |(code, total): (&String, &Option<Both>)| {
            let bands = [("90", TOP), ("75", "合格"), ("60", "基本合格"), ("0", "不合格")];
            let total = total.map(|both| both.rounded);
            Runner { code: code.clone(), band: total.map(|total| band(total, &bands)), total, chain: vec![] }
        };
        let runners: Vec<Runner> = of_role.map(runner).collect();
        let base = runners.iter().filter(|runner| !caps.contains_key(&runner.code)).count();
        let n = (whole(base) * decimal("0.20")).half_up(0).cut();
        let places = Places { n, overflow: "合格", refill: false, ties: Ties::Nobody };
        ends.extend(pool(raw, &runners, &places, caps));
    }
    ends
}

fn band(total: Fraction, bands: &[(&str, &'static str)]) -> &'static str {
    bands.iter().find(|(from, _)| total >= decimal(from)).expect("bands reach down to nought").1
}

/// Caps, then places, then decisions, for all who compete with one another.
fn pool(raw: &Raw, runners: &[Runner], places: &Places, caps: &Caps) -> BTreeMap<String, End> {
    let capped = |runner: &Runner, also_liftable: bool| {
        let list = caps.get(&runner.code).map_or(&[][..], |list| list);
        let list = list.iter().filter(|(_, lift)| also_liftable || !lift);
        runner.band.map(|band| list.fold(band, |grade, (cap, _)| worse(grade, cap)))
    };
    let decided = |runner: &Runner| {
        let row = raw.decisions.iter().find(|row| row["对象"] == runner.code)?;
        let grade = GRADES.into_iter().find(|grade| *grade == row["决定等次"]).expect("a grade");
        let list = caps.get(&runner.code).map_or(&[][..], |list| list);
        // A veto that no decision may lift stays the most that is left.
        Some(list.iter().filter(|(_, lift)| !lift).fold(grade, |grade, (cap, _)| worse(grade, cap)))
    };
    let reaches = |runner: &&Runner| {
        let elsewhere = decided(runner).is_some_and(|grade| grade != TOP);
        capped(runner, true) == Some(TOP) && !(places.refill && elsewhere)
    };
    let mut able: Vec<&Runner> = runners.iter().filter(reaches).collect();
    let key = |runner: &Runner| {
        let chain = if places.ties == Ties::ChainThenAll { runner.chain.clone() } else { vec![] };
        (runner.total, chain)
    };
    able.sort_by_key(|runner| std::cmp::Reverse(key(runner)));
    // The edge runs through equals when the last inside and the first outside have the same key.
    let inside = able.len().min(places.n);
    let cut =
        (inside > 0 && able.len() > inside && key(able[inside - 1]) == key(able[inside])).then(|| key(able[inside]));
    let mut ends = BTreeMap::new();
    for (at, runner) in able.iter().enumerate() {
        let equal = cut.as_ref() == Some(&key(runner));
        let grade = match places.ties {
            Ties::Committee if equal => None,
            Ties::ChainThenAll if equal => Some(TOP),
            Ties::Nobody if equal => Some(places.overflow),
            _ => Some(if at < inside { TOP } else { places.overflow }),
        };
        ends.insert(runner.code.clone(), grade);
    }
    let end = |runner: &Runner| {
        let grade = ends.get(&runner.code).copied().unwrap_or_else(|| capped(runner, true));
        let grade = decided(runner).or(grade);
        let end = End { band: runner.band, grade, pending: grade.is_none(), rank: rank(runner, runners, caps) };
        (runner.code.clone(), end)
    };
    runners.iter().map(end).collect()
}

/// 1, 2, 2, 4 by total; those hit by a veto stand behind all others.
fn rank(runner: &Runner, runners: &[Runner], caps: &Caps) -> Option<usize> {
    let key = |runner: &Runner| Some((!caps.contains_key(&runner.code), runner.total?));
    let own = key(runner)?;
    Some(1 + runners.iter().filter_map(key).filter(|other| *other > own).count())
}
