//! From an event to what follows: whom it hit, the grade without it and with it, and the consequences.

use super::drawing::Chart;
use super::frame::Frame;
use super::lines::wrap;
use super::plate::{Plate, Style};
use super::theme::{ALARM, GRADES, GREY, HAIR, INK, LEADING, MUTED, ON_GRADES, PAPER, grade_tone};
use crate::report::fonts::{Weight, width_in};

/// A flow from left to right, from top to bottom on a telephone.
#[derive(Debug, Clone)]
pub struct Flow {
    /// The words around it.
    pub frame: Frame,
    /// What stands over the columns: event, whom, grade, consequences.
    pub heads: [String; 4],
    /// The events in the order to be shown.
    pub events: Vec<FlowEvent>,
}

/// One event.
#[derive(Debug, Clone)]
pub struct FlowEvent {
    /// What happened.
    pub label: String,
    /// Day, unit and document.
    pub note: String,
    /// Whom it hit.
    pub hits: Vec<FlowHit>,
}

/// One subject that it hit.
#[derive(Debug, Clone)]
pub struct FlowHit {
    /// Unit or person.
    pub who: String,
    /// As what.
    pub role: String,
    /// The grade without the event.
    pub without: Option<FlowGrade>,
    /// The grade with it; nothing while it is open.
    pub grade: Option<FlowGrade>,
    /// What is printed where there is no grade.
    pub instead: String,
    /// What is printed after the grade where it did not change.
    pub same_word: String,
    /// What follows; may be empty.
    pub after: Vec<String>,
}

/// A grade and its colour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowGrade {
    /// As printed.
    pub text: String,
    /// Which of the grades it is, best first.
    pub index: Option<usize>,
    /// How many grades there are.
    pub of: usize,
}

impl Chart for Flow {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn plate(&self) -> Plate {
        let mut plate = Plate::begin(&self.frame);
        if plate.measures.width < 500.0 {
            self.down(&mut plate);
        } else {
            self.across(&mut plate);
        }
        plate
    }
}

/// Left ends and widths of the four columns.
type Columns = [(f64, f64); 4];

/// What a hit needs in its row.
struct Row {
    who: Vec<String>,
    role: Vec<String>,
    after: Vec<String>,
    height: f64,
}

impl Flow {
    fn across(&self, plate: &mut Plate) {
        let (m, size) = (plate.measures, plate.measures.body);
        let inner = plate.inner_width();
        let chip = self.chip(size);
        let gap = size * 1.5;
        let grades = chip * 2.0 + size * 2.2;
        let rest = inner - grades - gap * 3.0;
        let any_after = self.events.iter().flat_map(|event| &event.hits).any(|hit| !hit.after.is_empty());
        let shares = if any_after { [0.32, 0.28, 0.40] } else { [0.45, 0.45, 0.10] };
        let x1 = m.margin;
        let (w1, w2, w4) = (rest * shares[0], rest * shares[1], rest * shares[2]);
        let (x2, x3) = (x1 + w1 + gap, x1 + w1 + gap + w2 + gap);
        let columns: Columns = [(x1, w1), (x2, w2), (x3, grades), (x3 + grades + gap, w4)];
        let style = Style::new(size).tint(MUTED);
        for ((x, _), head) in columns.iter().zip(&self.heads).take(if any_after { 4 } else { 3 }) {
            plate.say_at(head, *x, plate.cursor + size * 0.6, style);
        }
        plate.cursor += size * 1.7;
        for event in &self.events {
            self.event(plate, event, &columns, chip);
        }
    }

    fn chip(&self, size: f64) -> f64 {
        let hits = self.events.iter().flat_map(|event| &event.hits);
        let grades = hits.flat_map(|hit| [hit.without.as_ref(), hit.grade.as_ref()]).flatten();
        grades.map(|grade| width_in(&grade.text, size, Weight::Regular)).fold(size * 2.0, f64::max) + size * 0.8
    }

