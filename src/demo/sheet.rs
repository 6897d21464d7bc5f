//! Titles, notes and cells that all sheets of the demo share.

use crate::forms::{FormCell, FormSheet};

/// Stands in the notes of every sheet.
pub(super) const FICTIONAL: &str = "虚构数据，仅供演示";

/// A sheet of the demo.
pub(super) fn sheet(name: &str, title: String, headers: &[&str], rows: Vec<Vec<FormCell>>) -> FormSheet {
    FormSheet {
        name: name.to_owned(),
        title: Some(title),
        notes: vec![FICTIONAL.to_owned()],
        headers: headers.iter().map(ToString::to_string).collect(),
        rows,
        widths: Vec::new(),
    }
}

/// 云山县2015年度…（虚构）.
pub(super) fn title(year: i32, what: &str) -> String {
    format!("云山县{year}年度{what}（虚构）")
}

/// Text, or an empty cell for none.
pub(super) fn words(text: &str) -> FormCell {
    if text.is_empty() { FormCell::Blank } else { FormCell::text(text) }
}

/// A number of tenths as a decimal.
pub(super) fn tenths(number: i32) -> FormCell {
    FormCell::number(format!("{}.{}", number / 10, number % 10))
}
