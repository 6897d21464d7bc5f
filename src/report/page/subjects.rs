//! Units and people as two islands: what the search and the lists need at once, and what a page of one of them needs later.

use serde_json::{Value, json};

use super::island::{Pool, trimmed};
use super::trees::exactly;
use crate::report::view::{Block, Cell, Kind, PathKind, Portrait, Table, percent};

/// `[is_person, code, name, group, unit, role, post, rank, grade, tone, total, exact, last, change, notes]` for each subject.
pub(super) fn index(portraits: &[Portrait]) -> Value {
    let one = |p: &Portrait| {
        let (total, last, change) = (p.total.shown(), p.last[0].shown(), p.last[1].shown());
        let tone = tone(&p.grade);
        let exact = exact(&p.total).unwrap_or_default();
        json!([
            u8::from(p.is_person),
            p.code,
            p.name,
            p.group,
            p.unit.as_deref().unwrap_or_default(),
            p.role,
            p.post,
            p.rank.unwrap_or(0),
            p.grade.shown(),
            tone,
            total,
            exact,
            last,
            change,
            p.notes,
        ])
    };
    Value::Array(portraits.iter().map(one).collect())
}

/// `{c: cells, h: heads of tables, u: units, p: people}`; a cell is a text or `[text, look, exact]`, a subject
/// `[paragraph, ranked, path, blocks]`, a step of the path `[kind, label, cell, note, share of full marks in per cent]`, a
/// block `[caption, sentences, head, rows]`; every text is a number of a cell.
pub(super) fn pages(portraits: &[Portrait]) -> Value {
    let (mut cells, mut heads) = (Pool::new(), Pool::new());
    let (mut units, mut people) = (serde_json::Map::new(), serde_json::Map::new());
    for portrait in portraits {
        let path: Vec<Value> = portrait
            .path
            .iter()
            .map(|step| {
                let share = step.share.as_ref().map(percent).unwrap_or_default();
                let (label, cell) = (cells.text(&step.label), self::cell(&mut cells, &step.cell));
                let (note, share) = (cells.text(&step.note), cells.text(share.trim_end_matches('%')));
                json!([kind(step.kind), label, cell, note, share])
            })
            .collect();
        let blocks: Vec<Value> = portrait.blocks.iter().map(|own| block(own, &mut cells, &mut heads)).collect();
        let page = json!([cells.text(&portrait.paragraph), portrait.ranked.unwrap_or(0), path, blocks]);
        let all = if portrait.is_person { &mut people } else { &mut units };
        all.insert(portrait.code.clone(), page);
    }
    json!({ "c": cells.into_values(), "h": heads.into_values(), "u": units, "p": people })
}

fn kind(kind: PathKind) -> &'static str {
    match kind {
        PathKind::Part => "part",
        PathKind::Adjustment => "adjust",
        PathKind::Total => "total",
        PathKind::Band => "band",
        PathKind::Ruling => "ruling",
        PathKind::Grade => "grade",
    }
}

fn block(block: &Block, cells: &mut Pool, heads: &mut Pool) -> Value {
    let mut sentences: Vec<usize> = Vec::new();
    if !block.sentence.is_empty() {
        sentences.push(cells.text(&block.sentence));
    }
    sentences.extend(block.sentences.iter().map(|sentence| cells.text(sentence)));
    let (head, rows) = match &block.table {
        Some(table) => (heads.value(head(table)), rows(table, cells)),
        None => (0, Value::Array(Vec::new())),
    };
    trimmed(vec![json!(cells.text(&block.caption)), json!(sentences), json!(head), rows])
}

/// Labels with the letter of their kind: `n得分`.
fn head(table: &Table) -> Value {
    let column = |label: &str, kind: Kind| format!("{}{label}", super::class_of(kind));
    Value::Array(table.columns.iter().map(|c| json!(column(&c.label, c.kind))).collect())
}

fn rows(table: &Table, cells: &mut Pool) -> Value {
    let row = |row: &Vec<Cell>| json!(row.iter().map(|own| cell(cells, own)).collect::<Vec<_>>());
    Value::Array(table.rows.iter().map(row).collect())
}

fn cell(pool: &mut Pool, cell: &Cell) -> usize {
    let shown = cell.shown();
    let look = match cell {
        Cell::Instead(_) => "i".to_owned(),
        Cell::Change(number) if number.exact.is_negative() => "d".to_owned(),
        Cell::Grade(_) => match tone(cell) {
            0 => String::new(),
            tone => tone.to_string(),
        },
        _ => String::new(),
    };
    match (look.is_empty(), exact(cell)) {
        (true, None) => pool.text(&shown),
        (false, None) => pool.value(json!([shown, look])),
        (_, Some(exact)) => pool.value(json!([shown, look, exact])),
    }
}

/// The tone of a grade, 1 to 5; nought for what has none.
pub(super) fn tone(cell: &Cell) -> usize {
    match cell {
        Cell::Grade(mark) => mark.tone().unwrap_or(0),
        _ => 0,
    }
}

/// What a tooltip says of a number.
pub(super) fn exact(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Number(number) | Cell::Change(number) => exactly(&number.exact, &number.shown),
        _ => None,
    }
}
