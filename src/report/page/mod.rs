//! report.html: one file that opens offline and loads nothing.
//!
//! **In**: [`View`] and the figures of its charts. **Out**: the page as text. **Holds**: every word of the data is escaped;
//! figures alone are markup, and they are made by this program; it reads well at 360 and at 1280 pixels, in light, in dark
//! and on paper, without script. **Does not**: leave anything to look up elsewhere.

use std::collections::BTreeMap;

use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior};
use serde::Serialize;

use crate::report::view::{Block, Cell, GradeMark, Kind, Section, Table, View};

/// The template; committed beside the fonts.
const TEMPLATE: &str = include_str!("../../../reports/templates/report.html");

/// A chart as the page shows it.
#[derive(Debug, Clone, Serialize)]
pub struct Picture {
    /// SVG for a page; markup.
    pub wide: String,
    /// SVG for a telephone; markup.
    pub narrow: String,
}

#[derive(Serialize)]
struct PageCell {
    text: String,
    class: &'static str,
    tone: usize,
}

#[derive(Serialize)]
struct PageColumn<'a> {
    label: &'a str,
    class: &'static str,
}

#[derive(Serialize)]
struct PageTable<'a> {
    columns: Vec<PageColumn<'a>>,
    rows: Vec<Vec<PageCell>>,
    when_empty: &'a str,
    /// Two columns of words: read as a list of terms.
    terms: bool,
    wide: bool,
}

#[derive(Serialize)]
struct PageBlock<'a> {
    caption: &'a str,
    picture: Option<&'a Picture>,
    title: &'a str,
    sentence: &'a str,
    sentences: &'a [String],
    table: Option<PageTable<'a>>,
    folded: bool,
    aside: Option<String>,
    summary: String,
}

#[derive(Serialize)]
struct PageSection<'a> {
    id: &'a str,
    heading: &'a str,
    blocks: Vec<PageBlock<'a>>,
}

#[derive(Serialize)]
struct PageKey<'a> {
    label: &'a str,
    value: u32,
    note: &'a str,
    alarm: bool,
}

#[derive(Serialize)]
struct Page<'a> {
    lang: &'static str,
    title: &'a str,
    period: &'a str,
    period_word: &'a str,
    status: &'a str,
    status_words: &'a str,
    status_code: &'a str,
    issued: &'a str,
    issued_word: &'a str,
    scheme: &'a str,
    scheme_word: &'a str,
    fictional: Option<&'a str>,
    footer: &'a str,
    contents_word: &'a str,
    top_word: &'a str,
    chart_style: &'a str,
    keys: Vec<PageKey<'a>>,
    sections: Vec<PageSection<'a>>,
}

/// The page of this view. `pictures` are the charts by name and `chart_style` the style sheet that they share; a block whose
/// chart is missing shows its table unfolded.
///
/// # Errors
/// When the template and this module disagree, which is a fault of this program.
pub fn write(view: &View, pictures: &BTreeMap<String, Picture>, chart_style: &str) -> Result<String, String> {
    let say = view.say;
    let section = |section: &'_ Section| -> Vec<usize> { (0..section.blocks.len()).collect() };
    let sections = view.sections.iter().map(|part| PageSection {
        id: part.id,
        heading: &part.heading,
        blocks: section(part)
            .into_iter()
            .filter_map(|i| part.blocks.get(i))
            .map(|b| block(view, b, pictures))
            .collect(),
    });
    let head = &view.head;
    let page = Page {
        lang: say.of("zh-CN", "en"),
        title: &head.title,
        period: &head.period,
        period_word: say.of("考核期", "Period"),
        status: &head.status,
        status_words: &head.status_words,
        status_code: &head.status_code,
        issued: &head.issued,
        issued_word: say.of("制表日期", "Issued"),
        scheme: &head.scheme,
        scheme_word: say.of("考核办法", "Scheme"),
        fictional: head.fictional.as_deref(),
        footer: &head.footer,
        contents_word: say.of("目录", "Contents"),
        top_word: say.of("回到顶部", "Back to top"),
        chart_style,
        keys: view
            .keys
            .iter()
            .map(|key| PageKey { label: &key.label, value: key.value, note: &key.note, alarm: key.alarm })
            .collect(),
        sections: sections.collect(),
    };
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    let made = environment
        .add_template("report.html", TEMPLATE)
        .and_then(|()| environment.get_template("report.html"))
        .and_then(|template| template.render(Serde(&page)));
    made.map_err(|error| format!("report.html: {error:#}"))
}

fn block<'a>(view: &'a View, block: &'a Block, pictures: &'a BTreeMap<String, Picture>) -> PageBlock<'a> {
    let picture = block.plot.as_ref().and_then(|name| pictures.get(name));
    let plot = block.plot.as_ref().and_then(|name| view.plots.get(name));
    let n = block.table.as_ref().map_or(0, |table| table.rows.len());
    let say = view.say;
    let what = if picture.is_none() && !block.caption.is_empty() {
        block.caption.clone()
    } else {
        say.made(format!("数据表（{n}行）"), format!("Table ({n} rows)"))
    };
    PageBlock {
        caption: &block.caption,
        picture,
        title: plot.map_or("", |plot| plot.frame().title.as_str()),
        sentence: &block.sentence,
        sentences: &block.sentences,
        table: block.table.as_ref().map(table),
        folded: block.folded && (picture.is_some() || block.plot.is_none()),
        aside: block.aside.then(|| block.caption.clone()),
        summary: what,
    }
}

fn table(table: &Table) -> PageTable<'_> {
    let kinds: Vec<Kind> = table.columns.iter().map(|column| column.kind).collect();
    let columns = table.columns.iter().map(|column| PageColumn { label: &column.label, class: class_of(column.kind) });
    let rows = table.rows.iter().map(|row| row.iter().zip(&kinds).map(|(cell, kind)| page_cell(cell, *kind)).collect());
    let terms = kinds == [Kind::Text, Kind::Long];
    PageTable {
        columns: columns.collect(),
        rows: rows.collect(),
        when_empty: &table.when_empty,
        terms,
        wide: kinds.len() > 7,
    }
}

fn class_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "t",
        Kind::Long => "l",
        Kind::Number => "n",
        Kind::Mark => "m",
    }
}

fn page_cell(cell: &Cell, kind: Kind) -> PageCell {
    let (class, tone) = match cell {
        Cell::Instead(_) => ("instead", 0),
        Cell::Grade(mark) => ("grade", GradeMark::tone(mark).unwrap_or(0)),
        Cell::Change(number) if number.exact.is_negative() => ("down", 0),
        _ => ("", 0),
    };
    let class = match (class, kind) {
        ("instead", Kind::Number) => "n instead",
        ("instead", _) => "m instead",
        ("grade", _) => "m",
        ("down", _) => "n down",
        (_, kind) => class_of(kind),
    };
    PageCell { text: cell.shown(), class, tone }
}

#[cfg(test)]
mod tests;
