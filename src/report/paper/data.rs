//! What the templates read: data.json of the report and of a letter.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::diag::{Lang, Rendered};
use crate::report::notices::wording::Sheet;
use crate::report::view::letters::Stamp;
use crate::report::view::{Block, Cell, Kind, Say, Table, View};
use crate::results::Results;

/// A table with more columns stands at the end, on its side.
const COLUMNS: usize = 8;
/// How many findings are printed.
const FINDINGS: usize = 200;

/// The data of the report, its charts in the order of their numbers, and every word for those who look for characters.
pub(super) struct Report {
    pub(super) data: Vec<u8>,
    pub(super) pictures: Vec<String>,
    pub(super) text: String,
}

#[derive(Serialize)]
struct PaperCell {
    text: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    look: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    tone: Option<usize>,
}

#[derive(Serialize)]
struct PaperColumn<'a> {
    label: &'a str,
    kind: &'static str,
    /// The widest text in characters, a Chinese one counting two.
    width: usize,
}

#[derive(Serialize)]
struct PaperTable<'a> {
    columns: Vec<PaperColumn<'a>>,
    rows: Vec<Vec<PaperCell>>,
    when_empty: &'a str,
}

#[derive(Serialize)]
struct PaperBlock<'a> {
    caption: &'a str,
    /// Which chart.
    picture: Option<usize>,
    /// What the chart shows, for those who cannot see it.
    alt: &'a str,
    sentence: &'a str,
    sentences: &'a [String],
    table: Option<PaperTable<'a>>,
    /// Which attachment has the table instead.
    attachment: Option<usize>,
}

#[derive(Serialize)]
struct PaperSection<'a> {
    heading: &'a str,
    blocks: Vec<PaperBlock<'a>>,
}

#[derive(Serialize)]
struct Attachment<'a> {
    heading: String,
    table: PaperTable<'a>,
}

#[derive(Serialize)]
struct Key<'a> {
    label: &'a str,
    value: u32,
    note: &'a str,
    alarm: bool,
}

#[derive(Serialize)]
struct Words {
    report: &'static str,
    summary: &'static str,
    contents: &'static str,
    attachment: &'static str,
    see: &'static str,
    figure: &'static str,
    table: &'static str,
    period: String,
    typeface: &'static str,
}

#[derive(Serialize)]
struct ReportData<'a> {
    head: &'a Stamp,
    words: Words,
    keys: Vec<Key<'a>>,
    lead: Vec<&'a str>,
    sections: Vec<PaperSection<'a>>,
    attachments: Vec<Attachment<'a>>,
}

#[derive(Serialize)]
struct LetterData<'a> {
    head: &'a Stamp,
    sheet: &'a Sheet,
}

/// data.json of a letter.
pub(super) fn letter(sheet: &Sheet, stamp: &Stamp) -> Vec<u8> {
    serde_json::to_vec(&LetterData { head: stamp, sheet }).unwrap_or_default()
}

/// data.json of the report with its charts, by the name of their plot.
pub(super) fn report(view: &View, results: &Results, charts: &BTreeMap<String, String>, stamp: &Stamp) -> Report {
    let say = view.say;
    let findings = findings(results, say);
    let (mut pictures, mut attachments, mut lead) = (Vec::new(), Vec::new(), Vec::new());
    let mut sections = Vec::new();
    for section in &view.sections {
        let mut blocks = Vec::new();
        for block in &section.blocks {
            let chart = block.plot.as_ref().and_then(|name| charts.get(name));
            let plot = block.plot.as_ref().and_then(|name| view.plots.get(name));
            // A title with a number in it states a finding; one without names a subject.
            let title = plot.map(|plot| plot.frame().title.as_str());
            lead.extend(title.filter(|title| title.contains(|c: char| c.is_ascii_digit())));
            let picture = chart.map(|svg| {
                pictures.push(svg.clone());
                pictures.len() - 1
            });
            let wide = block.table.as_ref().filter(|table| table.columns.len() > COLUMNS);
            let attachment = wide.map(|wide| {
                attachments.push(Attachment { heading: heading(&section.heading, block), table: table(wide) });
                attachments.len()
            });
            blocks.push(PaperBlock {
                caption: &block.caption,
                picture,
                alt: plot.map_or("", |plot| plot.frame().description.as_str()),
                sentence: &block.sentence,
                sentences: &block.sentences,
                table: block.table.as_ref().filter(|_| wide.is_none()).map(table),
                attachment,
            });
        }
        sections.push(PaperSection { heading: &section.heading, blocks });
    }
    if !findings.rows.is_empty() {
        let heading = say.of("检查发现", "Findings").to_owned();
        attachments.push(Attachment { heading, table: table(&findings) });
    }
    let keys =
        view.keys.iter().map(|key| Key { label: &key.label, value: key.value, note: &key.note, alarm: key.alarm });
    let data = ReportData { head: stamp, words: words(say, view), keys: keys.collect(), lead, sections, attachments };
    let data = serde_json::to_vec(&data).unwrap_or_default();
    let text = String::from_utf8_lossy(&data).into_owned();
    Report { data, pictures, text }
}

