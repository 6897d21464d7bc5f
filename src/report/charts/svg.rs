//! A plate as SVG.
//!
//! The shapes go through the SVG backend of plotters, the texts do not. Tried with plotters-svg 0.3.7: it writes a font size
//! of 1/1.24 of what was asked, shifts every text by `dy` in `ex` and `em` of whatever font the reader has, and puts a line
//! feed after it, so Chinese labels never sit where they were measured. It also knows whole pixels and fixed colours only.
//! So plotters is given tenths of a pixel inside a scaled group, each element it writes gets the class of its tint, and the
//! texts are written here with a plain baseline and the size that was measured.

use std::fmt::Write as _;

use plotters::prelude::{DrawingBackend, RGBColor, SVGBackend, ShapeStyle};

use super::frame::Frame;
use super::lines::clean;
use super::plate::{Anchor, Mark, Plate, Shape};
use super::theme::{PAPER, Rgb, Theme};
use crate::report::fonts::{FAMILY, STACK, Weight};

/// Units of plotters to one of the SVG.
const FINE: f64 = 10.0;

/// For embedding in a page: classes, live text, and the rules for light and dark.
pub(super) fn embedded(plate: &Plate, frame: &Frame, height: f64) -> String {
    let (title, description) = (escape(&frame.title), escape(&frame.description));
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"kz\" role=\"img\" aria-label=\"{title}\" viewBox=\"0 0 {w} {height}\" \
         width=\"{w}\" height=\"{height}\" style=\"max-width:100%;height:auto\" font-family=\"{STACK}\">\n\
         <title>{title}</title>\n<desc>{description}</desc>\n<style>\n{}</style>\n",
        frame.theme.style_sheet(),
        w = plate.measures.width,
    );
    body(&mut svg, plate, &frame.theme, height);
    svg.push_str("</svg>\n");
    svg
}

/// For the outliner: light, on paper, in the embedded font.
pub(super) fn plain(plate: &Plate, theme: &Theme, height: f64) -> String {
    let w = plate.measures.width;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {height}\" width=\"{w}\" height=\"{height}\" \
         font-family=\"'{FAMILY}'\">\n<rect width=\"{w}\" height=\"{height}\" fill=\"{}\"/>\n",
        theme.light_hex(PAPER),
    );
    body(&mut svg, plate, theme, height);
    svg.push_str("</svg>\n");
    svg
}

fn body(svg: &mut String, plate: &Plate, theme: &Theme, height: f64) {
    svg.push_str("<g transform=\"scale(.1)\">\n");
    svg.push_str(&shapes(plate, theme, height));
    svg.push_str("</g>\n");
    for words in &plate.words {
        let anchor = match words.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let weight = if words.weight == Weight::Bold { " font-weight=\"700\"" } else { "" };
        let _ = writeln!(
            svg,
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{anchor}{weight} class=\"f-{}\" fill=\"{}\">{}</text>",
            tenth(words.x),
            tenth(words.y),
            tenth(words.size),
            words.tint.name,
            theme.light_hex(words.tint),
            escape(&words.text),
        );
    }
}

/// The marks as plotters writes them, one element a line, each with its classes.
fn shapes(plate: &Plate, theme: &Theme, height: f64) -> String {
    let mut raw = String::new();
    {
        let size = ((plate.measures.width * FINE) as u32, (height * FINE) as u32);
        let mut pen = SVGBackend::with_string(&mut raw, size);
        for mark in &plate.marks {
            // Writing into a string does not fail.
            let _ = draw(&mut pen, mark, theme.light(mark.tint));
        }
        let _ = pen.present();
    }
    let elements = raw.lines().filter(|line| !line.starts_with("<svg") && !line.starts_with("</svg"));
    let mut out = String::new();
    for (element, mark) in elements.zip(&plate.marks) {
        let stroked = matches!(mark.shape, Shape::Line(..) | Shape::Ring(..));
        let (name, rest) = element.split_once(' ').unwrap_or((element, ""));
        let roles: String = mark.role.split(' ').map(|role| format!(" kz-{role}")).collect();
        let kind = if stroked { 's' } else { 'f' };
        let rest = rest.replace("opacity=\"1\" ", "").replace(" stroke=\"none\"", "");
        let _ = writeln!(out, "{name} class=\"{kind}-{}{roles}\" {rest}", mark.tint.name);
    }
    out
}

fn draw(pen: &mut SVGBackend<'_>, mark: &Mark, (r, g, b): Rgb) -> Result<(), Box<dyn std::error::Error>> {
    let style = |width: f64| ShapeStyle {
        color: RGBColor(r, g, b).into(),
        filled: true,
        stroke_width: (width * FINE).round().max(1.0) as u32,
    };
    match mark.shape {
        Shape::Rect(x, y, w, h) => pen.draw_rect(fine(x, y), fine(x + w, y + h), &style(1.0), true)?,
        Shape::Line(x1, y1, x2, y2, width) => pen.draw_line(fine(x1, y1), fine(x2, y2), &style(width))?,
        Shape::Disc(x, y, radius) => pen.draw_circle(fine(x, y), (radius * FINE).round() as u32, &style(0.1), true)?,
        Shape::Ring(x, y, radius, width) => {
            pen.draw_circle(fine(x, y), (radius * FINE).round() as u32, &style(width), false)?;
        }
        Shape::Triangle(x, y, half) => {
            let corners = [(x, y - half * 0.95), (x + half, y + half * 0.8), (x - half, y + half * 0.8)];
            pen.fill_polygon(corners.map(|(x, y)| fine(x, y)), &style(1.0))?;
        }
    }
    Ok(())
}

fn fine(x: f64, y: f64) -> (i32, i32) {
    ((x * FINE).round() as i32, (y * FINE).round() as i32)
}

/// A length with at most one digit after the point.
fn tenth(x: f64) -> f64 {
    let rounded = (x * 10.0).round() / 10.0;
    if rounded == 0.0 { 0.0 } else { rounded }
}

/// Text that is safe between tags and inside double quotes, without characters that XML forbids.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in clean(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}
