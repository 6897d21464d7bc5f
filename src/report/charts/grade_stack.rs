//! How the grades are spread in each group: one full bar a group, a segment a grade, the count in each.

use super::drawing::Chart;
use super::frame::Frame;
use super::lines::wrap;
use super::pen::{Scale, position};
use super::plate::{Plate, Sample, Style};
use super::theme::{GRADES, MUTED, ON_GRADES, grade_tone};
use crate::exact::Exact;
use crate::report::fonts::{Weight, width_in};

/// Horizontal bars of 100 %, one a group.
#[derive(Debug, Clone)]
pub struct GradeStack {
    /// The words around it.
    pub frame: Frame,
    /// The grades from best to worst; up to five have colours of their own.
    pub grades: Vec<String>,
    /// The groups from top to bottom.
    pub rows: Vec<StackRow>,
}

/// One group.
#[derive(Debug, Clone)]
pub struct StackRow {
    /// Its name.
    pub label: String,
    /// How many have each grade, in the order of `grades`; missing counts are nought.
    pub counts: Vec<u32>,
    /// What stands at the end, such as `n=9` or `共9个`.
    pub total: String,
}

impl Chart for GradeStack {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn plate(&self) -> Plate {
        let mut plate = Plate::begin(&self.frame);
        let m = plate.measures;
        let tone = |i: usize| grade_tone(i, self.grades.len());
        let keys: Vec<_> =
            self.grades.iter().enumerate().map(|(i, g)| (Sample::Fill(GRADES[tone(i)]), g.clone())).collect();
        plate.keys(&keys);

        let widest = |texts: &mut dyn Iterator<Item = &String>| {
            texts.map(|text| width_in(text, m.body, Weight::Regular)).fold(0.0, f64::max)
        };
        let label_w = widest(&mut self.rows.iter().map(|row| &row.label)).min(plate.inner_width() * 0.26);
        let total_w = widest(&mut self.rows.iter().map(|row| &row.total)).min(plate.inner_width() * 0.2);
        let left = m.margin + label_w + m.body * 0.8;
        let right = m.width - m.margin - total_w - m.body * 0.8;
        let bar = m.body * 1.9;
        let names: Vec<_> =
            self.rows.iter().map(|row| wrap(&row.label, label_w + 1.0, m.body, Weight::Regular, 3)).collect();
        // Room above the bar for counts whose segment is too narrow.
        let least = |lines: &Vec<String>| (bar + m.body * 1.35).max(lines.len() as f64 * m.body * 1.25 + m.body * 0.4);
        let stretch = plate.stretch(&self.frame, names.iter().map(least).sum());
        for (row, lines) in self.rows.iter().zip(&names) {
            let row_h = least(lines) * stretch;
            let middle = plate.cursor + row_h / 2.0 + m.body * 0.4;
            plate.say_lines(lines, m.margin, middle, Style::new(m.body));
            plate.say_at(&row.total, m.width - m.margin, middle, Style::new(m.body).tint(MUTED).end());
            self.segments(&mut plate, row, [left, right, middle - bar / 2.0, bar]);
            plate.cursor += row_h;
        }
        plate
    }
}

impl GradeStack {
    fn segments(&self, plate: &mut Plate, row: &StackRow, [left, right, top, bar]: [f64; 4]) {
        let size = plate.measures.body;
        let counts: Vec<u32> = row.counts.iter().take(self.grades.len()).copied().collect();
        let all: u64 = counts.iter().map(|&n| u64::from(n)).sum();
        if all == 0 {
            plate.say_at(self.frame.word("无", "none"), left, top + bar / 2.0, Style::new(size).tint(MUTED));
            return;
        }
        let scale = Scale::new(0.0, position(&Exact::from(all)), left, right);
        let mut before = 0_u64;
        let mut free_from = f64::MIN;
        for (i, &n) in counts.iter().enumerate().filter(|(_, n)| **n > 0) {
            let tone = grade_tone(i, self.grades.len());
            let (x1, x2) = (scale.at(&Exact::from(before)), scale.at(&Exact::from(before + u64::from(n))));
            before += u64::from(n);
            // One pixel of paper parts neighbours.
            let gap = if before < all { 1.0_f64.min((x2 - x1) / 3.0) } else { 0.0 };
            plate.rect(x1, top, x2 - x1 - gap, bar, GRADES[tone], "bar");
            let (text, middle) = (n.to_string(), (x1 + x2 - gap) / 2.0);
            let width = width_in(&text, size, Weight::Regular);
            if width + 5.0 <= x2 - x1 {
                plate.say_at(&text, middle, top + bar / 2.0, Style::new(size).tint(ON_GRADES[tone]).middle());
            } else {
                let x = (middle - width / 2.0).max(free_from);
                plate.say(&text, x, top - 4.0, Style::new(size));
                free_from = x + width + 5.0;
            }
        }
    }
}
