//! The header row of a sheet, and its rows by field.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::{Held, Slot, folded, is_one_of};
use super::findings::{
    Known, Spot, column_duplicate, column_missing, column_unknown, field_given_twice, listed, quoted,
    total_row_left_out,
};
use super::lookup::without_brackets;
use super::sink::Sink;
use crate::assessment::TableSource;
use crate::diag::{At, Severity, Text, nearest};
use crate::scheme::words::{Field, Layout};
use crate::sheets::{Cell, CellValue, Merge, Sheet};

/// Among how many rows with cells the header row is looked for.
const LOOKED_AT: usize = 20;

/// How many rows a header may fill.
const HEADER_ROWS: u32 = 4;

/// How many merged areas, column by column, are looked at in a sheet.
const MERGES: usize = 1_000_000;

/// Columns that are only for people, told as notes.
const FOR_PEOPLE: [&str; 4] = ["序号", "备注", "说明", "签字"];

/// Beginnings of lines below a table that are no data.
const SIGNATURES: [&str; 10] = ["填表", "制表", "审核", "注:", "备注:", "说明:", "填报", "统计人", "监票", "计票"];

/// A sheet whose header was understood.
pub(super) struct Grid<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) source: &'a TableSource,
    pub(super) layout: &'a Layout,
    /// Columns of the layout's fields.
    fields: Vec<Option<u32>>,
    /// Columns beyond the fields with their headers.
    pub(super) wide: Vec<(u32, String)>,
    /// The row on which findings about headers stand.
    pub(super) header_row: u32,
    first: u32,
    /// Merged areas by each column that is read.
    merges: BTreeMap<u32, Vec<Merge>>,
}

/// A header: the rows it fills and its text by column.
struct Header {
    top: u32,
    bottom: u32,
    texts: BTreeMap<u32, Head>,
}

/// A header cell.
struct Head {
    row: u32,
    folded: String,
    written: String,
}

impl<'a> Grid<'a> {
    /// Finds the header row. Without one, every missing column is told, and nothing is read.
    pub(super) fn of(sheet: &'a Sheet, source: &'a TableSource, layout: &'a Layout, sink: &mut Sink) -> Option<Self> {
        let is_needed = |field: &&Field| field.required && !source.set.contains_key(&field.name);
        let needed: Vec<&Field> = layout.fields.iter().filter(is_needed).collect();
        let mut best: Option<(usize, Header)> = None;
        for header in headers(sheet) {
            let n = layout.fields.iter().filter(|field| header.column_of(field).is_some()).count();
            if n > 0 && needed.iter().all(|field| header.column_of(field).is_some()) {
                return Some(Self::under(sheet, source, layout, &header, sink));
            }
            if best.as_ref().is_none_or(|(most, _)| n > *most) {
                best = Some((n, header));
            }
        }
        match best.filter(|(n, _)| *n > 0) {
            Some((_, header)) => tell_missing(sheet, layout, &needed, &header, sink),
            None => {
                let names = needed.iter().filter_map(|field| field.headers.first()).map(String::as_str);
                let expected = listed(names);
                let all = expected.zh.clone();
                sink.push(column_missing(sheet.whole(), &all, expected, None, ""));
            }
        }
        None
    }

    fn under(sheet: &'a Sheet, source: &'a TableSource, layout: &'a Layout, header: &Header, sink: &mut Sink) -> Self {
        let fields: Vec<Option<u32>> = layout.fields.iter().map(|field| header.column_of(field)).collect();
        let taken: BTreeSet<u32> = fields.iter().flatten().copied().collect();
        let (header_row, first) = (header.bottom, header.bottom + 1);
        let mut grid =
            Self { sheet, source, layout, fields, wide: Vec::new(), header_row, first, merges: BTreeMap::new() };
        for (column, head) in &header.texts {
            if taken.contains(column) {
                continue;
            }
            let twin = layout.fields.iter().zip(&grid.fields).find(|(field, _)| is_header_of(&head.folded, field));
            match twin.and_then(|(_, at)| *at) {
                Some(first) => {
                    let first_row = header.texts.get(&first).map_or(head.row, |head| head.row);
                    let first = grid.header_spot(first_row, first, &head.written);
                    sink.push(column_duplicate(&first, &grid.header_spot(head.row, *column, &head.written)));
                }
                None => grid.wide.push((*column, head.written.clone())),
            }
        }
        for (field, column) in layout.fields.iter().zip(&grid.fields) {
            if let (Some(column), Some(set)) = (column, source.set.get(&field.name))
                && let Some(head) = header.texts.get(column)
            {
                let spot = grid.header_spot(head.row, *column, &head.written);
                sink.push(field_given_twice(&spot, source.place.clone(), set));
            }
        }
        grid.index_merges();
        grid.tell_unheaded(header, sink);
        grid
    }

    /// A header as findings speak of it.
    pub(super) fn header_spot(&self, row: u32, column: u32, text: &str) -> Spot {
        Spot { at: At::from(self.sheet.place(row, column)), found: quoted(text) }
    }

