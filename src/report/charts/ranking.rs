//! Where every unit of a group stands: a dot on the bands of the grades, last year's place hollow, ▲ where a veto struck.

use super::band_lines::{BandLine, draw_lines, name_lines};
use super::drawing::Chart;
use super::frame::{Frame, Value};
use super::lines::wrap;
use super::pen::{Scale, position};
use super::plate::{Plate, Sample, Shape, Style};
use super::theme::{ACCENT, ALARM, BANDS, GRADES, HAIR, INK, LEADING, MUTED, PAPER, grade_tone};
use crate::diag::Lang;
use crate::report::fonts::{Weight, width_in};

/// Ranked dots, for up to about forty units a figure.
#[derive(Debug, Clone)]
pub struct Ranking {
    /// The words around it.
    pub frame: Frame,
    /// The bands from best to worst.
    pub bands: Vec<String>,
    /// The units in the order to be shown; the chart does not sort.
    pub rows: Vec<RankRow>,
    /// The lines where bands begin; one fewer than bands, the best first.
    pub lines: Vec<BandLine>,
    /// Further values that the scale has to hold, so that the figures of one group share it.
    pub ends: Vec<Value>,
    /// What the full dot is, such as `2015年`.
    pub now_word: String,
    /// What the hollow dot is, such as `2014年`.
    pub before_word: String,
    /// What the triangle of a vetoed unit is called, such as `一票否决`.
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
    /// Last year's value, where the two may be joined.
    pub before: Option<Value>,
    /// Which of `bands` its grade is; nothing for no grade.
    pub band: Option<usize>,
    /// What is printed where there is no grade, such as `待定`.
    pub ungraded: String,
    /// Why a veto struck it, in a few words: ▲, and noted under the chart.
    pub veto: Option<String>,
    /// Why it has no last year to be joined with, in a few words: noted under the chart.
    pub broken: Option<String>,
    /// What is printed instead of a missing value (`未定`, `不公开`); `—` when empty.
    pub instead: String,
}

/// The measures of the columns.
struct Columns {
    size: f64,
    rank: f64,
    name: f64,
    left: f64,
    right: f64,
    value: f64,
    chip: f64,
}

impl Chart for Ranking {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn plate(&self) -> Plate {
        let mut plate = Plate::begin(&self.frame);
        self.keys(&mut plate);
        let columns = self.columns(&plate);
        let size = columns.size;
        let (low, high) = self.range();
        let inset = size * 0.6;
        let scale = Scale::new(low, high, columns.left + inset, columns.right - inset);

        let mut lines: Vec<&BandLine> = self.lines.iter().collect();
        lines.sort_by(|a, b| b.at.exact.cmp(&a.at.exact));
        let poles = self.name_bands(&mut plate, &lines, &scale, &columns);
        let top = plate.cursor;
        let width = columns.left - columns.name - size * 0.6;
        let names: Vec<_> =
            self.rows.iter().map(|row| wrap(&self.named(row), width, size, Weight::Regular, 3)).collect();
        let least = |lines: &Vec<String>| (lines.len() as f64 * size * LEADING + size * 0.4).max(size * 1.75);
        let mut trial = Plate { cursor: 0.0, ..plate.clone() };
        self.remarks(&mut trial);
        let below = trial.cursor;
        let stretch = plate.stretch(&self.frame, names.iter().map(least).sum::<f64>() + size * 1.5 + below);
        let bottom = top + names.iter().map(|lines| least(lines) * stretch).sum::<f64>();

        for (i, [from, to]) in regions(&lines, &scale, &columns).into_iter().enumerate() {
            let tone = grade_tone(i, self.bands.len().max(lines.len() + 1));
            plate.rect(from, top, to - from, bottom - top, BANDS[tone], "band");
        }
        for tick in self.ticks(&plate, &scale) {
            let x = scale.at_position(tick as f64);
            plate.rule(x, top, x, bottom, 1.0, HAIR, "grid");
            plate.say(
                &tick.to_string(),
                x,
                bottom + size * 1.15,
                Style::new(plate.measures.small).tint(MUTED).middle(),
            );
        }
        draw_lines(&mut plate, &poles, bottom);
        for (row, lines) in self.rows.iter().zip(&names) {
            let height = least(lines) * stretch;
            let y = plate.cursor + height / 2.0;
            self.draw_row(&mut plate, row, lines, &columns, &scale, y);
            plate.cursor += height;
        }
        plate.cursor = bottom + size * 1.5;
        self.remarks(&mut plate);
        plate
    }
}

