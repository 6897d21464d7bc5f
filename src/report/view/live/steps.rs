//! Steps of the explanations as formulas over cells that have no place yet.

use std::collections::BTreeMap;

use super::Ref;
use super::facts::{Facts, Params};
use crate::exact::{Calc, Exact, Rounding};
use crate::explain::{Explanations, Told, ToldLeaf as Leaf, ToldStep};
use crate::report::view::places_of;

/// A cell before its sheet is laid out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Spot {
    /// A cell of a sheet that stands.
    Cell(Ref),
    /// An input: which table, row and column in the order of making.
    Fact(usize, u32, usize),
    /// A number of the scheme.
    Param(usize),
}

/// A subject in the making: its tree, its row, its codes of steps.
pub(super) struct Whose<'a> {
    pub told: &'a Told,
    pub root: &'a ToldStep,
    /// The table of its own inputs: 0 units, 1 people.
    pub table: usize,
    /// Words at the head of its input row.
    pub head: Vec<String>,
    pub steps: BTreeMap<&'a str, &'a ToldStep>,
}

impl<'a> Whose<'a> {
    pub fn of(told: &'a Told, table: usize, head: Vec<String>) -> Option<Self> {
        let root = told.scores.first()?;
        let mut steps = BTreeMap::new();
        index(root, &mut steps);
        Some(Self { told, root, table, head, steps })
    }
}

fn index<'a>(step: &'a ToldStep, all: &mut BTreeMap<&'a str, &'a ToldStep>) {
    all.entry(step.code.as_str()).or_insert(step);
    if !is_poll(step) {
        step.parts.iter().for_each(|part| index(part, all));
    }
}

/// Whether a step is a poll, whose parts are classes of ballots.
pub(super) fn is_poll(step: &ToldStep) -> bool {
    step.rule.as_ref().is_some_and(|rule| rule.id.starts_with("poll:"))
}

/// The value of a step as later steps use it.
pub(super) fn used(step: &ToldStep) -> Option<Exact> {
    let value = step.value.as_ref()?;
    Some(step.shown.as_ref().and_then(|shown| shown.parse().ok()).unwrap_or_else(|| value.clone()))
}

/// The rounding of a step, if the scheme rounds there.
pub(super) fn rounding(step: &ToldStep) -> Option<Rounding> {
    let shown = step.shown.as_ref()?;
    Some(Rounding { mode: step.mode?, places: places_of(shown) })
}

/// Everything in the making.
pub(super) struct Made<'a> {
    pub units: BTreeMap<&'a str, Whose<'a>>,
    pub params: Params,
    /// Inputs of units, of people, then of each poll.
    pub facts: Vec<Facts>,
    /// Which table holds the ballots of a poll.
    pub polls: BTreeMap<String, usize>,
    /// Where steps stand: `unit` or `person`, subject, code.
    pub at: BTreeMap<(usize, String, String), Spot>,
    /// What stands there.
    pub values: BTreeMap<Spot, Exact>,
    /// Rules without a formula.
    pub open: BTreeMap<String, u32>,
    /// Document and clause of each rule.
    pub basis: BTreeMap<String, String>,
    /// What each rule is about.
    pub about: BTreeMap<String, String>,
}

impl<'a> Made<'a> {
    pub fn new(explained: &'a Explanations, head: impl Fn(&Told) -> Vec<String>) -> Self {
        let units = explained.units.iter();
        let units = units.filter_map(|told| Some((told.code.as_str(), Whose::of(told, 0, head(told))?)));
        Self {
            units: units.collect(),
            params: Params::default(),
            facts: vec![Facts::default(), Facts::default()],
            polls: BTreeMap::new(),
            at: BTreeMap::new(),
            values: BTreeMap::new(),
            open: BTreeMap::new(),
            basis: BTreeMap::new(),
            about: BTreeMap::new(),
        }
    }

    /// Where a step of a subject stands.
    pub fn place(&self, whose: &Whose<'_>, code: &str) -> Option<&Spot> {
        self.at.get(&(whose.table, whose.told.code.clone(), code.to_owned()))
    }

