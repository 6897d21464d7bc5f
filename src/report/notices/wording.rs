//! The words of a letter: a template of plain text, filled by minijinja, read line by line.
//!
//! What a line begins with says what it is: `# ` the title, `@ ` whom it addresses, `## ` and `### ` headings, `- ` an entry of
//! a list, `> ` small print, `=> ` a line to the right, `|` a row of a table; any other line is a paragraph, and an empty line
//! is nothing. `**` around words makes them bold. Under the first row of a table stands `|---|---:|:-:|`: as many dashes as a
//! column is wide beside the others, a colon where it is aligned to. What is filled in never becomes a mark of these.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use minijinja::value::Serde;
use minijinja::{Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value};
use serde::Serialize;

use crate::report::view::letters::{Letter, Said, Stamp};

/// The wordings built in, by template and language.
const BUILT_IN: [(&str, &str); 8] = [
    ("reports/templates/notice.zh.md", include_str!("../../../reports/templates/notice.zh.md")),
    ("reports/templates/notice.en.md", include_str!("../../../reports/templates/notice.en.md")),
    ("reports/templates/rectify.zh.md", include_str!("../../../reports/templates/rectify.zh.md")),
    ("reports/templates/rectify.en.md", include_str!("../../../reports/templates/rectify.en.md")),
    ("reports/templates/talks.zh.md", include_str!("../../../reports/templates/talks.zh.md")),
    ("reports/templates/talks.en.md", include_str!("../../../reports/templates/talks.en.md")),
    ("reports/templates/publication.zh.md", include_str!("../../../reports/templates/publication.zh.md")),
    ("reports/templates/publication.en.md", include_str!("../../../reports/templates/publication.en.md")),
];

/// Words with or without weight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Whether they are bold.
    pub bold: bool,
}

/// A line of words.
pub type Words = Vec<Run>;

/// Where the words of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// To the left.
    Left,
    /// In the middle.
    Middle,
    /// To the right.
    Right,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Width beside the others.
    pub width: usize,
    /// Where its words stand.
    pub side: Side,
}

/// A part of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Piece {
    /// Whom it addresses.
    Address { words: Words },
    /// Heading: 一、
    Heading { words: Words },
    /// Heading below it: （一）
    Subheading { words: Words },
    /// Paragraph.
    Paragraph { words: Words },
    /// Entry of a list.
    Entry { words: Words },
    /// Small print.
    Small { words: Words },
    /// Line to the right.
    Right { words: Words },
    /// Table; the first row is its head.
    Table { columns: Vec<Column>, rows: Vec<Vec<Words>> },
}

/// A letter in words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// Title.
    pub title: String,
    /// What stands under it.
    pub pieces: Vec<Piece>,
}

impl Sheet {
    /// Every word of it, for those who look for characters.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = self.title.clone();
        let mut add = |words: &Words| words.iter().for_each(|run| text.push_str(&run.text));
        for piece in &self.pieces {
            match piece {
                Piece::Address { words }
                | Piece::Heading { words }
                | Piece::Subheading { words }
                | Piece::Paragraph { words }
                | Piece::Entry { words }
                | Piece::Small { words }
                | Piece::Right { words } => add(words),
                Piece::Table { rows, .. } => rows.iter().flatten().for_each(&mut add),
            }
        }
        text
    }
}

/// What is wrong with a template, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The template.
    pub path: String,
    /// Its line, where one is known.
    pub line: Option<usize>,
    /// In words of the template engine.
    pub words: String,
    /// Whether the template is one of this program.
    pub built_in: bool,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line.unwrap_or(0), self.words)
    }
}

/// The wordings of one language, the office's own first.
pub struct Templates<'a> {
    lang: &'static str,
    environment: Environment<'a>,
    own: BTreeSet<String>,
    faults: Vec<Fault>,
}

impl<'a> Templates<'a> {
    /// Those of this language. A wording of the office that cannot be read leaves a fault, and the one built in serves.
    #[must_use]
    pub fn of(lang: &'static str, office: &'a BTreeMap<String, Vec<u8>>) -> Self {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
        environment.set_formatter(inert);
        let (mut own, mut faults) = (BTreeSet::new(), Vec::new());
        for (path, text) in BUILT_IN {
            if let Some(bytes) = office.get(path) {
                let added = match std::str::from_utf8(bytes) {
                    Ok(text) => environment.add_template(path, text).map_err(|error| fault(path, &error, false)),
                    Err(_) => {
                        Err(Fault { path: path.to_owned(), line: None, words: "not UTF-8".to_owned(), built_in: false })
                    }
                };
                match added {
                    Ok(()) => {
                        own.insert(path.to_owned());
                        continue;
                    }
                    Err(fault) => faults.push(fault),
                }
            }
            if let Err(error) = environment.add_template(path, text) {
                faults.push(fault(path, &error, true));
            }
        }
        Self { lang, environment, own, faults }
    }

    /// What was wrong when they were read.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        self.faults.clone()
    }

    fn path(&self, template: &str) -> String {
        format!("reports/templates/{template}.{}.md", self.lang)
    }

    /// From now on by the wording that is built in.
    pub fn give_up(&mut self, template: &str) {
        let path = self.path(template);
        if let Some((path, text)) = BUILT_IN.iter().find(|(known, _)| *known == path) {
            self.environment.remove_template(path);
            if let Err(error) = self.environment.add_template(path, text) {
                self.faults.push(fault(path, &error, true));
            }
            self.own.remove(*path);
        }
    }

    /// The letter in words.
    ///
    /// # Errors
    /// When its template asks for what is not there, or gives no title.
    pub fn fill(&self, letter: &Letter, stamp: &Stamp) -> Result<Sheet, Fault> {
        let path = self.path(letter.template);
        let built_in = !self.own.contains(&path);
        let data = Data { head: stamp, said: &letter.said };
        let template = self.environment.get_template(&path);
        let text = template.and_then(|template| template.render(Serde(&data)));
        let text = text.map_err(|error| fault(&path, &error, built_in))?;
        let sheet = read(&text);
        if sheet.title.is_empty() {
            let words = "no line begins with “# ”, so the letter has no title".to_owned();
            return Err(Fault { path, line: None, words, built_in });
        }
        Ok(sheet)
    }
}

