//! The rows of the whole county in the case sheets: counts by indicator and year, each with its cell.

use std::collections::BTreeMap;
use std::io;

use crate::audit::findings::{count_unreadable, year_twice};
use crate::diag::{Findings, Place};
use crate::files::{Files, matches};
use crate::scheme::words::{CaseWords, Layout, Table, Words, standard_layouts};
use crate::sheets::{Cell, CellValue, Limits, Sheet, is_workbook, read_workbook};
use crate::terms::ItemCode;

use super::folder::{Folder, Source};

/// The word for the whole county in a column 单位.
const WHOLE_COUNTY: &str = "全县";
/// How far down a header row may stand.
const HEADER_ROWS: u32 = 20;

/// Counts of the whole county.
#[derive(Debug, Default)]
pub(super) struct County {
    counts: BTreeMap<(i32, ItemCode), (u32, Place)>,
    /// Years that have a row.
    pub(super) years: Vec<i32>,
    /// What was found while reading.
    pub(super) findings: Findings,
}

impl County {
    /// A count and its cell.
    pub(super) fn count(&self, year: i32, code: &ItemCode) -> Option<&(u32, Place)> {
        self.counts.get(&(year, code.clone()))
    }

    fn put(&mut self, year: i32, code: &ItemCode, count: u32, at: Place) {
        match self.counts.get(&(year, code.clone())) {
            Some((first, first_at)) if *first != count => self.findings.push(year_twice(at, count, first_at, *first)),
            Some(_) => {}
            None => {
                self.counts.insert((year, code.clone()), (count, at));
            }
        }
    }
}

/// Reads every case sheet that the folder names.
pub(super) fn read_county(
    files: &dyn Files,
    folder: &Folder,
    words: Option<&Words>,
    indicators: &[CaseWords],
) -> io::Result<County> {
    let mut county = County::default();
    let standard = standard_layouts();
    let layout = words.and_then(|words| words.layout(Table::Cases));
    let Some(layout) = layout.or_else(|| standard.iter().find(|layout| layout.table == Table::Cases)) else {
        return Ok(county);
    };
    let listed = files.list("raw")?;
    for source in folder.cases() {
        let named = |path: &&String| is_workbook(path) && source.patterns().any(|pattern| matches(pattern, path));
        for path in listed.iter().filter(named) {
            let read = read_workbook(path, &files.read(path)?, &Limits::default());
            county.findings.append(read.findings);
            let sheets = read.value.into_iter().flat_map(|book| book.sheets);
            let chosen = |sheet: &Sheet| source.sheets.as_deref().is_none_or(|pattern| matches(pattern, &sheet.name));
            for sheet in sheets.filter(chosen) {
                if let Some(header) = Header::of(&sheet, layout, source, indicators) {
                    header.read(&sheet, layout, &mut county);
                }
            }
        }
    }
    county.years.sort_unstable();
    county.years.dedup();
    Ok(county)
}

/// Which column is what.
struct Header<'a> {
    row: u32,
    /// Column of the year, or the year itself.
    year: Result<u32, i32>,
    unit: Option<u32>,
    indicators: Vec<(u32, &'a ItemCode, String)>,
}

impl<'a> Header<'a> {
    fn of(sheet: &Sheet, layout: &Layout, source: &Source, indicators: &'a [CaseWords]) -> Option<Self> {
        let fixed_year = source.fixed("year").and_then(|text| year_of(&text));
        sheet.rows().take_while(|(row, _)| *row < HEADER_ROWS).find_map(|(row, cells)| {
            let column = |field: &str| {
                let headers = &layout.field(field)?.headers;
                cells
                    .iter()
                    .find(|cell| headers.iter().any(|header| *header == cell.value.as_text()))
                    .map(|cell| cell.col)
            };
            let year = column("year").map(Ok).or(fixed_year.map(Err))?;
            let mut found: Vec<(u32, &ItemCode, String)> = Vec::new();
            for cell in cells {
                let text = cell.value.as_text();
                let bare = text.split(['（', '(']).next().unwrap_or_default().trim_end();
                let case = indicators.iter().find(|case| case.named.is_named(&text) || case.named.is_named(bare));
                if let Some(case) = case.filter(|case| found.iter().all(|(_, code, _)| **code != case.named.code)) {
                    found.push((cell.col, &case.named.code, text.into_owned()));
                }
            }
            (!found.is_empty()).then(|| Self { row, year, unit: column("unit"), indicators: found })
        })
    }

    fn read(&self, sheet: &Sheet, layout: &Layout, county: &mut County) {
        for (row, cells) in sheet.rows().filter(|(row, _)| *row > self.row) {
            let at = |col: u32| value_at(cells, col);
            if self.unit.is_some_and(|col| at(col).is_none_or(|value| value.as_text() != WHOLE_COUNTY)) {
                continue;
            }
            let year = match self.year {
                Ok(col) => at(col).and_then(|value| year_of(&value.as_text())),
                Err(year) => Some(year),
            };
            let Some(year) = year else { continue };
            county.years.push(year);
            for (col, code, header) in &self.indicators {
                let Some(value) = at(*col) else { continue };
                let text = value.as_text();
                let place = sheet.place(row, *col);
                if layout.not_applicable.iter().any(|word| *word == text) {
                    continue;
                }
                match text.parse::<u32>().ok().filter(|_| text.bytes().all(|b| b.is_ascii_digit())) {
                    Some(count) => county.put(year, code, count, place),
                    None => county.findings.push(count_unreadable(place, header, &text)),
                }
            }
        }
    }
}

fn value_at(cells: &[Cell], col: u32) -> Option<&CellValue> {
    cells.iter().find(|cell| cell.col == col).map(|cell| &cell.value)
}

/// `2015`, `2015年` or `2015年度`.
fn year_of(text: &str) -> Option<i32> {
    let digits = text.trim_end_matches('度').trim_end_matches('年');
    (digits.len() == 4).then(|| digits.parse().ok()).flatten()
}
