//! Items of every rule in generated counties: their points after floors, caps and policies, and the total of all of them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::twin::fraction::{Fraction, whole};

use super::{Dice, PASS, by_code, cells, measured, number, own, results, said, scheme_of, standing};

/// What an item comes to for one unit before its policies.
#[derive(Clone, Copy)]
pub enum Worth {
    Points(Fraction),
    NotApplicable,
    Nothing,
    Waits,
}

/// An item of the scheme with what it is worth to each unit.
pub struct Item {
    pub code: String,
    pub toml: String,
    pub full: usize,
    pub worth: Vec<Worth>,
    /// How an item that does not apply counts.
    pub elsewise: &'static str,
    /// How one without facts counts.
    pub nothing: &'static str,
}

/// The sheets of a county, filled by its items.
#[derive(Default)]
pub struct Sheets {
    pub facts: String,
    pub occurrences: String,
    pub ledger: String,
    /// By name of the indicator, the number of each unit that reports.
    pub cases: BTreeMap<String, Vec<usize>>,
    /// By item, the cells of the inspectors of each unit.
    pub marks: BTreeMap<String, Vec<Vec<String>>>,
    /// Measures and indicators of the scheme.
    pub toml: String,
}

/// A county: the group of each unit, and whether it reports its cases.
pub struct County {
    pub groups: Vec<&'static str>,
    pub reports: Vec<bool>,
    pub dice: Dice,
    pub sheets: Sheets,
}

impl County {
    fn new(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let n = 3 + dice.below(5);
        let groups = (0..n).map(|_| dice.of(&["town", "office"])).collect();
        let reports = (0..n).map(|_| !dice.chance(12)).collect();
        Self { groups, reports, dice, sheets: Sheets::default() }
    }

    /// A number with one decimal, at times nought.
    pub fn value(&mut self) -> String {
        if self.dice.chance(8) { "0".to_owned() } else { format!("{}.{}", self.dice.below(100), self.dice.below(10)) }
    }

    /// An indicator of the case statistics: its numbers by unit.
    pub fn indicator(&mut self, code: &str, below: usize) -> Vec<Option<usize>> {
        let numbers: Vec<usize> = self.groups.iter().map(|_| self.dice.below(below)).collect();
        let _ = write!(
            self.sheets.toml,
            "[[case_indicator]]\ncode = \"{code}\"\nname = \"数{code}\"\nmeasure = \"件\"\n\n"
        );
        self.sheets.cases.insert(format!("数{code}"), numbers.clone());
        numbers.into_iter().zip(&self.reports).map(|(number, reports)| reports.then_some(number)).collect()
    }
}

/// The points that count for each unit after the policies; none where the item waits, and whether it is left out.
fn settled(item: &Item, county: &County) -> Vec<(Option<Fraction>, bool)> {
    let groups = &county.groups;
    let one = |(unit, worth): (usize, &Worth)| match worth {
        Worth::Points(points) => (Some(*points), false),
        Worth::Waits => (None, false),
        Worth::Nothing => match item.nothing {
            "zero" => (Some(whole(0)), false),
            "rescale" => (None, true),
            _ => (None, false),
        },
        Worth::NotApplicable => match item.elsewise {
            "rescale" => (None, true),
            "full" => (Some(whole(item.full)), false),
            "zero" => (Some(whole(0)), false),
            "fixed" => (Some(number("13/2")), false),
            _ => {
                let alike = item.worth.iter().zip(groups).filter(|(_, group)| **group == groups[unit]);
                let all: Vec<Fraction> =
                    alike.filter_map(|(own, _)| if let Worth::Points(own) = own { Some(*own) } else { None }).collect();
                let sum = all.iter().fold(whole(0), |sum, one| sum + *one);
                ((!all.is_empty()).then(|| sum / whole(all.len())), false)
            }
        },
    };
    item.worth.iter().enumerate().map(one).collect()
}

