//! What made a total move: for each unit a bar of its own doing and a bar of the change of rules, from one line of nought.

use super::drawing::Chart;
use super::frame::{Frame, Value};
use super::lines::wrap;
use super::pen::{Scale, position};
use super::plate::{Plate, Sample, Style};
use super::theme::{ACCENT, GREY, HAIR, INK, LEADING, MUTED, PAPER};
use crate::report::fonts::{Weight, width_in};

/// Two signed bars a unit.
#[derive(Debug, Clone)]
pub struct Splits {
    /// The words around it.
    pub frame: Frame,
    /// What the full bar is, such as `工作变化`.
    pub own_word: String,
    /// What the hatched bar is, such as `办法变化`.
    pub rule_word: String,
    /// What stands over the sums, such as `总分变化`.
    pub sum_word: String,
    /// The units in the order to be shown.
    pub rows: Vec<Split>,
}

/// One unit.
#[derive(Debug, Clone)]
pub struct Split {
    /// Its name.
    pub label: String,
    /// Its own part, signed.
    pub own: Value,
    /// The part of the rules, signed.
    pub rule: Value,
    /// Both together as printed.
    pub sum: String,
}

impl Chart for Splits {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn plate(&self) -> Plate {
        let mut plate = Plate::begin(&self.frame);
        let (m, size) = (plate.measures, plate.measures.body);
        plate.keys(&[
            (Sample::Fill(ACCENT), self.own_word.clone()),
            (Sample::Hatch(PAPER, GREY), self.rule_word.clone()),
        ]);
        let widest = |texts: &mut dyn Iterator<Item = &str>, weight: Weight| {
            texts.map(|text| width_in(text, size, weight)).fold(0.0, f64::max)
        };
        let inner = plate.inner_width();
        let label_w = widest(&mut self.rows.iter().map(|row| row.label.as_str()), Weight::Regular).min(inner * 0.3);
        let sums = self.rows.iter().map(|row| row.sum.as_str()).chain([self.sum_word.as_str()]);
        let sum_w = widest(&mut sums.into_iter(), Weight::Bold).min(inner * 0.2);
        let parts = || self.rows.iter().flat_map(|row| [&row.own, &row.rule]);
        let value_w = widest(&mut parts().map(|value| value.shown.as_str()), Weight::Regular) + size * 0.6;
        let (low, high) =
            parts().map(|value| position(&value.exact)).fold((0.0, 0.0), |(a, b): (f64, f64), x| (a.min(x), b.max(x)));
        let left = m.margin + label_w + size * 0.8 + value_w;
        let right = m.width - m.margin - sum_w - size - value_w;
        let scale = Scale::new(low, high, left, right);

        for (i, line) in wrap(&self.sum_word, sum_w + 1.0, size, Weight::Regular, 3).iter().enumerate() {
            let y = plate.cursor + size * (0.7 + LEADING * i as f64);
            plate.say_at(line, m.width - m.margin, y, Style::new(size).tint(MUTED).end());
        }
        plate.cursor +=
            size * (0.4 + LEADING * wrap(&self.sum_word, sum_w + 1.0, size, Weight::Regular, 3).len() as f64);
        let names: Vec<_> =
            self.rows.iter().map(|row| wrap(&row.label, label_w + 1.0, size, Weight::Regular, 3)).collect();
        let least = |lines: &Vec<String>| (lines.len() as f64 * size * LEADING + size * 0.6).max(size * 2.9);
        let stretch = plate.stretch(&self.frame, names.iter().map(least).sum());
        let top = plate.cursor;
        let nought = scale.at_position(0.0);
        for (row, lines) in self.rows.iter().zip(&names) {
            let height = least(lines) * stretch;
            let y = plate.cursor + height / 2.0;
            plate.rule(m.margin, plate.cursor, m.width - m.margin, plate.cursor, 1.0, HAIR, "rule");
            plate.say_lines(lines, m.margin, y, Style::new(size));
            plate.say_at(&row.sum, m.width - m.margin, y, Style::new(size).bold().end());
            let bar = size * 1.05;
            for (value, middle, is_own) in [(&row.own, y - size * 0.6, true), (&row.rule, y + size * 0.6, false)] {
                let end = scale.at(&value.exact);
                let (x, w) = (end.min(nought), (end - nought).abs());
                let role = if is_own { "own" } else { "by-rule" };
                let tint = if is_own { ACCENT } else { GREY };
                plate.rect(x, middle - bar / 2.0, w, bar, tint, role);
                if !is_own {
                    plate.rect(x + 1.0, middle - bar / 2.0 + 1.0, w - 2.0, bar - 2.0, PAPER, "gap");
                    plate.hatch(x, middle - bar / 2.0, w, bar, 5.0, GREY);
                }
                let (at, style) = match value.exact.is_negative() {
                    true => (end - size * 0.4, Style::new(size).end()),
                    false => (end + size * 0.4, Style::new(size)),
                };
                plate.say_at(&value.shown, at, middle, style);
            }
            plate.cursor += height;
        }
        plate.rule(nought, top, nought, plate.cursor, 1.4, INK, "axis");
        plate
    }
}
