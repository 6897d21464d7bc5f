//! 与上年相比: what moved, and how much of it the rules did.

use std::collections::BTreeMap;

use super::moves::{before_words, is_rescored, last_of, year_words};
use super::names::{Names, in_order, total_number};
use super::numbers::{change_cell, number, places_of, signed, two_places};
use super::plots::{MovePlot, MoveRow, Plot, SplitPlot, SplitRow};
use super::table::{Cell, Column, Kind, Number, Table};
use super::{Block, Section, titles};
use crate::exact::Exact;
use crate::results::{Mover, Results, SubjectResult};

/// How many units a figure names; the table has all of the list.
const NAMED: usize = 8;
/// How many units the figure of the two parts holds.
const SPLIT: usize = 15;

fn block(plot: Option<&str>, sentence: String, table: Option<Table>) -> Block {
    Block {
        plot: plot.map(str::to_owned),
        caption: String::new(),
        sentence,
        sentences: Vec::new(),
        folded: table.is_some(),
        table,
        aside: false,
    }
}

pub(super) fn section(results: &Results, names: &Names, plots: &mut BTreeMap<String, Plot>) -> Section {
    let say = names.say;
    let heading = say.of("与上年相比", "Since last year").to_owned();
    let mut section = Section { id: "movers", heading, blocks: Vec::new() };
    let known = results.units.iter().filter(|unit| unit.last_year.is_some()).count();
    let rows = rows(results, names);
    if rows.is_empty() {
        let why = match known {
            0 => say.of("没有上年结果，无从比较。", "No results of last year to compare with."),
            _ => say.of("上年结果中没有可比的总分。", "No total of last year can be compared."),
        };
        section.blocks.push(block(None, why.to_owned(), None));
        return section;
    }
    section.blocks.push(slopes(results, names, rows, plots));
    section.blocks.extend(splits(results, names, plots));
    section
}

/// Units with a total of last year, the largest movers first; those that cannot be joined last.
fn rows(results: &Results, names: &Names) -> Vec<MoveRow> {
    let mut rows: Vec<(Exact, MoveRow)> = Vec::new();
    for unit in in_order(results, &results.units) {
        let (Some(last), now) = (last_of(names, unit), total_number(unit)) else { continue };
        if last.before.is_none() && now.is_none() {
            continue;
        }
        let joined = last.broken.is_none() && last.before.is_some() && now.is_some();
        let change = match (&last.before, &now) {
            (Some(before), Some(now)) if joined => &now.exact - &before.exact,
            _ => Exact::zero(),
        };
        let places = now.as_ref().map_or(2, |now| places_of(&now.shown));
        let shown = if joined { signed(&change, places) } else { String::new() };
        let row = MoveRow { label: unit.name.clone(), before: last.before, now, change: shown, named: false, joined };
        rows.push((change, row));
    }
    rows.sort_by(|(a, left), (b, right)| right.joined.cmp(&left.joined).then(b.abs().cmp(&a.abs())));
    let is_mover = |(change, row): &&mut (Exact, MoveRow)| row.joined && !change.is_zero();
    rows.iter_mut().filter(is_mover).take(NAMED).for_each(|(_, row)| row.named = true);
    rows.into_iter().map(|(_, row)| row).collect()
}

/// Why lines are broken: units with the same reason together.
fn remarks(results: &Results, names: &Names) -> Vec<String> {
    let say = names.say;
    let mut reasons: Vec<(String, Vec<&str>)> = Vec::new();
    for unit in in_order(results, &results.units) {
        let Some(last) = last_of(names, unit) else { continue };
        let reason = match (last.broken, last.before, total_number(unit)) {
            (Some(reason), ..) => reason,
            (None, Some(_), None) => say.of("今年没有总分", "no total this year").to_owned(),
            (None, None, Some(_)) => say.of("上年没有总分", "no total last year").to_owned(),
            _ => continue,
        };
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, units)) => units.push(&unit.name),
            None => reasons.push((reason, vec![&unit.name])),
        }
    }
    let told = reasons.into_iter().map(|(reason, units)| {
        let units = say.first_of(&units, 6);
        say.made(format!("※ {units}：{reason}"), format!("※ {units}: {reason}"))
    });
    told.collect()
}

fn slopes(results: &Results, names: &Names, rows: Vec<MoveRow>, plots: &mut BTreeMap<String, Plot>) -> Block {
    let say = names.say;
    let year = results.assessment.year;
    let before = before_words(say, year - 1, is_rescored(&results.units));
    let movers: Vec<Mover> = rows.iter().filter(|row| row.named).filter_map(as_mover).collect();
    let subject = say.of("总分与上年相比的变化", "Totals since last year");
    let title = titles::movers(say, &movers, |mover: &Mover| mover.unit.clone(), subject);
    let n = rows.iter().filter(|row| row.joined).count();
    let subtitle = say.made(
        format!("总分，{before}与{year}年，可比的{n}个单位；标出变动最大的{}个", movers.len()),
        format!("Totals of {before} and {year}, {n} comparable units; the {} largest moves are named", movers.len()),
    );
    let went = |up: bool| {
        let is = |row: &&MoveRow| match (&row.before, &row.now) {
            (Some(before), Some(now)) if row.joined => {
                if up {
                    now.exact > before.exact
                } else {
                    now.exact < before.exact
                }
            }
            _ => false,
        };
        rows.iter().filter(is).count()
    };
    let (up, down) = (went(true), went(false));
    let mut sentence = say.made(
        format!("可与上年相比的单位{n}个，{up}个上升，{down}个下降。"),
        format!("{n} units can be compared with last year; {up} rose and {down} fell."),
    );
    let apart = rows.len() - n;
    if apart > 0 {
        sentence += &say.made(
            format!("{apart}个单位不能与上年相连，原因见图下。"),
            format!(" {apart} units cannot be joined with last year; the reasons stand under the figure."),
        );
    }
    let frame = names.frame(title, subtitle, sentence.clone());
    let table = table(names, &rows, &before);
    let remarks = remarks(results, names);
    plots.insert(
        "movers".to_owned(),
        Plot::Moves(MovePlot { frame, before, now: year_words(say, year), rows, remarks }),
    );
    block(Some("movers"), sentence, Some(table))
}

