//! 名额: base, theoretical number, places, who has one and who lost out.

use std::collections::BTreeMap;

use super::names::Names;
use super::numbers::two_places;
use super::plots::Plot;
use super::table::{Cell, Column, Kind, Number, Table};
use super::{Block, Section, Sheet, places};
use crate::exact::Exact;
use crate::results::{QuotaEntry, Results};

/// How many names a cell of the page holds.
const SHOWN: usize = 6;

/// The theoretical number: as it is when two places suffice, else rounded with 约.
fn theoretical(names: &Names, value: &Exact) -> Cell {
    match value.decimal_places() {
        Some(places) if places <= 2 => Cell::Number(Number { exact: value.clone(), shown: value.plain() }),
        _ => Cell::text(
            names.say.made(format!("约{}", two_places(value).shown), format!("≈{}", two_places(value).shown)),
        ),
    }
}

fn who(names: &Names, entry: &QuotaEntry, codes: &[String], most: usize) -> Cell {
    let say = names.say;
    let reason = |code: &String| {
        let why = entry.why.iter().find(|lost| lost.subject == *code && lost.why != "full")?;
        Some(say.bracketed(&say.fact_word("why", &why.why)))
    };
    let named = |code: &String| names.subject(&entry.whose, code) + &reason(code).unwrap_or_default();
    let all: Vec<String> = codes.iter().map(named).collect();
    Cell::text(names.say.first_of(&all, most))
}

fn table(results: &Results, names: &Names, whole: bool) -> Table {
    let say = names.say;
    let most = if whole { usize::MAX } else { SHOWN };
    let mut columns = vec![
        Column::new(say.of("对象", "Of"), Kind::Mark),
        Column::new(say.of("范围", "Pool"), Kind::Text),
        Column::new(say.of("等次", "Grade"), Kind::Mark),
        Column::new(say.of("基数", "Base"), Kind::Number),
        Column::new(say.of("理论数", "Share × base"), Kind::Number),
        Column::new(say.of("名额", "Places"), Kind::Number),
        Column::new(say.of("列入", "Placed"), Kind::Number),
        Column::new(say.of("达线未列入", "Reached the line, no place"), Kind::Long),
        Column::new(say.of("待裁定", "Awaiting a decision"), Kind::Long),
    ];
    if whole {
        columns.push(Column::new(say.of("列入名单", "Who has a place"), Kind::Long));
        columns.push(Column::new(say.of("规则", "Rule"), Kind::Text));
    }
    let rows = results.lists.quotas.iter().map(|entry| {
        let mut cells = vec![
            Cell::text(say.whose(&entry.whose)),
            Cell::text(names.pool(&entry.pool)),
            names.grade_of(&entry.whose, Some(&entry.grade)),
            Cell::Count(entry.base),
            theoretical(names, &entry.theoretical),
            Cell::Count(entry.places),
            Cell::Count(u32::try_from(entry.placed.len()).unwrap_or(u32::MAX)),
            who(names, entry, &entry.lost, most),
            who(names, entry, &entry.tied, most),
        ];
        if whole {
            cells.push(who(names, entry, &entry.placed, most));
            cells.push(Cell::text(names.rule(results, &entry.rule)));
        }
        cells
    });
    Table {
        columns,
        rows: rows.collect(),
        when_empty: say.of("办法不限名额", "The scheme limits no places").to_owned(),
    }
}

/// The section of the page: who has a place is in the workbook.
pub(super) fn section(results: &Results, names: &Names, plots: &mut BTreeMap<String, Plot>) -> Section {
    let say = names.say;
    let quotas = &results.lists.quotas;
    let heading = say.of("名额", "Places").to_owned();
    if quotas.is_empty() {
        return Section { id: "quotas", heading, blocks: Vec::new() };
    }
    let lost: usize = quotas.iter().map(|entry| entry.lost.len()).sum();
    let tied: usize = quotas.iter().map(|entry| entry.tied.len()).sum();
    let mut sentence = say.made(
        format!("{}处名额；达线而未列入的{lost}个", quotas.len()),
        format!("{} pools of places; {lost} reached the line without a place", quotas.len()),
    );
    if tied > 0 {
        sentence += &say.made(format!("，并列待裁定的{tied}个"), format!(", {tied} tied and awaiting a decision"));
    }
    sentence += say.of("。", ".");
    let table = table(results, names, false).without_empty_columns(7);
    let block = Block {
        plot: None,
        caption: String::new(),
        sentence,
        sentences: Vec::new(),
        table: Some(table),
        folded: false,
        aside: false,
    };
    let mut blocks = places::blocks(results, names, plots);
    blocks.push(block);
    Section { id: "quotas", heading, blocks }
}

/// The sheet 名额.
pub(super) fn sheet(results: &Results, names: &Names) -> Sheet {
    let say = names.say;
    Sheet {
        name: say.of("名额", "Places").to_owned(),
        title: format!("{} {}", results.assessment.title, say.of("名额", "places")),
        table: table(results, names, true),
        frozen: 0,
        signatures: Vec::new(),
    }
}
