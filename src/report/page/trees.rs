//! The trees of all subjects as one island: texts, rules and sheets by number, neighbouring cells as runs.

use serde_json::{Value, json};

use super::island::{Pool, trimmed};
use crate::exact::Exact;
use crate::explain::{Explanations, ToldCell, ToldStep};

struct Trees<'a> {
    lang: &'a str,
    texts: Pool,
    rules: Pool,
    sheets: Pool,
}

/// `{s: texts, r: rules, f: sheets, u: units, p: people}`; a subject is `[rulings, scores]`, a step
/// `[what, formula, shown, exact, rule, cells, parts]` without what is empty at its end, and a run of cells
/// `[sheet, first cell, text, text, …]`, where the first cell is `C4`, `C4>` when the run goes to the right instead of down, or
/// `C4+77` when it goes down 77 rows at a time.
pub(super) fn trees(explained: &Explanations, lang: &str) -> Value {
    let mut trees = Trees { lang, texts: Pool::new(), rules: Pool::new(), sheets: Pool::new() };
    let [units, people] = [&explained.units, &explained.people].map(|all| {
        let mut by_code = serde_json::Map::new();
        for told in all {
            let rulings = trees.steps(&told.rulings);
            let scores = trees.steps(&told.scores);
            by_code.insert(told.code.clone(), json!([rulings, scores]));
        }
        Value::Object(by_code)
    });
    json!({
        "s": trees.texts.into_values(),
        "r": trees.rules.into_values(),
        "f": trees.sheets.into_values(),
        "u": units,
        "p": people,
    })
}

/// The exact value where it says more than what is shown: `88.746`, or the fraction with a decimal beside it.
pub(super) fn exactly(exact: &Exact, shown: &str) -> Option<String> {
    if shown.replace('−', "-").parse::<Exact>().is_ok_and(|printed| printed == *exact) {
        return None;
    }
    Some(match exact.decimal_places() {
        Some(places) if places <= 9 => exact.plain(),
        _ => format!("{} {}", exact.as_fraction(), exact.about()),
    })
}

impl Trees<'_> {
    fn steps(&mut self, steps: &[ToldStep]) -> Value {
        Value::Array(steps.iter().map(|step| self.step(step)).collect())
    }

    fn step(&mut self, step: &ToldStep) -> Value {
        let what = self.texts.text(step.what.of(self.lang));
        let formula = self.texts.text(step.formula.of(self.lang));
        let (mut shown, mut exact) = (0, 0);
        if let Some(value) = &step.value {
            let text = step.shown.clone().unwrap_or_else(|| value.about());
            exact = exactly(value, &text).map_or(0, |exact| self.texts.text(&exact));
            shown = self.texts.text(&text);
        }
        let rule = step.rule.as_ref().map_or(0, |rule| self.rules.value(json!([rule.id, rule.basis, rule.at])));
        let cells = self.cells(&step.cells);
        trimmed(vec![
            json!(what),
            json!(formula),
            json!(shown),
            json!(exact),
            json!(rule),
            cells,
            self.steps(&step.parts),
        ])
    }

    fn cells(&mut self, cells: &[ToldCell]) -> Value {
        let mut runs: Vec<Run<'_>> = Vec::new();
        let mut before: Option<(u32, u32)> = None;
        for cell in cells {
            let (sheet, first) = cell.at.rsplit_once(" ▸ ").unwrap_or(("", &cell.at));
            let (sheet, text) = (self.sheets.text(sheet), self.texts.text(cell.text.of(self.lang)));
            let place = column_and_row(first);
            let step = before.zip(place).and_then(|(before, now)| way(before, now));
            match (runs.last_mut(), step) {
                (Some(run), Some(step)) if run.sheet == sheet && run.step.is_none_or(|own| own == step) => {
                    run.step = Some(step);
                    run.texts.push(text);
                }
                _ => runs.push(Run { sheet, first, step: None, texts: vec![text] }),
            }
            before = place;
        }
        Value::Array(runs.into_iter().map(Run::told).collect())
    }
}

