//! Input sheets laid out: numbers of the scheme, inputs of units and people, ballots; and where each cell came to stand.

use std::collections::BTreeMap;

use super::facts::Head;
use super::steps::{Made, Spot};
use super::{Live, Ref, Role, said};
use crate::exact::Exact;
use crate::report::view::names::Names;
use crate::report::view::{Cell, Column, Kind, Number, Sheet, Table};
use crate::results::{GradeInfo, Results};

/// Where inputs came to stand.
pub(super) struct Places {
    rules: usize,
    tables: BTreeMap<usize, usize>,
    param: BTreeMap<usize, u32>,
    column: BTreeMap<(usize, usize), u16>,
    /// First and last row of the grades of units and people on the sheet of the scheme.
    scales: [(u32, u32); 2],
    /// The next sheet.
    pub next: usize,
}

/// Columns of the sheet of the scheme: rule, name, value, clause.
const VALUE: u16 = 2;
/// Columns at the head of a row of inputs, and of ballots.
const HEAD: u16 = 2;
const BALLOT_HEAD: u16 = 4;

fn head_of(table: usize) -> u16 {
    if table < 2 { HEAD } else { BALLOT_HEAD }
}

impl Places {
    /// Everything has its place; sheets count from `first`, the scheme's.
    pub fn new(made: &Made<'_>, first: usize, results: &Results) -> Self {
        let param = (0..).zip(made.params.order()).map(|(row, at)| (at, row)).collect();
        let (mut tables, mut column, mut next) = (BTreeMap::new(), BTreeMap::new(), first + 1);
        for (table, facts) in made.facts.iter().enumerate() {
            if facts.rows.is_empty() {
                continue;
            }
            tables.insert(table, next);
            next += 1;
            for (at, own) in (head_of(table)..).zip(facts.order()) {
                column.insert((table, own), at);
            }
        }
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let begin = count(made.params.rows.len());
        let middle = begin + count(results.scheme.unit_grades.len());
        let end = middle + count(results.scheme.person_grades.len());
        let scales = [(begin, middle.saturating_sub(1)), (middle, end.saturating_sub(1))];
        Self { rules: first, tables, param, column, scales, next }
    }

    /// The sheet of a table, if it has rows.
    pub fn sheet_of(&self, table: usize) -> Option<usize> {
        self.tables.get(&table).copied()
    }

    /// The cell of a spot.
    pub fn of(&self, spot: &Spot) -> Option<Ref> {
        Some(match spot {
            Spot::Cell(at) => *at,
            Spot::Param(at) => Ref { sheet: self.rules, row: *self.param.get(at)?, column: VALUE },
            Spot::Fact(table, row, column) => {
                Ref { sheet: self.sheet_of(*table)?, row: *row, column: *self.column.get(&(*table, *column))? }
            }
        })
    }

    /// The cells of the grades of units (0) or people (1), best first.
    pub fn scale(&self, table: usize) -> (Ref, Ref) {
        let (first, last) = self.scales[table.min(1)];
        let at = |row| Ref { sheet: self.rules, row, column: VALUE };
        (at(first), at(last))
    }
}

/// An input as it stands in a cell: all its digits, at least as many as are written.
pub(super) fn input(value: &Exact) -> Cell {
    let shown = match value.decimal_places() {
        Some(places) if places <= 9 => value.plain(),
        _ => super::look::shown(None, value).shown,
    };
    Cell::Number(Number { exact: value.clone(), shown })
}

pub(super) fn live(sheet: Sheet, role: Role) -> Live {
    Live { sheet, role, formulas: BTreeMap::new(), remarks: BTreeMap::new(), full: BTreeMap::new() }
}

