//! What year over year needs of kaoze.toml: title, year, and where the case sheets are. No scheme, no status.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::audit::findings::{Unreadable, published_unreadable};
use crate::diag::{Checked, Findings, Place};

/// Name of the file inside its folder.
pub(super) const FILE: &str = "kaoze.toml";

/// The parts of kaoze.toml in use here; all others are left to the assessment.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Folder {
    /// Title.
    pub(super) title: String,
    /// Last day of the period; a folder of published figures may have none.
    to: Option<String>,
    /// Whether the data are invented.
    #[serde(default)]
    pub(super) fictional: bool,
    /// Raw tables.
    #[serde(default)]
    table: Vec<Source>,
}

/// Files that hold one raw table.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Source {
    table: String,
    files: Vec<String>,
    /// Pattern of sheet names.
    pub(super) sheets: Option<String>,
    /// Values of fields that no column gives.
    #[serde(default)]
    pub(super) set: BTreeMap<String, toml::Value>,
}

impl Folder {
    /// The year of the last day.
    pub(super) fn year(&self) -> Option<i32> {
        self.to.as_deref().and_then(|day| day.get(..4)).and_then(|year| year.parse().ok())
    }

    /// The entries of the case statistics.
    pub(super) fn cases(&self) -> impl Iterator<Item = &Source> {
        self.table.iter().filter(|source| source.table == "cases")
    }
}

impl Source {
    /// The patterns that stay inside `raw/`.
    pub(super) fn patterns(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(String::as_str).filter(|pattern| pattern.starts_with("raw/"))
    }

    /// A fixed value as text.
    pub(super) fn fixed(&self, field: &str) -> Option<String> {
        let value = self.set.get(field)?;
        value.as_str().map(str::to_owned).or_else(|| value.as_integer().map(|n| n.to_string()))
    }
}

/// Reads the text of kaoze.toml; the value is absent if these parts of it have another form.
pub(super) fn read_folder(text: &str) -> Checked<Option<Folder>> {
    match toml::from_str(text) {
        Ok(folder) => Checked { value: Some(folder), findings: Findings::default() },
        Err(e) => {
            let start = e.span().map_or(0, |span| span.start);
            let breaks = text.bytes().take(start).filter(|b| *b == b'\n').count();
            let at = Place::Line(FILE.into(), u32::try_from(breaks + 1).unwrap_or(u32::MAX));
            let finding = published_unreadable(at, Unreadable::Form { words: e.message().to_owned() });
            Checked { value: None, findings: Findings::from_iter([finding]) }
        }
    }
}