/// Cells of one sheet at equal distances, down or to the right.
struct Run<'a> {
    sheet: usize,
    first: &'a str,
    step: Option<Way>,
    texts: Vec<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Right,
    Down(u32),
}

impl Run<'_> {
    fn told(self) -> Value {
        let first = match self.step {
            None | Some(Way::Down(1)) => self.first.to_owned(),
            Some(Way::Down(rows)) => format!("{}+{rows}", self.first),
            Some(Way::Right) => format!("{}>", self.first),
        };
        let mut run = vec![json!(self.sheet), json!(first)];
        run.extend(self.texts.into_iter().map(|text| json!(text)));
        Value::Array(run)
    }
}

fn way((column, row): (u32, u32), (to, down): (u32, u32)) -> Option<Way> {
    if to == column && down > row {
        return Some(Way::Down(down - row));
    }
    (down == row && to == column + 1).then_some(Way::Right)
}

/// `C46` as column 3 and row 46; nothing for a place that is no cell.
fn column_and_row(at: &str) -> Option<(u32, u32)> {
    let letters: String = at.chars().take_while(char::is_ascii_uppercase).collect();
    let row = at.get(letters.len()..)?.parse().ok()?;
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let column = letters.bytes().fold(0_u32, |column, letter| column * 26 + u32::from(letter - b'A') + 1);
    Some((column, row))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explain::{Both, Told};

    fn both(text: &str) -> Both {
        Both { zh: text.to_owned(), en: String::new() }
    }

    fn cell(at: &str, text: &str) -> ToldCell {
        ToldCell { at: at.to_owned(), text: both(text) }
    }

    #[test]
    fn neighbouring_cells_are_runs_and_every_text_stands_once() {
        let step = ToldStep {
            code: "J1".to_owned(),
            what: both("J1 研究部署"),
            value: Some(Exact::ratio(2713, 30).unwrap()),
            shown: Some("90.43".to_owned()),
            formula: Both::default(),
            rule: None,
            cells: vec![
                cell("raw/a.xlsx ▸ 甲 ▸ Z9", "有"),
                cell("raw/a.xlsx ▸ 甲 ▸ AA9", "无"),
                cell("raw/a.xlsx ▸ 甲 ▸ AA10", "有"),
                cell("raw/a.xlsx ▸ 甲 ▸ AA11", "有"),
                cell("raw/a.xlsx ▸ 甲 ▸ AA20", "有"),
                cell("raw/a.xlsx ▸ 甲 ▸ AA29", "有"),
                cell("kaoze.toml:3", ""),
            ],
            ..ToldStep::default()
        };
        let told = Told {
            code: "T01".to_owned(),
            name: "甲镇".to_owned(),
            paragraph: Both::default(),
            rulings: Vec::new(),
            scores: vec![step],
            ..Told::default()
        };
        let explained = Explanations { units: vec![told], ..Explanations::default() };
        let made = trees(&explained, "zh");
        assert_eq!(made["s"], json!(["", "J1 研究部署", "2713/30 ≈90.4333", "90.43", "有", "无"]));
        assert_eq!(made["f"], json!(["", "raw/a.xlsx ▸ 甲"]));
        let runs = json!([[1, "Z9>", 4, 5], [1, "AA10", 4, 4], [1, "AA20+9", 4, 4], [0, "kaoze.toml:3", 0]]);
        assert_eq!(made["u"]["T01"], json!([[], [[1, 0, 3, 2, 0, runs]]]));
    }

    #[test]
    fn an_exact_value_is_said_only_where_it_differs() {
        let exact = |text: &str| text.parse::<Exact>().unwrap();
        assert_eq!(exactly(&exact("12"), "12.00"), None);
        assert_eq!(exactly(&exact("-3.1"), "−3.10"), None);
        assert_eq!(exactly(&exact("88.746"), "88.75").as_deref(), Some("88.746"));
        assert_eq!(exactly(&exact("1/3"), "0.33").as_deref(), Some("1/3 ≈0.3333"));
    }
}
