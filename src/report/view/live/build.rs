//! The book put together: where steps stand, their formulas, the input sheets, ranks and grades, charts, notes.

use std::collections::BTreeMap;

use super::look::{ITEMS, OVERALL, PEOPLE, codes, shown};
use super::rules::{Places, facts_sheet, rules_sheet};
use super::steps::{Made, Spot, Whose, is_poll, used};
use super::{Book, Formula, Live, Ref, Role, charts, notes, order};
use crate::exact::{Calc, Exact, Mode, Rounding};
use crate::explain::{Explanations, Told, ToldBand, ToldLeaf as Leaf, ToldStep};
use crate::report::view::names::Names;
use crate::report::view::{Cell, Column, Kind, Number, Table, View};
use crate::results::Results;

/// A formula whose cells have no place yet, and where it stands.
pub(super) type Pending = Vec<(Spot, Calc<Spot>)>;

fn cell_number(live: &Live, at: Ref) -> Option<&Number> {
    let row = live.sheet.table.rows.get(usize::try_from(at.row).ok()?)?;
    match row.get(usize::from(at.column))? {
        Cell::Number(number) | Cell::Change(number) => Some(number),
        _ => None,
    }
}

/// The book.
pub(super) fn book(view: &View, results: &Results, explained: &Explanations, names: &Names) -> Book {
    let lang = results.assessment.lang.as_str();
    let live = |sheet: &super::Sheet| Live {
        sheet: sheet.clone(),
        role: Role::Results,
        formulas: BTreeMap::new(),
        remarks: BTreeMap::new(),
        full: BTreeMap::new(),
    };
    let mut sheets: Vec<Live> = view.sheets.iter().map(live).collect();
    if sheets.len() <= PEOPLE || explained.units.is_empty() {
        return Book { sheets, charts: (0, Vec::new()), notes: usize::MAX, open: BTreeMap::new(), say: names.say };
    }
    full_marks(&mut sheets[ITEMS], results);
    let unit_head = |told: &Told| vec![told.code.clone(), told.name.clone()];
    let mut made = Made::new(explained, unit_head);
    explained
        .units
        .iter()
        .chain(&explained.people)
        .flat_map(|told| &told.scores)
        .for_each(|step| made.learn(step, lang));
    let in_rows = |live: &Live, all: &'_ [Told]| -> Vec<(u32, usize)> {
        let by_code: BTreeMap<&str, usize> = all.iter().enumerate().map(|(at, one)| (one.code.as_str(), at)).collect();
        let found = (0..).zip(codes(live)).filter_map(|(row, code)| Some((row, *by_code.get(code.as_str())?)));
        found.collect()
    };
    let unit_rows = in_rows(&sheets[OVERALL], &explained.units);
    let item_rows = in_rows(&sheets[ITEMS], &explained.units);
    let people_rows = in_rows(&sheets[PEOPLE], &explained.people);
    let mut pending: Pending = Vec::new();

    // Where everything stands, before any formula looks for it.
    more_columns(&mut sheets[ITEMS], &item_rows, explained, lang);
    let units: Vec<Whose<'_>> = explained.units.iter().filter_map(|told| Whose::of(told, 0, unit_head(told))).collect();
    let people: Vec<Whose<'_>> =
        explained.people.iter().filter_map(|told| Whose::of(told, 1, unit_head(told))).collect();
    let unit_of: BTreeMap<&str, &Whose<'_>> = units.iter().map(|whose| (whose.told.code.as_str(), whose)).collect();
    let person_of: BTreeMap<&str, &Whose<'_>> = people.iter().map(|whose| (whose.told.code.as_str(), whose)).collect();
    let mut stands: Vec<(Ref, &Whose<'_>, String)> = Vec::new();
    for (sheet, rows) in [(ITEMS, &item_rows), (OVERALL, &unit_rows)] {
        for (row, at) in rows {
            let Some(whose) = unit_of.get(explained.units[*at].code.as_str()) else { continue };
            let found = keys(&sheets[sheet], whose, None);
            stands.extend(found.map(|(column, key)| (Ref { sheet, row: *row, column }, *whose, key)));
        }
    }
    for (row, at) in &people_rows {
        let Some(whose) = person_of.get(explained.people[*at].code.as_str()) else { continue };
        let found = keys(&sheets[PEOPLE], whose, Some(&whose.told.parts));
        stands.extend(found.map(|(c, key)| (Ref { sheet: PEOPLE, row: *row, column: c }, *whose, key)));
    }
    for (at, whose, key) in &stands {
        let Some(number) = cell_number(&sheets[at.sheet], *at) else { continue };
        let step = whose.steps.get(key.as_str()).filter(|_| !whose.told.parts.contains_key(key));
        let rounds = step.is_some_and(|step| step.shown.is_some());
        let value = if rounds { number.shown.parse().ok() } else { Some(number.exact.clone()) };
        let Some(value) = value else { continue };
        made.at.insert((whose.table, whose.told.code.clone(), key.clone()), Spot::Cell(*at));
        made.values.insert(Spot::Cell(*at), value);
    }
    for whose in unit_rows.iter().filter_map(|(_, at)| unit_of.get(explained.units[*at].code.as_str())) {
        for poll in polls(whose.root) {
            pending.extend(made.ballots(whose, poll, lang));
        }
    }
    for whose in people_rows.iter().filter_map(|(_, at)| person_of.get(explained.people[*at].code.as_str())) {
        for poll in polls(whose.root) {
            pending.extend(made.ballots(whose, poll, lang));
        }
    }

    for (at, whose, key) in &stands {
        let spot = Spot::Cell(*at);
        let Some(value) = made.values.get(&spot).cloned() else { continue };
        let calc = match (whose.told.parts.get(key), whose.steps.get(key.as_str())) {
            (Some(calc), _) => made.resolve(whose, whose.root, calc, lang),
            (None, Some(step)) => made.formula(whose, step, lang),
            (None, None) => None,
        };
        let calc = calc.filter(|calc| made.worth(calc).as_ref() == Some(&value) && !matches!(calc, Calc::Number(_)));
        match calc {
            Some(calc) => pending.push((spot, calc)),
            None if value.is_zero() => {}
            None => {
                pending.push((spot, Calc::Number(value)));
                let rule = whose.steps.get(key.as_str()).and_then(|step| step.rule.as_ref());
                let rule = rule.map_or(key.as_str(), |rule| rule.id.as_str());
                *made.open.entry(rule.to_owned()).or_default() += 1;
                let word = remark(names, rule);
                sheets[at.sheet].remarks.insert((at.row, at.column), word);
            }
        }
    }

    // Values compared before rounding, and the lines of the bands.
    let said = &explained.order;
    let mut keys_of = BTreeMap::new();
    for (table, all) in [(0, &units), (1, &people)] {
        for whose in all {
            if let Some(calc) = compared(&mut made, whose, said.rank_exact, lang) {
                keys_of.insert((table, whose.told.code.clone()), calc);
            }
        }
    }
    let lines = [&said.unit_bands, &said.person_bands].map(|bands| {
        let line = |band: &ToldBand| {
            made.basis.entry(band.rule.id.clone()).or_insert_with(|| band.rule.basis.clone());
            band.from.as_ref().map(|from| made.param(&band.rule.id, "from", from))
        };
        bands.iter().map(line).collect::<Vec<_>>()
    });

    // Now sheets can be laid out.
    let base = sheets.len();
    let mut places = Places::new(&made, base + 2, results);
    sheets.push(charts::empty(names, results));
    sheets.push(notes::empty(names, results));
    sheets.push(rules_sheet(&made, names, results));
    for table in 0..made.facts.len() {
        if places.sheet_of(table).is_some() {
            sheets.push(facts_sheet(&made, table, names, results));
        }
    }
    for (spot, calc) in pending {
        let Some(value) = made.values.get(&spot).cloned() else { continue };
        let (Some(at), Some(calc)) = (places.of(&spot), calc.map(&mut |spot| places.of(spot).map(Calc::At))) else {
            continue;
        };
        sheets[at.sheet].formulas.insert((at.row, at.column), Formula::Number(calc, value));
    }
    for (table, told) in [(0, &explained.units), (1, &explained.people)] {
        let sheet = if table == 0 { OVERALL } else { PEOPLE };
        let bands = if table == 0 { &said.unit_bands } else { &said.person_bands };
        let by_code = told.iter().map(|one| (one.code.as_str(), one)).collect();
        let subjects = if table == 0 { &results.units } else { &results.people };
        let by_result = subjects.iter().map(|one| (one.code.as_str(), one)).collect();
        let keys: BTreeMap<String, (Calc<Ref>, Exact)> = keys_of
            .iter()
            .filter(|((own, _), _)| *own == table)
            .filter_map(|((_, code), (calc, value))| {
                Some((code.clone(), (calc.map(&mut |spot| places.of(spot).map(Calc::At))?, value.clone())))
            })
            .collect();
        let line = |line: &Option<Spot>| line.as_ref().and_then(|line| places.of(line));
        let band = (bands.as_slice(), lines[table].iter().map(line).collect());
        let same_value = said.band_exact == said.rank_exact;
        let ask = order::Ask {
            sheet,
            table,
            told: by_code,
            results: by_result,
            keys,
            band,
            same_value,
            band_exact: said.band_exact,
        };
        order::add(&mut sheets, ask, &mut places, names, results);
    }
    let charts = charts::add(&mut sheets, base, names, results);
    notes::write(&mut sheets[base + 1], &made, names);
    Book { sheets, charts: (base, charts), notes: base + 1, open: made.open, say: names.say }
}

