//! What every chart is given beside its data.

use std::fmt;
use std::sync::Arc;

use super::theme::{Format, Measures, Theme};
use crate::diag::Lang;
use crate::exact::Exact;

/// The words around a chart; the caller writes them, from rules that are tested elsewhere.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The message, in one short sentence.
    pub title: String,
    /// Measure, unit, scope and period.
    pub subtitle: String,
    /// Notes under the chart, one to a line: 虚构, assumed, withheld, not comparable.
    pub notes: Vec<String>,
    /// The last line: scheme and digest of the package.
    pub source: String,
    /// What the chart shows, in words, for a reader who does not see it.
    pub description: String,
    /// The size it is laid out for.
    pub format: Format,
    /// The language of the few words that a chart adds of its own (未报, 不公开, …).
    pub lang: Lang,
    /// Colours and measures.
    pub theme: Arc<Theme>,
}

impl Frame {
    /// The measures of its format.
    #[must_use]
    pub fn measures(&self) -> Measures {
        self.theme.measures(self.format)
    }

    /// A word of the chart's own in the frame's language.
    #[must_use]
    pub fn word<'a>(&self, zh: &'a str, en: &'a str) -> &'a str {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// A text with a word of the chart's own in brackets after it.
    pub(super) fn with_note(&self, text: &str, zh: &str, en: &str) -> String {
        match self.lang {
            Lang::Zh => format!("{text}（{zh}）"),
            Lang::En => format!("{text} ({en})"),
        }
    }
}

/// A number: the exact value that places the ink, and the text that is printed. A chart never writes a number itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// Where the ink goes.
    pub exact: Exact,
    /// What is printed.
    pub shown: String,
}

impl Value {
    /// From an exact value and its printed form.
    #[must_use]
    pub fn new(exact: Exact, shown: impl Into<String>) -> Self {
        Self { exact, shown: shown.into() }
    }

    /// From the printed decimal alone; nothing when it is not a plain number.
    #[must_use]
    pub fn shown(shown: &str) -> Option<Self> {
        shown.parse().ok().map(|exact| Self::new(exact, shown))
    }
}

/// How many pixels of the PNG one unit of the SVG is wide.
pub const PNG_SCALE: u32 = 2;

/// Why a chart could not be turned into a picture. No input is known to cause it; it would be a fault of this program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawError(pub String);

impl fmt::Display for DrawError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the chart could not be drawn: {}", self.0)
    }
}

impl std::error::Error for DrawError {}
