//! 后果 and 名单: what rules ask of people, how far it has come, and who is barred from what until when.

use std::collections::BTreeMap;

use super::names::Names;
use super::table::{Cell, Column, Kind, Table};
use super::{Block, Section, Sheet};
use crate::diag::Lang;
use crate::results::{Bar, ListEntry, Results};

/// How many rows of one list stand on the page; the workbook has all.
const SHOWN: usize = 60;

/// The states in the order in which people look at them.
const STATES: [&str; 6] = ["overdue", "open", "proposed", "confirmed", "waived", "done"];

fn state(names: &Names, state: &str) -> &'static str {
    let (zh, en) = match state {
        "open" => ("待办", "open"),
        "done" => ("已办", "done"),
        "overdue" => ("逾期", "overdue"),
        "waived" => ("不适用", "does not apply"),
        "proposed" => ("待审定", "proposed"),
        "confirmed" => ("已确认", "confirmed"),
        _ => return "",
    };
    if names.say.of("中", "en") == "中" { zh } else { en }
}

fn place_of(state: &str) -> usize {
    STATES.iter().position(|own| *own == state).unwrap_or(STATES.len())
}

/// 逾期 2 项，待办 1 项，已办 30 项.
fn counted(names: &Names, entries: &[&ListEntry]) -> String {
    let say = names.say;
    let n_of = |word: &str| entries.iter().filter(|entry| entry.state == word).count();
    let parts = STATES.iter().map(|word| (state(names, word), n_of(word))).filter(|(_, n)| *n > 0);
    let parts: Vec<String> = parts.map(|(word, n)| say.made(format!("{word}{n}项"), format!("{n} {word}"))).collect();
    say.made(format!("{}。", parts.join("，")), format!("{}.", parts.join(", ")))
}

fn day(date: Option<&String>) -> Cell {
    Cell::text(date.cloned().unwrap_or_default())
}

/// What an entry is about, beside its subject: a unit or person by name, else a number as it stands.
fn about(names: &Names, entry: &ListEntry) -> String {
    let Some(about) = &entry.about else { return String::new() };
    let name = names.unit_name(about);
    if entry.whose == "unit" && entry.subject == *about { String::new() } else { name }
}

pub(super) fn cells(names: &Names, entry: &ListEntry) -> Vec<Cell> {
    let subject = match entry.whose.as_str() {
        "person" => names.person_name(&entry.subject),
        _ => names.unit_name(&entry.subject),
    };
    vec![
        Cell::text(subject),
        Cell::text(entry.facts.get("name").cloned().unwrap_or_default()),
        Cell::text(about(names, entry)),
        Cell::text(state(names, &entry.state)),
        day(entry.due.as_ref()),
        day(entry.done.as_ref()),
        Cell::text(entry.reason.clone()),
        Cell::text(entry.basis.clone()),
    ]
}

pub(super) fn columns(names: &Names) -> Vec<Column> {
    let say = names.say;
    vec![
        Column::new(say.of("对象", "Who"), Kind::Text),
        Column::new(say.of("事项", "Rule"), Kind::Text),
        Column::new(say.of("关于", "About"), Kind::Text),
        Column::new(say.of("状态", "State"), Kind::Mark),
        Column::new(say.of("期限", "Last day"), Kind::Mark),
        Column::new(say.of("完成", "Done"), Kind::Mark),
        Column::new(say.of("理由", "Why"), Kind::Long),
        Column::new(say.of("依据", "Basis"), Kind::Long),
    ]
}

/// Entries by list, in the order of the alphabet of lists; inside, what is late first.
fn by_list(results: &Results) -> BTreeMap<&str, Vec<&ListEntry>> {
    let mut lists: BTreeMap<&str, Vec<&ListEntry>> = BTreeMap::new();
    for entry in &results.lists.entries {
        lists.entry(entry.list.as_str()).or_default().push(entry);
    }
    for list in lists.values_mut() {
        list.sort_by_key(|entry| place_of(&entry.state));
    }
    lists
}

fn table(names: &Names, rows: Vec<Vec<Cell>>, columns: Vec<Column>) -> Table {
    Table { columns, rows, when_empty: names.say.of("没有需要处理的", "Nothing to be done").to_owned() }
}

/// What a bar keeps somebody from.
pub(super) fn bar_words(names: &Names, bar: &Bar) -> &'static str {
    let (zh, en) = match bar.bar.as_str() {
        "promotion" => ("不得提拔或者重用", "no promotion"),
        "any_post" => ("不得安排职务", "no post"),
        "higher_post" => ("不得担任更高层次职务", "no higher post"),
        _ => ("不得安排同等职务", "no equal post"),
    };
    if names.say.0 == Lang::Zh { zh } else { en }
}

