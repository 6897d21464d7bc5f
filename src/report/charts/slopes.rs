//! What moved since last year: a line a unit from last year's total to this year's, the largest movers named.

use super::drawing::Chart;
use super::frame::{Frame, Value};
use super::lines::wrap;
use super::pen::{Scale, position};
use super::plate::{Plate, Sample, Style};
use super::theme::{ACCENT, ALARM, GREY, HAIR, INK, LEADING, MUTED, Tint};
use crate::report::fonts::{Weight, width_in};

/// A slope chart.
#[derive(Debug, Clone)]
pub struct Slopes {
    /// The words around it.
    pub frame: Frame,
    /// What stands over the left ends, such as `2014年`.
    pub before_word: String,
    /// What stands over the right ends, such as `2015年`.
    pub after_word: String,
    /// What the thin lines are, such as `其他单位`.
    pub other_word: String,
    /// The units; the chart sorts the names by itself.
    pub rows: Vec<Slope>,
    /// What is said under the chart: units whose line is broken, and why.
    pub remarks: Vec<String>,
}

/// One unit.
#[derive(Debug, Clone)]
pub struct Slope {
    /// Its name.
    pub label: String,
    /// Last year's value; nothing when there was none.
    pub before: Option<Value>,
    /// This year's value.
    pub after: Option<Value>,
    /// The change as printed, such as `+2.15`.
    pub change: String,
    /// Whether it is named and drawn in front.
    pub named: bool,
    /// Whether the two ends may be joined; else they are drawn apart.
    pub joined: bool,
}

/// Which way a unit went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Up,
    Down,
    Neither,
}

impl Way {
    fn tint(self) -> Tint {
        match self {
            Self::Up => ACCENT,
            Self::Down => ALARM,
            Self::Neither => INK,
        }
    }
}

impl Slope {
    fn way(&self) -> Way {
        match (&self.before, &self.after) {
            (Some(before), Some(after)) if self.joined && after.exact > before.exact => Way::Up,
            (Some(before), Some(after)) if self.joined && after.exact < before.exact => Way::Down,
            _ => Way::Neither,
        }
    }
}

/// A label beside an end: its lines, where it should stand, where it does.
struct Beside {
    lines: Vec<String>,
    tint: Tint,
    aim: f64,
    y: f64,
}

impl Beside {
    fn height(&self, size: f64) -> f64 {
        self.lines.len() as f64 * size * LEADING + size * 0.25
    }
}

impl Chart for Slopes {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn plate(&self) -> Plate {
        let mut plate = Plate::begin(&self.frame);
        let (m, size) = (plate.measures, plate.measures.body);
        self.keys(&mut plate);
        let named = || self.rows.iter().filter(|row| row.named);
        let told = |row: &Slope| {
            let now = row.after.as_ref().map_or("", |value| value.shown.as_str());
            self.frame.with_note(&format!("{} {now}", row.label), &row.change, &row.change)
        };
        let inner = plate.inner_width();
        let wide = named().map(|row| width_in(&told(row), size, Weight::Regular)).fold(size * 4.0, f64::max);
        let right_w = wide.min(inner * 0.46);
        let ends = named().filter_map(|row| row.before.as_ref());
        let left_w = ends.map(|value| width_in(&value.shown, size, Weight::Regular)).fold(size * 3.0, f64::max);
        let (x1, x2) = (m.margin + left_w + size, m.width - m.margin - right_w - size);

        for (word, x) in [(&self.before_word, x1), (&self.after_word, x2)] {
            let half = width_in(word, size, Weight::Regular) / 2.0;
            let x = x.min(m.width - m.margin - half).max(m.margin + half);
            plate.say_at(word, x, plate.cursor + size * 0.6, Style::new(size).tint(MUTED).middle());
        }
        plate.cursor += size * 1.6;

        let mut right: Vec<Beside> = Vec::new();
        let mut left: Vec<Beside> = Vec::new();
        for row in named() {
            let tint = row.way().tint();
            if row.after.is_some() {
                let lines = wrap(&told(row), right_w + 1.0, size, Weight::Regular, 3);
                right.push(Beside { lines, tint, aim: 0.0, y: 0.0 });
            }
            if let Some(before) = &row.before {
                left.push(Beside { lines: vec![before.shown.clone()], tint, aim: 0.0, y: 0.0 });
            }
        }
        let needed = |labels: &[Beside]| labels.iter().map(|label| label.height(size)).sum::<f64>();
        let least = needed(&right).max(needed(&left)).max(size * if self.rows.len() > 12 { 26.0 } else { 16.0 });
        let mut trial = Plate { cursor: 0.0, ..plate.clone() };
        self.tell(&mut trial);
        let height = least * plate.stretch(&self.frame, least + size * 0.6 + trial.cursor);
        let (top, bottom) = (plate.cursor + size * 0.8, plate.cursor + height);
        let (low, high) = self.range();
        let scale = Scale::new(low, high, bottom - size, top + size);

