//! Units against items: the heat map of each group and the sheet 分项.

use std::collections::BTreeMap;

use super::moves::{part_key, part_words, parts};
use super::names::{Names, in_order, item_and_period};
use super::plots::{HeatCell, HeatPlot, HeatRow, Plot};
use super::table::{Cell, Column, Kind, Table};
use super::units::{groups, part_of};
use super::{Block, Section, Sheet, titles};
use crate::exact::Exact;
use crate::results::{ComponentInfo, Part, Results, SubjectResult, Value};

/// How many units one figure holds.
const MOST: usize = 36;

/// A column: the code as units carry it, what it is called, its full marks.
struct Item {
    code: String,
    label: String,
    full: Option<Exact>,
}

/// The items that units carry, in the scheme's order and inside an item in the order of appearance; unknown ones last.
fn items(results: &Results) -> Vec<Item> {
    let mut seen: Vec<&Part> = Vec::new();
    for part in results.units.iter().flat_map(|unit| &unit.items) {
        if !seen.iter().any(|known| known.code == part.code) {
            seen.push(part);
        }
    }
    let place = |part: &Part| {
        let (item, _) = item_and_period(&part.code);
        results.scheme.items.iter().position(|known| known.code == item).unwrap_or(usize::MAX)
    };
    seen.sort_by_key(|part| place(part));
    let item = |part: &&Part| {
        let (item, _) = item_and_period(&part.code);
        let known = results.scheme.items.iter().find(|known| known.code == item);
        let name = known.map_or(part.name.as_str(), |known| known.name.as_str());
        Item {
            code: part.code.clone(),
            label: name.to_owned(),
            full: part.max.clone().or_else(|| known.map(|known| known.max.clone())),
        }
    };
    seen.iter().map(item).collect()
}

/// One grid: the units of a group against the items of one period.
struct Grid<'a> {
    group: &'a str,
    /// The period in words; none when items carry none.
    period: Option<String>,
    columns: Vec<&'a Item>,
    by_component: bool,
    /// Whether a later period of the same group stands open, so that this one is folded.
    aside: bool,
}

/// 分项得分, a block for each group and period: items where units carry them, else components. The last period is open.
pub(super) fn section(results: &Results, names: &Names, plots: &mut BTreeMap<String, Plot>) -> Section {
    let mut columns = items(results);
    let by_component = columns.is_empty();
    if by_component {
        let component =
            |c: &ComponentInfo| Item { code: c.code.clone(), label: c.name.clone(), full: Some(c.max.clone()) };
        columns = results.scheme.components.iter().map(component).collect();
    }
    let mut periods: Vec<Option<&str>> = Vec::new();
    // The order in which units carry the periods is the scheme's.
    for (_, period) in results.units.iter().flat_map(|unit| &unit.items).map(|part| item_and_period(&part.code)) {
        if !periods.contains(&period) {
            periods.push(period);
        }
    }
    if by_component {
        periods = vec![None];
    }
    let mut blocks = Vec::new();
    for group in groups(results) {
        for (i, period) in periods.iter().enumerate().rev() {
            let of_period: Vec<&Item> =
                columns.iter().filter(|item| item_and_period(&item.code).1 == *period).collect();
            let aside = i + 1 < periods.len();
            let period = period.map(|period| names.say.period(period));
            let grid = Grid { group, period, columns: of_period, by_component, aside };
            if !grid.columns.is_empty() {
                blocks.extend(of_grid(results, names, &grid, &format!("items-{group}-{}", i + 1), plots));
            }
        }
    }
    Section { id: "items", heading: names.say.of("分项得分", "Items").to_owned(), blocks }
}

