//! What every chart is given beside its data, and what it gives back.

use std::collections::BTreeSet;
use std::fmt;

use super::plate::Plate;
use super::theme::Format;
use super::{outlines, svg};
use crate::diag::Lang;
use crate::exact::Exact;
use crate::report::fonts::missing_glyphs;

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
}

impl Frame {
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

/// One chart in every form it is used in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// SVG with live text for embedding in HTML, in the reader's light or dark.
    pub svg_text: String,
    /// Standalone SVG with the text as outlines of the embedded font, light, with `<title>` and `<desc>`.
    pub svg_outlines: String,
    /// The same as a picture, at [`PNG_SCALE`] pixels to one.
    pub png: Vec<u8>,
    /// Characters that the embedded font lacks.
    pub missing: BTreeSet<char>,
    /// Width of the SVG.
    pub width: u32,
    /// Height of the SVG.
    pub height: u32,
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

/// Data that knows how it is drawn.
pub trait Chart {
    /// The words around it.
    fn frame(&self) -> &Frame;

    /// Lays everything out: the plate without its foot.
    fn plate(&self) -> Plate;

    /// The SVG for embedding alone: cheap, since nothing is outlined or rasterised.
    fn svg_text(&self) -> String {
        let (plate, height) = self.closed();
        svg::embedded(&plate, self.frame(), height)
    }

    /// The chart in every form.
    ///
    /// # Errors
    /// When the SVG made here cannot be read back, which is a fault of this program.
    fn draw(&self) -> Result<Drawing, DrawError> {
        let (plate, height) = self.closed();
        let frame = self.frame();
        let (width, height) = (plate.measures.width as u32, height as u32);
        let tree = outlines::tree(&svg::plain(&plate, f64::from(height)))?;
        let missing = plate.words.iter().flat_map(|words| missing_glyphs(&words.text)).collect();
        Ok(Drawing {
            svg_text: svg::embedded(&plate, frame, f64::from(height)),
            svg_outlines: outlines::outlined(&tree, frame),
            png: outlines::png(&tree, width, height)?,
            missing,
            width,
            height,
        })
    }

    /// The plate with its foot, and its height.
    #[doc(hidden)]
    fn closed(&self) -> (Plate, f64) {
        let mut plate = self.plate();
        let height = plate.finish(self.frame());
        (plate, height)
    }
}