    fn event(&self, plate: &mut Plate, event: &FlowEvent, columns: &Columns, chip: f64) {
        let (m, size) = (plate.measures, plate.measures.body);
        let step = size * LEADING;
        let [(x1, w1), (x2, w2), (x3, _), (x4, w4)] = *columns;
        let rows: Vec<Row> = event
            .hits
            .iter()
            .map(|hit| {
                let who = wrap(&hit.who, w2, size, Weight::Regular, 3);
                let role = wrap(&hit.role, w2, m.small, Weight::Regular, 1);
                let after: Vec<String> =
                    hit.after.iter().flat_map(|text| wrap(text, w4, size, Weight::Regular, 4)).collect();
                let n =
                    (who.len() as f64 * step + role.len() as f64 * m.small * LEADING).max(after.len() as f64 * step);
                Row { who, role, after, height: n.max(size * 1.6) + size * 0.7 }
            })
            .collect();
        let label = wrap(&event.label, w1 - size, size, Weight::Bold, 5);
        let note = wrap(&event.note, w1 - size, m.small, Weight::Regular, 5);
        let box_h = label.len() as f64 * step + note.len() as f64 * m.small * LEADING + size * 0.9;
        let hits_h: f64 = rows.iter().map(|row| row.height).sum();
        let height = hits_h.max(box_h + size * 0.6);
        let (top, middle) = (plate.cursor, plate.cursor + height / 2.0);
        plate.rule(m.margin, top, m.width - m.margin, top, 1.0, HAIR, "rule");

        plate.rect(x1, middle - box_h / 2.0, w1, box_h, ALARM, "event");
        plate.rect(x1 + 1.2, middle - box_h / 2.0 + 1.2, w1 - 2.4, box_h - 2.4, PAPER, "gap");
        let mut y = middle - box_h / 2.0 + size * 0.45 + step / 2.0;
        for line in &label {
            plate.say_at(line, x1 + size * 0.5, y, Style::new(size).tint(ALARM).bold());
            y += step;
        }
        y += (m.small - size) * LEADING / 2.0;
        for line in &note {
            plate.say_at(line, x1 + size * 0.5, y, Style::new(m.small).tint(MUTED));
            y += m.small * LEADING;
        }

        let spine = x1 + w1 + size * 0.5;
        plate.rule(x1 + w1, middle, spine, middle, 1.4, GREY, "link");
        let mut at = middle - hits_h / 2.0;
        let (mut first, mut last) = (middle, middle);
        for (hit, row) in event.hits.iter().zip(&rows) {
            let y = at + row.height / 2.0;
            (first, last) = (first.min(y), last.max(y));
            plate.rule(spine, y, x2 - size * 0.3, y, 1.4, GREY, "link");
            self.hit(plate, hit, row, [x2, x3, x4], y, chip);
            at += row.height;
        }
        plate.rule(spine, first, spine, last, 1.4, GREY, "link");
        plate.cursor = top + height;
    }

    fn hit(&self, plate: &mut Plate, hit: &FlowHit, row: &Row, [x2, x3, x4]: [f64; 3], y: f64, chip: f64) {
        let (m, size) = (plate.measures, plate.measures.body);
        let step = size * LEADING;
        let whole = row.who.len() as f64 * step + row.role.len() as f64 * m.small * LEADING;
        let middle = y - whole / 2.0 + row.who.len() as f64 * step / 2.0;
        plate.say_lines(&row.who, x2, middle, Style::new(size));
        let below = y + whole / 2.0 - row.role.len() as f64 * m.small * LEADING / 2.0;
        plate.say_lines(&row.role, x2, below, Style::new(m.small).tint(MUTED));
        grades(plate, hit, x3, y, chip);
        if !row.after.is_empty() {
            plate.rule(x4 - size * 1.1, y, x4 - size * 0.4, y, 1.4, GREY, "link");
        }
        plate.say_lines(&row.after, x4, y, Style::new(size));
    }

