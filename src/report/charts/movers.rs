//! Who moved most since last year: two dots a unit, a stroke between them, both values and the change in figures.

use super::drawing::Chart;
use super::frame::{Frame, Value};
use super::lines::wrap;
use super::pen::{Scale, position};
use super::plate::{Plate, Sample, Style};
use super::theme::{ACCENT, ALARM, GREY, HAIR, INK, LEADING, MUTED, Tint};
use crate::report::fonts::{Weight, width_in};

/// A dumbbell chart of last year and this year.
#[derive(Debug, Clone)]
pub struct Movers {
    /// The words around it.
    pub frame: Frame,
    /// What the hollow dot is, such as `2014年`.
    pub before_word: String,
    /// What the full dot is, such as `2015年`.
    pub after_word: String,
    /// What stands over the column of changes, such as `变化`.
    pub change_word: String,
    /// The units in the order to be shown.
    pub rows: Vec<Mover>,
}

/// One unit.
#[derive(Debug, Clone)]
pub struct Mover {
    /// Its name.
    pub label: String,
    /// Last year's value; nothing when there was none.
    pub before: Option<Value>,
    /// This year's value.
    pub after: Option<Value>,
    /// The change as printed, such as `+2.15` or `上年无数据`.
    pub change: String,
}

/// Which way a unit went; one without a value of last year went neither.
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

impl Mover {
    fn way(&self) -> Way {
        match (&self.before, &self.after) {
            (Some(before), Some(after)) if after.exact > before.exact => Way::Up,
            (Some(before), Some(after)) if after.exact < before.exact => Way::Down,
            _ => Way::Neither,
        }
    }
}

impl Chart for Movers {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn plate(&self) -> Plate {
        let mut plate = Plate::begin(&self.frame);
        let m = plate.measures;
        let moved = |row: &Mover, way| row.way() == way;
        let mut keys = vec![(Sample::Hollow(GREY), self.before_word.clone())];
        for (way, zh, en) in [(Way::Up, "上升", "up"), (Way::Down, "下降", "down")] {
            if self.rows.iter().any(|row| moved(row, way)) {
                keys.push((Sample::Dot(way.tint()), self.frame.with_note(&self.after_word, zh, en)));
            }
        }
        if self.rows.iter().any(|row| moved(row, Way::Neither)) {
            let word = self.frame.with_note(&self.after_word, "持平或上年无数据", "unchanged or new");
            keys.push((Sample::Dot(INK), word));
        }
        plate.keys(&keys);
        let size = m.body;
        let widest = |texts: &mut dyn Iterator<Item = &str>, weight: Weight| {
            texts.map(|text| width_in(text, size, weight)).fold(0.0, f64::max)
        };
        let inner = plate.inner_width();
        let label_w = widest(&mut self.rows.iter().map(|row| row.label.as_str()), Weight::Regular).min(inner * 0.28);
        let changes = self.rows.iter().map(|row| row.change.as_str()).chain([self.change_word.as_str()]);
        let change_w = widest(&mut changes.into_iter(), Weight::Bold).min(inner * 0.22);
        let values = || self.rows.iter().flat_map(|row| [row.before.as_ref(), row.after.as_ref()]).flatten();
        let value_w = widest(&mut values().map(|value| value.shown.as_str()), Weight::Bold);

        let left = m.margin + label_w + size * 0.8;
        let right = m.width - m.margin - change_w - size * 1.2;
        let (low, high) =
            values().map(|value| position(&value.exact)).fold((f64::MAX, f64::MIN), |(a, b), x| (a.min(x), b.max(x)));
        let room = value_w + size;
        let scale = Scale::new(low.min(high), high, left + room, right - room);

        let y = plate.cursor + size * 0.7;
        plate.say_at(&self.change_word, m.width - m.margin, y, Style::new(size).tint(MUTED).end());
        plate.cursor += size * 1.6;
        let names: Vec<_> =
            self.rows.iter().map(|row| wrap(&row.label, label_w + 1.0, size, Weight::Regular, 3)).collect();
        let least = |lines: &Vec<String>| (lines.len() as f64 * size * LEADING + size * 0.6).max(size * 2.0);
        let stretch = plate.stretch(&self.frame, names.iter().map(least).sum());
        for (row, lines) in self.rows.iter().zip(&names) {
            let height = least(lines) * stretch;
            let y = plate.cursor + height / 2.0;
            plate.rule(m.margin, plate.cursor, m.width - m.margin, plate.cursor, 1.0, HAIR, "rule");
            plate.say_lines(lines, m.margin, y, Style::new(size));
            draw_row(&mut plate, row, &scale, y, change_w);
            plate.cursor += height;
        }
        plate
    }
}

fn draw_row(plate: &mut Plate, row: &Mover, scale: &Scale, y: f64, change_w: f64) {
    let (m, size) = (plate.measures, plate.measures.body);
    let r = size * 0.42;
    let tint = row.way().tint();
    let before = row.before.as_ref().map(|value| (scale.at(&value.exact), value));
    let after = row.after.as_ref().map(|value| (scale.at(&value.exact), value));
    if let (Some((x1, _)), Some((x2, _))) = (before, after) {
        plate.rule(x1, y, x2, y, size * 0.18, tint, "move");
    }
    let side = |here: f64, other: Option<f64>, left_when_alone: bool| match other {
        Some(other) => here < other || (here == other && left_when_alone),
        None => false,
    };
    if let Some((x, value)) = before {
        plate.hollow(x, y, r, GREY, "before");
        let left = side(x, after.map(|(x, _)| x), true);
        say_beside(plate, &value.shown, x, y, left, Style::new(size).tint(MUTED));
    }
    if let Some((x, value)) = after {
        plate.dot(x, y, r, tint, "after");
        let left = side(x, before.map(|(x, _)| x), false);
        say_beside(plate, &value.shown, x, y, left, Style::new(size).tint(INK).bold());
    }
    let lines = wrap(&row.change, change_w + 1.0, size, Weight::Bold, 2);
    let tint = if before.is_some() && after.is_some() { tint } else { MUTED };
    plate.say_lines(&lines, m.width - m.margin, y, Style::new(size).tint(tint).bold().end());
}

fn say_beside(plate: &mut Plate, text: &str, x: f64, y: f64, left: bool, style: Style) {
    let away = style.size * 0.78;
    if left {
        plate.say_at(text, x - away, y, style.end());
    } else {
        plate.say_at(text, x + away, y, style);
    }
}
