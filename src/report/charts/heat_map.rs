//! Units against indicators: the share of full marks as colour, the value in every cell, and what is missing as missing.

use std::ops::Range;

use super::drawing::Chart;
use super::frame::Frame;
use super::lines::wrap;
use super::pen::position;
use super::plate::{Plate, Sample, Style};
use super::theme::{ALARM, GREY, HAIR, HEAT, INK, LEADING, MUTED, ON_HEAT, PAPER};
use crate::diag::Lang;
use crate::exact::Exact;
use crate::report::fonts::{Weight, width_in};

/// A grid of marks.
#[derive(Debug, Clone)]
pub struct HeatMap {
    /// The words around it.
    pub frame: Frame,
    /// The indicators from left to right.
    pub columns: Vec<HeatColumn>,
    /// The units from top to bottom.
    pub rows: Vec<HeatRow>,
    /// What an outlined cell is, such as `全组最弱的5格`.
    pub weak_word: String,
    /// Further shares that the steps of the colour have to serve, so that the figures of one group share them.
    pub others: Vec<Exact>,
}

/// One indicator.
#[derive(Debug, Clone)]
pub struct HeatColumn {
    /// Its name.
    pub label: String,
    /// Its full marks as printed under the name, such as `30分`; may be empty.
    pub full: String,
}

/// One unit.
#[derive(Debug, Clone)]
pub struct HeatRow {
    /// Its name.
    pub label: String,
    /// Its cells in the order of `columns`; cells that are not given are missing.
    pub cells: Vec<HeatCell>,
}

/// One unit's marks in one indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeatCell {
    /// Marks were given.
    Scored {
        /// Share of full marks, nought to one: the colour.
        share: Exact,
        /// The marks as printed.
        shown: String,
        /// Whether it is one of the weakest: outlined.
        weak: bool,
    },
    /// Nothing was submitted.
    Missing,
    /// The indicator does not apply to the unit.
    NotApplicable,
    /// There is a value, but it is not published.
    Withheld,
}

/// The shares at which the second and each further colour begins, in per cent.
#[derive(Debug, Clone, Copy)]
struct Steps {
    first: u32,
    step: u32,
}

impl Steps {
    /// Five steps up to 100 %; the lowest is open downwards. The step is the smallest that leaves at most a tenth of the cells below.
    fn of(shares: &[f64]) -> Self {
        let below = |line: u32| shares.iter().filter(|share| **share * 100.0 < f64::from(line)).count();
        let step = [2, 3, 4, 5, 10, 15].into_iter().find(|step| below(100 - 5 * step) * 10 <= shares.len());
        let step = step.unwrap_or(20);
        Self { first: 100 - 4 * step, step }
    }

    fn tone(self, share: f64) -> usize {
        let above = |i: &u32| share * 100.0 >= f64::from(self.first + self.step * i) - 1e-4;
        (0..4).filter(above).count()
    }

    fn words(self, frame: &Frame) -> Vec<String> {
        let line = |i: u32| self.first + self.step * i;
        let mut words = vec![match frame.lang {
            Lang::Zh => format!("低于{}%", line(0)),
            Lang::En => format!("below {}%", line(0)),
        }];
        words.extend((0..3).map(|i| format!("{}%–{}%", line(i), line(i + 1))));
        words.push(match frame.lang {
            Lang::Zh => format!("{}%以上", line(3)),
            Lang::En => format!("{}% and over", line(3)),
        });
        words
    }
}

impl Chart for HeatMap {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn plate(&self) -> Plate {
        let mut plate = Plate::begin(&self.frame);
        let m = plate.measures;
        let scored = |cell: &HeatCell| match cell {
            HeatCell::Scored { share, .. } => Some(position(share)),
            _ => None,
        };
        let own = self.rows.iter().flat_map(|row| row.cells.iter().filter_map(scored));
        let shares: Vec<f64> = own.chain(self.others.iter().map(position)).collect();
        let steps = Steps::of(&shares);
        self.keys(&mut plate, steps);

        let size = if m.width < 500.0 { m.small } else { m.body.min(m.small * 1.1) };
        let widest = self.rows.iter().map(|row| width_in(&row.label, size, Weight::Regular)).fold(0.0, f64::max);
        let label_w = widest.min(plate.inner_width() * 0.24);
        let left = m.margin + label_w + size * 0.7;
        let room = m.width - m.margin - left;

        // Indicators that do not fit side by side go into further blocks below, of even width.
        let shown = self.rows.iter().flat_map(|row| &row.cells).filter_map(|cell| match cell {
            HeatCell::Scored { shown, .. } => Some(shown.as_str()),
            _ => None,
        });
        let fulls = self.columns.iter().map(|column| column.full.as_str());
        let least = shown.chain(fulls).map(|text| width_in(text, size, Weight::Regular)).fold(size * 2.0, f64::max);
        let fitting = ((room / (least + 5.0)).floor() as usize).max(1);
        let n = self.columns.len().max(1);
        let per_block = n.div_ceil(n.div_ceil(fitting));
        let cell_w = (room / per_block as f64).min(size * 9.0);
        let grid = Grid { size, label_w, left, cell_w, steps };
        for start in (0..n).step_by(per_block) {
            if start > 0 {
                plate.cursor += size;
            }
            self.block(&mut plate, &grid, start..(start + per_block).min(self.columns.len()));
        }
        plate
    }
}