    /// Cells below the header in a column without one.
    fn tell_unheaded(&self, header: &Header, sink: &mut Sink) {
        let mut told = BTreeSet::new();
        for cell in &self.sheet.cells {
            let is_headed = header.texts.contains_key(&cell.col) || self.fields.contains(&Some(cell.col));
            if cell.row < self.first || is_headed || !told.insert(cell.col) {
                continue;
            }
            let spot = Spot { at: self.sheet.place(cell.row, cell.col).into(), found: quoted(&cell.value.as_text()) };
            let known = Known { expected: Text::new("有表头的列", "a column with a header"), ..Known::default() };
            sink.push(column_unknown(&spot, &known, Severity::Warning));
        }
    }

    /// Tells every further column of a narrow table.
    pub(super) fn tell_unknown_columns(&self, sink: &mut Sink) {
        for (column, text) in &self.wide {
            self.tell_unknown_column(*column, text, sink);
        }
    }

    /// Tells one column that is not read: a note for those that are only for people.
    pub(super) fn tell_unknown_column(&self, column: u32, text: &str, sink: &mut Sink) {
        let severity = if self.is_for_people(text) { Severity::Note } else { Severity::Warning };
        let headers = || self.layout.fields.iter().flat_map(|field| &field.headers).map(String::as_str);
        let near = nearest(&folded(text), headers()).filter(|_| severity == Severity::Warning);
        let known = Known { expected: listed(headers()), expected_at: None, nearest: near.map(str::to_owned) };
        sink.push(column_unknown(&self.header_spot(self.header_row, column, text), &known, severity));
    }

    /// Whether a column is only for people: a running number, a remark, a total.
    pub(super) fn is_for_people(&self, header: &str) -> bool {
        let header = folded(header);
        let header = without_brackets(&header);
        FOR_PEOPLE.contains(&header)
            || matches!(header, "总分" | "得分" | "实得分" | "平均分")
            || is_one_of(header, &self.layout.total_rows)
    }

    /// Rows with something in a column that is read; rows of totals and signatures are told and left out.
    pub(super) fn rows(&self, sink: &mut Sink) -> Vec<Row<'_, 'a>> {
        let from = self.sheet.cells.partition_point(|cell| cell.row < self.first);
        let mut rest = &self.sheet.cells[from..];
        let mut rows = Vec::new();
        while let Some(cell) = rest.first() {
            let n = rest.partition_point(|other| other.row <= cell.row);
            let (cells, after) = rest.split_at(n);
            rest = after;
            let is_read = |cell: &Cell| {
                !cell.value.as_text().is_empty()
                    && (self.fields.contains(&Some(cell.col))
                        || self.wide_header(cell.col).is_some_and(|h| !self.is_for_people(h)))
            };
            if self.is_left_out(cells) {
                let spot =
                    Spot { at: self.sheet.place(cell.row, cell.col).into(), found: quoted(&cell.value.as_text()) };
                sink.push_cell("R015", &spot.at.place, || total_row_left_out(&spot));
            } else if cells.iter().any(is_read) {
                rows.push(Row { grid: self, row: cell.row, cells });
            }
        }
        rows
    }

    fn wide_header(&self, column: u32) -> Option<&str> {
        let at = self.wide.binary_search_by_key(&column, |(column, _)| *column).ok()?;
        Some(&self.wide[at].1)
    }

    /// Whether a row is a total, or a line below the table with who filled it in.
    fn is_left_out(&self, cells: &[Cell]) -> bool {
        let Some(CellValue::Text(first)) = cells.first().map(|cell| &cell.value) else { return false };
        if is_one_of(first, &self.layout.total_rows) {
            return true;
        }
        let first = folded(first);
        let is_signature = SIGNATURES.iter().any(|begin| first.starts_with(begin));
        // A line of signatures is text beside text, in fewer cells than a row needs.
        is_signature
            && first.contains(':')
            && cells.len() < self.fields.iter().flatten().count().max(2)
            && cells.iter().all(|cell| matches!(cell.value, CellValue::Text(_) | CellValue::Date(_)))
    }

    /// The merged area that covers a cell and has its first cell elsewhere.
    fn merge_over(&self, row: u32, column: u32) -> Option<&Merge> {
        let merges = self.merges.get(&column)?;
        let n = merges.partition_point(|merge| merge.top <= row);
        let merge = merges[..n].last()?;
        (merge.covers(row, column) && (merge.top, merge.left) != (row, column)).then_some(merge)
    }

    fn index_merges(&mut self) {
        let read: BTreeSet<u32> =
            self.fields.iter().flatten().copied().chain(self.wide.iter().map(|(column, _)| *column)).collect();
        // Merged areas of one sheet do not overlap; those of a forged file may, so there is an end to it.
        let below = self.sheet.merges.iter().filter(|merge| merge.bottom >= self.first && merge.left <= merge.right);
        let by_column =
            below.flat_map(|merge| read.range(merge.left..=merge.right).map(move |column| (*column, *merge)));
        for (column, merge) in by_column.take(MERGES) {
            self.merges.entry(column).or_default().push(merge);
        }
    }
}

