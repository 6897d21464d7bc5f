//! Which workbooks a scheme needs, with their headers and hints.

use super::polls;
use crate::forms::FormSheet;
use crate::scheme::words::{FactTable, FamilyWords, ItemWords, MarkValue, Named, PollKind, Table, Words};

/// A workbook and its entries in kaoze.toml.
pub(super) struct Book {
    /// Name of the table in kaoze.toml.
    pub(super) table: String,
    /// Path in the workspace.
    pub(super) path: String,
    /// What it is, for a comment.
    pub(super) what: String,
    /// Whether a new workspace has it; the others are alternatives.
    pub(super) needed: bool,
    /// Sheets.
    pub(super) sheets: Vec<FormSheet>,
    /// How kaoze.toml names them.
    pub(super) entries: Vec<Entry>,
}

/// One `[[table]]`.
#[derive(Default)]
pub(super) struct Entry {
    /// Pattern of sheet names.
    pub(super) sheets: Option<String>,
    /// Fixed values.
    pub(super) set: Vec<(&'static str, String)>,
}

const DATES: &str = "日期写成日期格式，或 2015-07-15、2015年7月15日。";

/// Every workbook, needed or alternative.
pub(super) fn all(words: &Words) -> Vec<Book> {
    let mut books = vec![plain(words, Table::Units, "单位名册", vec![format!("单位类别：{}。", names(&words.groups))])];
    if !words.roles.is_empty() {
        let roles: Vec<&str> = words.roles.iter().map(|role| role.named.name.as_str()).collect();
        let hints = vec![
            format!("一人一职一行。角色：{}。任职止空白即仍在任；同时任两职的，主要职务一行写“是”。", roles.join("、")),
            format!("分管事项有几项的用“、”隔开。{DATES}"),
        ];
        books.push(plain(words, Table::People, "干部名册", hints));
    }
    books.extend(marks(words));
    books.extend(ledger(words));
    books.extend(words.polls.iter().flat_map(|poll| polls::books(words, poll)));
    if words.polls.iter().any(|poll| poll.kind == PollKind::Appraisal) {
        let polls: Vec<&str> = words.polls.iter().map(|poll| poll.name.as_str()).collect();
        let hint = format!("测评：{}。每种票类、每个对象一行。", polls.join("、"));
        let mut book = plain(words, Table::BallotReturns, "票数登记", vec![hint]);
        book.path = "raw/民主测评/票数登记.xlsx".to_owned();
        books.push(book);
    }
    if !words.cases.is_empty() {
        let measures: Vec<String> =
            words.cases.iter().map(|case| format!("{}（{}）", case.named.name, case.measure)).collect();
        let hints =
            vec![format!("填整数：{}。", measures.join("、")), "全县的数，单位栏写“全县”；可写几个年度。".to_owned()];
        let mut book = plain(words, Table::Cases, "案件统计", hints);
        add_headers(&mut book, words.cases.iter().map(|case| case.named.name.clone()));
        books.push(book);
    }
    if !words.families.is_empty() {
        let family = |family: &FamilyWords| format!("{}：{}", family.named.name, names(&family.levels));
        let levels: Vec<String> = words.families.iter().map(family).collect();
        books.push(plain(words, Table::Claims, "加减分", vec![format!("类别和级别——{}。{DATES}", levels.join("；"))]));
    }
    if !words.grounds.is_empty() {
        let hint = format!("事由：{}。涉及人员写人员代码或姓名。{DATES}", names(&words.grounds));
        books.push(plain(words, Table::Events, "责任追究", vec![hint]));
    }
    let hint = format!("对象写单位或人员的代码或名称；决定等次：{}。{DATES}", words.grades.join("、"));
    books.push(plain(words, Table::Decisions, "裁定", vec![hint]));
    books
}

/// 检查评分: a sheet per period.
fn marks(words: &Words) -> Option<Book> {
    let items: Vec<_> = words.items.iter().filter(|item| item.table == FactTable::Marks).collect();
    if items.is_empty() {
        return None;
    }
    let mut book = plain(words, Table::Marks, "检查评分", Vec::new());
    (book.sheets, book.entries) = (Vec::new(), Vec::new());
    book.path = "raw/检查评分/第一检查组.xlsx".to_owned();
    for period in &words.periods {
        let own: Vec<_> = items.iter().filter(|item| item.periods.contains(&period.code)).collect();
        if own.is_empty() {
            continue;
        }
        let hint = |item: &&ItemWords| {
            let value = match &item.value {
                MarkValue::Points { full, places } => format!("0—{}分，最多{places}位小数", full.plain()),
                MarkValue::Count => "次数（整数）".to_owned(),
                MarkValue::Date => "日期".to_owned(),
                MarkValue::YesNo => "有或无".to_owned(),
            };
            format!("{} {value}", item.code)
        };
        let hints = vec![
            format!("各列填法：{}。", own.iter().map(|item| hint(item)).collect::<Vec<_>>().join("；")),
            "每个单位、每名检查人一行。不适用写“不适用”；空白即未报送。".to_owned(),
        ];
        let name = sheet_name(&format!("{}检查", period.name));
        let mut sheet = form(words, Table::Marks, &name, hints, &["period"]);
        let before_note = sheet.headers.len().saturating_sub(1);
        let columns = own.iter().map(|item| format!("{} {}", item.code, item.name));
        sheet.headers.splice(before_note..before_note, columns);
        book.sheets.push(sheet);
        book.entries.push(Entry { sheets: Some(name), set: vec![("period", period.code.to_string())] });
    }
    Some(book)
}

/// 履责台账.
fn ledger(words: &Words) -> Option<Book> {
    let items: Vec<String> = words
        .items
        .iter()
        .filter(|item| item.table == FactTable::Ledger)
        .map(|item| format!("{} {}", item.code, item.name))
        .collect();
    let hint = || format!("项目：{}。一次一行。{DATES}", items.join("、"));
    (!items.is_empty()).then(|| plain(words, Table::Ledger, "履责台账", vec![hint()]))
}

/// A workbook of one sheet with the fields of its table.
fn plain(words: &Words, table: Table, name: &str, hints: Vec<String>) -> Book {
    Book {
        table: table_name(table).to_owned(),
        path: format!("raw/{name}.xlsx"),
        what: name.to_owned(),
        needed: true,
        sheets: vec![form(words, table, name, hints, &[])],
        entries: vec![Entry::default()],
    }
}

/// A sheet with the fields of its table, less those given in kaoze.toml.
pub(super) fn form(words: &Words, table: Table, name: &str, hints: Vec<String>, given: &[&str]) -> FormSheet {
    let fields = words.layout(table).map(|layout| layout.fields.as_slice()).unwrap_or_default();
    let headers = fields
        .iter()
        .filter(|field| !given.contains(&field.name.as_str()))
        .filter_map(|field| field.headers.first().cloned());
    FormSheet {
        name: sheet_name(name),
        title: Some(name.to_owned()),
        notes: hints,
        headers: headers.collect(),
        rows: Vec::new(),
        widths: Vec::new(),
    }
}

/// Further columns.
pub(super) fn add_headers(book: &mut Book, headers: impl Iterator<Item = String>) {
    if let Some(sheet) = book.sheets.first_mut() {
        sheet.headers.extend(headers);
    }
}

/// The table's name in kaoze.toml.
pub(super) fn table_name(table: Table) -> &'static str {
    match table {
        Table::Units => "units",
        Table::People => "people",
        Table::Marks => "marks",
        Table::Ledger => "ledger",
        Table::Ballots => "ballots",
        Table::BallotCounts => "ballot_counts",
        Table::BallotReturns => "ballot_returns",
        Table::Survey => "survey",
        Table::Cases => "cases",
        Table::Claims => "claims",
        Table::Events => "events",
        Table::Decisions => "decisions",
    }
}

/// Names in a row.
pub(super) fn names<C>(list: &[Named<C>]) -> String {
    list.iter().map(|named| named.name.as_str()).collect::<Vec<_>>().join("、")
}

/// A name as a sheet's or a file's: no character that Excel or a disk forbids, at most 31.
pub(super) fn sheet_name(name: &str) -> String {
    let fits = |c: &char| !c.is_control() && !"[]:*?/\\\"<>|'".contains(*c);
    let plain: String = name.trim().chars().filter(fits).take(31).collect();
    let plain = plain.trim_matches(['.', ' ']).to_owned();
    if plain.is_empty() { "表".to_owned() } else { plain }
}