/// The measures shared by all blocks.
struct Grid {
    size: f64,
    label_w: f64,
    left: f64,
    cell_w: f64,
    steps: Steps,
}

impl HeatMap {
    /// Some of the indicators for all units.
    fn block(&self, plate: &mut Plate, grid: &Grid, columns: Range<usize>) {
        let Grid { size, label_w, left, cell_w, steps } = *grid;
        let head = |column: &HeatColumn| {
            let mut lines = wrap(&column.label, cell_w - 4.0, size, Weight::Regular, 4);
            lines.extend(wrap(&column.full, cell_w - 2.0, size, Weight::Regular, 1));
            lines
        };
        let heads: Vec<_> = self.columns[columns.clone()].iter().map(head).collect();
        let tallest = heads.iter().map(Vec::len).max().unwrap_or(0) as f64;
        let base = plate.cursor + tallest * size * LEADING + size * 0.2;
        for (i, lines) in heads.iter().enumerate() {
            let x = left + cell_w * (i as f64 + 0.5);
            let y = base - size * 0.2 - lines.len() as f64 * size * LEADING / 2.0;
            plate.say_lines(lines, x, y, Style::new(size).tint(MUTED).middle());
        }
        plate.cursor = base + size * 0.3;

        for row in &self.rows {
            let lines = wrap(&row.label, label_w + 1.0, size, Weight::Regular, 3);
            let height = (lines.len() as f64 * size * LEADING + size * 0.4).max(size * 1.9);
            plate.say_lines(&lines, plate.measures.margin, plate.cursor + height / 2.0, Style::new(size));
            for (i, column) in columns.clone().enumerate() {
                let place = [left + cell_w * i as f64, plate.cursor, cell_w - 1.5, height - 1.5];
                draw_cell(plate, row.cells.get(column).unwrap_or(&HeatCell::Missing), place, steps, size);
            }
            plate.cursor += height;
        }
    }

    fn keys(&self, plate: &mut Plate, steps: Steps) {
        let has = |kind: &HeatCell| {
            let n = self.columns.len();
            self.rows.iter().any(|row| row.cells.iter().take(n).any(|cell| cell == kind))
        };
        let short = self.rows.iter().any(|row| row.cells.len() < self.columns.len());
        let mut keys: Vec<_> =
            steps.words(&self.frame).into_iter().zip(HEAT).map(|(w, t)| (Sample::Fill(t), w)).collect();
        if short || has(&HeatCell::Missing) {
            keys.push((Sample::Hatch(PAPER, GREY), self.frame.word("未报", "not submitted").to_owned()));
        }
        if has(&HeatCell::NotApplicable) {
            keys.push((Sample::Nothing, self.frame.word("— 不适用", "— not applicable").to_owned()));
        }
        if has(&HeatCell::Withheld) {
            keys.push((Sample::Fill(HAIR), self.frame.word("※ 不公开", "※ withheld").to_owned()));
        }
        let weak = |cell: &HeatCell| matches!(cell, HeatCell::Scored { weak: true, .. });
        if self.rows.iter().any(|row| row.cells.iter().any(weak)) {
            keys.push((Sample::Frame(ALARM), self.weak_word.clone()));
        }
        plate.keys(&keys);
    }
}

/// A strong frame inside a cell.
fn outline(plate: &mut Plate, [x, y, w, h]: [f64; 4]) {
    let [left, top, right, bottom] = [x + 1.1, y + 1.1, x + w - 1.1, y + h - 1.1];
    for (x1, y1, x2, y2) in
        [(left, top, right, top), (right, top, right, bottom), (right, bottom, left, bottom), (left, bottom, left, top)]
    {
        plate.rule(x1, y1, x2, y2, 2.2, ALARM, "weak");
    }
}

fn draw_cell(plate: &mut Plate, cell: &HeatCell, [x, y, w, h]: [f64; 4], steps: Steps, size: f64) {
    let middle = (x + w / 2.0, y + h / 2.0);
    match cell {
        HeatCell::Scored { share, shown, weak } => {
            let tone = steps.tone(position(share));
            plate.rect(x, y, w, h, HEAT[tone], "cell");
            if *weak {
                outline(plate, [x, y, w, h]);
            }
            // A value that is too long for its cell is set smaller, down to 11 pixels.
            let needed = width_in(shown, size, Weight::Regular);
            let size = if needed > w - 4.0 { (size * (w - 4.0) / needed).max(11.0) } else { size };
            let style = Style::new(size).tint(ON_HEAT[tone]).middle();
            plate.say_at(shown, middle.0, middle.1, if *weak { style.bold() } else { style });
        }
        HeatCell::Missing => {
            plate.hatch(x, y, w, h, 6.0, GREY);
        }
        HeatCell::NotApplicable => plate.say_at("—", middle.0, middle.1, Style::new(size).tint(MUTED).middle()),
        HeatCell::Withheld => {
            plate.rect(x, y, w, h, HAIR, "cell withheld");
            plate.say_at("※", middle.0, middle.1, Style::new(size).tint(INK).middle());
        }
    }
}
