//! Text as outlines, and the picture: through usvg and resvg with the embedded font only.

use std::sync::{Arc, OnceLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Indent, Options, Tree, WriteOptions};

use super::frame::{DrawError, Frame, PNG_SCALE};
use super::svg::escape;
use crate::report::fonts::{BOLD, FAMILY, REGULAR};

/// The two embedded faces and nothing else, so that the result is the same on every machine.
fn fonts() -> Arc<Database> {
    static FONTS: OnceLock<Arc<Database>> = OnceLock::new();
    let make = || {
        let mut fonts = Database::new();
        for bytes in [REGULAR, BOLD] {
            fonts.load_font_source(Source::Binary(Arc::new(bytes)));
        }
        Arc::new(fonts)
    };
    Arc::clone(FONTS.get_or_init(make))
}

/// Reads the SVG and outlines its text.
pub(super) fn tree(svg: &str) -> Result<Tree, DrawError> {
    let options = Options { font_family: FAMILY.to_owned(), fontdb: fonts(), ..Options::default() };
    Tree::from_str(svg, &options).map_err(|error| DrawError(error.to_string()))
}

/// The outlined SVG with its title and description, which usvg drops.
pub(super) fn outlined(tree: &Tree, frame: &Frame) -> String {
    let options = WriteOptions {
        coordinates_precision: 2,
        transforms_precision: 5,
        indent: Indent::None,
        ..WriteOptions::default()
    };
    let svg = tree.to_string(&options);
    let (title, description) = (escape(&frame.title), escape(&frame.description));
    let (head, rest) = svg.split_once('>').unwrap_or((svg.as_str(), ""));
    let (size, head) = (tree.size(), head.trim_end());
    format!(
        "{head} viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{title}\">\n<title>{title}</title>\n<desc>{description}</desc>{rest}\n",
        size.width(),
        size.height(),
    )
}

/// A standalone SVG of outlines as PNG, so many pixels wide.
///
/// # Errors
/// When it is no SVG or has no extent.
pub fn picture(svg: &str, width: u32) -> Result<Vec<u8>, DrawError> {
    let tree = tree(svg)?;
    let scale = width as f32 / tree.size().width();
    let height = (tree.size().height() * scale).ceil() as u32;
    let mut pixels =
        Pixmap::new(width, height).ok_or_else(|| DrawError(format!("no picture of {width} by {height}")))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| DrawError(error.to_string()))
}

/// The picture on light paper.
pub(super) fn png(tree: &Tree, width: u32, height: u32) -> Result<Vec<u8>, DrawError> {
    let mut pixels = Pixmap::new(width * PNG_SCALE, height * PNG_SCALE)
        .ok_or_else(|| DrawError(format!("no picture of {width} by {height}")))?;
    let scale = PNG_SCALE as f32;
    resvg::render(tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| DrawError(error.to_string()))
}
