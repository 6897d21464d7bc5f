//! items.toml and bonus.toml: items, components, bonus and penalty, total.

use std::collections::BTreeMap;

use super::fraction::{Both, Fraction, decimal, two_places, weighted, whole};
use super::raw::Raw;
use super::sheet::Row;
use super::votes::{PUBLIC, TEAM};

/// What became of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    Points(Fraction),
    DoesNotApply,
}

/// A unit's points.
#[derive(Debug, Clone)]
pub struct UnitPoints {
    /// By code and period: `J1@half`.
    pub items: BTreeMap<String, Item>,
    pub inspection: Option<Both>,
    pub appraisal: Option<Both>,
    pub public: Option<Both>,
    pub handling: Option<Both>,
    /// Signed, after the cap, by family.
    pub adjustments: BTreeMap<&'static str, Fraction>,
    pub total: Option<Both>,
}

/// Items of the inspection with their full marks, which sum to 100.
const INSPECTED: [(&str, usize); 7] =
    [("J1", 12), ("J2", 8), ("J3", 30), ("J4", 20), ("J5", 10), ("J6", 10), ("J7", 10)];

pub fn unit_points(raw: &Raw, unit: &str) -> UnitPoints {
    let mut items = BTreeMap::new();
    for period in ["half", "year"] {
        for (code, _) in INSPECTED {
            items.insert(format!("{code}@{period}"), inspected(raw, unit, period, code));
        }
    }
    for (code, above, below, full) in [("X1", "信访按期办结", "信访转办", 60), ("X2", "线索按期处置", "线索转交", 40)]
    {
        items.insert(format!("{code}@year"), rate(raw, unit, above, below, full));
    }
    let round = |value: Option<Fraction>| value.map(two_places);
    let blend = |half: (&str, Option<Fraction>), year: (&str, Option<Fraction>)| {
        weighted(&[(decimal(half.0), half.1), (decimal(year.0), year.1)])
    };
    let visit = |period: &str| sum(&items, INSPECTED.map(|(code, full)| (format!("{code}@{period}"), full)).to_vec());
    let inspection = round(blend(("0.4", visit("half")), ("0.6", visit("year"))));
    let vote = |period: &str| raw.team[period].score(&TEAM, unit);
    let appraisal = round(blend(("0.3", vote("half")), ("0.7", vote("year"))));
    let public = round(raw.public.score(&PUBLIC, unit));
    let handling = round(sum(&items, vec![("X1@year".to_owned(), 60), ("X2@year".to_owned(), 40)]));
    let adjustments = adjustments(raw, unit);
    // The first three are never done without; the last one hands its weight to them.
    let parts = [("0.60", inspection), ("0.20", appraisal), ("0.15", public), ("0.05", handling)];
    let whole_parts = parts.map(|(weight, value)| (decimal(weight), value.map(|value: Both| value.rounded)));
    let complete = inspection.is_some() && appraisal.is_some() && public.is_some();
    let total = weighted(&whole_parts).filter(|_| complete).map(|sum| {
        let all = adjustments.values().fold(sum, |sum, points| sum + *points);
        two_places(all.max(whole(0)))
    });
    UnitPoints { items, inspection, appraisal, public, handling, adjustments, total }
}

/// The applicable items scaled up to 100.
fn sum(items: &BTreeMap<String, Item>, of: Vec<(String, usize)>) -> Option<Fraction> {
    let (mut points, mut full) = (whole(0), whole(0));
    for (code, its_full) in of {
        if let Item::Points(its) = items[&code] {
            points = points + its;
            full = full + whole(its_full);
        }
    }
    (full > whole(0)).then(|| points / full * whole(100))
}