fn remark(names: &Names, rule: &str) -> String {
    names.say.made(
        format!("此格为数值，没有公式：规则 {rule} 的计算过程见说明（explain）。"),
        format!("A value without formula: how rule {rule} makes it is told by explain."),
    )
}

/// Columns of a sheet that stand for steps of this subject, with the code of the step.
fn keys<'b>(
    live: &'b Live,
    whose: &'b Whose<'_>,
    parts: Option<&'b BTreeMap<String, Calc<Leaf>>>,
) -> impl Iterator<Item = (u16, String)> + 'b {
    let columns = (0..).zip(&live.sheet.table.columns);
    columns.filter_map(move |(at, column)| {
        let key = match column.key.as_str() {
            "" => return None,
            "#total" => whose.root.code.clone(),
            key if key.starts_with('#') => return None,
            key => match parts.and_then(|parts| parts.get(key)) {
                // The own ballots stand in the column of their part.
                Some(Calc::At(Leaf::Part(code))) => code.clone(),
                _ => key.to_owned(),
            },
        };
        Some((at, key))
    })
}

/// Polls of a tree, wherever they stand.
fn polls(step: &ToldStep) -> Vec<&ToldStep> {
    if is_poll(step) {
        return if step.calc.is_some() { vec![step] } else { Vec::new() };
    }
    step.parts.iter().flat_map(polls).collect()
}