fn as_mover(row: &MoveRow) -> Option<Mover> {
    let (before, now) = (row.before.as_ref()?, row.now.as_ref()?);
    let change = &now.exact - &before.exact;
    Some(Mover { unit: row.label.clone(), before: before.shown.clone(), now: now.shown.clone(), change })
}

fn table(names: &Names, rows: &[MoveRow], before: &str) -> Table {
    let say = names.say;
    let columns = vec![
        Column::new(say.of("单位", "Unit"), Kind::Text),
        Column::new(before, Kind::Number),
        Column::new(say.of("今年总分", "This year"), Kind::Number),
        Column::new(say.of("变化", "Change"), Kind::Number),
    ];
    let cell = |value: &Option<Number>| value.clone().map_or(Cell::Empty, Cell::Number);
    let rows = rows.iter().map(|row| {
        let change = as_mover(row).filter(|_| row.joined);
        let change = change.map_or_else(
            || Cell::Instead(say.of("不相连", "not joined").to_owned()),
            |mover| change_cell(&mover.change, places_of(&mover.now)),
        );
        vec![Cell::text(row.label.clone()), cell(&row.before), cell(&row.now), change]
    });
    Table { columns, rows: rows.collect(), when_empty: String::new() }
}

/// The two parts of a move: what this year's facts made under the same rules, and what the rules made of the same facts.
fn split(unit: &SubjectResult) -> Option<SplitRow> {
    let last = unit.last_year.as_ref().filter(|last| last.broken.is_none() && last.from.is_empty())?;
    let (published, rescored) = (last.score.as_ref().and_then(number)?, last.rescored.as_ref().and_then(number)?);
    let now = total_number(unit)?;
    let part = |value: Exact| Number { shown: signed(&value, 2), exact: value };
    Some(SplitRow {
        label: unit.name.clone(),
        own: part(&now.exact - &rescored.exact),
        rule: part(&rescored.exact - &published.exact),
        sum: signed(&(&now.exact - &published.exact), 2),
    })
}

fn splits(results: &Results, names: &Names, plots: &mut BTreeMap<String, Plot>) -> Option<Block> {
    let say = names.say;
    let mut rows: Vec<SplitRow> = in_order(results, &results.units).into_iter().filter_map(split).collect();
    let sum = |row: &SplitRow| &row.own.exact + &row.rule.exact;
    rows.sort_by_key(|row| std::cmp::Reverse(sum(row).abs()));
    if rows.is_empty() {
        return None;
    }
    let by_rule = rows.iter().filter(|row| row.rule.exact.abs() > row.own.exact.abs()).count();
    let n = rows.len();
    let subject = say.of("总分变化的来源", "Where the changes come from");
    let title = titles::splits(say, by_rule, n, subject);
    let shown = n.min(SPLIT);
    let subtitle = say.made(
        format!("总分变化最大的{shown}个单位；工作变化＝今年总分－上年数据按今年办法的总分，办法变化＝其余部分"),
        format!(
            "The {shown} units that moved most; own part: this year's total less last year's facts under this year's rules"
        ),
    );
    let sentence = say.made(
        format!("{n}个单位能按今年的办法重算上年得分，其中{by_rule}个的变化主要来自办法改变。"),
        format!(
            "{n} units could be scored again under this year's rules; {by_rule} moved mostly because of the rules."
        ),
    );
    let columns = vec![
        Column::new(say.of("单位", "Unit"), Kind::Text),
        Column::new(say.of("工作变化", "Own part"), Kind::Number),
        Column::new(say.of("办法变化", "By the rules"), Kind::Number),
        Column::new(say.of("总分变化", "Change"), Kind::Number),
    ];
    let cells = rows.iter().map(|row| {
        let sum = Number { shown: row.sum.clone(), exact: two_places(&sum(row)).exact };
        vec![
            Cell::text(row.label.clone()),
            Cell::Change(row.own.clone()),
            Cell::Change(row.rule.clone()),
            Cell::Change(sum),
        ]
    });
    let table = Table { columns, rows: cells.collect(), when_empty: String::new() };
    rows.truncate(SPLIT);
    let frame = names.frame(title, subtitle, sentence.clone());
    plots.insert("movers-split".to_owned(), Plot::Splits(SplitPlot { frame, rows }));
    Some(block(Some("movers-split"), sentence, Some(table)))
}
