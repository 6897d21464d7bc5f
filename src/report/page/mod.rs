//! report.html: one file that opens offline and loads nothing.
//!
//! **In**: [`View`], the portraits of units and people, the trees of their numbers and the figures. **Out**: the page as text.
//! **Holds**: every word of the data is escaped; figures alone are markup, and they are made by this program; without script
//! the overview and every table read; with it each unit and person has a page of its own, made when it is opened; it reads
//! well from 360 to 1920 pixels and beyond, in light, in dark and on paper. **Does not**: leave anything to look up elsewhere,
//! or run any script but its own.
//!
//! Fonts: a stack of what Chinese systems have. A subset of the embedded typeface would make every machine show the same
//! letters, and was weighed: cutting a CFF font (charstrings with shared subroutines, cmap, vmtx) soundly takes a crate that
//! this program does not carry; the county needs some 900 characters, which is 250 KB of base64 in each weight; and a page
//! on which somebody types a name into the search would fall back in the middle of a word. Figures and print that must not
//! depend on the machine are in `charts/` and in the PDF, with outlines.

mod island;
mod policy;
mod subjects;
mod trees;
mod words;

use std::collections::BTreeMap;

use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior};
use serde::Serialize;
use serde_json::json;

use crate::explain::Explanations;
use crate::report::view::{Block, Cell, Kind, Portrait, Table, View};

/// The template, its style and its script; an office may put its own in their place.
const FILES: [(&str, &str); 3] = [
    ("reports/templates/report.html", include_str!("../../../reports/templates/report.html")),
    ("reports/templates/report.css", include_str!("../../../reports/templates/report.css")),
    ("reports/templates/report.js", include_str!("../../../reports/templates/report.js")),
];
/// Folded tables with more rows than this are markup only once somebody opens them, or when there is no script.
const LAZY: usize = 40;

/// What the page is made from.
#[derive(Debug, Clone, Copy)]
pub struct Content<'a> {
    /// Sections and words.
    pub view: &'a View,
    /// Units and people.
    pub portraits: &'a [Portrait],
    /// Their trees.
    pub explained: &'a Explanations,
    /// Charts by name. A block whose chart is missing shows its table unfolded.
    pub pictures: &'a BTreeMap<String, Picture>,
    /// The style sheet that the charts share.
    pub chart_style: &'a str,
    /// The office's own files by path.
    pub office: &'a BTreeMap<String, Vec<u8>>,
}

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
    exact: Option<String>,
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
    /// The chart's name.
    plot: &'a str,
    /// Code of the group that it is about, when there are several groups.
    group: Option<&'a str>,
    lazy: bool,
    caption: &'a str,
    picture: Option<Picture>,
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

/// A chart of one subject, kept aside until its page is opened.
#[derive(Serialize)]
struct OwnPicture<'a> {
    of: String,
    name: &'a str,
    title: &'a str,
    picture: Picture,
}

#[derive(Serialize)]
struct Page<'a> {
    lang: &'static str,
    w: BTreeMap<&'static str, &'static str>,
    policy: String,
    style: String,
    script: String,
    title: &'a str,
    period: &'a str,
    status: &'a str,
    status_words: &'a str,
    status_code: &'a str,
    issued: &'a str,
    scheme: &'a str,
    fictional: Option<&'a str>,
    footer: &'a str,
    has_people: bool,
    keys: Vec<PageKey<'a>>,
    groups: Vec<[&'a str; 2]>,
    sections: Vec<PageSection<'a>>,
    pictures: Vec<OwnPicture<'a>>,
    index: String,
    pages: String,
    trees: String,
}