fn text(items: &[Item], county: &County) -> String {
    let full: usize = items.iter().map(|item| item.full).sum();
    let mut all = format!(
        "[[component]]\ncode = \"inspection\"\nname = \"检查考核\"\nweight = \"1\"\nfull = \"{full}\"\n\
         periods = [{{ period = \"year\", weight = \"1\" }}]\nmissing_period = \"pend\"\nmissing = \"pend\"\nassumed = true\n\n"
    );
    for item in items {
        let Item { code, toml, full, elsewise, nothing, .. } = item;
        let _ = write!(
            all,
            "[[item]]\ncode = \"{code}\"\nname = \"项目{code}\"\ncomponent = \"inspection\"\nfull = \"{full}\"\n{toml}\
             not_applicable = \"{elsewise}\"\nnot_submitted = \"{nothing}\"\nassumed = true\n\n"
        );
    }
    let compare = "[compare]\nband = \"exact\"\nrank = \"exact\"\nassumed = true\n";
    format!("{}{PASS}{}{compare}", scheme_of(&full.to_string(), &all), county.sheets.toml)
}

fn tables(county: &County) -> Vec<(&'static str, String)> {
    let Sheets { facts, occurrences, ledger, cases, marks, .. } = &county.sheets;
    let units: String = county.groups.iter().enumerate().map(|(n, group)| format!("U{n},单位{n},{group}\n")).collect();
    let mut case_rows = format!("单位,年度,{}\n", cases.keys().cloned().collect::<Vec<_>>().join(","));
    for unit in (0..county.groups.len()).filter(|unit| county.reports[*unit]) {
        let own: Vec<String> = cases.values().map(|all| all[unit].to_string()).collect();
        let _ = writeln!(case_rows, "U{unit},2015,{}", own.join(","));
    }
    let mut mark_rows = format!("单位,考核期,检查人,{}\n", marks.keys().cloned().collect::<Vec<_>>().join(","));
    for unit in 0..county.groups.len() {
        let n = marks.values().map(|all| all[unit].len()).max().unwrap_or_default();
        for inspector in 0..n {
            let own = marks.values().map(|all| all[unit].get(inspector).cloned().unwrap_or_default());
            let _ = writeln!(mark_rows, "U{unit},年度,检查人{inspector},{}", own.collect::<Vec<_>>().join(","));
        }
    }
    vec![
        ("units", format!("单位代码,单位名称,单位类别\n{units}")),
        ("marks", mark_rows),
        ("facts", format!("对象,事实,数值,文号\n{facts}")),
        ("occurrences", format!("单位,项目,类型,层级,发现方式,日期,件数,共同人数\n{occurrences}")),
        ("ledger", format!("单位,项目,日期,内容\n{ledger}")),
        ("cases", case_rows),
    ]
}

#[test]
fn items_of_generated_counties() {
    let (mut compared, mut waiting, mut left_out, mut totals) = (0, 0, 0, 0);
    for seed in 0..150 {
        let mut county = County::new(7000 + seed);
        let elsewise = county.dice.of(&["rescale", "full", "zero", "fixed", "group_mean"]);
        let mut items = cells::items(&mut county, elsewise);
        items.extend(measured::items(&mut county));
        items.extend(standing::items(&mut county));
        for item in &mut items {
            item.nothing = county.dice.of(&["zero", "zero", "rescale", "pend"]);
        }
        let results = results(&text(&items, &county), &tables(&county));
        let found = by_code(&results.units);
        let settled: Vec<_> = items.iter().map(|item| settled(item, &county)).collect();
        for unit in 0..county.groups.len() {
            let code = format!("U{unit}");
            let (mut sum, mut fulls, mut waits) = (whole(0), whole(0), false);
            for (item, settled) in items.iter().zip(&settled) {
                let (points, is_out) = settled[unit];
                let part =
                    found[code.as_str()].items.iter().find(|part| part.code.split('@').next() == Some(&item.code));
                let shown = said(part.unwrap_or_else(|| panic!("{code} {}", item.code)).score.as_ref());
                assert_eq!(shown, own(points), "seed {seed} {code} {}\n{}", item.code, item.toml);
                match points {
                    Some(points) => (sum, fulls) = (sum + points, fulls + whole(item.full)),
                    None => waits |= !is_out,
                }
                compared += 1;
                waiting += usize::from(points.is_none() && !is_out);
                left_out += usize::from(is_out);
            }
            let all = items.iter().fold(whole(0), |all, item| all + whole(item.full));
            let total = (!waits && fulls > whole(0)).then(|| sum * all / fulls);
            assert_eq!(said(found[code.as_str()].score.as_ref()), own(total), "seed {seed} {code}");
            totals += usize::from(total.is_some());
        }
    }
    println!("items {compared}, waiting {waiting}, left out {left_out}, totals {totals}");
    assert!(compared > 10_000 && waiting > 300 && left_out > 300 && totals > 50, "{waiting} {left_out} {totals}");
}
