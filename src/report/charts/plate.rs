//! A plate: shapes and lines of text at their places, not yet in any file format.

use super::frame::Frame;
use super::lines::{clean, wrap};
use super::theme::{ALARM, HAIR, INK, LEADING, MUTED, Measures, PAPER, Tint};
use crate::report::fonts::{Weight, width_in};

/// A mark without text.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A filled rectangle: left, top, width, height.
    Rect(f64, f64, f64, f64),
    /// A stroke from a point to a point, and its width.
    Line(f64, f64, f64, f64, f64),
    /// A filled circle: centre and radius.
    Disc(f64, f64, f64),
    /// The outline of a circle: centre, radius and width of the stroke.
    Ring(f64, f64, f64, f64),
    /// A filled triangle with its point up: centre and half width.
    Triangle(f64, f64, f64),
}

/// A shape with its colour and what it stands for.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Form and place.
    pub shape: Shape,
    /// Colour.
    pub tint: Tint,
    /// What it stands for, in the SVG further CSS classes: `kz-bar`, `kz-grid`, `kz-key`, ….
    pub role: &'static str,
}

/// Which point of a line of text its `x` is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The left end.
    Start,
    /// The middle.
    Middle,
    /// The right end.
    End,
}

/// One line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    /// Horizontal place of the anchor.
    pub x: f64,
    /// The baseline.
    pub y: f64,
    /// Pixels to the em.
    pub size: f64,
    /// Regular or bold.
    pub weight: Weight,
    /// Which point `x` is.
    pub anchor: Anchor,
    /// Colour.
    pub tint: Tint,
    /// The text, clean of control characters.
    pub text: String,
}

impl Words {
    /// Left, top, right and bottom of the ink at its largest.
    #[must_use]
    pub fn bounds(&self) -> [f64; 4] {
        let width = width_in(&self.text, self.size, self.weight);
        let left = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - width / 2.0,
            Anchor::End => self.x - width,
        };
        [left, self.y - 0.86 * self.size, left + width, self.y + 0.12 * self.size]
    }
}

/// How a text is set; [`Plate::say`] takes one.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Pixels to the em.
    pub size: f64,
    /// Regular or bold.
    pub weight: Weight,
    /// Which point the place is.
    pub anchor: Anchor,
    /// Colour.
    pub tint: Tint,
}

impl Style {
    /// Regular ink from the left.
    #[must_use]
    pub fn new(size: f64) -> Self {
        Self { size, weight: Weight::Regular, anchor: Anchor::Start, tint: INK }
    }
    /// The same in another colour.
    #[must_use]
    pub fn tint(self, tint: Tint) -> Self {
        Self { tint, ..self }
    }
    /// The same in bold.
    #[must_use]
    pub fn bold(self) -> Self {
        Self { weight: Weight::Bold, ..self }
    }
    /// The same, centred on its place.
    #[must_use]
    pub fn middle(self) -> Self {
        Self { anchor: Anchor::Middle, ..self }
    }
    /// The same, ending at its place.
    #[must_use]
    pub fn end(self) -> Self {
        Self { anchor: Anchor::End, ..self }
    }
}

/// The plate. Shapes lie under all texts, in the order they came.
#[derive(Debug, Clone)]
pub struct Plate {
    /// Shapes.
    pub marks: Vec<Mark>,
    /// Texts.
    pub words: Vec<Words>,
    /// The measures of the format.
    pub measures: Measures,
    /// Height so far: where the next thing may begin.
    pub cursor: f64,
}

/// Baseline below the middle of a line, in ems: Chinese characters and figures are both centred by it.
const MIDDLE: f64 = 0.37;

impl Plate {
    /// A plate with title and subtitle set.
    #[must_use]
    pub fn begin(frame: &Frame) -> Self {
        let measures = frame.measures();
        let mut plate = Self { marks: Vec::new(), words: Vec::new(), measures, cursor: measures.margin };
        plate.paragraph(&frame.title, Style::new(measures.title).bold(), 1.32);
        plate.cursor += 2.0;
        plate.paragraph(&frame.subtitle, Style::new(measures.subtitle).tint(MUTED), 1.4);
        plate.cursor += measures.body;
        plate
    }