/// Left and right end of each band inside the scale, the best first; one that lies outside is empty.
fn regions(lines: &[&BandLine], scale: &Scale, columns: &Columns) -> Vec<[f64; 2]> {
    let mut right = columns.right;
    let mut out = Vec::new();
    for line in lines {
        let x = match scale.side(&line.at.exact) {
            std::cmp::Ordering::Less => columns.left,
            std::cmp::Ordering::Equal => scale.at(&line.at.exact),
            std::cmp::Ordering::Greater => columns.right,
        };
        out.push([x, right]);
        right = x;
    }
    out.push([columns.left, right]);
    out
}

impl Ranking {
    fn keys(&self, plate: &mut Plate) {
        let mut keys = vec![(Sample::Dot(ACCENT), self.now_word.clone())];
        if self.rows.iter().any(|row| row.before.is_some()) {
            keys.push((Sample::Hollow(MUTED), self.before_word.clone()));
        }
        if self.rows.iter().any(|row| row.veto.is_some()) {
            keys.push((Sample::Triangle(ALARM), self.veto_word.clone()));
        }
        if self.is_narrow() {
            let n = self.bands.len();
            let used = |i: &usize| self.rows.iter().any(|row| row.band == Some(*i));
            keys.extend((0..n).filter(used).map(|i| (Sample::Fill(GRADES[grade_tone(i, n)]), self.bands[i].clone())));
        }
        plate.keys(&keys);
    }

    /// Whether there is no room for the words of the grades beside the values.
    fn is_narrow(&self) -> bool {
        self.frame.measures().width < 500.0
    }

    fn range(&self) -> (f64, f64) {
        let own = self.rows.iter().flat_map(|row| [row.value.as_ref(), row.before.as_ref()]).flatten();
        let all = own.chain(&self.ends).map(|value| position(&value.exact));
        let (low, high) = all.fold((f64::MAX, f64::MIN), |(a, b), x| (a.min(x), b.max(x)));
        if low > high { (0.0, 100.0) } else { (low.floor(), high.ceil()) }
    }

    /// The name, marked where a note under the chart speaks of it.
    fn named(&self, row: &RankRow) -> String {
        if row.broken.is_some() { format!("{} ※", row.label) } else { row.label.clone() }
    }

    fn columns(&self, plate: &Plate) -> Columns {
        let m = plate.measures;
        let size = if self.rows.len() > 14 { m.small } else { m.body };
        let widest = |texts: &mut dyn Iterator<Item = &str>| {
            texts.map(|text| width_in(text, size, Weight::Regular)).fold(0.0, f64::max)
        };
        let inner = plate.inner_width();
        let rank = m.margin + widest(&mut self.rows.iter().map(|row| row.rank.as_str()));
        let labels: Vec<String> = self.rows.iter().map(|row| self.named(row)).collect();
        let names = widest(&mut labels.iter().map(String::as_str)).min(inner * 0.34).max(size * 3.0);
        let values = self.rows.iter().filter_map(|row| row.value.as_ref()).map(|value| value.shown.as_str());
        let value = widest(&mut values.into_iter());
        let chip = match self.is_narrow() {
            true => size * 0.8,
            false => {
                let words = self.bands.iter().chain(self.rows.iter().map(|row| &row.ungraded));
                widest(&mut words.map(String::as_str)).min(inner * 0.18) + size * 1.3
            }
        };
        let name = rank + size * 0.6;
        let left = name + names + size * 0.7;
        let at = m.width - m.margin - chip - size * 0.5;
        Columns { size, rank, name, left, right: at - value - size * 0.6, value: at, chip }
    }

    /// Names over the bands where all have room, else on their lines; lines outside the scale have none.
    fn name_bands(
        &self,
        plate: &mut Plate,
        lines: &[&BandLine],
        scale: &Scale,
        columns: &Columns,
    ) -> Vec<super::band_lines::Pole> {
        let inside: Vec<BandLine> =
            lines.iter().filter(|line| scale.side(&line.at.exact).is_eq()).map(|line| (*line).clone()).collect();
        let size = plate.measures.small;
        let regions = regions(lines, scale, columns);
        let word = |i: usize| match (self.bands.get(i), lines.get(i)) {
            (Some(band), Some(line)) => format!("{band} ≥{}", line.at.shown),
            (Some(band), None) => band.clone(),
            _ => String::new(),
        };
        let words: Vec<(String, [f64; 2])> =
            regions.into_iter().enumerate().filter(|(_, [a, b])| b > a).map(|(i, ends)| (word(i), ends)).collect();
        let fits = |(word, [a, b]): &(String, [f64; 2])| width_in(word, size, Weight::Regular) + 6.0 <= b - a;
        if !words.iter().all(fits) {
            let edges = [plate.measures.margin, plate.measures.width - plate.measures.margin];
            return name_lines(plate, &inside, scale, edges);
        }
        for (word, [a, b]) in &words {
            plate.say(word, (a + b) / 2.0, plate.cursor + size, Style::new(size).tint(MUTED).middle());
        }
        plate.cursor += size * 1.5;
        inside.iter().map(|line| super::band_lines::Pole::at(scale.at(&line.at.exact), plate.cursor)).collect()
    }

