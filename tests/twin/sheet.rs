//! Raw workbooks as rows of text by header, read densely.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

/// A row: the text of each cell by its header.
pub type Row = BTreeMap<String, String>;

/// The rows below the header row of a sheet; the header row is the one with this header in it.
pub fn rows(bytes: &[u8], sheet: impl Fn(&str) -> bool, header: &str) -> Vec<Row> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    let names: Vec<String> = book.sheet_names().into_iter().filter(|name| sheet(name)).collect();
    let mut rows = Vec::new();
    for name in names {
        let range = book.worksheet_range(&name).expect("a sheet");
        let mut below = range.rows().map(|cells| cells.iter().map(text).collect::<Vec<_>>());
        let headers = below.find(|cells| cells.iter().any(|cell| cell == header)).expect("a header row");
        rows.extend(below.map(|cells| headers.iter().cloned().zip(cells).collect::<Row>()));
    }
    rows
}

/// Numbers as their shortest decimal, days as 2015-07-31.
fn text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        Data::DateTime(day) => {
            let (y, m, d, ..) = day.to_ymd_hms_milli();
            format!("{y:04}-{m:02}-{d:02}")
        }
        other => panic!("{other:?} stands in no sheet of the demo"),
    }
}
