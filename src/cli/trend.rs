//! `trend`: case statistics year over year, printed and drawn.

use std::collections::BTreeMap;
use std::path::Path;

use super::arguments::{PackageLang, TrendArguments};
use super::failure::Failure;
use super::scoring::folder;
use super::trend_files::{pictures, statistics, stopped, tell, write};
use super::trend_years;
use crate::audit::trend::Trend;
use crate::audit::trend::years::{Given, years};
use crate::diag::{Lang, render_text};
use crate::exact::Exact;
use crate::report::charts::{Chart, Format, Frame, GroupedBars, Pair, Value, theme};

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
            theme: theme::built_in(),
        },
        before_word: year(trend.year - 1),
        after_word: year(trend.year),
        pairs: pairs.collect(),
    };
    let drawing = chart.draw().map_err(|error| Failure::Drawing(error.to_string()))?;
    Ok(pictures("trend", drawing, lang))
}