#[derive(Serialize)]
struct Data<'a> {
    head: &'a Stamp,
    #[serde(flatten)]
    said: &'a Said,
}

fn fault(path: &str, error: &Error, built_in: bool) -> Fault {
    let kind = error.kind().to_string();
    let words = error.detail().map_or(kind.clone(), |detail| format!("{kind}: {detail}"));
    Fault { path: path.to_owned(), line: error.line(), words, built_in }
}

/// Writes a value so that no character of it is a mark of the wording.
fn inert(out: &mut Output, _: &mut State, value: &Value) -> Result<(), Error> {
    let text = if value.is_none() || value.is_undefined() { String::new() } else { value.to_string() };
    let mut escaped = String::with_capacity(text.len());
    for (at, c) in text.chars().enumerate() {
        match c {
            '\n' | '\r' => escaped.push(' '),
            c if c.is_control() => {}
            '\\' | '|' | '*' => escaped.extend(['\\', c]),
            '#' | '@' | '-' | '>' | '=' | ' ' if at == 0 => escaped.extend(['\\', c]),
            c => escaped.push(c),
        }
    }
    out.write_str(&escaped).map_err(|_| Error::from(ErrorKind::WriteFailure))
}

/// Reads the lines of a filled template.
#[must_use]
pub fn read(text: &str) -> Sheet {
    let mut sheet = Sheet::default();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(row) = line.strip_prefix('|') {
            table_row(&mut sheet.pieces, row);
        } else if let Some(title) = line.strip_prefix("# ") {
            sheet.title = plain(&words(title));
        } else if let Some(rest) = line.strip_prefix("### ") {
            sheet.pieces.push(Piece::Subheading { words: words(rest) });
        } else if let Some(rest) = line.strip_prefix("## ") {
            sheet.pieces.push(Piece::Heading { words: words(rest) });
        } else if let Some(rest) = line.strip_prefix("@ ") {
            sheet.pieces.push(Piece::Address { words: words(rest) });
        } else if let Some(rest) = line.strip_prefix("- ") {
            sheet.pieces.push(Piece::Entry { words: words(rest) });
        } else if let Some(rest) = line.strip_prefix("> ") {
            sheet.pieces.push(Piece::Small { words: words(rest) });
        } else if let Some(rest) = line.strip_prefix("=> ") {
            sheet.pieces.push(Piece::Right { words: words(rest) });
        } else {
            sheet.pieces.push(Piece::Paragraph { words: words(line) });
        }
    }
    sheet
}

/// A row goes to the table above it; the row of dashes makes the row before it the head of a table of its own.
fn table_row(pieces: &mut Vec<Piece>, row: &str) {
    let cells = cells(row);
    let is_rule = |cell: &str| cell.contains('-') && cell.chars().all(|c| "-: ".contains(c));
    if cells.iter().all(|cell| is_rule(cell)) {
        let columns: Vec<Column> = cells.iter().map(|cell| column(cell.trim())).collect();
        let Some(Piece::Table { rows, .. }) = pieces.last_mut() else { return };
        let Some(head) = rows.pop() else { return };
        if rows.is_empty() {
            pieces.pop();
        }
        pieces.push(Piece::Table { columns, rows: vec![head] });
        return;
    }
    let cells: Vec<Words> = cells.iter().map(|cell| words(cell.trim())).collect();
    match pieces.last_mut() {
        Some(Piece::Table { rows, .. }) => rows.push(cells),
        _ => {
            let columns = cells.iter().map(|_| Column { width: 1, side: Side::Left }).collect();
            pieces.push(Piece::Table { columns, rows: vec![cells] });
        }
    }
}

fn column(rule: &str) -> Column {
    let side = match (rule.starts_with(':'), rule.ends_with(':')) {
        (true, true) => Side::Middle,
        (false, true) => Side::Right,
        _ => Side::Left,
    };
    Column { width: rule.matches('-').count().max(1), side }
}

/// The cells of a row, split at `|` that is not escaped; the marks stay as they are.
fn cells(row: &str) -> Vec<String> {
    let (mut all, mut escaped) = (vec![String::new()], false);
    for c in row.strip_suffix('|').filter(|short| !short.ends_with('\\')).unwrap_or(row).chars() {
        if c == '|' && !escaped {
            all.push(String::new());
        } else if let Some(last) = all.last_mut() {
            last.push(c);
        }
        escaped = c == '\\' && !escaped;
    }
    all
}

/// Words with their weight; `\` takes the meaning from what follows it.
fn words(text: &str) -> Words {
    let (mut runs, mut bold) = (vec![Run { text: String::new(), bold: false }], false);
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        if c == '*' && characters.peek() == Some(&'*') {
            characters.next();
            bold = !bold;
            runs.push(Run { text: String::new(), bold });
            continue;
        }
        let c = if c == '\\' { characters.next().unwrap_or(c) } else { c };
        if let Some(last) = runs.last_mut() {
            last.text.push(c);
        }
    }
    runs.retain(|run| !run.text.is_empty());
    runs
}

/// The words without their weight.
fn plain(words: &Words) -> String {
    words.iter().map(|run| run.text.as_str()).collect()
}