    /// Sets notes and the source line, and closes the plate; the result is its height.
    pub fn finish(&mut self, frame: &Frame) -> f64 {
        let m = self.measures;
        self.cursor += m.body * 0.9;
        let top = self.cursor;
        let (n_marks, n_words) = (self.marks.len(), self.words.len());
        self.rule(m.margin, top, m.width - m.margin, top, 1.0, HAIR, "rule");
        self.cursor += m.small * 0.6;
        for note in frame.notes.iter().chain([&frame.source]) {
            self.paragraph(note, Style::new(m.small).tint(MUTED), 1.45);
        }
        let height = self.cursor + m.margin * 0.7;
        let spare = m.least_height - height;
        if spare > 0.0 {
            for mark in &mut self.marks[n_marks..] {
                if let Shape::Line(_, y1, _, y2, _) = &mut mark.shape {
                    *y1 += spare;
                    *y2 += spare;
                }
            }
            self.words[n_words..].iter_mut().for_each(|words| words.y += spare);
        }
        height.max(m.least_height).ceil()
    }

    /// The height that [`Plate::finish`] will need for notes and source.
    #[must_use]
    pub fn foot_height(&self, frame: &Frame) -> f64 {
        let mut trial = Self { marks: Vec::new(), words: Vec::new(), measures: self.measures, cursor: 0.0 };
        trial.measures.least_height = 0.0;
        trial.finish(frame)
    }

    /// By how much rows of `height` together may grow to fill a slide; one where nothing is to be filled.
    #[must_use]
    pub fn stretch(&self, frame: &Frame, height: f64) -> f64 {
        let room = self.measures.least_height - self.cursor - self.foot_height(frame);
        (room / height.max(1.0)).clamp(1.0, 1.5)
    }

    /// Width between the margins.
    #[must_use]
    pub fn inner_width(&self) -> f64 {
        self.measures.width - 2.0 * self.measures.margin
    }

    /// Lines across the whole width at the cursor.
    pub fn paragraph(&mut self, text: &str, style: Style, leading: f64) {
        for line in wrap(text, self.inner_width(), style.size, style.weight, 6) {
            self.cursor += style.size * leading;
            let y = self.cursor - style.size * (leading - 1.0) * 0.5 - style.size * 0.14;
            self.say(&line, self.measures.margin, y, style);
        }
    }

    /// One line of text on a baseline.
    pub fn say(&mut self, text: &str, x: f64, y: f64, style: Style) {
        let text = clean(text);
        if !text.is_empty() {
            let Style { size, weight, anchor, tint } = style;
            self.words.push(Words { x, y, size, weight, anchor, tint, text });
        }
    }

    /// One line of text centred vertically on `y`.
    pub fn say_at(&mut self, text: &str, x: f64, y: f64, style: Style) {
        self.say(text, x, y + MIDDLE * style.size, style);
    }

    /// One line of text centred vertically on `y`, on a strip of paper that covers what lies under it.
    pub fn say_on_paper(&mut self, text: &str, x: f64, y: f64, style: Style) {
        self.say_at(text, x, y, style);
        if let Some([left, top, right, bottom]) = self.words.last().map(Words::bounds) {
            self.rect(left - 2.0, top, right - left + 4.0, bottom - top, PAPER, "paper");
        }
    }

    /// Several lines centred vertically on `y`.
    pub fn say_lines(&mut self, lines: &[String], x: f64, y: f64, style: Style) {
        let step = style.size * LEADING;
        let first = y - step * (lines.len().saturating_sub(1)) as f64 / 2.0;
        for (i, line) in lines.iter().enumerate() {
            self.say_at(line, x, first + step * i as f64, style);
        }
    }

    /// A filled rectangle.
    pub fn rect(&mut self, x: f64, y: f64, w: f64, h: f64, tint: Tint, role: &'static str) {
        if w > 0.0 && h > 0.0 {
            self.mark(Shape::Rect(x, y, w, h), tint, role);
        }
    }

    /// A stroke.
    #[allow(clippy::too_many_arguments, reason = "two points, a width and what it is")]
    pub fn rule(&mut self, x1: f64, y1: f64, x2: f64, y2: f64, width: f64, tint: Tint, role: &'static str) {
        self.mark(Shape::Line(x1, y1, x2, y2, width), tint, role);
    }

    /// A broken vertical stroke.
    pub fn dashes(&mut self, x: f64, top: f64, bottom: f64, tint: Tint, role: &'static str) {
        let mut y = top;
        while y < bottom {
            self.rule(x, y, x, (y + 4.0).min(bottom), 1.2, tint, role);
            y += 7.0;
        }
    }