fn heading(section: &str, block: &Block) -> String {
    if block.caption.is_empty() {
        section.to_owned()
    } else if block.caption.contains(section) {
        block.caption.clone()
    } else {
        format!("{section} {}", block.caption)
    }
}

fn words(say: Say, view: &View) -> Words {
    let word = |zh: &'static str, en: &'static str| if say.0 == Lang::Zh { zh } else { en };
    Words {
        report: word("考核结果报告", "Report of results"),
        summary: word("总体情况", "Summary"),
        contents: word("目录", "Contents"),
        attachment: word("附件", "Attachment "),
        see: word("数据见附件", "Data: attachment "),
        figure: word("图", "Figure "),
        table: word("表", "Table "),
        period: say.pair(say.of("考核期", "Period"), &view.head.period),
        typeface: word(
            "本件只内嵌思源黑体（Noto Sans SC）常规和粗体两种字体，以粗细代替公文的小标宋、黑体、楷体和仿宋之分；版心、字号和编号按 GB/T 9704。",
            "Only Noto Sans SC in two weights is embedded; weight stands for the faces that GB/T 9704 asks for. Margins, sizes and numbering follow it.",
        ),
    }
}

fn table(table: &Table) -> PaperTable<'_> {
    let columns = table.columns.iter().enumerate().map(|(at, column)| {
        let cells = table.rows.iter().filter_map(|row| row.get(at)).map(|cell| width(&cell.shown()));
        PaperColumn {
            label: &column.label,
            kind: match column.kind {
                Kind::Text => "text",
                Kind::Long => "long",
                Kind::Number => "number",
                Kind::Mark => "mark",
            },
            width: cells.max().unwrap_or(0).max(width(&column.label)),
        }
    });
    let cell = |cell: &Cell| {
        let (look, tone) = match cell {
            Cell::Instead(_) => ("instead", None),
            Cell::Grade(mark) => ("grade", mark.tone()),
            Cell::Change(number) if number.exact.is_negative() => ("down", None),
            _ => ("", None),
        };
        PaperCell { text: cell.shown(), look, tone }
    };
    PaperTable {
        columns: columns.collect(),
        rows: table.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
        when_empty: &table.when_empty,
    }
}

fn width(text: &str) -> usize {
    text.chars().map(|c| if u32::from(c) < 0x2000 { 1 } else { 2 }).sum()
}

/// All that was found and let pass, with where it is and what came of it.
fn findings(results: &Results, say: Say) -> Table {
    use crate::report::view::Column;
    let all = if say.0 == Lang::Zh { &results.findings.zh } else { &results.findings.en };
    let columns = vec![
        Column::new(say.of("代码", "Code"), Kind::Mark),
        Column::new(say.of("级别", "Level"), Kind::Mark),
        Column::new(say.of("发现", "Finding"), Kind::Long),
        Column::new(say.of("位置", "Place"), Kind::Long),
        Column::new(say.of("影响", "Effect"), Kind::Long),
    ];
    let row = |finding: &Rendered| {
        let level = match finding.severity.as_str() {
            "error" => say.of("错误", "error"),
            "warning" => say.of("警告", "warning"),
            _ => say.of("提示", "note"),
        };
        let found = [finding.headline.as_str(), finding.found.as_str()].map(str::to_owned);
        let found: Vec<String> = found.into_iter().filter(|text| !text.is_empty()).collect();
        vec![
            Cell::text(finding.code.clone()),
            Cell::text(level),
            Cell::text(say.joined(&found)),
            Cell::text(say.joined(&finding.at)),
            Cell::text(finding.effect.clone()),
        ]
    };
    Table { columns, rows: all.iter().take(FINDINGS).map(row).collect(), when_empty: String::new() }
}