/// Polls and sums of items in each period, as further columns of 分项.
fn more_columns(live: &mut Live, rows: &[(u32, usize)], explained: &Explanations, lang: &str) {
    let table: &mut Table = &mut live.sheet.table;
    let known: Vec<String> = table.columns.iter().map(|column| column.key.clone()).collect();
    let mut added: Vec<(String, String)> = Vec::new();
    let of_periods = |told: &'_ Told| -> Vec<ToldStep> {
        let parts = told.scores.iter().flat_map(|root| &root.parts).flat_map(|component| &component.parts);
        parts.filter(|step| step.code.contains('@') && step.value.is_some()).cloned().collect()
    };
    for (_, at) in rows {
        for step in of_periods(&explained.units[*at]) {
            if !known.contains(&step.code) && !added.iter().any(|(code, _)| *code == step.code) {
                added.push((step.code.clone(), step.what.of(lang).to_owned()));
            }
        }
    }
    for (code, label) in &added {
        table.columns.push(Column::new(label.clone(), Kind::Number).keyed(code.clone()));
    }
    let by_row: BTreeMap<u32, usize> = rows.iter().copied().collect();
    for (row, cells) in (0..).zip(&mut table.rows) {
        let steps = by_row.get(&row).map(|at| of_periods(&explained.units[*at])).unwrap_or_default();
        cells.extend(added.iter().map(|(code, _)| {
            let step = steps.iter().find(|step| step.code == *code);
            let value = step.and_then(used);
            value.map_or(Cell::Empty, |value| Cell::Number(shown(step.and_then(|step| step.shown.clone()), &value)))
        }));
    }
}

/// The value by which a subject is ranked, and its formula: the total as rounded, or before with nine places.
fn compared(made: &mut Made<'_>, whose: &Whose<'_>, exact: bool, lang: &str) -> Option<(Calc<Spot>, Exact)> {
    let nine = Rounding { mode: Mode::HalfUp, places: 9 };
    let total = made.place(whose, &whose.root.code)?.clone();
    let rounds = whose.root.shown.is_some();
    let calc = match (rounds, exact) {
        (true, false) => Calc::At(total),
        (true, true) => made.raw(whose, whose.root, lang)?.rounded(Some(nine)),
        (false, _) => Calc::At(total).rounded(Some(nine)),
    };
    let value = made.worth(&calc)?;
    Some((calc, value))
}

/// Full marks of the columns of 分项.
fn full_marks(live: &mut Live, results: &Results) {
    for (at, column) in (0..).zip(&live.sheet.table.columns) {
        let item = column.key.split('@').next().unwrap_or_default();
        if let Some(item) = results.scheme.items.iter().find(|known| known.code == item) {
            live.full.insert(at, item.max.clone());
        }
    }
}