/// The page.
///
/// # Errors
/// When a template of the office cannot be read or filled; else when the template and this module disagree, which is a fault
/// of this program.
pub fn write(content: Content<'_>) -> Result<String, String> {
    let Content { view, portraits, pictures, .. } = content;
    let [template, css, script] = FILES.map(|(path, built_in)| match content.office.get(path) {
        None => Ok(built_in.to_owned()),
        Some(own) => String::from_utf8(own.clone()).map_err(|_| format!("{path} is not UTF-8")),
    });
    let (template, css, script) = (template?, css?, script?.trim().to_owned());
    let groups = groups(portraits);
    let words = words::words(view.say);
    let sections = view.sections.iter().map(|part| PageSection {
        id: part.id,
        heading: &part.heading,
        blocks: part.blocks.iter().map(|one| block(view, one, pictures, &groups)).collect(),
    });
    let head = &view.head;
    let index = json!({ "w": words, "title": head.title, "groups": groups, "all": subjects::index(portraits) });
    let page = Page {
        lang: view.say.of("zh-CN", "en"),
        policy: policy::policy(&script),
        style: format!("{css}\n{}\n{}", content.chart_style, themes(content.chart_style)),
        script,
        title: &head.title,
        period: &head.period,
        status: &head.status,
        status_words: &head.status_words,
        status_code: &head.status_code,
        issued: &head.issued,
        scheme: &head.scheme,
        fictional: head.fictional.as_deref(),
        footer: &head.footer,
        has_people: portraits.iter().any(|portrait| portrait.is_person),
        keys: view
            .keys
            .iter()
            .map(|key| PageKey { label: &key.label, value: key.value, note: &key.note, alarm: key.alarm })
            .collect(),
        sections: sections.collect(),
        pictures: own_pictures(view, portraits, pictures),
        index: island::island(&index)?,
        pages: island::island(&subjects::pages(portraits))?,
        trees: island::island(&trees::trees(content.explained, view.say.of("zh", "en")))?,
        groups,
        w: words,
    };
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    let made = environment
        .add_template("report.html", &template)
        .and_then(|()| environment.get_template("report.html"))
        .and_then(|template| template.render(Serde(&page)));
    made.map_err(|error| format!("report.html: {error:#}"))
}

/// Code and name of each group that has units, in the order of the ranking.
fn groups(portraits: &[Portrait]) -> Vec<[&str; 2]> {
    let mut groups: Vec<[&str; 2]> = Vec::new();
    for portrait in portraits.iter().filter(|portrait| !portrait.is_person) {
        if !groups.iter().any(|[code, _]| *code == portrait.group) {
            groups.push([&portrait.group, &portrait.group_name]);
        }
    }
    groups
}

/// The group that a chart is about: `ranking-township`, `items-township-2`; of several that fit, the longest code.
fn group_of<'a>(plot: &str, groups: &[[&'a str; 2]]) -> Option<&'a str> {
    let (_, rest) = plot.split_once('-')?;
    let fits = |code: &str| rest.strip_prefix(code).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
    let found = groups.iter().map(|[code, _]| *code).filter(|code| fits(code));
    found.max_by_key(|code| code.len()).filter(|_| groups.len() > 1)
}

/// The charts named `unit-CODE-…` and `person-CODE-…`.
fn own_pictures<'a>(
    view: &'a View,
    portraits: &[Portrait],
    pictures: &'a BTreeMap<String, Picture>,
) -> Vec<OwnPicture<'a>> {
    let own = |(name, picture): (&'a String, &Picture)| {
        let (kind, rest) = name.split_once('-')?;
        let is_person = match kind {
            "unit" => false,
            "person" => true,
            _ => return None,
        };
        let fits = |p: &&Portrait| {
            p.is_person == is_person && rest.strip_prefix(p.code.as_str()).is_some_and(|rest| rest.starts_with('-'))
        };
        let of = portraits.iter().filter(fits).max_by_key(|portrait| portrait.code.len())?;
        let title = view.plots.get(name).map_or("", |plot| plot.frame().title.as_str());
        let of = format!("{}/{}", if is_person { 'p' } else { 'u' }, of.code);
        Some(OwnPicture { of, name, title, picture: slim(picture) })
    };
    pictures.iter().filter_map(own).collect()
}

