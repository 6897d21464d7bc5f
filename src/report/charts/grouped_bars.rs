//! Two years side by side for each category, with the change written above the pair.

use super::drawing::Chart;
use super::frame::{Frame, Value};
use super::lines::wrap;
use super::pen::Scale;
use super::plate::{Plate, Sample, Style};
use super::theme::{ACCENT, Format, GREY, HAIR, INK, LEADING, MUTED};
use crate::report::fonts::{Weight, width_in};

/// Pairs of columns from nought.
#[derive(Debug, Clone)]
pub struct GroupedBars {
    /// The words around it.
    pub frame: Frame,
    /// What the grey columns are, such as `2014年`.
    pub before_word: String,
    /// What the coloured columns are, such as `2015年`.
    pub after_word: String,
    /// The categories from left to right.
    pub pairs: Vec<Pair>,
}

/// One category.
#[derive(Debug, Clone)]
pub struct Pair {
    /// Its name with its measure, such as `立案（件）`.
    pub label: String,
    /// Last year's value; nothing when there is none, which is not nought.
    pub before: Option<Value>,
    /// This year's value; nothing when there is none.
    pub after: Option<Value>,
    /// The change as printed, such as `+14.3%` or `上年无数据`.
    pub change: String,
}

impl Chart for GroupedBars {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn plate(&self) -> Plate {
        let mut plate = Plate::begin(&self.frame);
        plate.keys(&[(Sample::Fill(GREY), self.before_word.clone()), (Sample::Fill(ACCENT), self.after_word.clone())]);
        if self.frame.format == Format::Phone {
            self.lying(&mut plate)
        } else {
            self.standing(&mut plate)
        }
        plate
    }
}

impl GroupedBars {
    fn values(&self) -> impl Iterator<Item = &Value> {
        self.pairs.iter().flat_map(|pair| [&pair.before, &pair.after]).flatten()
    }

    fn standing(&self, plate: &mut Plate) {
        let (m, size) = (plate.measures, plate.measures.body);
        let step = plate.inner_width() / self.pairs.len().max(1) as f64;
        let labels: Vec<_> =
            self.pairs.iter().map(|pair| wrap(&pair.label, step - size * 0.7, size, Weight::Regular, 4)).collect();
        let changes: Vec<_> =
            self.pairs.iter().map(|pair| wrap(&pair.change, step - size * 0.4, size, Weight::Bold, 3)).collect();
        let most = |lines: &[Vec<String>]| lines.iter().map(Vec::len).max().unwrap_or(0) as f64;
        let line = size * LEADING;
        let label_h = most(&labels) * line + size * 0.7;
        let change_h = most(&changes) * line + size * 0.5;
        let foot = plate.foot_height(&self.frame);
        let least = if self.frame.format == Format::Slide { m.width * 0.2 } else { m.width * 0.3 };
        let bar_h = (m.least_height - plate.cursor - change_h - line - label_h - foot).max(least);
        let base = plate.cursor + change_h + line + bar_h;
        let scale = Scale::from_zero(self.values().map(|value| &value.exact), 0.0, bar_h);

        // The columns of a pair must leave room for their two values side by side.
        let value_w = self.values().map(|v| width_in(&v.shown, size, Weight::Bold)).fold(0.0, f64::max);
        let bar_w = (value_w + size * 0.5).clamp(size * 2.2, (step * 0.44).max(size));
        for (i, pair) in self.pairs.iter().enumerate() {
            let middle = m.margin + step * (i as f64 + 0.5);
            let mut top = base;
            let parts = [(&pair.before, GREY, -bar_w - 1.0), (&pair.after, ACCENT, 1.0)];
            for (value, tint, offset) in parts {
                let x = middle + offset;
                let style = Style::new(size).middle();
                let Some(value) = value else {
                    plate.say("—", x + bar_w / 2.0, base - size * 0.35, style.tint(MUTED));
                    top = top.min(base - line);
                    continue;
                };
                let height = scale.at(&value.exact);
                plate.rect(x, base - height, bar_w, height, tint, "bar");
                let style = if tint == ACCENT { style.bold().tint(INK) } else { style.tint(MUTED) };
                plate.say(&value.shown, x + bar_w / 2.0, base - height - size * 0.35, style);
                top = top.min(base - height - line);
            }
            let lines = &changes[i];
            let y = top - size * 0.3 - lines.len() as f64 * line / 2.0;
            plate.say_lines(lines, middle, y, change_style(pair, size).middle());
            let y = base + size * 0.5 + labels[i].len() as f64 * line / 2.0;
            plate.say_lines(&labels[i], middle, y, Style::new(size).middle());
        }
        plate.rule(m.margin, base, m.width - m.margin, base, 1.0, MUTED, "axis");
        plate.cursor = base + label_h;
    }

    /// The same lying down, for a narrow screen.
    fn lying(&self, plate: &mut Plate) {
        let (m, size) = (plate.measures, plate.measures.body);
        let value_w = self.values().map(|v| width_in(&v.shown, size, Weight::Bold)).fold(0.0, f64::max);
        let scale = Scale::from_zero(
            self.values().map(|value| &value.exact),
            m.margin,
            m.width - m.margin - value_w - size * 0.5,
        );
        for pair in &self.pairs {
            let y = plate.cursor + size;
            plate.say_at(&pair.label, m.margin, y, Style::new(size));
            plate.say_at(&pair.change, m.width - m.margin, y, change_style(pair, size).end());
            plate.cursor += size * 1.9;
            for (value, tint) in [(&pair.before, GREY), (&pair.after, ACCENT)] {
                let y = plate.cursor + size * 0.6;
                let end = value.as_ref().map_or(m.margin, |value| scale.at(&value.exact));
                plate.rect(m.margin, y - size * 0.5, end - m.margin, size, tint, "bar");
                let style = Style::new(size);
                let style = if tint == ACCENT { style.bold() } else { style.tint(MUTED) };
                plate.say_at(value.as_ref().map_or("—", |value| &value.shown), end + size * 0.4, y, style);
                plate.cursor += size * 1.25;
            }
            plate.cursor += size * 0.7;
            plate.rule(m.margin, plate.cursor, m.width - m.margin, plate.cursor, 1.0, HAIR, "rule");
        }
    }
}

fn change_style(pair: &Pair, size: f64) -> Style {
    let known = pair.before.is_some() && pair.after.is_some();
    Style::new(size).bold().tint(if known { ACCENT } else { MUTED })
}