pub(super) fn bar_cells(names: &Names, bar: &Bar) -> Vec<Cell> {
    vec![
        Cell::text(names.person_name(&bar.subject)),
        Cell::text(bar_words(names, bar)),
        Cell::text(bar.from.clone()),
        Cell::text(bar.until.clone()),
        Cell::text(bar.free_from.clone()),
        Cell::text(bar.reason.clone()),
        Cell::text(bar.basis.clone()),
    ]
}

pub(super) fn bar_columns(names: &Names) -> Vec<Column> {
    let say = names.say;
    vec![
        Column::new(say.of("人员", "Who"), Kind::Text),
        Column::new(say.of("限制", "Barred from"), Kind::Text),
        Column::new(say.of("起", "From"), Kind::Mark),
        Column::new(say.of("止", "Until"), Kind::Mark),
        Column::new(say.of("何日起不再受限", "Free from"), Kind::Mark),
        Column::new(say.of("理由", "Why"), Kind::Long),
        Column::new(say.of("依据", "Basis"), Kind::Long),
    ]
}

fn bar_table(results: &Results, names: &Names) -> Table {
    table(names, results.lists.bars.iter().map(|bar| bar_cells(names, bar)).collect(), bar_columns(names))
}

fn block(caption: &str, sentence: String, table: Option<Table>, folded: bool) -> Block {
    Block { plot: None, caption: caption.to_owned(), sentence, sentences: Vec::new(), table, folded, aside: false }
}

/// The section of the page: bars, then list by list what is not done.
pub(super) fn section(results: &Results, names: &Names) -> Section {
    let say = names.say;
    let mut blocks = Vec::new();
    if !results.lists.bars.is_empty() {
        let n = results.lists.bars.len();
        let sentence = say.made(
            format!("{n}项职务限制在期；同类有几项的按办法合并。"),
            format!("{n} bars; several of a kind are made one as the scheme says."),
        );
        blocks.push(block(say.of("后果", "Bars"), sentence, Some(bar_table(results, names)), false));
    }
    for (list, entries) in by_list(results) {
        let waiting: Vec<&&ListEntry> = entries.iter().filter(|entry| entry.state != "done").collect();
        let rows: Vec<Vec<Cell>> = waiting.iter().take(SHOWN).map(|entry| cells(names, entry)).collect();
        let mut sentence = counted(names, &entries);
        if waiting.len() > SHOWN {
            let more = waiting.len() - SHOWN;
            sentence += &say.made(
                format!("本页列{SHOWN}项，另有{more}项见工作簿“名单”。"),
                format!(" {SHOWN} of them stand here, {more} more in the workbook."),
            );
        }
        let folded = rows.len() > 12;
        let table = (!rows.is_empty()).then(|| table(names, rows, columns(names)).without_empty_columns(1));
        blocks.push(block(list, sentence, table, folded));
    }
    Section { id: "lists", heading: say.of("后果和名单", "Consequences and lists").to_owned(), blocks }
}

/// The sheets 后果 and 名单, where there is something to put on them.
pub(super) fn sheets(results: &Results, names: &Names) -> Vec<Sheet> {
    let say = names.say;
    let sheet = |name: &str, what: &str, table: Table, frozen| Sheet {
        name: name.to_owned(),
        title: format!("{} {what}", results.assessment.title),
        table,
        frozen,
        signatures: Vec::new(),
    };
    let mut all = Vec::new();
    if !results.lists.bars.is_empty() {
        all.push(sheet(say.of("后果", "Bars"), say.of("后果", "bars"), bar_table(results, names), 1));
    }
    if !results.lists.entries.is_empty() {
        let mut heads = vec![Column::new(say.of("名单", "List"), Kind::Text)];
        heads.extend(columns(names));
        heads.push(Column::new(say.of("出处", "Cells"), Kind::Long));
        let row = |entry: &&ListEntry| {
            let mut row = vec![Cell::text(entry.list.clone())];
            row.extend(cells(names, entry));
            row.push(Cell::text(entry.places.join("；")));
            row
        };
        let rows = by_list(results).values().flatten().map(row).collect();
        all.push(sheet(say.of("名单", "Lists"), say.of("名单", "lists"), table(names, rows, heads), 2));
    }
    all
}
