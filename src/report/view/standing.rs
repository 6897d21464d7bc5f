//! 排名: where every unit of a group stands, a block a figure.

use std::collections::BTreeMap;

use super::moves::{before_words, is_rescored, last_of, part_key, part_words, parts, year_words};
use super::names::{Names, in_order, total_number};
use super::plots::{Line, Plot, RankPlot, RankRow};
use super::table::{Cell, Column, Kind, Number, Table};
use super::units::groups;
use super::{Block, Section, titles};
use crate::results::{Results, SubjectResult};

/// How many units one figure holds: as many as a page of A4 has room for.
const MOST: usize = 40;

/// 排名 by group; a large group has several figures, all on one scale, and one table.
pub(super) fn section(results: &Results, names: &Names, plots: &mut BTreeMap<String, Plot>) -> Section {
    let blocks = groups(results).into_iter().flat_map(|group| blocks(results, names, group, plots)).collect();
    Section { id: "ranking", heading: names.say.of("排名", "Ranking").to_owned(), blocks }
}

fn rank_row(results: &Results, names: &Names, unit: &SubjectResult) -> RankRow {
    let last = last_of(names, unit);
    let broken = last.as_ref().and_then(|last| last.broken.clone());
    RankRow {
        rank: unit.rank.map(|rank| rank.to_string()).unwrap_or_default(),
        label: unit.name.clone(),
        total: total_number(unit),
        before: last.and_then(|last| last.before).filter(|_| broken.is_none()),
        broken,
        instead: if total_number(unit).is_none() { names.total(unit).shown() } else { String::new() },
        grade: unit.grade.as_deref().map(|grade| names.unit_grade(grade)),
        ungraded: if unit.grade.is_none() { names.grade("unit", unit).shown() } else { String::new() },
        veto: veto_words(results, names, unit),
    }
}

fn blocks(results: &Results, names: &Names, group: &str, plots: &mut BTreeMap<String, Plot>) -> Vec<Block> {
    let say = names.say;
    let units: Vec<&SubjectResult> =
        in_order(results, &results.units).into_iter().filter(|unit| unit.group == group).collect();
    let name = names.group(group);
    let grades: Vec<String> = results.scheme.unit_grades.iter().map(|info| info.grade.clone()).collect();
    let rows: Vec<RankRow> = units.iter().map(|unit| rank_row(results, names, unit)).collect();
    let lines: Vec<Line> = results
        .scheme
        .unit_grades
        .iter()
        .filter_map(|info| {
            let at = Number { exact: info.from.clone()?, shown: info.from.clone()?.plain() };
            Some(Line { label: info.grade.clone(), at })
        })
        .collect();
    let first: Vec<(&str, String, bool)> = units
        .iter()
        .zip(&rows)
        .filter(|(unit, row)| unit.rank == Some(1) && row.total.is_some())
        .map(|(unit, row)| {
            (unit.name.as_str(), row.total.as_ref().map(|t| t.shown.clone()).unwrap_or_default(), row.veto.is_some())
        })
        .collect();
    let subject = say.made(format!("{name}排名"), format!("Ranking: {name}"));
    let title = titles::ranking(say, name, &first, &subject);
    let sentence = ranking_words(names, name, &units, &rows);
    let mut values: Vec<&Number> = rows.iter().flat_map(|row| [&row.total, &row.before]).flatten().collect();
    values.sort_by(|a, b| a.exact.cmp(&b.exact));
    let ends: Vec<Number> = values.first().into_iter().chain(values.last()).map(|value| (*value).clone()).collect();
    let year = results.assessment.year;
    let before = before_words(say, year - 1, is_rescored(units.iter().copied()));
    let has_last = rows.iter().any(|row| row.before.is_some());

    let key = format!("ranking-{group}");
    let all = parts(&rows, MOST);
    let n = all.len();
    let mut blocks = Vec::new();
    let mut from = 0;
    for (i, rows) in all.into_iter().enumerate() {
        let of_all = match n {
            1 => String::new(),
            _ => say.made(
                format!("，第{}至{}行", from + 1, from + rows.len()),
                format!(", rows {} to {}", from + 1, from + rows.len()),
            ),
        };
        from += rows.len();
        let joined = if has_last {
            say.made(format!("，空心点为{before}"), format!(", hollow: {before}"))
        } else {
            String::new()
        };
        let subtitle = say.made(
            format!("总分，{name}{}个，按名次{of_all}{joined}", units.len()),
            format!("Totals of {} units ({name}) by rank{of_all}{joined}", units.len()),
        );
        let title = if i == 0 { title.clone() } else { format!("{subject}{}", part_words(say, i, n)) };
        let told = if i == 0 { sentence.clone() } else { subtitle.clone() };
        let plot = RankPlot {
            frame: names.frame(title, subtitle, told.clone()),
            grades: grades.clone(),
            rows: rows.to_vec(),
            lines: lines.clone(),
            ends: ends.clone(),
            before: before.clone(),
            now: year_words(say, year),
        };
        plots.insert(part_key(&key, i), Plot::Ranking(plot));
        blocks.push(Block {
            plot: Some(part_key(&key, i)),
            caption: format!("{name}{}", part_words(say, i, n)),
            sentence: if i == 0 { sentence.clone() } else { String::new() },
            sentences: Vec::new(),
            table: (i == 0).then(|| table(results, names, &units)),
            folded: true,
            aside: false,
        });
    }
    blocks
}

