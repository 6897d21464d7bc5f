//! All units of a group from best to worst: bars from nought, the band as colour, a hatch and ▲ where a veto struck.

use super::band_lines::{BandLine, draw_lines, name_lines};
use super::drawing::Chart;
use super::frame::{Frame, Value};
use super::lines::wrap;
use super::pen::Scale;
use super::plate::{Plate, Sample, Shape, Style};
use super::theme::{ALARM, Format, GRADES, GREY, HAIR, LEADING, MUTED, PAPER, Tint, grade_tone};
use crate::report::fonts::{Weight, width_in};

/// Ranked horizontal bars, for up to about eighty units.
#[derive(Debug, Clone)]
pub struct Ranking {
    /// The words around it.
    pub frame: Frame,
    /// The bands from best to worst.
    pub bands: Vec<String>,
    /// The units in the order to be shown; the chart does not sort.
    pub rows: Vec<RankRow>,
    /// The lines where bands begin.
    pub lines: Vec<BandLine>,
    /// What the hatch of a vetoed unit is called, such as `一票否决`.
    pub veto_word: String,
}

/// One unit.
#[derive(Debug, Clone)]
pub struct RankRow {
    /// Its rank as printed; empty for a unit left out of the ranking.
    pub rank: String,
    /// Its name.
    pub label: String,
    /// Its value; nothing when it has none or it is withheld.
    pub value: Option<Value>,
    /// Which of `bands` its grade is; nothing for no grade.
    pub band: Option<usize>,
    /// Why a veto struck it, in a few words: hatched, marked ▲ and noted under the chart.
    pub veto: Option<String>,
    /// What is printed instead of a missing value (`未定`, `不公开`); `—` when empty.
    pub instead: String,
}

/// The measures of one column of bars.
struct Column {
    left: f64,
    name: f64,
    bar: f64,
    value: f64,
    right: f64,
}

impl Chart for Ranking {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn plate(&self) -> Plate {
        let mut plate = Plate::begin(&self.frame);
        let n = self.bands.len();
        let mut keys: Vec<_> = self
            .bands
            .iter()
            .enumerate()
            .map(|(i, band)| (Sample::Fill(GRADES[grade_tone(i, n)]), band.clone()))
            .collect();
        if self.rows.iter().any(|row| row.veto.is_some()) {
            keys.push((Sample::Hatch(PAPER, ALARM), format!("▲ {}", self.veto_word)));
        }
        plate.keys(&keys);

        let n_columns = match self.frame.format {
            Format::Phone => 1,
            Format::Page if self.rows.len() > 36 => 2,
            Format::Slide if self.rows.len() > 44 => 3,
            Format::Slide if self.rows.len() > 14 => 2,
            _ => 1,
        };
        let top = plate.cursor;
        let mut bottom = top;
        let per = self.rows.len().div_ceil(n_columns).max(1);
        for (i, rows) in self.rows.chunks(per).enumerate() {
            plate.cursor = top;
            let column = self.column(&plate, i, n_columns);
            self.draw_column(&mut plate, rows, &column);
            bottom = bottom.max(plate.cursor);
        }
        plate.cursor = bottom;
        self.vetoes(&mut plate);
        plate
    }
}

impl Ranking {
    /// Size of names and values: smaller on a slide with many units.
    fn size(&self, plate: &Plate) -> f64 {
        if self.rows.len() > 14 { plate.measures.small } else { plate.measures.body }
    }

    fn column(&self, plate: &Plate, i: usize, n: usize) -> Column {
        let (m, size) = (plate.measures, self.size(plate));
        let gutter = size * 2.0;
        let width = (plate.inner_width() - gutter * (n - 1) as f64) / n as f64;
        let left = m.margin + (width + gutter) * i as f64;
        let widest = |texts: &mut dyn Iterator<Item = &str>| {
            texts.map(|text| width_in(text, size, Weight::Regular)).fold(0.0, f64::max)
        };
        let rank = widest(&mut self.rows.iter().map(|row| row.rank.as_str()));
        let names = widest(&mut self.rows.iter().map(|row| row.label.as_str())).min(width * 0.44).max(size * 3.0);
        let value = widest(&mut self.rows.iter().map(|row| match &row.value {
            Some(value) => value.shown.as_str(),
            None => "",
        }));
        let veto = if self.rows.iter().any(|row| row.veto.is_some()) { size * 1.1 } else { 0.0 };
        let name = left + rank + size * 0.6;
        let bar = name + names + size * 0.6;
        let right = left + width;
        Column { left: left + rank, name, bar, value: right - value - veto - size * 0.4, right }
    }

