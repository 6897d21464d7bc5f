//! What every chart gives back.

use std::collections::BTreeSet;

use super::frame::{DrawError, Frame};
use super::plate::Plate;
use super::{outlines, svg};
use crate::report::fonts::missing_glyphs;

/// One chart in every form it is used in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// SVG with live text for embedding in HTML, in the reader's light or dark.
    pub svg_text: String,
    /// Standalone SVG with the text as outlines of the embedded font, light, with `<title>` and `<desc>`.
    pub svg_outlines: String,
    /// The same as a picture, at [`PNG_SCALE`](super::PNG_SCALE) pixels to one.
    pub png: Vec<u8>,
    /// Characters that the embedded font lacks.
    pub missing: BTreeSet<char>,
    /// Width of the SVG.
    pub width: u32,
    /// Height of the SVG.
    pub height: u32,
}

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
        let tree = outlines::tree(&svg::plain(&plate, &frame.theme, f64::from(height)))?;
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