    fn draw_row(&self, plate: &mut Plate, row: &RankRow, name: &[String], columns: &Columns, scale: &Scale, y: f64) {
        let size = columns.size;
        plate.say_at(&row.rank, columns.rank, y, Style::new(size).tint(MUTED).end());
        plate.say_lines(name, columns.name, y, Style::new(size));
        let before = row.before.as_ref().map(|value| scale.at(&value.exact));
        let now = row.value.as_ref().map(|value| scale.at(&value.exact));
        if let (Some(x1), Some(x2)) = (before, now) {
            plate.rule(x1, y, x2, y, 1.4, MUTED, "move");
        }
        if let Some(x) = before {
            plate.hollow(x, y, size * 0.3, MUTED, "before");
        }
        match (now, &row.veto) {
            (Some(x), Some(_)) => {
                plate.mark(Shape::Triangle(x, y, size * 0.62), PAPER, "gap");
                plate.mark(Shape::Triangle(x, y, size * 0.48), ALARM, "dot vetoed");
            }
            (Some(x), None) => plate.dot(x, y, size * 0.36, ACCENT, "dot"),
            (None, _) => {
                let word = if row.instead.is_empty() { "—" } else { row.instead.as_str() };
                plate.say_on_paper(word, columns.left + size * 0.6, y, Style::new(size).tint(MUTED));
            }
        }
        if let Some(value) = &row.value {
            plate.say_at(&value.shown, columns.value, y, Style::new(size).tint(INK).end());
        }
        let right = plate.measures.width - plate.measures.margin;
        let x = right - columns.chip;
        let box_w = size * 0.8;
        let word = match row.band {
            Some(band) => {
                let tone = grade_tone(band, self.bands.len());
                plate.rect(x, y - box_w / 2.0, box_w, box_w, GRADES[tone], "grade");
                self.bands.get(band).map_or("", String::as_str)
            }
            None => row.ungraded.as_str(),
        };
        if self.is_narrow() && row.band.is_none() && !word.is_empty() {
            plate.say_at("—", right, y, Style::new(size).tint(MUTED).end());
        }
        if !self.is_narrow() {
            let room = columns.chip - box_w - size * 0.4;
            let lines = wrap(word, room + 1.0, size, Weight::Regular, 1);
            let tint = if row.band.is_some() { INK } else { MUTED };
            plate.say_lines(&lines, x + box_w + size * 0.4, y, Style::new(size).tint(tint));
        }
    }

    /// As many round values as have room beside each other.
    fn ticks(&self, plate: &Plate, scale: &Scale) -> Vec<i64> {
        let (m, size) = (plate.measures, plate.measures.small);
        let ends = |tick: &i64| {
            let (x, half) = (scale.at_position(*tick as f64), width_in(&tick.to_string(), size, Weight::Regular) / 2.0);
            (x - half, x + half)
        };
        let apart = |pair: &[i64]| ends(&pair[0]).1 + size * 0.7 <= ends(&pair[1]).0;
        let inside = |tick: &i64| ends(tick).0 >= m.margin && ends(tick).1 <= m.width - m.margin;
        let tries = [6, 4, 3, 2, 1].into_iter().map(|most| scale.ticks(most));
        let mut fitting = tries.filter(|ticks| ticks.windows(2).all(apart) && ticks.iter().all(inside));
        fitting.next().unwrap_or_default()
    }

    /// The reasons of vetoes and of breaks, under the dots; units with the same break together.
    fn remarks(&self, plate: &mut Plate) {
        let size = plate.measures.small;
        let colon = self.frame.word("：", ": ");
        let mut breaks: Vec<(&str, Vec<&str>)> = Vec::new();
        for row in &self.rows {
            if let Some(reason) = &row.veto {
                plate.paragraph(&format!("▲ {}{colon}{reason}", row.label), Style::new(size).tint(ALARM), 1.4);
            }
            let Some(reason) = &row.broken else { continue };
            match breaks.iter_mut().find(|(known, _)| known == reason) {
                Some((_, units)) => units.push(&row.label),
                None => breaks.push((reason, vec![&row.label])),
            }
        }
        for (reason, units) in breaks {
            let named = match units.len() {
                n if n > 6 => match self.frame.lang {
                    Lang::Zh => format!("标※的{n}个单位"),
                    Lang::En => format!("the {n} units marked ※"),
                },
                _ => units.join(self.frame.word("、", ", ")),
            };
            plate.paragraph(&format!("※ {named}{colon}{reason}"), Style::new(size).tint(MUTED), 1.4);
        }
    }
}