fn of_grid(results: &Results, names: &Names, grid: &Grid, key: &str, plots: &mut BTreeMap<String, Plot>) -> Vec<Block> {
    let (say, name) = (names.say, names.group(grid.group));
    let units: Vec<&SubjectResult> =
        in_order(results, &results.units).into_iter().filter(|unit| unit.group == grid.group).collect();
    let part = |unit: &SubjectResult, item: &Item| {
        part_of(if grid.by_component { &unit.components } else { &unit.items }, &item.code).cloned()
    };
    let row = |unit: &&SubjectResult| HeatRow {
        label: unit.name.clone(),
        cells: grid.columns.iter().map(|item| heat_cell(part(unit, item).as_ref(), item)).collect(),
    };
    let mut rows: Vec<HeatRow> = units.iter().map(row).collect();
    let n_weak = mark_weakest(&mut rows);
    let low = below_the_line(grid, &rows);
    let of_period = grid.period.as_ref().map(|period| say.bracketed(period)).unwrap_or_default();
    let subject = say.made(format!("{name}分项得分{of_period}"), format!("Items: {name}{of_period}"));
    let title = titles::heat(say, name, &low, &subject);
    let of_period = grid.period.as_ref().map(|period| say.made(format!("{period}；"), format!("{period}; ")));
    let of_period = of_period.unwrap_or_default();
    let subtitle = say.made(
        format!("{of_period}{name}{}个，按名次；数为得分，颜色为占满分的比例", units.len()),
        format!("{of_period}{} units ({name}) by rank; points, colour is the share of full marks", units.len()),
    );
    let sentence = words(names, &low, &rows);
    let columns: Vec<String> = grid.columns.iter().map(|item| item.label.clone()).collect();
    let full = |item: &&Item| {
        let full = item.full.as_ref().map(Exact::plain);
        full.map(|full| say.made(format!("{full}分"), format!("of {full}"))).unwrap_or_default()
    };
    let full: Vec<String> = grid.columns.iter().map(full).collect();
    let mut heads = vec![Column::new(say.of("单位", "Unit"), Kind::Text)];
    heads.extend(grid.columns.iter().map(|item| Column::new(item.label.clone(), Kind::Number)));
    let cells = units.iter().map(|unit| {
        let mut row = vec![Cell::text(unit.name.clone())];
        row.extend(grid.columns.iter().map(|item| names.part(part(unit, item).as_ref())));
        row
    });
    let table = Table { columns: heads, rows: cells.collect(), when_empty: String::new() };
    let whole = parts(&rows, MOST);
    let n = whole.len();
    let mut table = Some(table);
    let mut blocks = Vec::new();
    for (i, of_part) in whole.iter().enumerate() {
        let others = whole.iter().enumerate().filter(|(j, _)| *j != i).flat_map(|(_, rows)| rows.iter());
        let others = others.flat_map(|row| &row.cells).filter_map(share_of).cloned().collect();
        let part = part_words(say, i, n);
        let title = if i == 0 { title.clone() } else { format!("{subject}{part}") };
        let frame = names.frame(title, format!("{subtitle}{part}"), sentence.clone());
        let (columns, full) = (columns.clone(), full.clone());
        let plot = HeatPlot { frame, columns, full, rows: of_part.to_vec(), n_weak, others };
        plots.insert(part_key(key, i), Plot::Heat(plot));
        blocks.push(Block {
            plot: Some(part_key(key, i)),
            caption: format!("{subject}{part}"),
            sentence: if i == 0 { sentence.clone() } else { String::new() },
            sentences: Vec::new(),
            table: table.take(),
            folded: true,
            aside: grid.aside,
        });
    }
    blocks
}

fn share_of(cell: &HeatCell) -> Option<&Exact> {
    match cell {
        HeatCell::Scored { share, .. } => Some(share),
        _ => None,
    }
}

/// **Rule**: the weakest cells of a group are those with the least share of full marks, below four fifths: one in twenty of
/// all that have points, at least three and at most fifteen; where equals stand across the edge, none of them. How many.
fn mark_weakest(rows: &mut [HeatRow]) -> usize {
    let line = Exact::ratio(4, 5).unwrap_or_default();
    let mut shares: Vec<Exact> = rows.iter().flat_map(|row| &row.cells).filter_map(share_of).cloned().collect();
    let most = (shares.len() / 20).clamp(3, 15);
    shares.sort();
    let edge = shares.get(most).cloned();
    let is_weak = |share: &Exact| *share < line && edge.as_ref().is_none_or(|edge| share < edge);
    let mut n = 0;
    for cell in rows.iter_mut().flat_map(|row| &mut row.cells) {
        if let HeatCell::Scored { share, weak, .. } = cell
            && is_weak(share)
        {
            *weak = true;
            n += 1;
        }
    }
    n
}

