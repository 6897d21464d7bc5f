//! Which reader a file gets, behind the wall around panics.

use std::sync::Arc;

use crate::diag::{Checked, Findings};

use super::findings::{Measure, sheet_hidden};
use super::gathered::{Gathered, Trouble};
use super::guard::caught;
use super::text::read_csv;
use super::xls::read_xls;
use super::zipped::read_zipped;
use super::{Limits, Workbook};

/// Whether a file of this name is one that [`read_workbook`] reads.
///
/// ```
/// assert!(kaoze::sheets::is_workbook("raw/检查评分.XLSX"));
/// assert!(!kaoze::sheets::is_workbook("raw/~$检查评分.xlsx"));
/// ```
#[must_use]
pub fn is_workbook(file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or_default();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    // Excel keeps a lock file named ~$… beside an open workbook.
    !stem.is_empty()
        && !name.starts_with("~$")
        && matches!(ending.to_lowercase().as_str(), "xlsx" | "xlsm" | "xls" | "xlsb" | "ods" | "csv")
}

/// Opens a workbook by its content, and by the ending of its name where the content does not tell (.csv).
///
/// The value is absent if the file cannot be read, and then the findings hold an error.
#[must_use]
pub fn read_workbook(file: &str, bytes: &[u8], limits: &Limits) -> Checked<Option<Workbook>> {
    let file: Arc<str> = file.into();
    let mut out = Gathered::new(file.clone(), *limits);
    let outcome = caught(|| read(bytes, &mut out)).unwrap_or(Err(Trouble::ReaderFailed));
    match outcome {
        Ok(()) => {
            let hidden = out.sheets.iter().filter(|sheet| sheet.hidden && !sheet.cells.is_empty());
            let findings = hidden.map(|sheet| sheet_hidden(sheet.whole(), &sheet.name)).collect();
            Checked { value: Some(Workbook { file, sheets: out.sheets }), findings }
        }
        Err(trouble) => Checked { value: None, findings: Findings::from_iter([trouble.finding(&file)]) },
    }
}

fn read(bytes: &[u8], out: &mut Gathered) -> Result<(), Trouble> {
    let size = bytes.len() as u64;
    if size > out.limits.bytes {
        return Err(Trouble::TooLarge(Measure::Bytes, size, out.limits.bytes));
    }
    let name = out.file.rsplit('/').next().unwrap_or_default().to_owned();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, ""));
    let ending = ending.to_lowercase();
    match bytes {
        [] => Err(Trouble::Empty),
        [b'P', b'K', ..] if bytes.get(2).is_some_and(|b| *b < 9) => read_zipped(bytes, out),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => read_xls(bytes, out),
        _ if ending == "csv" => read_csv(bytes, stem, out),
        _ if looks_like_text(bytes) => Err(Trouble::Text),
        _ => Err(Trouble::NotAWorkbook),
    }
}

fn looks_like_text(bytes: &[u8]) -> bool {
    bytes.iter().take(1024).all(|b| !matches!(b, 0..=8 | 14..=31))
}
