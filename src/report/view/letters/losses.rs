//! Points that a unit did not get: item by item what was lost, why, by which clause, on which cells.

use serde::Serialize;

use crate::exact::{Exact, Mode, Rounding};
use crate::explain::{Told, ToldCell, ToldStep};
use crate::report::view::names::{Names, item_and_period};
use crate::report::view::numbers::places_of;
use crate::results::SubjectResult;

/// How many sheets a line of a letter names.
const SHEETS: usize = 3;

/// An item below its full marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Loss {
    /// Code without the period.
    pub code: String,
    /// Name.
    pub item: String,
    /// Period in words; empty where there is but one.
    pub period: String,
    /// Full marks.
    pub max: String,
    /// Points as printed.
    pub score: String,
    /// Full marks less the printed points.
    pub lost: String,
    /// The formula in words and numbers.
    pub why: String,
    /// Document and clause.
    pub basis: String,
    /// The cells it rests on.
    pub cells: String,
}

/// An item that has no points at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Without {
    /// Code without the period.
    pub code: String,
    /// Name and period.
    pub item: String,
    /// 未报, 不采信, 待定, 不适用.
    pub state: String,
}

/// The items below their full marks, largest loss first, then in the order of the results.
pub(super) fn losses(names: &Names, unit: &SubjectResult, told: Option<&Told>) -> Vec<Loss> {
    let mut all: Vec<(Exact, Loss)> = Vec::new();
    for part in &unit.items {
        let Some((max, score)) = part.max.as_ref().zip(part.score.as_ref()) else { continue };
        let Ok(shown) = score.shown().parse::<Exact>() else { continue };
        let lost = max - &shown;
        if lost.is_zero() || lost.is_negative() {
            continue;
        }
        let (code, period) = item_and_period(&part.code);
        let step = told.and_then(|told| find(&told.scores, &part.code));
        let places = places_of(score.shown());
        all.push((
            lost.clone(),
            Loss {
                code: code.to_owned(),
                item: part.name.clone(),
                period: period.map(|period| names.say.period(period)).unwrap_or_default(),
                max: max.plain(),
                score: score.shown().to_owned(),
                lost: Rounding { mode: Mode::HalfUp, places }.show(&lost),
                why: step.map(|step| why(names, step)).unwrap_or_default(),
                basis: step.and_then(|step| step.rule.as_ref()).map(|rule| rule.basis.clone()).unwrap_or_default(),
                cells: step.map(|step| cells(names, step)).unwrap_or_default(),
            },
        ));
    }
    all.sort_by(|a, b| b.0.cmp(&a.0));
    all.into_iter().map(|(_, loss)| loss).collect()
}

/// The items without points, with the word for their state.
pub(super) fn without(names: &Names, unit: &SubjectResult) -> Vec<Without> {
    let rows = unit.items.iter().filter(|part| part.score.is_none()).filter_map(|part| {
        let state = names.say.state(&part.state);
        let (code, period) = item_and_period(&part.code);
        let period = period.map(|period| names.say.bracketed(&names.say.period(period))).unwrap_or_default();
        (!state.is_empty()).then(|| Without {
            code: code.to_owned(),
            item: format!("{}{period}", part.name),
            state: state.to_owned(),
        })
    });
    rows.collect()
}

/// The step of that code, wherever in the tree it stands.
pub(super) fn find<'a>(steps: &'a [ToldStep], code: &str) -> Option<&'a ToldStep> {
    steps.iter().find_map(|step| if step.code == code { Some(step) } else { find(&step.parts, code) })
}

/// The formula of a step; of one made of parts, theirs.
fn why(names: &Names, step: &ToldStep) -> String {
    let lang = names.say.of("zh", "en");
    if step.parts.is_empty() {
        return step.formula.of(lang).to_owned();
    }
    let parts = step.parts.iter().map(|part| names.say.pair(part.what.of(lang), part.formula.of(lang)));
    names.say.joined(&parts.collect::<Vec<_>>())
}

/// The cells of a step and its parts, sheet by sheet; of a single cell also what stands there.
pub(super) fn cells(names: &Names, step: &ToldStep) -> String {
    let (say, lang) = (names.say, names.say.of("zh", "en"));
    let mut all = Vec::new();
    gather(step, &mut all);
    if let [only] = all[..] {
        let text = only.text.of(lang);
        return format!("{}{}", short(&only.at), if text.is_empty() { String::new() } else { say.bracketed(text) });
    }
    let mut sheets: Vec<(String, Vec<String>)> = Vec::new();
    for cell in &all {
        let at = short(&cell.at);
        let (sheet, cell) = at.rsplit_once('›').unwrap_or((at.as_str(), ""));
        match sheets.iter_mut().find(|(known, _)| known == sheet) {
            Some((_, cells)) if cells.iter().any(|known| known == cell) => {}
            Some((_, cells)) => cells.push(cell.to_owned()),
            None => sheets.push((sheet.to_owned(), vec![cell.to_owned()])),
        }
    }
    let told = sheets.iter().map(|(sheet, cells)| format!("{sheet}›{}", say.list(&runs(cells))));
    let told: Vec<String> = told.collect();
    let more = told.len().saturating_sub(SHEETS);
    let mut text = say.joined(&told.into_iter().take(SHEETS).collect::<Vec<_>>());
    if more > 0 {
        text += &say.made(format!("；另有{more}张表"), format!("; and {more} more sheets"));
    }
    text
}

fn gather<'a>(step: &'a ToldStep, all: &mut Vec<&'a ToldCell>) {
    all.extend(&step.cells);
    step.parts.iter().for_each(|part| gather(part, all));
}

/// File, sheet and cell without the folder of raw tables.
fn short(at: &str) -> String {
    at.strip_prefix("raw/").unwrap_or(at).replace(" ▸ ", "›")
}

/// Cells below each other as one: D59、D60、D61 are D59–D61.
fn runs(cells: &[String]) -> Vec<String> {
    let split = |cell: &str| {
        let at = cell.find(|c: char| c.is_ascii_digit())?;
        Some((cell[..at].to_owned(), cell[at..].parse::<u64>().ok()?))
    };
    let mut told: Vec<(String, String)> = Vec::new();
    for cell in cells {
        let follows = |last: &str| {
            split(last)
                .zip(split(cell))
                .is_some_and(|(last, own)| last.0 == own.0 && last.1.checked_add(1) == Some(own.1))
        };
        match told.last_mut() {
            Some((_, last)) if follows(last) => last.clone_from(cell),
            _ => told.push((cell.clone(), cell.clone())),
        }
    }
    told.into_iter().map(|(from, to)| if from == to { from } else { format!("{from}–{to}") }).collect()
}