/// A row with its grid.
#[derive(Clone, Copy)]
pub(super) struct Row<'g, 'a> {
    pub(super) grid: &'g Grid<'a>,
    pub(super) row: u32,
    cells: &'a [Cell],
}

impl<'g, 'a> Row<'g, 'a>
where
    'a: 'g,
{
    /// A field by its name. A cell that is merged with the one above says the same as that; an empty cell takes the value
    /// that kaoze.toml sets.
    pub(super) fn field(&self, name: &str) -> Slot<'g> {
        let at = self.grid.layout.fields.iter().position(|field| field.name == name);
        let column = at.and_then(|at| self.grid.fields[at]);
        let header = at.and_then(|at| self.grid.layout.fields[at].headers.first()).map_or("", String::as_str);
        let mut slot = self.slot(column, header);
        if slot.held.is_none()
            && let Some(column) = column
            && let Some(merge) = self.grid.merge_over(self.row, column)
            && merge.left == column
            && merge.top > self.grid.header_row
        {
            slot.held = self.grid.sheet.at(merge.top, merge.left).map(Held::Cell);
        }
        if slot.is_empty() {
            slot.held = self.grid.source.set.get(name).map(|text| Held::Set(text.as_str()));
        }
        slot
    }

    /// A cell of a wide column.
    pub(super) fn wide(&self, column: u32, header: &'g str) -> Slot<'g> {
        self.slot(Some(column), header)
    }

    /// Whether an empty cell is hidden under a merged one that holds something.
    pub(super) fn is_under_merge(&self, column: u32) -> bool {
        let merge = self.grid.merge_over(self.row, column);
        merge.is_some_and(|merge| {
            merge.top > self.grid.header_row && self.grid.sheet.at(merge.top, merge.left).is_some()
        })
    }

    fn slot(&self, column: Option<u32>, header: &'g str) -> Slot<'g> {
        let cell = column.and_then(|column| {
            let at = self.cells.binary_search_by_key(&column, |cell| cell.col).ok()?;
            Some(&self.cells[at])
        });
        let (sheet, source) = (self.grid.sheet, self.grid.source);
        Slot { sheet, source, row: self.row, column, header, held: cell.map(|cell| Held::Cell(&cell.value)) }
    }
}

impl Header {
    fn column_of(&self, field: &Field) -> Option<u32> {
        // An earlier spelling of the layout wins over a later one, an earlier column over a later one.
        field.headers.iter().find_map(|header| {
            let header = folded(header);
            let is_it = |head: &Head| without_brackets(&head.folded) == header || head.folded == header;
            self.texts.iter().find(|(_, head)| is_it(head)).map(|(column, _)| *column)
        })
    }
}

fn is_header_of(text: &str, field: &Field) -> bool {
    field.headers.iter().any(|header| folded(header) == text || folded(header) == without_brackets(text))
}

/// Every row near the top as a header, together with rows below that its merged cells reach into.
fn headers(sheet: &Sheet) -> impl Iterator<Item = Header> + '_ {
    sheet.rows().take(LOOKED_AT).map(|(top, _)| {
        let reach = |merge: &&Merge| merge.top == top && merge.bottom < top + HEADER_ROWS;
        let bottom = sheet.merges.iter().filter(reach).map(|merge| merge.bottom).max().unwrap_or(top);
        let mut texts = BTreeMap::new();
        for (row, cells) in sheet.rows().skip_while(|(row, _)| *row < top).take_while(|(row, _)| *row <= bottom) {
            for cell in cells {
                let written = cell.value.as_text().into_owned();
                let folded = folded(&written).into_owned();
                if !folded.is_empty() {
                    // The lowest row of a header names the column.
                    texts.insert(cell.col, Head { row, folded, written });
                }
            }
        }
        Header { top, bottom, texts }
    })
}

fn tell_missing(sheet: &Sheet, layout: &Layout, needed: &[&Field], header: &Header, sink: &mut Sink) {
    let is_spare = |head: &&Head| !layout.fields.iter().any(|field| is_header_of(&head.folded, field));
    let spare: Vec<&Head> = header.texts.values().filter(is_spare).collect();
    for field in needed.iter().filter(|field| header.column_of(field).is_none()) {
        let Some(name) = field.headers.first() else { continue };
        let near = nearest(name, spare.iter().map(|head| head.folded.as_str()));
        let at = header.texts.iter().find(|(_, head)| near == Some(head.folded.as_str()));
        let place = match at {
            Some((column, head)) => sheet.place(head.row, *column),
            None => sheet.place(header.top, header.texts.keys().next().copied().unwrap_or(0)),
        };
        let found = near.map_or_else(String::new, quoted);
        sink.push(column_missing(place, name, listed(field.headers.iter().map(String::as_str)), near, &found));
    }
}