    /// An input of a subject.
    fn fact(&mut self, whose: &Whose<'_>, step: &ToldStep, words: &str, name: &str, value: &Exact) -> Spot {
        let facts = &mut self.facts[whose.table];
        let row = facts.row(&whose.told.code, || whose.head.clone());
        let column = facts.column(&step.code, words, name);
        self.put(whose.table, row, column, value)
    }

    pub fn put(&mut self, table: usize, row: u32, column: usize, value: &Exact) -> Spot {
        self.facts[table].cells.insert((row, column), value.clone());
        let spot = Spot::Fact(table, row, column);
        self.values.insert(spot.clone(), value.clone());
        spot
    }

    /// A number of the scheme.
    pub fn param(&mut self, rule: &str, name: &str, value: &Exact) -> Spot {
        let spot = Spot::Param(self.params.at(rule, name, value));
        self.values.insert(spot.clone(), value.clone());
        spot
    }

    /// What a formula comes to, exactly.
    pub fn worth(&self, calc: &Calc<Spot>) -> Option<Exact> {
        calc.exact(&|spot| self.values.get(spot).cloned())
    }

    /// The formula of a step before rounding; none where it has none or does not give its value.
    pub fn raw(&mut self, whose: &Whose<'_>, step: &ToldStep, lang: &str) -> Option<Calc<Spot>> {
        let value = step.value.as_ref()?;
        let calc = self.resolve(whose, step, step.calc.as_ref()?, lang)?;
        (self.worth(&calc).as_ref() == Some(value)).then_some(calc)
    }

    /// The formula of a step with its rounding.
    pub fn formula(&mut self, whose: &Whose<'_>, step: &ToldStep, lang: &str) -> Option<Calc<Spot>> {
        if is_poll(step) {
            return self.poll(whose, step);
        }
        let calc = self.raw(whose, step, lang)?.rounded(rounding(step));
        (self.worth(&calc) == used(step)).then_some(calc)
    }

    /// The leaves of a formula as cells.
    pub fn resolve(&mut self, whose: &Whose<'_>, step: &ToldStep, calc: &Calc<Leaf>, lang: &str) -> Option<Calc<Spot>> {
        calc.map(&mut |leaf| match leaf {
            Leaf::Fact(name, value) => Some(Calc::At(self.fact(whose, step, step.what.of(lang), name, value))),
            Leaf::Rule(rule, name, value) => Some(Calc::At(self.param(rule, name, value))),
            Leaf::Part(code) => {
                let own = step.parts.iter().find(|part| part.code == *code);
                let part = own.or_else(|| whose.steps.get(code.as_str()).copied())?;
                Some(self.value(whose, part, lang))
            }
            Leaf::Unit(unit, code, exact) => self.of_unit(unit, code, *exact, lang),
        })
    }

    /// The cell of a step; its formula where it stands nowhere; its value as an input where it has no formula.
    fn value(&mut self, whose: &Whose<'_>, part: &ToldStep, lang: &str) -> Calc<Spot> {
        if let Some(spot) = self.place(whose, &part.code) {
            return Calc::At(spot.clone());
        }
        if let Some(calc) = self.formula(whose, part, lang) {
            return calc;
        }
        let value = used(part).unwrap_or_default();
        let rule = part.rule.as_ref().map_or(part.code.as_str(), |rule| rule.id.as_str());
        *self.open.entry(rule.to_owned()).or_default() += 1;
        Calc::At(self.fact(whose, part, part.what.of(lang), "value", &value))
    }

    fn of_unit(&mut self, unit: &str, code: &str, exact: bool, lang: &str) -> Option<Calc<Spot>> {
        let units = std::mem::take(&mut self.units);
        let found = units.get(unit).and_then(|whose| {
            let step = whose.steps.get(code).copied()?;
            if exact && step.shown.is_some() {
                self.raw(whose, step, lang)
            } else {
                Some(self.value(whose, step, lang))
            }
        });
        self.units = units;
        found
    }

    /// The words for a rule, with its id.
    pub fn rule_words(&self, rule: &str) -> String {
        self.about.get(rule).map_or_else(|| rule.to_owned(), |about| format!("{about} {rule}"))
    }

