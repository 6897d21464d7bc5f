//! 检查、测评与满意度: whether those who inspect and those who vote see the same units as good.

use std::collections::BTreeMap;

use super::names::{Names, total_number};
use super::numbers::number;
use super::plots::{Plot, ScatterPanel, ScatterPlot, ScatterRow};
use super::table::{Cell, Column, Kind, Number, Table};
use super::units::part_of;
use super::{Block, Section, titles};
use crate::results::{ComponentInfo, Results};

/// How many units a panel names.
const NAMED: usize = 5;
/// Fewer units than this make no figure.
const LEAST: usize = 5;

/// The component that inspections make, and those that votes make: of the components with items the heaviest, and all
/// without items in the scheme's order, at most two.
fn components(results: &Results) -> Option<(&ComponentInfo, Vec<&ComponentInfo>)> {
    let has_items =
        |component: &&ComponentInfo| results.scheme.items.iter().any(|item| item.component == component.code);
    let all = &results.scheme.components;
    let inspected = all.iter().filter(has_items);
    let inspected = inspected.reduce(|most, other| if other.weight > most.weight { other } else { most })?;
    let polled = |component: &&ComponentInfo| !has_items(component);
    let voted: Vec<&ComponentInfo> = all.iter().filter(polled).take(2).collect();
    (!voted.is_empty()).then_some((inspected, voted))
}

/// The rank of each among all, the greatest first; equals share the better rank.
fn ranks(values: &[&Number]) -> Vec<usize> {
    values.iter().map(|own| 1 + values.iter().filter(|other| other.exact > own.exact).count()).collect()
}

fn panel(results: &Results, across: &ComponentInfo, up: &ComponentInfo) -> Option<ScatterPanel> {
    let of = |unit, component: &ComponentInfo| part_of(unit, &component.code)?.score.as_ref().and_then(number);
    let units = results.units.iter().filter(|unit| total_number(unit).is_some());
    let both: Vec<(&str, Number, Number)> = units
        .filter_map(|unit| Some((unit.name.as_str(), of(&unit.components, across)?, of(&unit.components, up)?)))
        .collect();
    if both.len() < LEAST {
        return None;
    }
    let across_ranks = ranks(&both.iter().map(|(_, across, _)| across).collect::<Vec<_>>());
    let up_ranks = ranks(&both.iter().map(|(.., up)| up).collect::<Vec<_>>());
    let mut rows: Vec<ScatterRow> = both
        .into_iter()
        .zip(across_ranks.into_iter().zip(up_ranks))
        .map(|((label, across, up), (a, b))| ScatterRow {
            label: label.to_owned(),
            across,
            up,
            ranks: [a, b],
            named: false,
        })
        .collect();
    let apart = |row: &ScatterRow| row.ranks[0].abs_diff(row.ranks[1]);
    rows.sort_by_key(|row| std::cmp::Reverse(apart(row)));
    let least = (rows.len() / 10).max(2);
    for row in rows.iter_mut().take(NAMED) {
        row.named = apart(row) >= least;
    }
    Some(ScatterPanel { across: across.name.clone(), up: up.name.clone(), rows })
}

pub(super) fn section(results: &Results, names: &Names, plots: &mut BTreeMap<String, Plot>) -> Section {
    let say = names.say;
    let heading = say.of("检查与测评是否一致", "Do inspections and votes agree?").to_owned();
    let mut section = Section { id: "disagreement", heading, blocks: Vec::new() };
    let Some((across, ups)) = components(results) else { return section };
    let panels: Vec<ScatterPanel> = ups.iter().filter_map(|up| panel(results, across, up)).collect();
    let Some(first) = panels.first() else { return section };
    let most = first.rows.iter().find(|row| row.named);
    let subject = say.made(
        format!("{}与{}的比较", across.name, say.list(&names_of(&panels))),
        format!("{} against {}", across.name, say.list(&names_of(&panels))),
    );
    let title = titles::disagreement(say, first, &subject);
    let subtitle = say.made(
        format!("各单位{}得分（横）与{}得分（纵），满分100分", across.name, names_of(&panels).join("、")),
        format!("Scores of units: {} across, {} up, of 100", across.name, names_of(&panels).join(", ")),
    );
    let apart = most.map(|row| row.ranks[0].abs_diff(row.ranks[1])).unwrap_or_default();
    let n = first.rows.len();
    let sentence = match most {
        Some(row) => say.made(
            format!(
                "{n}个单位两项都有得分。标出名称的是两项名次相差最大的至多{NAMED}个（相差不少于单位数的十分之一）；\
                 相差最大的{}差{apart}位。",
                row.label
            ),
            format!(
                "{n} units have both scores. Named are the up to {NAMED} whose ranks differ most, by a tenth of the units \
                 or more; {} differs by {apart}.",
                row.label
            ),
        ),
        None => say.made(
            format!("{n}个单位两项都有得分；没有单位的两项名次相差达到单位数的十分之一。"),
            format!("{n} units have both scores; no unit's ranks differ by a tenth of the units."),
        ),
    };
    let table = table(names, &panels);
    let frame = names.frame(title, subtitle, sentence.clone());
    plots.insert("disagreement".to_owned(), Plot::Scatter(ScatterPlot { frame, panels }));
    section.blocks.push(Block {
        plot: Some("disagreement".to_owned()),
        caption: String::new(),
        sentence,
        sentences: Vec::new(),
        table: Some(table),
        folded: true,
        aside: false,
    });
    section
}

fn names_of(panels: &[ScatterPanel]) -> Vec<&str> {
    panels.iter().map(|panel| panel.up.as_str()).collect()
}

fn table(names: &Names, panels: &[ScatterPanel]) -> Table {
    let say = names.say;
    let mut columns =
        vec![Column::new(say.of("比较", "Comparison"), Kind::Text), Column::new(say.of("单位", "Unit"), Kind::Text)];
    for (zh, en) in
        [("检查得分", "Inspection"), ("名次", "Rank"), ("测评得分", "Vote"), ("名次", "Rank"), ("名次差", "Apart")]
    {
        columns.push(Column::new(say.of(zh, en), Kind::Number));
    }
    let count = |n: usize| Cell::Count(u32::try_from(n).unwrap_or(u32::MAX));
    let rows = panels.iter().flat_map(|panel| {
        panel.rows.iter().map(|row| {
            let [a, b] = row.ranks;
            vec![
                Cell::text(panel.up.clone()),
                Cell::text(row.label.clone()),
                Cell::Number(row.across.clone()),
                count(a),
                Cell::Number(row.up.clone()),
                count(b),
                count(a.abs_diff(b)),
            ]
        })
    });
    Table { columns, rows: rows.collect(), when_empty: String::new() }
}
