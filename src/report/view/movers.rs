//! 与上年相比: who moved most.

use std::collections::BTreeMap;

use super::names::Names;
use super::numbers::{change_cell, places_of, signed};
use super::plots::{MovePlot, MoveRow, Plot};
use super::table::{Cell, Column, Kind, Number, Table};
use super::{Block, Section, titles};
use crate::exact::Exact;
use crate::results::{Mover, Results};

/// How many movers the chart shows; the table has all of the list.
const DRAWN: usize = 15;

fn printed(text: &str) -> Option<Number> {
    text.parse::<Exact>().ok().map(|exact| Number { exact, shown: text.to_owned() })
}

pub(super) fn section(results: &Results, names: &Names, plots: &mut BTreeMap<String, Plot>) -> Section {
    let say = names.say;
    let heading = say.of("与上年相比", "Since last year").to_owned();
    let movers = &results.lists.movers;
    let mut section = Section { id: "movers", heading, blocks: Vec::new() };
    let known = results.units.iter().filter(|unit| unit.last_year.is_some()).count();
    if movers.is_empty() {
        let why = match known {
            0 => say.of("没有上年结果，无从比较。", "No results of last year to compare with."),
            _ => say.of("上年结果中没有可比的总分。", "No total of last year can be compared."),
        };
        section.blocks.push(Block {
            plot: None,
            caption: String::new(),
            sentence: why.to_owned(),
            sentences: Vec::new(),
            table: None,
            folded: false,
            aside: false,
        });
        return section;
    }
    let (year, before_year) = (results.assessment.year, results.assessment.year - 1);
    let rows = movers.iter().take(DRAWN).map(|mover| MoveRow {
        label: names.unit(&mover.unit).to_owned(),
        before: printed(&mover.before),
        now: printed(&mover.now),
        change: signed(&mover.change, places_of(&mover.now)),
    });
    let subject = say.of("总分与上年相比变动最大的单位", "Units that moved most since last year");
    let title = titles::movers(say, movers, |mover: &Mover| names.unit(&mover.unit).to_owned(), subject);
    let shown = movers.len().min(DRAWN);
    let subtitle = say.made(
        format!("总分，{before_year}年与{year}年，变动最大的{shown}个单位"),
        format!("Totals of {before_year} and {year}, the {shown} units that moved most"),
    );
    let up = movers.iter().filter(|mover| !mover.change.is_negative() && !mover.change.is_zero()).count();
    let down = movers.iter().filter(|mover| mover.change.is_negative()).count();
    let mut sentence = say.made(
        format!("可与上年相比的单位{known}个；变动最大的{}个中，{up}个上升，{down}个下降。", movers.len()),
        format!(
            "{known} units have a result of last year; of the {} that moved most {up} rose and {down} fell.",
            movers.len()
        ),
    );
    if results.units.iter().any(|unit| unit.last_year.as_ref().is_some_and(|last| !last.same_scheme)) {
        sentence += say.of("上年办法与今年不同，比较时请留意。", " Last year's scheme differs from this year's.");
    }
    let frame = names.frame(title, subtitle, sentence.clone());
    let year_words = |year: i32| say.made(format!("{year}年"), year.to_string());
    let plot = MovePlot {
        frame,
        before: year_words(before_year),
        now: year_words(year),
        change: say.of("变化", "Change").to_owned(),
        rows: rows.collect(),
    };
    plots.insert("movers".to_owned(), Plot::Moves(plot));

    let columns = vec![
        Column::new(say.of("单位", "Unit"), Kind::Text),
        Column::new(say.of("上年总分", "Last year"), Kind::Number),
        Column::new(say.of("今年总分", "This year"), Kind::Number),
        Column::new(say.of("变化", "Change"), Kind::Number),
    ];
    let number = |text: &str| printed(text).map_or_else(|| Cell::text(text), Cell::Number);
    let rows = movers.iter().map(|mover| {
        let change = change_cell(&mover.change, places_of(&mover.now));
        vec![Cell::text(names.unit(&mover.unit)), number(&mover.before), number(&mover.now), change]
    });
    let table = Table { columns, rows: rows.collect(), when_empty: String::new() };
    section.blocks.push(Block {
        plot: Some("movers".to_owned()),
        caption: String::new(),
        sentence,
        sentences: Vec::new(),
        table: Some(table),
        folded: true,
        aside: false,
    });
    section
}