/// 输入方案: every number of the scheme that a formula uses, and the grades from the best down.
pub(super) fn rules_sheet(made: &Made<'_>, names: &Names, results: &Results) -> Live {
    let say = names.say;
    let columns = vec![
        Column::new(say.of("规则", "Rule"), Kind::Text),
        Column::new(say.of("名称", "Name"), Kind::Text),
        Column::new(say.of("数值", "Value"), Kind::Number),
        Column::new(say.of("依据", "Clause"), Kind::Long),
    ];
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut last = "";
    for at in made.params.order() {
        let (rule, name, value) = &made.params.rows[at];
        // The clause stands once, beside the first number of its rule.
        let basis = made.basis.get(rule).filter(|_| last != rule).cloned().unwrap_or_default();
        last = rule;
        let value = if name.starts_with("due") { day(value) } else { input(value) };
        rows.push(vec![Cell::text(made.rule_words(rule)), Cell::text(said::rule(say, name)), value, Cell::text(basis)]);
    }
    let mut grades = |all: &[GradeInfo], words: &str| {
        for (at, info) in (1..).zip(all) {
            rows.push(vec![
                Cell::text(words),
                Cell::text(say.made(format!("第{at}档"), format!("grade {at}"))),
                Cell::text(info.grade.clone()),
                Cell::Empty,
            ]);
        }
    };
    grades(&results.scheme.unit_grades, say.of("单位等次", "Grades of units"));
    grades(&results.scheme.person_grades, say.of("个人等次", "Grades of people"));
    let sheet = Sheet {
        name: say.of("输入方案", "In Scheme").to_owned(),
        title: format!("{} {}", results.assessment.title, say.of("方案中的数", "numbers of the scheme")),
        table: Table { columns, rows, when_empty: String::new() },
        frozen: 2,
        signatures: Vec::new(),
    };
    live(sheet, Role::Inputs)
}

/// A day, as a spreadsheet counts it, with the words that mark it for the writer.
fn day(value: &Exact) -> Cell {
    Cell::Number(Number { exact: value.clone(), shown: format!("{DAY}{value}") })
}

/// Stands before a number that is a day.
pub const DAY: char = '@';

/// A sheet of inputs: of units, of people, or the ballots of a poll.
pub(super) fn facts_sheet(made: &Made<'_>, table: usize, names: &Names, results: &Results) -> Live {
    let say = names.say;
    let facts = &made.facts[table];
    let cases: BTreeMap<&str, &str> =
        results.lists.cases.iter().map(|line| (line.code.as_str(), line.name.as_str())).collect();
    let first = if table == 1 { say.of("姓名", "Name") } else { say.of("对象", "Subject") };
    let mut columns =
        vec![Column::new(say.of("代码", "Code"), Kind::Mark).keyed("#code"), Column::new(first, Kind::Text)];
    if table >= 2 {
        columns.push(Column::new(say.of("测评", "Poll"), Kind::Text));
        columns.push(Column::new(say.of("票类", "Class"), Kind::Mark));
    }
    let order = facts.order();
    columns.extend(order.iter().map(|at| {
        let Head { words, name, .. } = &facts.columns[*at];
        let name = said::fact(say, name, &cases);
        Column::new(say.made(format!("{words} {name}"), format!("{words}: {name}")), Kind::Number)
    }));
    let rows = (0..).zip(&facts.rows).map(|(row, head)| {
        let mut cells: Vec<Cell> = head.iter().map(|word| Cell::text(word.clone())).collect();
        cells.extend(order.iter().map(|at| match facts.cells.get(&(row, *at)) {
            None => Cell::Empty,
            Some(value) if facts.columns[*at].name == "day" => day(value),
            Some(value) if facts.columns[*at].name == "=" => Cell::Number(super::look::shown(None, value)),
            Some(value) => input(value),
        }));
        cells
    });
    let rows = rows.collect();
    let poll = made.polls.iter().find(|(_, own)| **own == table).map(|(code, _)| code.as_str()).unwrap_or_default();
    let (name, title) = match table {
        0 => (say.of("输入项目", "In Items").to_owned(), say.of("项目的输入", "inputs of items").to_owned()),
        1 => (say.of("输入个人", "In People").to_owned(), say.of("个人的输入", "inputs of people").to_owned()),
        _ => {
            // 输入测评1, 2 …: names of polls are longer than a sheet's name may be, and the title has them.
            let n = table - 1;
            let title = facts.rows.first().and_then(|head| head.get(2)).cloned().unwrap_or_default();
            let title = title.split(['（', '(']).next().unwrap_or_default().trim().to_owned();
            (say.made(format!("输入测评{n}"), format!("In Poll {n}")), format!("{title} {poll}"))
        }
    };
    let sheet = Sheet {
        name,
        title: format!("{} {title}", results.assessment.title),
        table: Table { columns, rows, when_empty: String::new() },
        frozen: head_of(table),
        signatures: Vec::new(),
    };
    live(sheet, Role::Inputs)
}
