//! The lines where bands begin, and their names above them.

use super::frame::Value;
use super::pen::Scale;
use super::plate::{Anchor, Plate, Style};
use super::theme::MUTED;
use crate::report::fonts::{Weight, width_in};

/// The value at which a band begins.
#[derive(Debug, Clone)]
pub struct BandLine {
    /// Where.
    pub at: Value,
    /// Its name, such as `优秀线`; the value is printed after it.
    pub label: String,
}

/// A band line that has its name but not yet its foot.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pole {
    x: f64,
    top: f64,
}

impl Pole {
    /// A line that begins at a height without a name.
    pub(super) fn at(x: f64, top: f64) -> Self {
        Self { x, top }
    }
}

/// Sets the names at the cursor, between `left` and `right`, and moves the cursor below them.
///
/// Names stand centred over their lines where there is room; else each ends at its line, the next further up, like flags on
/// poles of growing height, so that no line runs through a name.
pub(super) fn name_lines(plate: &mut Plate, lines: &[BandLine], scale: &Scale, [left, right]: [f64; 2]) -> Vec<Pole> {
    let size = plate.measures.small;
    let mut named: Vec<(f64, String, f64)> = lines
        .iter()
        .map(|line| {
            let text = format!("{} {}", line.label, line.at.shown);
            let width = width_in(&text, size, Weight::Regular);
            (scale.at(&line.at.exact), text, width)
        })
        .collect();
    named.sort_by(|a, b| a.0.total_cmp(&b.0));
    if named.is_empty() {
        return Vec::new();
    }
    let step = size * 1.4;
    let apart = named.windows(2).all(|pair| pair[0].0 + pair[0].2 / 2.0 + size * 0.6 <= pair[1].0 - pair[1].2 / 2.0);
    let inside = named.iter().all(|(x, _, width)| x - width / 2.0 >= left && x + width / 2.0 <= right);
    let mut poles = Vec::new();
    if apart && inside {
        for (x, text, _) in &named {
            plate.say(text, *x, plate.cursor + size, Style::new(size).tint(MUTED).middle());
            poles.push(Pole { x: *x, top: plate.cursor + step });
        }
        plate.cursor += step + 4.0;
        return poles;
    }
    let base = plate.cursor + step * named.len() as f64;
    for (level, (x, text, width)) in named.iter().enumerate() {
        let top = base - step * (level + 1) as f64;
        let fits = x - 4.0 - width >= left;
        let style = Style::new(size).tint(MUTED);
        let style = if fits { style.end() } else { style };
        let place = if style.anchor == Anchor::End { x - 4.0 } else { x + 4.0 };
        plate.say(text, place, top + size, style);
        poles.push(Pole { x: *x, top: top + size * 0.1 });
    }
    plate.cursor = base + 4.0;
    poles
}

/// Draws the lines down to `bottom`.
pub(super) fn draw_lines(plate: &mut Plate, poles: &[Pole], bottom: f64) {
    for pole in poles {
        plate.dashes(pole.x, pole.top, bottom, MUTED, "line");
    }
}