/// A picture without the colours that the style sheet of the page gives by class.
fn slim(picture: &Picture) -> Picture {
    let bare = |svg: &str| {
        let mut out = String::with_capacity(svg.len());
        let mut rest = svg;
        while let Some(at) = [" fill=\"#", " stroke=\"#"].iter().filter_map(|word| rest.find(word)).min() {
            let (before, found) = rest.split_at(at);
            let end = found.match_indices('"').nth(1).map_or(found.len(), |(at, _)| at + 1);
            out.push_str(before);
            rest = found.get(end..).unwrap_or_default();
        }
        unmarked(&(out + rest))
    };
    Picture { wide: bare(&picture.wide), narrow: bare(&picture.narrow) }
}

/// Markup without the classes that name the role of a mark, which no rule of the page speaks of, and without line feeds.
fn unmarked(svg: &str) -> String {
    let mut out = String::with_capacity(svg.len());
    for (i, part) in svg.split(" class=\"").enumerate() {
        let (classes, rest) = if i == 0 { ("", part) } else { part.split_once('"').unwrap_or(("", part)) };
        let kept: Vec<&str> =
            classes.split(' ').filter(|class| !class.is_empty() && !class.starts_with("kz-")).collect();
        if !kept.is_empty() {
            out.push_str(&format!(" class=\"{}\"", kept.join(" ")));
        }
        out.push_str(rest);
    }
    out.replace(">\n<", "><")
}

/// The charts in the theme that a reader has chosen: their style sheet says light before its media rule and dark in it, and
/// lets `--kz-NAME` rule otherwise.
fn themes(chart_style: &str) -> String {
    let (light, dark) = chart_style.split_once("@media").unwrap_or((chart_style, ""));
    let rule = |theme: &str, style: &str| {
        let tints = style.split("fill:var(").skip(1).filter_map(|rest| rest.split_once(')'));
        let tints = tints.filter_map(|(inner, _)| inner.split_once(','));
        let tints: String = tints.map(|(name, colour)| format!("{name}:{colour};")).collect();
        format!("@media screen{{:root[data-theme={theme}]{{{tints}}}}}\n")
    };
    rule("light", light) + &rule("dark", dark)
}

fn block<'a>(
    view: &'a View,
    block: &'a Block,
    pictures: &BTreeMap<String, Picture>,
    groups: &[[&'a str; 2]],
) -> PageBlock<'a> {
    let picture = block.plot.as_ref().and_then(|name| pictures.get(name)).map(slim);
    let folded = block.folded && (picture.is_some() || block.plot.is_none());
    let group = block.plot.as_deref().and_then(|name| group_of(name, groups));
    let plot = block.plot.as_ref().and_then(|name| view.plots.get(name));
    let n = block.table.as_ref().map_or(0, |table| table.rows.len());
    let say = view.say;
    let what = if picture.is_none() && !block.caption.is_empty() {
        block.caption.clone()
    } else {
        say.made(format!("数据表（{n}行）"), format!("Table ({n} rows)"))
    };
    PageBlock {
        plot: block.plot.as_deref().unwrap_or_default(),
        group,
        lazy: folded && n > LAZY && group.is_none(),
        caption: &block.caption,
        title: plot.map_or("", |plot| plot.frame().title.as_str()),
        sentence: &block.sentence,
        sentences: &block.sentences,
        table: block.table.as_ref().map(table),
        folded,
        aside: block.aside.then(|| block.caption.clone()),
        summary: what,
        picture,
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
    let class = match cell {
        Cell::Instead(_) => "instead",
        Cell::Grade(_) => "grade",
        Cell::Change(number) if number.exact.is_negative() => "down",
        _ => "",
    };
    let class = match (class, kind) {
        ("instead", Kind::Number) => "n instead",
        ("instead", _) => "m instead",
        ("grade", _) => "m",
        ("down", _) => "n down",
        (_, kind) => class_of(kind),
    };
    PageCell { text: cell.shown(), class, tone: subjects::tone(cell), exact: subjects::exact(cell) }
}

#[cfg(test)]
mod tests;