    fn down(&self, plate: &mut Plate) {
        let (m, size) = (plate.measures, plate.measures.body);
        let step = size * LEADING;
        let chip = self.chip(size);
        let indent = m.margin + size * 1.2;
        let width = m.width - m.margin - indent;
        for event in &self.events {
            plate.rule(m.margin, plate.cursor, m.width - m.margin, plate.cursor, 1.0, HAIR, "rule");
            plate.cursor += size * 0.3;
            plate.paragraph(&event.label, Style::new(size).tint(ALARM).bold(), 1.35);
            plate.paragraph(&event.note, Style::new(m.small).tint(MUTED), 1.35);
            let top = plate.cursor;
            let mut last = top;
            for hit in &event.hits {
                plate.cursor += size * 0.6;
                let who = if hit.role.is_empty() {
                    hit.who.clone()
                } else {
                    self.frame.with_note(&hit.who, &hit.role, &hit.role)
                };
                let who = wrap(&who, width, size, Weight::Regular, 3);
                last = plate.cursor + step / 2.0;
                plate.rule(m.margin + 2.0, last, indent - size * 0.3, last, 1.4, GREY, "link");
                plate.say_lines(&who, indent, plate.cursor + step * who.len() as f64 / 2.0, Style::new(size));
                plate.cursor += step * who.len() as f64 + size * 0.3;
                grades(plate, hit, indent, plate.cursor + size * 0.75, chip);
                plate.cursor += size * 1.6;
                for text in &hit.after {
                    for line in wrap(text, width, m.small, Weight::Regular, 4) {
                        plate.say_at(&line, indent, plate.cursor + m.small * 0.6, Style::new(m.small));
                        plate.cursor += m.small * LEADING;
                    }
                }
            }
            plate.rule(m.margin + 2.0, top, m.margin + 2.0, last, 1.4, GREY, "link");
            plate.cursor += size * 0.9;
        }
    }
}

/// The grade without the event and the grade with it; one alone where they are the same.
fn grades(plate: &mut Plate, hit: &FlowHit, x: f64, y: f64, chip: f64) {
    let size = plate.measures.body;
    let second = x + chip + size * 2.0;
    let arrow = |plate: &mut Plate| {
        let (from, to) = (x + chip + size * 0.3, second - size * 0.3);
        plate.rule(from, y, to, y, 1.6, INK, "arrow");
        for dy in [-4.0, 4.0] {
            plate.rule(to - 5.0, y + dy, to, y, 1.6, INK, "arrow");
        }
    };
    match (&hit.without, &hit.grade) {
        (Some(without), Some(grade)) if without != grade => {
            draw_grade(plate, without, x, y, chip);
            arrow(plate);
            draw_grade(plate, grade, second, y, chip);
        }
        (_, Some(grade)) => {
            draw_grade(plate, grade, x, y, chip);
            plate.say_at(&hit.same_word, x + chip + size * 0.5, y, Style::new(plate.measures.small).tint(MUTED));
        }
        (without, None) => {
            let at = match without {
                Some(without) => {
                    draw_grade(plate, without, x, y, chip);
                    arrow(plate);
                    second
                }
                None => x,
            };
            plate.say_at(&hit.instead, at, y, Style::new(size).tint(MUTED));
        }
    }
}

fn draw_grade(plate: &mut Plate, grade: &FlowGrade, x: f64, y: f64, width: f64) {
    let size = plate.measures.body;
    let h = size * 1.5;
    match grade.index {
        Some(index) => {
            let tone = grade_tone(index, grade.of);
            plate.rect(x, y - h / 2.0, width, h, GRADES[tone], "grade");
            plate.say_at(&grade.text, x + width / 2.0, y, Style::new(size).tint(ON_GRADES[tone]).middle());
        }
        None => plate.say_at(&grade.text, x + width / 2.0, y, Style::new(size).middle()),
    }
}
