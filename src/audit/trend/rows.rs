//! The outcome of year over year as rows, ready for a table or a chart.

use serde::Serialize;

use crate::audit::published::Fits;
use crate::diag::Lang;
use crate::results::Change;

/// Name and version of the JSON form.
pub const SCHEMA: &str = "kaoze-trend-1";

/// Case statistics of one year beside the year before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Trend {
    /// [`SCHEMA`].
    pub schema: &'static str,
    /// Title of the folder.
    pub title: String,
    /// This year.
    pub year: i32,
    /// Whether the data are invented.
    pub fictional: bool,
    /// What the published figures are taken from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The stretch of time in the source's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// One row per indicator, in the order of the scheme or of published.toml.
    pub rows: Vec<TrendRow>,
}

/// One indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TrendRow {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// 计量单位.
    pub measure: String,
    /// This year's count.
    pub now: Option<u32>,
    /// The cell, or the line of published.toml, where it stands.
    pub now_at: Option<String>,
    /// The year before.
    pub before: Before,
    /// Where the count of the year before stands, or the printed change that it is recovered from.
    pub before_at: Option<String>,
    /// The change worked out from both counts.
    pub change: Change,
    /// The sentence that prints this year's count, or a change where there is no such count.
    pub sentence: Option<String>,
    /// Changes as printed.
    pub printed: Vec<PrintedChange>,
}

/// What is known of the year before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Before {
    /// A count that stands somewhere.
    Known {
        /// It.
        n: u32,
    },
    /// The only whole number that the printed change allows.
    Recovered {
        /// It.
        n: u32,
    },
    /// The printed change allows several.
    Several {
        /// The smallest.
        from: u32,
        /// The largest, if there is one.
        to: Option<u32>,
    },
    /// The printed change allows none.
    NoneFits,
    /// Neither a count nor a change is there.
    Unknown,
    /// The count is nought.
    Zero,
}

/// A change as the source prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PrintedChange {
    /// With sign and measure: `+14.3%`, `-268件`.
    pub shown: String,
    /// Whether it is in percent.
    pub percent: bool,
    /// Whether it is not the difference of its own figures; then it is marked †.
    pub differs: bool,
    /// What its own figures give instead.
    pub expected: Option<String>,
    /// The sentence that prints it.
    pub sentence: String,
    /// Where the entry stands.
    pub at: String,
    /// How the figure is read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// One pair of columns of a chart, in words and numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartRow {
    /// Name with measure: 立案（件）.
    pub label: String,
    /// 计量单位.
    pub measure: String,
    /// This year's count.
    pub now: Option<u32>,
    /// The count of the year before, known or recovered.
    pub before: Option<u32>,
    /// What stands for it in words: `70*`, `542196–542669`, 无数据.
    pub before_text: String,
    /// The change as shown: `+14.3%`, 上年无数据.
    pub change: String,
}

impl Before {
    /// The count, if it is one number.
    #[must_use]
    pub fn count(self) -> Option<u32> {
        match self {
            Self::Known { n } | Self::Recovered { n } => Some(n),
            Self::Zero => Some(0),
            Self::Several { .. } | Self::NoneFits | Self::Unknown => None,
        }
    }

    /// For a table: recovered counts carry `*`, what fits nothing carries †.
    #[must_use]
    pub fn shown(self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Known { n }, _) => n.to_string(),
            (Self::Zero, _) => "0".to_owned(),
            (Self::Recovered { n }, _) => format!("{n}*"),
            (Self::Several { from, to }, _) => Fits::Several { from, to }.to_string(),
            (Self::NoneFits, Lang::Zh) => "无整数可合†".to_owned(),
            (Self::NoneFits, Lang::En) => "no fit†".to_owned(),
            (Self::Unknown, Lang::Zh) => "无数据".to_owned(),
            (Self::Unknown, Lang::En) => "not known".to_owned(),
        }
    }
}

impl TrendRow {
    /// The change for a table: as printed in percent, with † where it differs from its figures; else as worked out.
    #[must_use]
    pub fn shown(&self, lang: Lang) -> String {
        match self.printed.iter().find(|printed| printed.percent) {
            Some(printed) if printed.differs => format!("{}†", printed.shown),
            Some(printed) => printed.shown.clone(),
            None => self.change.shown(lang),
        }
    }
}

impl Trend {
    /// The rows as pairs of columns for `report::charts`.
    #[must_use]
    pub fn chart_rows(&self, lang: Lang) -> Vec<ChartRow> {
        let row = |row: &TrendRow| ChartRow {
            label: match lang {
                Lang::Zh => format!("{}（{}）", row.name, row.measure),
                Lang::En => format!("{} ({})", row.name, row.measure),
            },
            measure: row.measure.clone(),
            now: row.now,
            before: row.before.count(),
            before_text: row.before.shown(lang),
            change: row.shown(lang),
        };
        self.rows.iter().map(row).collect()
    }
}
