//! How the scores of each group are spread: a dot a unit, the band lines through all groups.

use super::band_lines::{BandLine, draw_lines, name_lines};
use super::drawing::Chart;
use super::frame::{Frame, Value};
use super::lines::wrap;
use super::pen::{Scale, position};
use super::plate::{Plate, Sample, Shape, Style};
use super::theme::{ACCENT, ALARM, HAIR, INK, MUTED, PAPER};
use crate::report::fonts::{Weight, width_in};

/// A strip of dots for each group.
#[derive(Debug, Clone)]
pub struct Distribution {
    /// The words around it.
    pub frame: Frame,
    /// The groups from top to bottom.
    pub strips: Vec<Strip>,
    /// The lines where bands begin.
    pub lines: Vec<BandLine>,
    /// What a dot is, such as `一个点代表一个单位`.
    pub dot_word: String,
    /// What a triangle is, such as `一票否决`.
    pub alarm_word: String,
    /// What the stroke across a strip is, such as `中位数`.
    pub middle_word: String,
}

/// One group.
#[derive(Debug, Clone)]
pub struct Strip {
    /// Its name, with its size if wanted.
    pub label: String,
    /// Its units.
    pub dots: Vec<Dot>,
    /// Its median, if the caller has one.
    pub middle: Option<Value>,
}

/// One unit.
#[derive(Debug, Clone)]
pub struct Dot {
    /// Its value.
    pub value: Value,
    /// Its name, for the few that are to be named; the value is printed after it.
    pub label: Option<String>,
    /// Whether it is drawn as struck by a veto: a triangle.
    pub alarm: bool,
}

impl Chart for Distribution {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn plate(&self) -> Plate {
        let mut plate = Plate::begin(&self.frame);
        let (m, size) = (plate.measures, plate.measures.body);
        let mut keys = vec![(Sample::Dot(ACCENT), self.dot_word.clone())];
        if self.strips.iter().any(|strip| strip.dots.iter().any(|dot| dot.alarm)) {
            keys.push((Sample::Triangle(ALARM), self.alarm_word.clone()));
        }
        if self.strips.iter().any(|strip| strip.middle.is_some()) {
            keys.push((Sample::Bar(INK), self.middle_word.clone()));
        }
        plate.keys(&keys);

        let widest = self.strips.iter().map(|s| width_in(&s.label, size, Weight::Regular)).fold(0.0, f64::max);
        let label_w = widest.min(plate.inner_width() * 0.26);
        let left = m.margin + label_w + size * 1.4;
        let right = m.width - m.margin - size * 1.4;
        let (low, high) = self.range();
        let scale = Scale::new(low, high, left, right);

        let edges = [m.margin, m.width - m.margin];
        let poles = name_lines(&mut plate, &self.lines, &scale, edges);
        let top = plate.cursor;
        let n_marks = plate.marks.len();
        for strip in &self.strips {
            let lines = wrap(&strip.label, label_w + 1.0, size, Weight::Regular, 3);
            draw_strip(&mut plate, strip, &lines, &scale, [left, right]);
        }
        let bottom = plate.cursor;

        // Grid and band lines go under the dots.
        let dots = plate.marks.split_off(n_marks);
        for tick in scale.ticks(if m.width < 500.0 { 4 } else { 7 }) {
            let x = scale.at_position(tick as f64);
            plate.rule(x, top, x, bottom, 1.0, HAIR, "grid");
            plate.say(&tick.to_string(), x, bottom + size * 1.1, Style::new(m.small).tint(MUTED).middle());
        }
        draw_lines(&mut plate, &poles, bottom);
        plate.marks.extend(dots);
        plate.cursor = bottom + size * 1.4;
        plate
    }
}

impl Distribution {
    fn range(&self) -> (f64, f64) {
        let dots = self.strips.iter().flat_map(|strip| &strip.dots).map(|dot| &dot.value.exact);
        let all = dots.chain(self.lines.iter().map(|line| &line.at.exact)).map(position);
        let (low, high) = all.fold((f64::MAX, f64::MIN), |(a, b), x| (a.min(x), b.max(x)));
        if low > high { (0.0, 100.0) } else { (low.floor(), high.ceil()) }
    }
}