/// For each column: its name, how many units are below four fifths of full marks, how many have points.
fn below_the_line(grid: &Grid, rows: &[HeatRow]) -> Vec<(String, usize, usize)> {
    let line = Exact::ratio(4, 5).unwrap_or_default();
    let column = |(i, item): (usize, &&Item)| {
        let share = |row: &HeatRow| match row.cells.get(i) {
            Some(HeatCell::Scored { share, .. }) => Some(share.clone()),
            _ => None,
        };
        let shares: Vec<Exact> = rows.iter().filter_map(share).collect();
        (item.label.clone(), shares.iter().filter(|share| **share < line).count(), shares.len())
    };
    grid.columns.iter().enumerate().map(column).collect()
}

/// The three items with most units below the line, and how much is missing.
fn words(names: &Names, low: &[(String, usize, usize)], rows: &[HeatRow]) -> String {
    let say = names.say;
    let mut most: Vec<&(String, usize, usize)> = low.iter().filter(|(_, below, _)| *below > 0).collect();
    most.sort_by_key(|(_, below, _)| std::cmp::Reverse(*below));
    let named: Vec<String> = most
        .iter()
        .take(3)
        .map(|(label, below, _)| say.made(format!("{label}{below}个"), format!("{label} {below}")))
        .collect();
    let mut parts = vec![match named.is_empty() {
        true => say.of("各项均达满分的八成", "every item is at 80% of full marks or more").to_owned(),
        false => say.made(
            format!("得分不足满分八成的单位，以{}为多", named.join("、")),
            format!("units below 80% of full marks: {}", named.join(", ")),
        ),
    }];
    let missing = rows.iter().flat_map(|row| &row.cells).filter(|cell| **cell == HeatCell::Missing).count();
    if missing > 0 {
        parts.push(say.made(format!("未报{missing}处"), format!("{missing} not submitted")));
    }
    format!("{}{}", parts.join(say.of("；", "; ")), say.of("。", "."))
}

fn heat_cell(part: Option<&Part>, item: &Item) -> HeatCell {
    let Some(part) = part else { return HeatCell::NotApplicable };
    match &part.score {
        Some(Value::Withheld { .. }) => HeatCell::Withheld,
        Some(Value::Score { exact, shown }) => {
            let full = part.max.as_ref().or(item.full.as_ref());
            let share = full.and_then(|full| exact.divided_by(full)).unwrap_or_default();
            HeatCell::Scored { share, shown: short(shown), weak: false }
        }
        None if part.state == "not_applicable" => HeatCell::NotApplicable,
        None => HeatCell::Missing,
    }
}

/// Without noughts at the end, since cells are small: `12.00` → `12`.
fn short(shown: &str) -> String {
    if shown.contains('.') { shown.trim_end_matches('0').trim_end_matches('.').to_owned() } else { shown.to_owned() }
}

/// The sheet 分项.
pub(super) fn sheet(results: &Results, names: &Names) -> Sheet {
    let say = names.say;
    let items = items(results);
    let mut columns = vec![
        Column::new(say.of("代码", "Code"), Kind::Mark),
        Column::new(say.of("单位", "Unit"), Kind::Text),
        Column::new(say.of("类别", "Group"), Kind::Mark),
    ];
    columns.extend(items.iter().map(|item| {
        let (code, period) = item_and_period(&item.code);
        let period = period.map(|period| say.bracketed(&say.period(period))).unwrap_or_default();
        let full = item
            .full
            .as_ref()
            .map(|full| say.made(format!("，满分{}", full.plain()), format!(", of {}", full.plain())));
        Column::new(format!("{code} {}{period}{}", item.label, full.unwrap_or_default()), Kind::Number)
    }));
    let rows = in_order(results, &results.units).into_iter().map(|unit| {
        let mut cells =
            vec![Cell::text(unit.code.clone()), Cell::text(unit.name.clone()), Cell::text(names.group(&unit.group))];
        cells.extend(items.iter().map(|item| names.part(part_of(&unit.items, &item.code))));
        cells
    });
    Sheet {
        name: say.of("分项", "Items").to_owned(),
        title: format!("{} {}", results.assessment.title, say.of("分项得分", "items")),
        table: Table { columns, rows: rows.collect(), when_empty: say.of("没有分项", "No items").to_owned() },
        frozen: 2,
        signatures: Vec::new(),
    }
}
