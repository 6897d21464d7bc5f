//! One measure against another: a dot a unit in each panel, the units that disagree most named.

use super::drawing::Chart;
use super::frame::{Frame, Value};
use super::pen::{Scale, position};
use super::plate::{Plate, Sample, Style};
use super::theme::{ACCENT, GREY, HAIR, MUTED};
use crate::report::fonts::{Weight, width_in};

/// Panels side by side, one below the other on a telephone.
#[derive(Debug, Clone)]
pub struct Scatter {
    /// The words around it.
    pub frame: Frame,
    /// The panels.
    pub panels: Vec<Panel>,
    /// What a grey dot is, such as `一个点为一个单位`.
    pub dot_word: String,
    /// What a named dot is, such as `名次相差最大`.
    pub named_word: String,
}

/// Two measures against each other.
#[derive(Debug, Clone)]
pub struct Panel {
    /// What goes from left to right.
    pub across: String,
    /// What goes up.
    pub up: String,
    /// How many there are, as printed: `n=77`.
    pub n: String,
    /// The dots.
    pub dots: Vec<Spot>,
}

/// One unit.
#[derive(Debug, Clone)]
pub struct Spot {
    /// From left to right.
    pub across: Value,
    /// Up.
    pub up: Value,
    /// Its name, where it is to be printed.
    pub label: Option<String>,
    /// Whether it is one of those that the figure speaks of.
    pub named: bool,
}

type Bounds = [f64; 4];

fn touch(a: &Bounds, b: &Bounds) -> bool {
    a[0] < b[2] + 2.0 && b[0] < a[2] + 2.0 && a[1] < b[3] + 1.0 && b[1] < a[3] + 1.0
}

impl Chart for Scatter {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn plate(&self) -> Plate {
        let mut plate = Plate::begin(&self.frame);
        let m = plate.measures;
        let mut keys = vec![(Sample::Dot(GREY), self.dot_word.clone())];
        if self.panels.iter().any(|panel| panel.dots.iter().any(|dot| dot.named)) {
            keys.push((Sample::Dot(ACCENT), self.named_word.clone()));
        }
        plate.keys(&keys);
        let n = if m.width < 500.0 { 1 } else { self.panels.len().max(1) };
        let gutter = m.body * 1.8;
        let width = (plate.inner_width() - gutter * (n - 1) as f64) / n as f64;
        // A slide is filled and not more; one panel alone is wider than high.
        let spare = m.least_height - plate.cursor - plate.foot_height(&self.frame) - m.body * 7.0;
        let most = match m.least_height > 0.0 {
            true => spare.max(m.body * 8.0),
            false => m.width * if m.width < 500.0 { 1.0 } else { 0.5 },
        };
        for panels in self.panels.chunks(n) {
            let top = plate.cursor;
            let mut bottom = top;
            for (i, panel) in panels.iter().enumerate() {
                plate.cursor = top;
                draw(&mut plate, panel, m.margin + (width + gutter) * i as f64, [width, most]);
                bottom = bottom.max(plate.cursor);
            }
            plate.cursor = bottom + m.body * 0.6;
        }
        plate
    }
}

fn draw(plate: &mut Plate, panel: &Panel, x: f64, [width, most]: [f64; 2]) {
    let size = plate.measures.small;
    plate.say(&format!("↑ {}", panel.up), x, plate.cursor + size, Style::new(size).tint(MUTED));
    plate.say(&panel.n, x + width, plate.cursor + size, Style::new(size).tint(MUTED).end());
    let tick_w = width_in("100", size, Weight::Regular) + size * 0.4;
    let (left, right) = (x + tick_w, x + width);
    let height = (width * 0.92).min(most);
    let (top, bottom) = (plate.cursor + size * 1.6, plate.cursor + size * 1.6 + height);
    let span = |of: fn(&Spot) -> &Value| {
        let all = panel.dots.iter().map(|dot| position(&of(dot).exact));
        let (low, high) = all.fold((f64::MAX, f64::MIN), |(a, b), x| (a.min(x), b.max(x)));
        if low > high { (0.0, 100.0) } else { (low.floor(), high.ceil()) }
    };
    let inset = size * 0.6;
    let ((x_low, x_high), (y_low, y_high)) = (span(|dot| &dot.across), span(|dot| &dot.up));
    let across = Scale::new(x_low, x_high, left + inset, right - inset);
    let up = Scale::new(y_low, y_high, bottom - inset, top + inset);
    for tick in across.ticks(5) {
        let at = across.at_position(tick as f64);
        plate.rule(at, top, at, bottom, 1.0, HAIR, "grid");
        plate.say(&tick.to_string(), at, bottom + size * 1.2, Style::new(size).tint(MUTED).middle());
    }
    for tick in up.ticks(5) {
        let at = up.at_position(tick as f64);
        plate.rule(left, at, right, at, 1.0, HAIR, "grid");
        plate.say_at(&tick.to_string(), left - size * 0.4, at, Style::new(size).tint(MUTED).end());
    }
    plate.rule(left, bottom, right, bottom, 1.2, MUTED, "axis");
    plate.rule(left, top, left, bottom, 1.2, MUTED, "axis");
    plate.say(&format!("{} →", panel.across), right, bottom + size * 2.6, Style::new(size).tint(MUTED).end());

    // Many dots are smaller.
    let r = size * 0.28 * (90.0 / panel.dots.len().max(1) as f64).sqrt().clamp(0.6, 1.0);
    let place = |dot: &Spot| (across.at(&dot.across.exact), up.at(&dot.up.exact));
    for dot in panel.dots.iter().filter(|dot| !dot.named) {
        let (x, y) = place(dot);
        plate.dot(x, y, r, GREY, "dot");
    }
    for dot in panel.dots.iter().filter(|dot| dot.named) {
        let (x, y) = place(dot);
        plate.dot(x, y, r.max(size * 0.24) * 1.3, ACCENT, "dot named");
    }
    let mut labelled: Vec<(&str, (f64, f64))> =
        panel.dots.iter().filter_map(|dot| Some((dot.label.as_deref()?, place(dot)))).collect();
    labelled.sort_by(|(_, a), (_, b)| a.1.total_cmp(&b.1).then(a.0.total_cmp(&b.0)));
    let ground = [left, top, right, bottom];
    let mut room = Room {
        taken: labelled.iter().map(|(_, (x, y))| [x - r, y - r, x + r, y + r]).collect(),
        strokes: Vec::new(),
        dots: panel.dots.iter().filter(|dot| dot.label.is_none()).map(place).collect(),
    };
    for (label, (x, y)) in labelled {
        let half = (width_in(label, size, Weight::Regular) / 2.0, size * 0.56);
        let Some(bounds) = room.free(half, (x, y), ground) else { continue };
        let near = nearest(&bounds, (x, y));
        if (near.0 - x).hypot(near.1 - y) > size * 0.8 {
            plate.rule(x, y, near.0, near.1, 1.0, MUTED, "leader");
            room.strokes.extend(along((x, y), near));
        }
        let middle = ((bounds[0] + bounds[2]) / 2.0, (bounds[1] + bounds[3]) / 2.0);
        plate.say_at(label, middle.0, middle.1, Style::new(size).middle());
        room.taken.push(bounds);
    }
    plate.cursor = bottom + size * 3.0;
}