    /// Remembers the clause of every rule of a tree, and what it is about.
    pub fn learn(&mut self, step: &ToldStep, lang: &str) {
        if let Some(rule) = &step.rule {
            // The root is about a subject; a period in brackets is not the rule's.
            if ["item:", "poll:", "component:", "family:"].iter().any(|kind| rule.id.starts_with(kind)) {
                let what = step.what.of(lang);
                let end = what.rfind(['（', '(']).unwrap_or(what.len());
                self.about.entry(rule.id.clone()).or_insert_with(|| what[..end].trim().to_owned());
            }
            self.basis.entry(rule.id.clone()).or_insert_with(|| rule.basis.clone());
        }
        step.parts.iter().for_each(|part| self.learn(part, lang));
    }

    /// Ballots of a poll as inputs, with the means of questions and classes, and where those stand.
    pub fn ballots(&mut self, whose: &Whose<'_>, poll: &ToldStep, lang: &str) -> Vec<(Spot, Calc<Spot>)> {
        let code = poll.code.split('@').next().unwrap_or_default();
        let next = self.facts.len();
        let table = *self.polls.entry(code.to_owned()).or_insert(next);
        if table == next {
            self.facts.push(Facts::default());
        }
        let mut formulas = Vec::new();
        for class in &poll.parts {
            let key = format!("{}/{}/{}", whose.told.code, poll.code, class.code);
            let mut head = whose.head.clone();
            head.push(poll.what.of(lang).to_owned());
            head.push(class.what.of(lang).to_owned());
            let row = self.facts[table].row(&key, || head);
            let mut own: BTreeMap<&str, Spot> = BTreeMap::new();
            for question in &class.parts {
                let (Some(value), Some(calc)) = (&question.value, &question.calc) else { continue };
                let words = question.what.of(lang);
                let calc = calc.map(&mut |leaf| match leaf {
                    Leaf::Fact(name, value) => {
                        let column = self.facts[table].column(&question.code, words, name);
                        Some(Calc::At(self.put(table, row, column, value)))
                    }
                    Leaf::Rule(rule, name, value) => Some(Calc::At(self.param(rule, name, value))),
                    _ => None,
                });
                let column = self.facts[table].column(&question.code, words, "=");
                let spot = self.put(table, row, column, value);
                if let Some(calc) = calc.filter(|calc| self.worth(calc).as_ref() == Some(value)) {
                    formulas.push((spot.clone(), calc));
                }
                own.insert(&question.code, spot);
            }
            let (Some(value), Some(calc)) = (used(class), &class.calc) else { continue };
            let column = self.facts[table].column("", class_words(lang), "=");
            let spot = self.put(table, row, column, &value);
            let calc = calc.map(&mut |leaf| match leaf {
                Leaf::Rule(rule, name, value) => Some(Calc::At(self.param(rule, name, value))),
                Leaf::Part(code) => own.get(code.as_str()).cloned().map(Calc::At),
                _ => None,
            });
            let calc = calc.map(|calc| calc.rounded(rounding(class)));
            if let Some(calc) = calc.filter(|calc| self.worth(calc).as_ref() == Some(&value)) {
                formulas.push((spot.clone(), calc));
            }
            // A class code is its own only inside its poll.
            self.at.insert((whose.table, whose.told.code.clone(), format!("{}/{}", poll.code, class.code)), spot);
        }
        formulas
    }

    /// The formula of a poll over the means of its classes.
    pub fn poll(&mut self, whose: &Whose<'_>, poll: &ToldStep) -> Option<Calc<Spot>> {
        let calc = poll.calc.as_ref()?.map(&mut |leaf| match leaf {
            Leaf::Rule(rule, name, value) => Some(Calc::At(self.param(rule, name, value))),
            Leaf::Part(class) => self.place(whose, &format!("{}/{class}", poll.code)).cloned().map(Calc::At),
            _ => None,
        });
        let calc = calc?.rounded(rounding(poll));
        (self.worth(&calc) == used(poll)).then_some(calc)
    }
}

fn class_words(lang: &str) -> &'static str {
    if lang == "en" { "class" } else { "票类" }
}
