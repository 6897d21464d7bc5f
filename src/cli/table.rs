//! Columns that line up on a terminal, Chinese characters being two wide.

use crate::diag::width_of;

/// Rows as lines; the first column to the left, the others to the right.
pub(super) fn lines(rows: &[Vec<String>]) -> Vec<String> {
    lines_with(rows, &[0])
}

/// The same with these columns to the left.
pub(super) fn lines_with(rows: &[Vec<String>], left: &[usize]) -> Vec<String> {
    let n_columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widest =
        |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| width_of(cell)).max().unwrap_or(0);
    let widths: Vec<usize> = (0..n_columns).map(widest).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).enumerate().map(|(at, (cell, wide))| {
            let pad = " ".repeat(wide - width_of(cell));
            if left.contains(&at) { format!("{cell}{pad}") } else { format!("{pad}{cell}") }
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}