fn inspected(raw: &Raw, unit: &str, period: &str, code: &str) -> Item {
    let sheet: Vec<&Row> = raw.marks[period].iter().filter(|row| row["单位"] == raw.name(unit)).collect();
    let column = |item: &str| -> Vec<String> {
        let cell = |row: &&Row| {
            let found = row.iter().find(|(header, _)| header.split(' ').next() == Some(item));
            found.map(|(_, text)| text.clone()).filter(|text| !text.is_empty())
        };
        sheet.iter().filter_map(cell).collect()
    };
    let given = column(code);
    let points = match code {
        "J1" => {
            let (from, to) = if period == "half" { ("01-01", "06-30") } else { ("07-01", "12-31") };
            let inside = |row: &&Row| {
                let day = &row["日期"][5..];
                row["单位"] == raw.name(unit) && row["项目"] == "J1" && from <= day && day <= to
            };
            required(raw.ledger.iter().filter(inside).count(), 2, 4, 12)
        }
        "J7" => {
            let talks = column("J7.1").first().map_or(whole(0), |n| required(n.parse().expect("a count"), 3, 2, 6));
            let lecture = column("J7.2").first().map_or(whole(0), |done| presence(done, 4));
            talks + lecture
        }
        _ if given.is_empty() => whole(0),
        _ if given[0] == "不适用" => return Item::DoesNotApply,
        "J2" => presence(&given[0], 8),
        "J3" => {
            let mut marks: Vec<Fraction> = given.iter().map(|text| decimal(text)).collect();
            marks.sort();
            mean(if marks.len() >= 5 { &marks[1..marks.len() - 1] } else { &marks })
        }
        "J4" => mean(&given.iter().map(|text| decimal(text)).collect::<Vec<_>>()),
        "J5" => {
            let due = if period == "half" { "07-31" } else { "12-20" };
            let due = format!("{}-{due}", raw.year);
            whole(if given[0] <= due { 10 } else { 0 })
        }
        "J6" => whole(10 - (2 * given[0].parse::<usize>().expect("a count")).min(10)),
        other => panic!("{other} is no item of the inspection"),
    };
    Item::Points(points)
}

fn mean(marks: &[Fraction]) -> Fraction {
    marks.iter().fold(whole(0), |sum, mark| sum + *mark) / whole(marks.len())
}

fn presence(text: &str, full: usize) -> Fraction {
    whole(if text == "有" { full } else { 0 })
}

/// Full marks less so many points for each missing action, never below nought.
fn required(n: usize, required: usize, per_missing: usize, full: usize) -> Fraction {
    whole(full - (required.saturating_sub(n) * per_missing).min(full))
}

fn rate(raw: &Raw, unit: &str, above: &str, below: &str, full: usize) -> Item {
    let year = raw.year.to_string();
    let row = raw.cases.iter().find(|row| row["单位"] == raw.name(unit) && row["年度"] == year);
    let Some(row) = row else { return Item::Points(whole(0)) };
    let (above, below) = (decimal(&row[above]), decimal(&row[below]));
    if below == whole(0) { Item::DoesNotApply } else { Item::Points(whole(full) * above / below) }
}

/// Name in the sheets, code, cap, and the points of each level.
type Family = (&'static str, &'static str, &'static str, &'static [(&'static str, &'static str)]);

fn adjustments(raw: &Raw, unit: &str) -> BTreeMap<&'static str, Fraction> {
    let families: [Family; 3] = [
        ("表彰奖励", "honour", "3", &[("省级", "2"), ("市级", "1"), ("县级", "0.5")]),
        ("经验推广", "experience", "2", &[("省级", "1.5"), ("市级", "0.8")]),
        ("通报批评", "criticism", "5", &[("省级", "3"), ("市级", "2"), ("县级", "1")]),
    ];
    let mut all = BTreeMap::new();
    for (name, code, cap, levels) in families {
        let mut points = whole(0);
        for row in raw.claims.iter().filter(|row| row["单位"] == raw.name(unit) && row["类别"] == name) {
            if row["计入年度"] == raw.year.to_string() {
                let (_, worth) = levels.iter().find(|(level, _)| *level == row["级别"]).expect("a level");
                points = points + decimal(worth);
            }
        }
        let points = points.min(decimal(cap));
        all.insert(code, if code == "criticism" { whole(0) - points } else { points });
    }
    all
}
