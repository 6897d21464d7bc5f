//! explanations.json: the tree of every subject as the package keeps it, so that a page can be drawn again without raw sheets.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::tree::{Explanation, explain, explain_own};
use crate::diag::Text;
use crate::exact::{Calc, Exact, Mode};
use crate::grades::Outcome;
use crate::run::Run;
use crate::scheme::worth::{Band, By, RuleRef};
use crate::scores::{Calc as Made, Evidence, Leaf, PersonPart, Step};
use crate::terms::{PersonCode, Subject, UnitCode};

/// The schema's name and version.
pub const EXPLANATIONS_SCHEMA: &str = "kaoze-explanations-1";
/// The file inside the package.
pub const EXPLANATIONS: &str = "explanations.json";

/// The whole of explanations.json.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanations {
    /// [`EXPLANATIONS_SCHEMA`].
    pub schema: String,
    /// Units by code.
    pub units: Vec<Told>,
    /// People by code; the trees of their units stand with those.
    pub people: Vec<Told>,
    /// How totals become ranks and bands.
    #[serde(default)]
    pub order: ToldOrder,
}

/// How totals become ranks and bands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldOrder {
    /// Whether ranks compare totals before rounding.
    pub rank_exact: bool,
    /// Whether bands look at totals before rounding.
    pub band_exact: bool,
    /// Bands of units that a total can reach, best first.
    pub unit_bands: Vec<ToldBand>,
    /// Bands of people that a total can reach, best first.
    pub person_bands: Vec<ToldBand>,
}

/// A band that a total can reach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldBand {
    /// Grade.
    pub grade: String,
    /// From this value on; none in the lowest band.
    pub from: Option<Exact>,
    /// The rule.
    pub rule: ToldRule,
}

/// Words in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Both {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Both {
    /// The words of the package's language, `en` or Chinese.
    #[must_use]
    pub fn of(&self, lang: &str) -> &str {
        if lang == "en" { &self.en } else { &self.zh }
    }

    fn is_empty(&self) -> bool {
        self.zh.is_empty() && self.en.is_empty()
    }
}

impl From<&Text> for Both {
    fn from(text: &Text) -> Self {
        Self { zh: text.zh.clone(), en: text.en.clone() }
    }
}

/// Why a subject's score and grade are what they are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// A short paragraph.
    pub paragraph: Both,
    /// Rulings from the last to the first.
    pub rulings: Vec<ToldStep>,
    /// The score, part by part.
    pub scores: Vec<ToldStep>,
    /// The pool in which it is ranked.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub pool: String,
    /// Whether it is ranked behind those without a veto; none where a veto keeps it out of the ranks.
    #[serde(default)]
    pub behind: Option<bool>,
    /// People: how each part of the score is made, by its code.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub parts: BTreeMap<String, Calc<ToldLeaf>>,
}

/// One step: what was computed, from what, by which rule, on which cells.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldStep {
    /// Code of the item, component, class …
    pub code: String,
    /// What was computed.
    pub what: Both,
    /// Its exact value.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub value: Option<Exact>,
    /// As rounded, where the scheme rounds here.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub shown: Option<String>,
    /// The formula in words and numbers.
    #[serde(skip_serializing_if = "Both::is_empty", default)]
    pub formula: Both,
    /// The same for a machine, before rounding; none where the rule has no such form.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub calc: Option<Calc<ToldLeaf>>,
    /// How the value is rounded, with `shown`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub mode: Option<Mode>,
    /// The rule.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub rule: Option<ToldRule>,
    /// The cells.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub cells: Vec<ToldCell>,
    /// The steps it was made of.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub parts: Vec<ToldStep>,
}

/// What the formula of a step rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ToldLeaf {
    /// A number from the sheets, `kind:detail` (`mark:1`, `ballots:优秀`), and its value; days are counted as a spreadsheet does.
    Fact(String, Exact),
    /// A number of the scheme: rule id, `kind:detail` (`full`, `weight:A票`), value.
    Rule(String, String, Exact),
    /// The value of another step of the same subject, by its code.
    Part(String),
    /// The value of a step of a unit: the unit's code, the step's code, and whether it is taken before rounding.
    Unit(String, String, bool),
}

/// A rule as a step cites it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ToldRule {
    /// Rule id.
    pub id: String,
    /// Document and clause, or the words that mark an assumption.
    pub basis: String,
    /// File and line of the scheme.
    pub at: String,
}

/// A cell; of several inspectors it does not say who wrote it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ToldCell {
    /// File, sheet, cell.
    pub at: String,
    /// What stands there, or what it means here.
    #[serde(skip_serializing_if = "Both::is_empty", default)]
    pub text: Both,
}