fn table(results: &Results, names: &Names, units: &[&SubjectResult]) -> Table {
    let say = names.say;
    let columns = vec![
        Column::new(say.of("名次", "Rank"), Kind::Mark),
        Column::new(say.of("单位", "Unit"), Kind::Text),
        Column::new(say.of("总分", "Total"), Kind::Number),
        Column::new(say.of("等次", "Grade"), Kind::Mark),
        Column::new(say.of("上年总分", "Last year"), Kind::Number),
        Column::new(say.of("变化", "Change"), Kind::Number),
        Column::new(say.of("备注", "Notes"), Kind::Long),
    ];
    let table_rows = units.iter().map(|unit| {
        let [last, change] = names.last_year(unit);
        let rank = unit.rank.map_or(Cell::Empty, Cell::Count);
        vec![
            rank,
            Cell::text(unit.name.clone()),
            names.total(unit),
            names.grade("unit", unit),
            last,
            change,
            Cell::text(names.notes_of(results, unit)),
        ]
    });
    Table { columns, rows: table_rows.collect(), when_empty: String::new() }.without_empty_columns(4)
}

fn ranking_words(names: &Names, name: &str, units: &[&SubjectResult], rows: &[RankRow]) -> String {
    let say = names.say;
    let mut totals: Vec<&super::table::Number> = rows.iter().filter_map(|row| row.total.as_ref()).collect();
    totals.sort_by(|a, b| a.exact.cmp(&b.exact));
    let mut parts = Vec::new();
    if let (Some(low), Some(high)) = (totals.first(), totals.last()) {
        parts.push(say.made(
            format!("{name}{}个单位有总分，最高{}分，最低{}分", totals.len(), high.shown, low.shown),
            format!("{} units of {name} have a total, from {} to {}", totals.len(), low.shown, high.shown),
        ));
    }
    let hit = rows.iter().filter(|row| row.veto.is_some()).count();
    if hit > 0 {
        parts.push(say.made(format!("▲ 标出被一票否决的{hit}个"), format!("▲ marks the {hit} struck by a veto")));
    }
    let open = units.iter().filter(|unit| unit.pending.is_some()).count();
    if open > 0 {
        parts.push(say.made(format!("{open}个等次待裁定"), format!("{open} await a decision")));
    }
    if parts.is_empty() { String::new() } else { format!("{}{}", parts.join(say.of("；", "; ")), say.of("。", ".")) }
}

/// What struck a unit, in a few words.
fn veto_words(results: &Results, names: &Names, unit: &SubjectResult) -> Option<String> {
    let hits = results.lists.vetoes.iter().filter(|entry| entry.whose == "unit" && entry.subject == unit.code);
    let words: Vec<String> =
        hits.map(|entry| format!("{}{}", entry.ground_name, names.say.bracketed(&entry.date))).collect();
    (!words.is_empty()).then(|| names.say.joined(&words))
}
