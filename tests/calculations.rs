//! Every step that keeps a formula for a machine gives its own value by it, and the workbook of the county counts throughout.

use std::collections::BTreeMap;
use std::path::Path;

use kaoze::exact::{Calc, Exact};
use kaoze::explain::{Explanations, Told, ToldLeaf as Leaf, ToldStep};
use kaoze::files::Disk;
use kaoze::report::view::View;
use kaoze::report::view::live::{Formula, Role, book};
use kaoze::run::{Run, Traced, check, run};

fn made(dataset: &str) -> Run {
    let checked = check(&Disk::at(&Path::new(env!("CARGO_MANIFEST_DIR")).join("datasets").join(dataset)));
    let intake = checked.value.expect("it can be read");
    run(intake, checked.findings, Traced::Everybody).0.expect("it is scored")
}

/// The value of a step as later steps use it.
fn used(step: &ToldStep) -> Option<Exact> {
    step.shown.as_ref().map_or_else(|| step.value.clone(), |shown| shown.parse().ok())
}

/// Steps of a tree by code, the first of each.
fn index<'t>(step: &'t ToldStep, all: &mut BTreeMap<&'t str, &'t ToldStep>) {
    all.entry(step.code.as_str()).or_insert(step);
    step.parts.iter().for_each(|part| index(part, all));
}

struct Trees<'t>(BTreeMap<&'t str, BTreeMap<&'t str, &'t ToldStep>>);

impl Trees<'_> {
    fn worth(&self, told: &Told, step: &ToldStep, calc: &Calc<Leaf>) -> Option<Exact> {
        let own = self.0.get(told.code.as_str())?;
        calc.exact(&|leaf| match leaf {
            Leaf::Fact(_, value) | Leaf::Rule(_, _, value) => Some(value.clone()),
            Leaf::Part(code) => {
                let part = step.parts.iter().find(|part| part.code == *code);
                used(part.or_else(|| own.get(code.as_str()).copied())?)
            }
            Leaf::Unit(unit, code, exact) => {
                let step = self.0.get(unit.as_str())?.get(code.as_str())?;
                if *exact { step.value.clone() } else { used(step) }
            }
        })
    }

    /// How many steps below this one, itself included, keep a formula, and which of them have none.
    fn follow(&self, told: &Told, step: &ToldStep, without: &mut Vec<String>) -> usize {
        let below: usize = step.parts.iter().map(|part| self.follow(told, part, without)).sum();
        let Some(value) = &step.value else { return below };
        let Some(calc) = &step.calc else {
            without.push(step.rule.as_ref().map_or(step.code.clone(), |rule| rule.id.clone()));
            return below;
        };
        assert_eq!(
            self.worth(told, step, calc).as_ref(),
            Some(value),
            "{} {}: {}",
            told.name,
            step.code,
            step.formula.zh
        );
        below + 1
    }
}

#[test]
fn calculations_give_the_values_of_their_steps() {
    // What stands as a value: rows that turn on several measures, ranks inside each inspector, polls whose split is withheld.
    let cases: [(&str, usize, &[&str]); 6] = [
        ("gaotai-2015-case", 200, &["item:D3"]),
        ("lecture-2008-case", 300, &["item:E1.5"]),
        ("qixian-2015-case", 150, &[]),
        ("tianshui-2014-case", 500, &["daily"]),
        ("xinghaiwan-2018-case", 100, &[]),
        ("yunshan-2015", 8000, &["poll:leader", "poll:team"]),
    ];
    for (dataset, least, open) in cases {
        let explained = Explanations::of(&made(dataset));
        let mut trees = Trees(BTreeMap::new());
        for told in explained.units.iter().chain(&explained.people) {
            let own = trees.0.entry(&told.code).or_default();
            told.scores.iter().for_each(|root| index(root, own));
        }
        let (mut n, mut without) = (0, Vec::new());
        for told in explained.units.iter().chain(&explained.people) {
            n += told.scores.iter().map(|root| trees.follow(told, root, &mut without)).sum::<usize>();
        }
        without.sort();
        without.dedup();
        assert!(n > least, "{dataset}: {n} formulas");
        assert_eq!(without, open, "{dataset}");
        let again = Explanations::from_json(&explained.to_json()).expect("it reads what it writes");
        assert!(again == explained, "{dataset}: explanations.json comes back as it was");
    }
}

#[test]
fn calculations_fill_the_workbook_of_the_county() {
    let run = made("yunshan-2015");
    let explained = Explanations::of(&run);
    let view = View::of(&run.results);
    let book = book(&view, &run.results, &explained);
    // Two officials and one unit have too few ballots in a class: no split, so no formula.
    assert_eq!(book.open.keys().collect::<Vec<_>>(), ["poll:leader", "poll:team"]);
    let overall = &book.sheets[0];
    let column = |key: &str| overall.sheet.table.columns.iter().position(|column| column.key == key).expect("a column");
    for (row, unit) in (0_u32..).zip(&overall.sheet.table.rows) {
        for key in ["#rank", "inspection", "appraisal", "public", "#total", "#band", "#grade"] {
            let at = column(key);
            let name = unit[column("#unit")].shown();
            let stands = overall.formulas.contains_key(&(row, u16::try_from(at).expect("few columns")));
            assert!(stands || key == "#grade" && unit[at].shown() == "待定", "{name} {key}");
        }
    }
    // 松岭乡: 95.29 × 0.6 + 97.90 × 0.2 + 97.45 × 0.15 + 100 × 0.05 = 57.174 + 19.58 + 14.6175 + 5 = 96.3715.
    let total = overall.formulas.get(&(1, u16::try_from(column("#total")).expect("few columns")));
    let Some(Formula::Number(_, value)) = total else { panic!("the total is a formula") };
    assert_eq!(value.to_string(), "96.37");
    let inputs = book.sheets.iter().filter(|live| live.role == Role::Inputs).count();
    assert!(inputs >= 6, "{inputs} sheets of inputs");
}