impl Explanations {
    /// Those of every subject whose trace the run has kept.
    #[must_use]
    pub fn of(run: &Run) -> Self {
        let units =
            run.results.units.iter().filter_map(|unit| explain(run, &Subject::Unit(UnitCode::new(&unit.code)), None));
        let people = run.results.people.iter().filter_map(|person| explain_own(run, &person.code));
        Self {
            schema: EXPLANATIONS_SCHEMA.to_owned(),
            units: units.map(|one| told(&one, &run.graded.units, &[])).collect(),
            people: people
                .map(|one| {
                    let score = run.scored.person(&PersonCode::new(&one.code));
                    told(&one, &run.graded.people, score.map_or(&[], |score| &score.parts))
                })
                .collect(),
            order: order(run),
        }
    }

    /// The bytes of explanations.json: a line a subject.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        let mut text = format!("{{\n\"schema\": \"{}\"", self.schema);
        for (name, all) in [("units", &self.units), ("people", &self.people)] {
            let lines: Vec<String> = all.iter().map(|one| serde_json::to_string(one).unwrap_or_default()).collect();
            text += &format!(",\n\"{name}\": [\n{}\n]", lines.join(",\n"));
        }
        text += &format!(",\n\"order\": {}", serde_json::to_string(&self.order).unwrap_or_default());
        text += "\n}\n";
        text.into_bytes()
    }

    /// Reads explanations.json.
    ///
    /// # Errors
    /// When it is not JSON of this schema.
    pub fn from_json(bytes: &[u8]) -> Result<Self, String> {
        let all: Self = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
        if all.schema == EXPLANATIONS_SCHEMA { Ok(all) } else { Err(all.schema) }
    }

    /// Of a unit.
    #[must_use]
    pub fn unit(&self, code: &str) -> Option<&Told> {
        self.units.iter().find(|one| one.code == code)
    }

    /// Of a person.
    #[must_use]
    pub fn person(&self, code: &str) -> Option<&Told> {
        self.people.iter().find(|one| one.code == code)
    }
}

fn order(run: &Run) -> ToldOrder {
    let worth = &run.scheme.worth;
    let band =
        |band: &Band| ToldBand { grade: band.grade.to_string(), from: band.from.clone(), rule: told_rule(&band.rule) };
    let bands = |all: &[Band]| all.iter().filter(|band| !band.by_ruling).map(band).collect();
    ToldOrder {
        rank_exact: worth.compare.rank == By::Exact,
        band_exact: worth.compare.band == By::Exact,
        unit_bands: bands(&worth.unit_bands),
        person_bands: bands(&worth.person_bands),
    }
}

fn told_calc(calc: &Made) -> Option<Calc<ToldLeaf>> {
    calc.map(&mut |leaf| {
        Some(Calc::At(match leaf.clone() {
            Leaf::Fact(name, value) => ToldLeaf::Fact(name, value),
            Leaf::Rule(rule, name, value) => ToldLeaf::Rule(rule, name, value),
            Leaf::Part(code) => ToldLeaf::Part(code),
            Leaf::Unit(unit, code, exact) => ToldLeaf::Unit(unit, code, exact),
        }))
    })
}

fn told_rule(rule: &RuleRef) -> ToldRule {
    ToldRule { id: rule.id.to_string(), basis: rule.cited(), at: rule.place.to_string() }
}

fn told(explanation: &Explanation, outcomes: &[Outcome], parts: &[PersonPart]) -> Told {
    let outcome = outcomes.iter().find(|outcome| outcome.subject.code() == explanation.code);
    Told {
        pool: outcome.map(|outcome| outcome.pool.clone()).unwrap_or_default(),
        behind: outcome.map_or(Some(false), |outcome| outcome.behind),
        parts: parts.iter().filter_map(|part| Some((part.code.clone(), told_calc(part.calc.as_ref()?)?))).collect(),
        code: explanation.code.clone(),
        name: explanation.name.clone(),
        paragraph: (&explanation.paragraph).into(),
        rulings: explanation.rulings.iter().map(told_step).collect(),
        scores: explanation.scores.iter().map(told_step).collect(),
    }
}

fn told_step(step: &Step) -> ToldStep {
    ToldStep {
        code: step.code.clone(),
        what: (&step.what).into(),
        value: step.value.clone(),
        shown: step.rounded.as_ref().map(|(value, rounding)| rounding.show(value)),
        formula: (&step.formula).into(),
        calc: step.calc.as_ref().and_then(told_calc),
        mode: step.rounded.as_ref().map(|(_, rounding)| rounding.mode),
        rule: step.rule.as_ref().map(told_rule),
        cells: step.evidence.iter().map(told_cell).collect(),
        parts: step.parts.iter().map(told_step).collect(),
    }
}

fn told_cell(evidence: &Evidence) -> ToldCell {
    ToldCell { at: evidence.place.to_string(), text: (&evidence.text).into() }
}