    fn draw_column(&self, plate: &mut Plate, rows: &[RankRow], column: &Column) {
        let size = self.size(plate);
        let values = || self.rows.iter().filter_map(|row| row.value.as_ref()).map(|value| &value.exact);
        let ends = values().chain(self.lines.iter().map(|line| &line.at.exact));
        let scale = Scale::from_zero(ends, column.bar, column.value);
        let poles = name_lines(plate, &self.lines, &scale, [column.left, column.right]);
        let top = plate.cursor;
        let width = column.bar - column.name - size * 0.5;
        let names: Vec<_> = rows.iter().map(|row| wrap(&row.label, width, size, Weight::Regular, 3)).collect();
        let heights: Vec<f64> =
            names.iter().map(|lines| (lines.len() as f64 * size * LEADING + size * 0.4).max(size * 1.75)).collect();
        let bottom = top + heights.iter().sum::<f64>();
        plate.rule(column.bar, top, column.bar, bottom, 1.0, HAIR, "axis");
        draw_lines(plate, &poles, bottom);
        let mut y = top;
        for ((row, name), height) in rows.iter().zip(&names).zip(&heights) {
            self.draw_row(plate, row, name, column, &scale, y + height / 2.0);
            y += height;
        }
        plate.cursor = bottom + size * 0.3;
    }

    fn draw_row(&self, plate: &mut Plate, row: &RankRow, name: &[String], column: &Column, scale: &Scale, y: f64) {
        let size = self.size(plate);
        plate.say_at(&row.rank, column.left, y, Style::new(size).tint(MUTED).end());
        plate.say_lines(name, column.name, y, Style::new(size));
        let Some(value) = &row.value else {
            let word = if row.instead.is_empty() { "—" } else { row.instead.as_str() };
            plate.say_on_paper(word, column.bar + size * 0.5, y, Style::new(size).tint(MUTED));
            return;
        };
        let (end, bar) = (scale.at(&value.exact), size * 1.05);
        let tint: Tint = row.band.map_or(GREY, |band| GRADES[grade_tone(band, self.bands.len())]);
        if row.veto.is_some() {
            plate.rect(column.bar, y - bar / 2.0, end - column.bar, bar, ALARM, "bar vetoed");
            plate.rect(column.bar + 1.0, y - bar / 2.0 + 1.0, end - column.bar - 2.0, bar - 2.0, PAPER, "gap");
            plate.hatch(column.bar, y - bar / 2.0, end - column.bar, bar, 5.0, ALARM);
        } else {
            plate.rect(column.bar, y - bar / 2.0, end - column.bar, bar, tint, "bar");
        }
        let at = column.right - if self.rows.iter().any(|row| row.veto.is_some()) { size * 1.1 } else { 0.0 };
        plate.say_at(&value.shown, at, y, Style::new(size).end());
        if row.veto.is_some() {
            plate.mark(Shape::Triangle(column.right - size * 0.42, y, size * 0.4), ALARM, "veto");
        }
    }

    /// The reasons of the vetoes, under the bars.
    fn vetoes(&self, plate: &mut Plate) {
        let size = plate.measures.small;
        let mut any = false;
        for row in &self.rows {
            if let Some(reason) = &row.veto {
                if !any {
                    plate.cursor += size * 0.6;
                    any = true;
                }
                let colon = self.frame.word("：", ": ");
                plate.paragraph(&format!("▲ {}{colon}{reason}", row.label), Style::new(size).tint(ALARM), 1.4);
            }
        }
    }
}
