//! Units against items: the heat map of each group and the sheet 分项.

use std::collections::BTreeMap;

use super::names::{Names, in_order, item_and_period};
use super::plots::{HeatCell, HeatPlot, HeatRow, Plot};
use super::table::{Cell, Column, Kind, Table};
use super::units::{groups, part_of};
use super::{Block, Section, Sheet, titles};
use crate::exact::Exact;
use crate::results::{Part, Results, SubjectResult, Value};

/// A column: the code as units carry it, what it is called, its full marks.
struct Item {
    code: String,
    label: String,
    full: Option<Exact>,
}

/// The items that units carry, in the scheme's order and inside an item in the order of appearance; unknown ones last.
fn items(results: &Results, names: &Names) -> Vec<Item> {
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
        let (item, period) = item_and_period(&part.code);
        let known = results.scheme.items.iter().find(|known| known.code == item);
        let name = known.map_or(part.name.as_str(), |known| known.name.as_str());
        let label = match period {
            Some(period) => format!("{name}{}", names.say.bracketed(&names.say.period(period))),
            None => name.to_owned(),
        };
        Item { code: part.code.clone(), label, full: part.max.clone().or_else(|| known.map(|known| known.max.clone())) }
    };
    seen.iter().map(item).collect()
}

/// 热力图, a block a group: items where units carry them, else components.
pub(super) fn section(results: &Results, names: &Names, plots: &mut BTreeMap<String, Plot>) -> Section {
    let mut columns = items(results, names);
    let by_component = columns.is_empty();
    if by_component {
        columns = results
            .scheme
            .components
            .iter()
            .map(|c| Item { code: c.code.clone(), label: c.name.clone(), full: Some(c.max.clone()) })
            .collect();
    }
    let blocks = if columns.is_empty() {
        Vec::new()
    } else {
        groups(results).into_iter().map(|group| block(results, names, group, &columns, by_component, plots)).collect()
    };
    Section { id: "items", heading: names.say.of("分项得分", "Items").to_owned(), blocks }
}

fn block(
    results: &Results,
    names: &Names,
    group: &str,
    columns: &[Item],
    by_component: bool,
    plots: &mut BTreeMap<String, Plot>,
) -> Block {
    let (say, name) = (names.say, names.group(group));
    let units: Vec<&SubjectResult> =
        in_order(results, &results.units).into_iter().filter(|unit| unit.group == group).collect();
    let parts = |unit: &'_ SubjectResult, item: &Item| {
        part_of(if by_component { &unit.components } else { &unit.items }, &item.code).cloned()
    };
    let rows: Vec<HeatRow> = units
        .iter()
        .map(|unit| HeatRow {
            label: unit.name.clone(),
            cells: columns.iter().map(|item| heat_cell(parts(unit, item).as_ref(), item)).collect(),
        })
        .collect();
    let line = Exact::ratio(4, 5).unwrap_or_default();
    let low: Vec<(String, usize, usize)> = columns
        .iter()
        .enumerate()
        .map(|(i, item)| {
            let shares = rows.iter().filter_map(|row| match &row.cells[i] {
                HeatCell::Scored { share, .. } => Some(share),
                _ => None,
            });
            let shares: Vec<&Exact> = shares.collect();
            (item.label.clone(), shares.iter().filter(|share| ***share < line).count(), shares.len())
        })
        .collect();
    let subject = say.made(format!("{name}分项得分"), format!("Items: {name}"));
    let title = titles::heat(say, name, &low, &subject);
    let missing = rows.iter().flat_map(|row| &row.cells).filter(|cell| **cell == HeatCell::Missing).count();
    let subtitle = say.made(
        format!("得分，颜色为占满分的比例；{name}{}个，按名次", units.len()),
        format!("Points; colour is the share of full marks; {} units ({name}) by rank", units.len()),
    );
    let mut sentence = low
        .iter()
        .filter(|(_, below, _)| *below > 0)
        .map(|(label, below, n)| {
            say.made(
                format!("{label}{n}个单位中{below}个不足满分的八成"),
                format!("{label}: {below} of {n} below 80% of full marks"),
            )
        })
        .collect::<Vec<_>>();
    sentence.truncate(4);
    if missing > 0 {
        sentence.push(say.made(format!("未报{missing}处"), format!("{missing} not submitted")));
    }
    let sentence = match sentence.is_empty() {
        true => say.of("各项均在满分的八成以上。", "Every item is at 80% of full marks or more.").to_owned(),
        false => format!("{}{}", sentence.join(say.of("；", "; ")), say.of("。", ".")),
    };
    let labels = columns.iter().map(|item| match &item.full {
        Some(full) => format!("{}{}", item.label, say.bracketed(&full.plain())),
        None => item.label.clone(),
    });
    let key = format!("items-{group}");
    let frame = names.frame(title, subtitle, sentence.clone());
    plots.insert(key.clone(), Plot::Heat(HeatPlot { frame, columns: labels.collect(), rows }));

    let mut heads = vec![Column::new(say.of("单位", "Unit"), Kind::Text)];
    heads.extend(columns.iter().map(|item| Column::new(item.label.clone(), Kind::Number)));
    let cells = units.iter().map(|unit| {
        let mut row = vec![Cell::text(unit.name.clone())];
        row.extend(columns.iter().map(|item| names.part(parts(unit, item).as_ref())));
        row
    });
    let table = Table { columns: heads, rows: cells.collect(), when_empty: String::new() };
    Block {
        plot: Some(key),
        caption: name.to_owned(),
        sentence,
        sentences: Vec::new(),
        table: Some(table),
        folded: true,
    }
}

fn heat_cell(part: Option<&Part>, item: &Item) -> HeatCell {
    let Some(part) = part else { return HeatCell::NotApplicable };
    match &part.score {
        Some(Value::Withheld { .. }) => HeatCell::Withheld,
        Some(Value::Score { exact, shown }) => {
            let full = part.max.as_ref().or(item.full.as_ref());
            let share = full.and_then(|full| exact.divided_by(full)).unwrap_or_default();
            HeatCell::Scored { share, shown: short(shown) }
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
    let items = items(results, names);
    let mut columns = vec![
        Column::new(say.of("代码", "Code"), Kind::Mark),
        Column::new(say.of("单位", "Unit"), Kind::Text),
        Column::new(say.of("类别", "Group"), Kind::Mark),
    ];
    columns.extend(items.iter().map(|item| {
        let (code, _) = item_and_period(&item.code);
        let full = item
            .full
            .as_ref()
            .map(|full| say.made(format!("，满分{}", full.plain()), format!(", of {}", full.plain())));
        Column::new(format!("{code} {}{}", item.label, full.unwrap_or_default()), Kind::Number)
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