/// The places of the dots: each as near to the middle of the strip as the ones before it allow, the named ones on top.
fn spread(xs: &[f64], named: &[bool], r: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..xs.len()).collect();
    order.sort_by(|&a, &b| named[a].cmp(&named[b]).then(xs[a].total_cmp(&xs[b])).then(a.cmp(&b)));
    let mut ys = vec![0.0; xs.len()];
    let mut placed: Vec<(f64, f64)> = Vec::new();
    for i in order {
        let near: Vec<_> = placed.iter().filter(|(x, _)| (xs[i] - x).abs() < 2.0 * r).copied().collect();
        let free = |y: f64| near.iter().all(|(x, other)| (xs[i] - x).hypot(y - other) >= 2.0 * r - 0.01);
        ys[i] = if named[i] {
            let above = near.iter().map(|(x, y)| y - (4.0 * r * r - (xs[i] - x).powi(2)).sqrt());
            above.fold(0.0, f64::min)
        } else {
            let offset = |k: u32| f64::from(k.div_ceil(2)) * r * 0.5 * if k.is_multiple_of(2) { 1.0 } else { -1.0 };
            (0..400).map(offset).find(|y| free(*y)).unwrap_or(0.0)
        };
        placed.push((xs[i], ys[i]));
    }
    ys
}

/// Radius of a dot in ems: dots of a large group are smaller, so that its strip stays as wide as that of a small one.
fn radius(n: usize) -> f64 {
    0.32 * (120.0 / n.max(1) as f64).sqrt().clamp(0.38, 1.0)
}

fn draw_strip(plate: &mut Plate, strip: &Strip, name: &[String], scale: &Scale, [left, right]: [f64; 2]) {
    let (m, size) = (plate.measures, plate.measures.body);
    let r = size * radius(strip.dots.len());
    let xs: Vec<f64> = strip.dots.iter().map(|dot| scale.at(&dot.value.exact)).collect();
    let named: Vec<bool> = strip.dots.iter().map(|dot| dot.label.is_some()).collect();
    let ys = spread(&xs, &named, r * 1.15);
    let reach = ys.iter().fold(0.0_f64, |most, y| most.max(y.abs())) + r;
    let labels = place_labels(strip, &xs, size, [left, m.width - m.margin]);
    let above = labels.iter().map(|(.., level)| level + 1).max().unwrap_or(0) as f64 * size * 1.3;
    let height = (above + 2.0 * reach + size * 1.2).max(size * 2.6);
    let y0 = plate.cursor + height - reach - size * 0.6;
    plate.rule(left - size * 0.7, plate.cursor, right + size * 0.7, plate.cursor, 1.0, HAIR, "rule");
    plate.say_lines(name, m.margin, y0, Style::new(size));
    if let Some(middle) = &strip.middle {
        let x = scale.at(&middle.exact);
        plate.rule(x, y0 - reach - 5.0, x, y0 + reach + 5.0, 2.2, INK, "middle");
    }
    for (text, start, x, i, level) in labels {
        let y = y0 - reach - size * 0.55 - size * 1.3 * level as f64;
        plate.say_on_paper(&text, start, y - size * 0.37, Style::new(size));
        plate.rule(x, y + size * 0.25, x, y0 + ys[i] - r - 1.0, 1.0, MUTED, "leader");
    }
    let placed = || strip.dots.iter().zip(xs.iter().zip(&ys));
    for (_, (x, y)) in placed().filter(|(dot, _)| !dot.alarm) {
        plate.mark(Shape::Disc(*x, y0 + y, r), ACCENT, "dot");
    }
    for (_, (x, y)) in placed().filter(|(dot, _)| dot.alarm) {
        let half = (r * 1.25).max(size * 0.3);
        plate.mark(Shape::Triangle(*x, y0 + y, half + 1.2), PAPER, "gap");
        plate.mark(Shape::Triangle(*x, y0 + y, half), ALARM, "dot");
    }
    plate.cursor += height;
}

/// Names of the named dots in levels above the strip: text, left end, place of the dot, number of the dot, level.
fn place_labels(
    strip: &Strip,
    xs: &[f64],
    size: f64,
    [left, right]: [f64; 2],
) -> Vec<(String, f64, f64, usize, usize)> {
    let mut named: Vec<usize> = (0..xs.len()).filter(|&i| strip.dots[i].label.is_some()).collect();
    named.sort_by(|&a, &b| xs[a].total_cmp(&xs[b]).then(a.cmp(&b)));
    let mut levels: Vec<f64> = Vec::new();
    let mut out = Vec::new();
    for i in named {
        let dot = &strip.dots[i];
        let text = format!("{} {}", dot.label.as_deref().unwrap_or_default(), dot.value.shown);
        let width = width_in(&text, size, Weight::Regular);
        let start = (xs[i] - width / 2.0).min(right - width).max(left);
        let level = levels.iter().position(|&end| start >= end + size * 0.6).unwrap_or(levels.len());
        if level == levels.len() {
            levels.push(0.0);
        }
        levels[level] = start + width;
        out.push((text, start, xs[i], i, level));
    }
    out
}
