//! Places against who reached the grade: a bar a pool, a stroke where the places end, and what lies beyond it.

use super::drawing::Chart;
use super::frame::Frame;
use super::lines::wrap;
use super::pen::Scale;
use super::plate::{Plate, Sample, Style};
use super::theme::{ACCENT, ALARM, GREY, HAIR, INK, LEADING, MUTED, ON_ACCENT, PAPER, Tint};
use crate::exact::Exact;
use crate::report::fonts::{Weight, width_in};

/// Bars of counts, for up to about twenty pools a figure.
#[derive(Debug, Clone)]
pub struct Places {
    /// The words around it.
    pub frame: Frame,
    /// The pools from top to bottom.
    pub rows: Vec<PlaceRow>,
    /// What the stroke is, such as `名额`.
    pub places_word: String,
    /// What the segments are: who has a place, who has one of another pool, whose place waits for a decision, empty
    /// places, places that others have, who reached the grade without a place.
    pub words: [String; 6],
}

/// One pool.
#[derive(Debug, Clone)]
pub struct PlaceRow {
    /// Its name.
    pub label: String,
    /// Its numbers in words, at the right of the name.
    pub told: String,
    /// How many places it has.
    pub places: u32,
    /// How many of each segment, in the order of [`Places::words`].
    pub counts: [u32; 6],
}

#[derive(Debug, Clone, Copy)]
enum Look {
    Full(Tint),
    Hatched(Tint),
}

const LOOKS: [Look; 6] = [
    Look::Full(ACCENT),
    Look::Hatched(ACCENT),
    Look::Hatched(GREY),
    Look::Full(HAIR),
    Look::Hatched(HAIR),
    Look::Hatched(ALARM),
];

impl Chart for Places {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn plate(&self) -> Plate {
        let mut plate = Plate::begin(&self.frame);
        let (m, size) = (plate.measures, plate.measures.body);
        let mut keys = vec![(Sample::Bar(INK), self.places_word.clone())];
        for (i, (word, look)) in self.words.iter().zip(LOOKS).enumerate() {
            if self.rows.iter().any(|row| row.counts[i] > 0) {
                let sample = match look {
                    Look::Full(tint) => Sample::Fill(tint),
                    Look::Hatched(tint) => Sample::Hatch(PAPER, tint),
                };
                keys.push((sample, word.clone()));
            }
        }
        plate.keys(&keys);
        let longest = self.rows.iter().map(|row| row.counts.iter().map(|&n| u64::from(n)).sum::<u64>());
        let longest = longest.chain(self.rows.iter().map(|row| u64::from(row.places))).max().unwrap_or(0).max(1);
        let ends = [Exact::from(longest)];
        let scale = Scale::from_zero(ends.iter(), m.margin, m.width - m.margin - 2.0);
        for row in &self.rows {
            draw_row(&mut plate, row, &scale, size);
        }
        plate
    }
}

fn draw_row(plate: &mut Plate, row: &PlaceRow, scale: &Scale, size: f64) {
    let m = plate.measures;
    let inner = plate.inner_width();
    let told = width_in(&row.told, size, Weight::Regular);
    let label = wrap(&row.label, inner, size, Weight::Bold, 2);
    let first = label.first().map_or(0.0, |line| width_in(line, size, Weight::Bold));
    let step = size * LEADING;
    let beside = label.len() == 1 && first + told + size * 1.5 <= inner;
    let y = plate.cursor + step * 0.6;
    for (i, line) in label.iter().enumerate() {
        plate.say_at(line, m.margin, y + step * i as f64, Style::new(size).bold());
    }
    plate.cursor += step * label.len() as f64 + size * 0.2;
    if beside {
        plate.say_at(&row.told, m.width - m.margin, y, Style::new(size).tint(MUTED).end());
    } else {
        for line in wrap(&row.told, inner, size, Weight::Regular, 3) {
            plate.say_at(&line, m.margin, plate.cursor + step * 0.4, Style::new(size).tint(MUTED));
            plate.cursor += step;
        }
    }
    let (top, bar) = (plate.cursor + size * 0.3, size * 1.5);
    let mut before = 0_u64;
    for (n, look) in row.counts.iter().zip(LOOKS).filter(|(n, _)| **n > 0) {
        let x1 = scale.at(&Exact::from(before));
        before += u64::from(*n);
        let x2 = scale.at(&Exact::from(before));
        let w = x2 - x1 - 1.5;
        match look {
            Look::Full(tint) => plate.rect(x1, top, w, bar, tint, "bar"),
            Look::Hatched(tint) => {
                plate.rect(x1, top, w, bar, tint, "bar");
                plate.rect(x1 + 1.0, top + 1.0, w - 2.0, bar - 2.0, PAPER, "gap");
                plate.hatch(x1, top, w.max(0.0), bar, 5.0, tint);
            }
        }
        let (text, middle) = (n.to_string(), top + bar / 2.0);
        // The stroke of the places may run through a segment, but not through a number.
        let (wide, stroke) = (width_in(&text, size, Weight::Regular), scale.at(&Exact::from(u64::from(row.places))));
        let is_free = (x1 + w / 2.0 - stroke).abs() > wide / 2.0 + 4.0;
        if is_free && wide + size < w {
            let style = Style::new(size).middle();
            match look {
                Look::Full(tint) if tint == ACCENT => {
                    plate.say_at(&text, x1 + w / 2.0, middle, style.tint(ON_ACCENT));
                }
                _ => plate.say_on_paper(&text, x1 + w / 2.0, middle, style),
            }
        }
    }
    let x = scale.at(&Exact::from(u64::from(row.places)));
    plate.rule(x, top - size * 0.3, x, top + bar + size * 0.3, 2.4, INK, "places");
    plate.cursor = top + bar + size * 0.9;
}
