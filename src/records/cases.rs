//! 案件统计: a row per unit (or the whole county) and year, a column per indicator.

use super::cells::{WHOLE, folded};
use super::findings::{Known, column_duplicate, count_not_whole, item_unknown, listed, row_duplicate};
use super::headers::Grid;
use super::lists::{Lists, Roster};
use super::rows::CaseRow;
use super::sink::Sink;
use crate::diag::{Severity, Text};
use crate::terms::ItemCode;

/// Case numbers by unit (the county first), year and indicator. An empty cell or one that does not apply gives no row.
pub(super) fn read(grids: &[Grid<'_>], lists: &Lists<'_>, roster: &Roster, sink: &mut Sink) -> Vec<CaseRow> {
    let mut cases = Vec::new();
    for grid in grids {
        let columns = columns(grid, lists, sink);
        for row in grid.rows(sink) {
            let slot = row.field("unit");
            let has_units = slot.column.is_some() || slot.held.is_some();
            let is_whole = slot.text().is_some_and(|text| WHOLE.contains(&&*folded(&text)));
            let unit = if !has_units || is_whole { Some(None) } else { roster.unit(&slot, sink).map(Some) };
            let year = row.field("year").year(sink);
            for (column, header, indicator) in &columns {
                let slot = row.wide(*column, header);
                if slot.is_empty() || slot.is_fault(sink) || slot.is_one_of(&grid.layout.not_applicable) {
                    continue;
                }
                let Some(count) = slot.as_count() else {
                    sink.push_cell("R026", &slot.place(), || count_not_whole(&slot.spot()));
                    continue;
                };
                let (Some(unit), Some(year)) = (&unit, year) else { continue };
                let indicator = ItemCode::clone(indicator);
                cases.push(CaseRow { unit: unit.clone(), year, indicator, count, place: slot.place() });
            }
        }
    }
    cases.sort_by(|a, b| (&a.unit, a.year, &a.indicator, &a.place).cmp(&(&b.unit, b.year, &b.indicator, &b.place)));
    cases.dedup_by(|later, first| {
        let is_same = (&later.unit, later.year, &later.indicator) == (&first.unit, first.year, &first.indicator);
        if is_same {
            let what = Text::new("同一单位、年度和指标的数字", "the number of a unit, year and indicator");
            let unit = first.unit.as_ref().map_or("全县", |unit| unit.as_str());
            let found = format!("{unit} {} {}", first.year, first.indicator);
            sink.push(row_duplicate(first.place.clone(), later.place.clone(), &what, &found, Severity::Error));
        }
        is_same
    });
    cases
}

fn columns<'g, 'l>(grid: &'g Grid<'_>, lists: &'l Lists<'_>, sink: &mut Sink) -> Vec<(u32, &'g str, &'l ItemCode)> {
    let mut columns: Vec<(u32, &str, &ItemCode)> = Vec::new();
    for (column, header) in &grid.wide {
        let spot = grid.header_spot(grid.header_row, *column, header);
        match lists.cases.head(header) {
            Some(code) => match columns.iter().find(|(.., other)| *other == code) {
                Some((first, text, _)) => {
                    sink.push(column_duplicate(&grid.header_spot(grid.header_row, *first, text), &spot));
                }
                None => columns.push((*column, header, code)),
            },
            None if grid.is_for_people(header) => grid.tell_unknown_column(*column, header, sink),
            None => {
                let nearest = lists.cases.known(header).nearest;
                let expected = listed(lists.words.cases.iter().map(|case| case.named.name.as_str()));
                sink.push(item_unknown(&spot, &Known { expected, expected_at: None, nearest }));
            }
        }
    }
    columns
}