/// The point of a rectangle that is nearest to a point.
fn nearest(bounds: &Bounds, (x, y): (f64, f64)) -> (f64, f64) {
    (x.clamp(bounds[0], bounds[2]), y.clamp(bounds[1], bounds[3]))
}

/// Points on a stroke, near enough to each other that none can slip through a name.
fn along((x1, y1): (f64, f64), (x2, y2): (f64, f64)) -> impl Iterator<Item = (f64, f64)> {
    (1..=24_u32).map(move |i| {
        let t = f64::from(i) / 25.0;
        (x1 + (x2 - x1) * t, y1 + (y2 - y1) * t)
    })
}

fn holds(bounds: &Bounds, (x, y): (f64, f64), edge: f64) -> bool {
    x > bounds[0] - edge && x < bounds[2] + edge && y > bounds[1] - edge && y < bounds[3] + edge
}

/// What a further name has to keep clear of.
struct Room {
    /// Names, and dots that have one.
    taken: Vec<Bounds>,
    /// Points of the strokes from names to their dots.
    strokes: Vec<(f64, f64)>,
    /// Dots without a name.
    dots: Vec<(f64, f64)>,
}

impl Room {
    /// Where a name of this half width and half height may stand: of the places around its dot that no name and no named
    /// dot has the one that crosses fewest strokes and names, then covers fewest dots, then is nearest.
    fn free(&self, half: (f64, f64), (x, y): (f64, f64), [left, top, right, bottom]: Bounds) -> Option<Bounds> {
        let mut best: Option<((usize, usize), Bounds)> = None;
        for step in 0..14_u32 {
            let away = half.1 * (0.9 + f64::from(step));
            let (dx, dy) = (half.0 + away, half.1 + away);
            let around = [
                (dx, 0.0),
                (-dx, 0.0),
                (0.0, -dy),
                (0.0, dy),
                (dx * 0.8, -dy),
                (-dx * 0.8, -dy),
                (dx * 0.8, dy),
                (-dx * 0.8, dy),
                (dx * 0.4, -dy),
                (-dx * 0.4, -dy),
                (dx * 0.4, dy),
                (-dx * 0.4, dy),
            ];
            for (dx, dy) in around {
                let (cx, cy) = (x + dx, y + dy);
                let bounds = [cx - half.0, cy - half.1, cx + half.0, cy + half.1];
                let inside =
                    bounds[0] >= left + 2.0 && bounds[2] <= right && bounds[1] >= top && bounds[3] <= bottom - 2.0;
                if !inside || self.taken.iter().any(|other| touch(other, &bounds)) {
                    continue;
                }
                let struck = self.strokes.iter().filter(|point| holds(&bounds, **point, 1.0)).count();
                let own = along((x, y), nearest(&bounds, (x, y)));
                let crossed = own.filter(|point| {
                    let at_own_dot = (point.0 - x).hypot(point.1 - y) < half.1;
                    !at_own_dot && self.taken.iter().any(|other| holds(other, *point, 1.0))
                });
                let covered = self.dots.iter().filter(|dot| holds(&bounds, **dot, 4.0)).count();
                let cost = (struck + crossed.count(), covered);
                if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                    best = Some((cost, bounds));
                }
            }
        }
        best.map(|(_, bounds)| bounds)
    }
}
