//! Native charts of the main figures, and the sheet of numbers that only they need.

use super::look::{OVERALL, column, rows, words};
use super::rules::live;
use super::{Chart, Column as Cells, Form, Formula, Live, Ref, Role, Series};
use crate::exact::Exact;
use crate::report::view::names::Names;
use crate::report::view::units::groups;
use crate::report::view::{Cell, Column, Kind, Number, Sheet, Table};
use crate::results::Results;

/// The most bars of a ranking; what is more stands in 总表.
const MOST: u32 = 100;

fn sheet(name: &str, title: String, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Sheet {
    let table = Table { columns, rows, when_empty: String::new() };
    Sheet { name: name.to_owned(), title, table, frozen: 0, signatures: Vec::new() }
}

/// The sheet on which the charts stand.
pub(super) fn empty(names: &Names, results: &Results) -> Live {
    let say = names.say;
    let title = format!("{} {}", results.assessment.title, say.of("图表", "charts"));
    live(sheet(say.of("图表", "Charts"), title, Vec::new(), Vec::new()), Role::Charts)
}

/// The charts, and the sheet of their numbers as the last of the book.
pub(super) fn add(sheets: &mut Vec<Live>, at: usize, names: &Names, results: &Results) -> Vec<Chart> {
    let say = names.say;
    let own = sheets.len();
    let overall = &sheets[OVERALL];
    let [group, grade, total, unit] = ["#group", "#grade", "#total", "#unit"].map(|key| column(overall, key));
    let (Some(group), Some(grade), Some(total), Some(unit)) = (group, grade, total, unit) else { return Vec::new() };
    let n = rows(overall);
    let cells = |column| Cells { sheet: OVERALL, column, rows: n };
    let scheme = &results.scheme;
    let mut columns = vec![Column::new(say.of("类别", "Group"), Kind::Text)];
    let mut charts = Vec::new();
    let all: Vec<String> = groups(results).into_iter().map(|code| names.group(code).to_owned()).collect();
    let n_groups = u32::try_from(all.len()).unwrap_or(u32::MAX);
    let mut table: Vec<Vec<Cell>> = all.iter().map(|name| vec![Cell::text(name.clone())]).collect();
    let mut formulas = Vec::new();
    let rows_of = |name: &str| (0..n).filter(|row| words(overall, *row, group) == *name).collect::<Vec<u32>>();
    let scale = sheets.get(at + 2);
    let first = scale
        .map_or(0, rows)
        .saturating_sub(u32::try_from(scheme.unit_grades.len() + scheme.person_grades.len()).unwrap_or_default());
    let series = |sheet, rows, words, numbers, name: &str, tone| Series {
        name: name.to_owned(),
        sheet,
        rows,
        words,
        numbers,
        tone,
    };
    let whole = (0, n_groups.saturating_sub(1));

    let mut grades = Vec::new();
    for (row, info) in (first..).zip(&scheme.unit_grades) {
        let at_column = u16::try_from(columns.len()).unwrap_or(u16::MAX);
        let word = Ref { sheet: at + 2, row, column: 2 };
        for (line, name) in (0..).zip(&all) {
            let found = rows_of(name).into_iter().filter(|row| words(overall, *row, grade) == info.grade).count();
            let count = u32::try_from(found).unwrap_or(u32::MAX);
            let of_group = Ref { sheet: own, row: line, column: 0 };
            formulas
                .push(((line, at_column), Formula::Count(vec![(cells(group), of_group), (cells(grade), word)], count)));
            if let Some(cells) = table.get_mut(usize::try_from(line).unwrap_or(usize::MAX)) {
                cells.push(Cell::Count(count));
            }
        }
        columns.push(Column::new(info.grade.clone(), Kind::Number));
        let tone = names.unit_grade(&info.grade).tone();
        grades.push(series(own, whole, 0, at_column, &info.grade, tone));
    }
    let open = results.units.iter().filter(|unit| unit.grade.is_none()).count();
    let more = match open {
        0 => String::new(),
        open => {
            say.made(format!("（待定或不定等次的 {open} 个未列）"), format!(" (without {open} that have none yet)"))
        }
    };
    charts.push(Chart {
        title: say.made(format!("各类单位的等次分布{more}"), format!("Grades by group{more}")),
        form: Form::Shares,
        series: grades,
        n: n_groups,
    });

    let mut means = Vec::new();
    for component in &scheme.components {
        let Some(of) = column(overall, &component.code) else { continue };
        let at_column = u16::try_from(columns.len()).unwrap_or(u16::MAX);
        for (line, name) in (0..).zip(&all) {
            let values: Vec<Exact> = rows_of(name).into_iter().filter_map(|row| value(overall, row, of)).collect();
            let count = u64::try_from(values.len()).unwrap_or_default();
            let mean = values.iter().sum::<Exact>().divided_by(&Exact::from(count));
            let cell = match mean {
                Some(mean) => {
                    let of_group = Ref { sheet: own, row: line, column: 0 };
                    let formula = Formula::MeanIf(cells(of), (cells(group), of_group), mean.clone());
                    formulas.push(((line, at_column), formula));
                    Cell::Number(super::look::shown(None, &mean))
                }
                None => Cell::Empty,
            };
            if let Some(cells) = table.get_mut(usize::try_from(line).unwrap_or(usize::MAX)) {
                cells.push(cell);
            }
        }
        let label = say.made(format!("{}平均", component.name), format!("{} mean", component.name));
        columns.push(Column::new(label, Kind::Number));
        means.push(series(own, whole, 0, at_column, &component.name, None));
    }
    charts.push(Chart {
        title: say.of("各类单位各部分得分的平均", "Mean of each component by group").to_owned(),
        form: Form::Columns,
        series: means,
        n: n_groups,
    });

    for name in &all {
        let of_group = rows_of(name);
        let (Some(top), Some(last)) = (of_group.first(), of_group.last()) else { continue };
        // 总表 stands by group and rank, so that a group is one stretch of rows.
        let shown = (last - top + 1).min(MOST);
        let more = if shown < last - top + 1 {
            say.made(format!("（前{MOST}个）"), format!(" (first {MOST})"))
        } else {
            String::new()
        };
        let ranked = results.units.iter().filter(|unit| names.group(&unit.group) == *name && unit.rank.is_some());
        let mut by_rank: Vec<(Option<u32>, Option<&Exact>)> =
            ranked.map(|unit| (unit.rank, unit.score.as_ref().and_then(|score| score.exact()))).collect();
        by_rank.sort_by_key(|(rank, _)| *rank);
        // Somebody stands behind others with less: what a veto does.
        let vetoed = by_rank.windows(2).any(|two| two[0].1 < two[1].1);
        let vetoed = if vetoed { say.of("（一票否决的列后）", " (vetoed last)") } else { "" };
        charts.push(Chart {
            title: say.made(format!("{name}总分排名{vetoed}{more}"), format!("Totals by rank: {name}{vetoed}{more}")),
            form: Form::Bars,
            series: vec![series(OVERALL, (*top, top + shown - 1), unit, total, say.of("总分", "Total"), None)],
            n: shown,
        });
    }

    let cases = say.of("案件", "Cases");
    if let Some((place, live)) = sheets.iter().enumerate().find(|(_, live)| live.sheet.name == cases)
        && !live.sheet.table.rows.is_empty()
    {
        let years: Vec<&Column> = live.sheet.table.columns.iter().skip(2).take(2).collect();
        let lines = rows(live);
        let of_year = |(at, column): (u16, &&Column)| series(place, (0, lines - 1), 0, at, &column.label, None);
        charts.push(Chart {
            title: say.of("案件统计同比", "Case statistics, year over year").to_owned(),
            form: Form::Bars,
            series: (2..).zip(&years).map(of_year).collect(),
            n: lines * 2,
        });
    }
    let title = format!("{} {}", results.assessment.title, say.of("图表所用的数", "numbers of the charts"));
    let mut data = live(sheet(say.of("图表数据", "Chart Data"), title, columns, table), Role::Inputs);
    data.formulas.extend(formulas);
    sheets.push(data);
    charts
}

/// The number of a cell as later cells use it.
fn value(live: &Live, row: u32, column: u16) -> Option<Exact> {
    let cells = live.sheet.table.rows.get(usize::try_from(row).ok()?)?;
    let Cell::Number(Number { exact, shown }) = cells.get(usize::from(column))? else { return None };
    match live.formulas.get(&(row, column)) {
        Some(Formula::Number(_, value)) => Some(value.clone()),
        _ => shown.parse().ok().or_else(|| Some(exact.clone())),
    }
}
