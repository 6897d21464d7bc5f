//! `trend`: case statistics year over year, printed and drawn.

use std::collections::BTreeMap;
use std::path::Path;

use super::arguments::{PackageLang, TrendArguments};
use super::failure::Failure;
use super::scheme::named;
use super::scoring::folder;
use super::tally_line::tally_line;
use super::{terminal, trend_years};
use crate::assessment;
use crate::audit::trend::years::{Given, years};
use crate::audit::trend::{Trend, trend as year_over_year};
use crate::diag::{Checked, Findings, Lang, render_json, render_text};
use crate::exact::Exact;
use crate::files::{Disk, Files, write_file};
use crate::report::charts::{Chart, Drawing, Format, Frame, GroupedBars, Pair, Value};
use crate::scheme::Scheme;

/// `kaoze trend DIR…`
pub(super) fn trend(asked: &TrendArguments, lang: Lang) -> Result<u8, Failure> {
    let lang = match asked.lang {
        Some(PackageLang::Zh) => Lang::Zh,
        Some(PackageLang::En) => Lang::En,
        None => lang,
    };
    for dir in &asked.dirs {
        folder(dir)?;
    }
    match asked.dirs.as_slice() {
        [dir] if !dir.join("results.json").is_file() => one(asked, dir, lang),
        _ => trend_years::several(asked, lang),
    }
}

/// One folder with case statistics: its year beside the year before.
fn one(asked: &TrendArguments, dir: &Path, lang: Lang) -> Result<u8, Failure> {
    let checked = statistics(dir)?;
    let Some(trend) = checked.value.filter(|_| !checked.findings.has_errors()) else {
        return Ok(stopped(&checked.findings, asked.json, lang));
    };
    eprint!("{}", render_text(&checked.findings, lang));
    let out = asked.out.clone().unwrap_or_else(|| dir.join("trend"));
    let mut files = draw(&trend, lang)?;
    files.insert("trend.json".to_owned(), format!("{:#}\n", serde_json::json!(trend)).into_bytes());
    let path = dir.display().to_string();
    let given = Given { path, results: None, statistics: Some(trend.clone()), findings: checked.findings };
    let joined = years(vec![given]).value;
    files.insert("trend.xlsx".to_owned(), joined.workbook(lang).map_err(Failure::Drawing)?);
    write(&out, &files)?;
    if asked.json {
        println!("{:#}", serde_json::json!(trend));
    } else {
        print!("{}", trend.text(lang));
        tell(&out, &files);
    }
    Ok(0)
}

/// What stops a trend: the findings, and exit code 1.
pub(super) fn stopped(findings: &Findings, json: bool, lang: Lang) -> u8 {
    if json {
        println!("{:#}", render_json(findings));
    } else {
        eprint!("{}", render_text(findings, lang));
        eprintln!("{}", tally_line(findings, lang));
    }
    1
}

/// Writes the files.
pub(super) fn write(out: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), Failure> {
    for (name, bytes) in files {
        write_file(&out.join(name), bytes)?;
    }
    Ok(())
}

/// Says where they are.
pub(super) fn tell(out: &Path, files: &BTreeMap<String, Vec<u8>>) {
    for name in files.keys() {
        println!("{}", terminal::path(&out.join(name)));
    }
}

/// The case statistics of a folder.
pub(super) fn statistics(dir: &Path) -> Result<Checked<Option<Trend>>, Failure> {
    let files = Disk::at(dir);
    let scheme = scheme_of(&files);
    let checked = year_over_year(&files, scheme.as_ref().map(|scheme| &scheme.words));
    checked.map_err(|error| Failure::disk(dir, &error))
}

/// The scheme that kaoze.toml names, if it names one that loads.
fn scheme_of(files: &Disk) -> Option<Scheme> {
    let bytes = files.read("kaoze.toml").ok()?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let assessment = assessment::read(&text, "kaoze.toml").value?;
    named(&assessment.scheme).value
}

fn draw(trend: &Trend, lang: Lang) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let zh = lang == Lang::Zh;
    let count = |n: Option<u32>| n.map(|n| Value::new(Exact::from(n), n.to_string()));
    let pairs = trend.chart_rows(lang).into_iter().map(|row| Pair {
        label: row.label,
        before: count(row.before),
        after: count(row.now),
        change: row.change,
    });
    let year = |year: i32| if zh { format!("{year}年") } else { year.to_string() };
    let subtitle = if zh {
        "各项计量单位见项目名称；百分比为比上年增减"
    } else {
        "measures beside the names; percentages are changes on the year before"
    };
    let mut notes = trend.notes(lang);
    if trend.fictional {
        notes.push(if zh { "数据为虚构".to_owned() } else { "the data are invented".to_owned() });
    }
    let chart = GroupedBars {
        frame: Frame {
            title: trend.headline(lang),
            subtitle: subtitle.to_owned(),
            notes,
            source: trend.source.clone().unwrap_or_else(|| trend.title.clone()),
            description: trend.text(lang),
            format: Format::Slide,
            lang,
        },
        before_word: year(trend.year - 1),
        after_word: year(trend.year),
        pairs: pairs.collect(),
    };
    let drawing = chart.draw().map_err(|error| Failure::Drawing(error.to_string()))?;
    Ok(pictures("trend", drawing, lang))
}

/// A drawing as files of this name; a character that the typeface lacks is told.
pub(super) fn pictures(name: &str, drawing: Drawing, lang: Lang) -> BTreeMap<String, Vec<u8>> {
    for character in &drawing.missing {
        match lang {
            Lang::Zh => eprintln!("警告：字体缺少字符“{character}”"),
            Lang::En => eprintln!("warning: the typeface lacks \"{character}\""),
        }
    }
    let svg = drawing.svg_outlines.into_bytes();
    BTreeMap::from([(format!("{name}.svg"), svg), (format!("{name}.png"), drawing.png)])
}