        for x in [x1, x2] {
            plate.rule(x, top, x, bottom, 1.0, HAIR, "axis");
        }
        self.draw_lines(&mut plate, &scale, [x1, x2]);
        let y_of = |value: &Option<Value>| value.as_ref().map(|value| scale.at(&value.exact));
        for (label, y) in right.iter_mut().zip(named().filter_map(|row| y_of(&row.after))) {
            (label.aim, label.y) = (y, y);
        }
        for (label, y) in left.iter_mut().zip(named().filter_map(|row| y_of(&row.before))) {
            (label.aim, label.y) = (y, y);
        }
        for (labels, x, is_right) in [(&mut right, x2, true), (&mut left, x1, false)] {
            part(labels, size, [top, bottom]);
            for label in labels.iter() {
                let away = size * 0.9;
                let (end, style) = match is_right {
                    true => (x + away, Style::new(size).tint(label.tint)),
                    false => (x - away, Style::new(size).tint(label.tint).end()),
                };
                if (label.y - label.aim).abs() > 2.0 {
                    let near = if is_right { x + size * 0.45 } else { x - size * 0.45 };
                    let to = if is_right { end - 2.0 } else { end + 2.0 };
                    plate.rule(near, label.aim, to, label.y, 0.8, MUTED, "leader");
                }
                plate.say_lines(&label.lines, end, label.y, style);
            }
        }
        plate.cursor = bottom + size * 0.6;
        self.tell(&mut plate);
        plate
    }
}

/// Moves labels apart, as little as may be, inside top and bottom; they stay in the order of their aims.
fn part(labels: &mut [Beside], size: f64, [top, bottom]: [f64; 2]) {
    labels.sort_by(|a, b| a.aim.total_cmp(&b.aim));
    // Labels that would touch stand as one block around the mean of their aims; blocks that touch are one.
    let mut blocks: Vec<(usize, f64, f64)> = Vec::new();
    for (i, label) in labels.iter().enumerate() {
        let height = label.height(size);
        let (mut first, mut middle, mut tall) = (i, label.aim, height);
        while let Some((before, at, above)) = blocks.last().copied() {
            if at + above / 2.0 <= middle - tall / 2.0 {
                break;
            }
            blocks.pop();
            let (n, m) = ((first - before) as f64, (i + 1 - first) as f64);
            (first, middle, tall) = (before, (at * n + middle * m) / (n + m), above + tall);
        }
        let half = tall / 2.0;
        middle = middle.min(bottom - half).max(top + half);
        blocks.push((first, middle, tall));
    }
    for (i, (first, middle, tall)) in blocks.iter().enumerate() {
        let end = blocks.get(i + 1).map_or(labels.len(), |(next, ..)| *next);
        let mut y = middle - tall / 2.0;
        for label in &mut labels[*first..end] {
            let height = label.height(size);
            label.y = y + height / 2.0;
            y += height;
        }
    }
    // What the ends have pushed back into each other is parted downwards and, at the bottom, upwards.
    let mut free = top;
    for label in labels.iter_mut() {
        let half = label.height(size) / 2.0;
        label.y = label.y.max(free + half);
        free = label.y + half;
    }
    let mut free = bottom;
    for label in labels.iter_mut().rev() {
        let half = label.height(size) / 2.0;
        label.y = label.y.min(free - half);
        free = label.y - half;
    }
}

impl Slopes {
    fn keys(&self, plate: &mut Plate) {
        let mut keys = Vec::new();
        for (way, zh, en) in [(Way::Up, "上升最多", "largest rises"), (Way::Down, "下降最多", "largest falls")]
        {
            if self.rows.iter().any(|row| row.named && row.way() == way) {
                keys.push((Sample::Dot(way.tint()), self.frame.word(zh, en).to_owned()));
            }
        }
        if self.rows.iter().any(|row| !row.named && row.joined) {
            keys.push((Sample::Bar(GREY), self.other_word.clone()));
        }
        if self.rows.iter().any(|row| !row.joined) {
            keys.push((Sample::Hollow(MUTED), self.frame.word("不能相连 ※", "not comparable ※").to_owned()));
        }
        plate.keys(&keys);
    }

    /// What is said under the lines.
    fn tell(&self, plate: &mut Plate) {
        for remark in &self.remarks {
            plate.paragraph(remark, Style::new(plate.measures.small).tint(MUTED), 1.4);
        }
    }

    fn range(&self) -> (f64, f64) {
        let all = self.rows.iter().flat_map(|row| [row.before.as_ref(), row.after.as_ref()]).flatten();
        let all = all.map(|value| position(&value.exact));
        let (low, high) = all.fold((f64::MAX, f64::MIN), |(a, b), x| (a.min(x), b.max(x)));
        if low > high { (0.0, 100.0) } else { (low, high) }
    }

    fn draw_lines(&self, plate: &mut Plate, scale: &Scale, [x1, x2]: [f64; 2]) {
        let r = plate.measures.body * 0.34;
        let ends = |row: &Slope| {
            [row.before.as_ref(), row.after.as_ref()].map(|value| value.map(|value| scale.at(&value.exact)))
        };
        for row in self.rows.iter().filter(|row| !row.named && row.joined) {
            if let [Some(y1), Some(y2)] = ends(row) {
                plate.rule(x1, y1, x2, y2, 0.9, GREY, "other");
            }
        }
        for row in self.rows.iter().filter(|row| !row.joined) {
            for (y, x) in ends(row).into_iter().zip([x1, x2]) {
                if let Some(y) = y {
                    plate.hollow(x, y, r * 0.85, MUTED, "apart");
                }
            }
        }
        for row in self.rows.iter().filter(|row| row.named && row.joined) {
            let tint = row.way().tint();
            let [before, after] = ends(row);
            if let (Some(y1), Some(y2)) = (before, after) {
                plate.rule(x1, y1, x2, y2, 2.2, tint, "move");
            }
            if let Some(y) = before {
                plate.dot(x1, y, r, tint, "before");
            }
            if let Some(y) = after {
                plate.dot(x2, y, r, tint, "after");
            }
        }
    }
}