    /// Slanted strokes inside a rectangle: withheld, missing or vetoed.
    pub fn hatch(&mut self, x: f64, y: f64, w: f64, h: f64, step: f64, tint: Tint) {
        let mut offset = step / 2.0;
        while offset < w + h {
            // The stroke x + y = offset, cut to the rectangle.
            let (x1, y1) = if offset <= h { (0.0, offset) } else { (offset - h, h) };
            let (x2, y2) = if offset <= w { (offset, 0.0) } else { (w, offset - w) };
            self.rule(x + x1, y + y1, x + x2, y + y2, 1.2, tint, "hatch");
            offset += step;
        }
    }

    /// Any shape.
    pub fn mark(&mut self, shape: Shape, tint: Tint, role: &'static str) {
        self.marks.push(Mark { shape, tint, role });
    }

    /// A disc with a ring of paper around it, so that touching ones stay apart.
    pub fn dot(&mut self, x: f64, y: f64, r: f64, tint: Tint, role: &'static str) {
        self.mark(Shape::Disc(x, y, r + 1.2), PAPER, "gap");
        self.mark(Shape::Disc(x, y, r), tint, role);
    }

    /// A hollow dot.
    pub fn hollow(&mut self, x: f64, y: f64, r: f64, tint: Tint, role: &'static str) {
        self.mark(Shape::Disc(x, y, r + 1.2), PAPER, "gap");
        self.mark(Shape::Ring(x, y, r - 0.9, 1.8), tint, role);
    }

    /// A row of keys at the cursor: what draws each sample, and its word. Breaks into further rows where needed.
    pub fn keys(&mut self, keys: &[(Sample, String)]) {
        let m = self.measures;
        let row = m.small * 1.7;
        let mut x = m.margin;
        let mut any = false;
        for (sample, word) in keys {
            let box_w = m.small * 1.15;
            let word = clean(word);
            let indent = if matches!(sample, Sample::Nothing) { 0.0 } else { box_w + 6.0 };
            let width = indent + width_in(&word, m.small, Weight::Regular);
            if any && x + width > m.width - m.margin {
                x = m.margin;
                self.cursor += row;
            }
            any = true;
            let y = self.cursor + row / 2.0;
            self.sample(*sample, x, y, box_w);
            self.say_at(&word, x + indent, y, Style::new(m.small).tint(sample.ink()));
            x += width + m.small * 1.3;
        }
        if any {
            self.cursor += row + m.small * 0.5;
        }
    }

    fn sample(&mut self, sample: Sample, x: f64, y: f64, w: f64) {
        let h = w * 0.86;
        match sample {
            Sample::Nothing => {}
            Sample::Fill(tint) => self.rect(x, y - h / 2.0, w, h, tint, "key"),
            Sample::Hatch(back, lines) => {
                self.rect(x, y - h / 2.0, w, h, back, "key");
                self.hatch(x, y - h / 2.0, w, h, 4.5, lines);
            }
            Sample::Frame(tint) => {
                self.rect(x, y - h / 2.0, w, h, tint, "key");
                self.rect(x + 2.2, y - h / 2.0 + 2.2, w - 4.4, h - 4.4, PAPER, "key");
            }
            Sample::Dot(tint) => self.dot(x + w / 2.0, y, w * 0.36, tint, "key"),
            Sample::Hollow(tint) => self.hollow(x + w / 2.0, y, w * 0.36, tint, "key"),
            Sample::Triangle(tint) => self.mark(Shape::Triangle(x + w / 2.0, y, w * 0.42), tint, "key"),
            Sample::Bar(tint) => self.rule(x + w / 2.0, y - h * 0.62, x + w / 2.0, y + h * 0.62, 2.2, tint, "key"),
            Sample::Dashes(tint) => self.dashes(x + w / 2.0, y - h * 0.62, y + h * 0.62, tint, "key"),
        }
    }
}

/// What stands before the word of a key.
#[derive(Debug, Clone, Copy)]
pub enum Sample {
    /// Nothing: the word begins with its own sign.
    Nothing,
    /// A square.
    Fill(Tint),
    /// A hatched square: ground and strokes.
    Hatch(Tint, Tint),
    /// A square of outlines.
    Frame(Tint),
    /// A dot.
    Dot(Tint),
    /// A hollow dot.
    Hollow(Tint),
    /// A triangle.
    Triangle(Tint),
    /// An upright stroke.
    Bar(Tint),
    /// A broken line.
    Dashes(Tint),
}

impl Sample {
    /// The colour of the word: that of a warning, else ink.
    fn ink(self) -> Tint {
        match self {
            Self::Hatch(_, tint) if tint == ALARM => ALARM,
            _ => INK,
        }
    }
}
