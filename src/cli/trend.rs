//! `trend`: case statistics year over year, printed and drawn.

use std::collections::BTreeMap;

use super::arguments::TrendArguments;
use super::failure::Failure;
use super::scheme::named;
use super::scoring::folder;
use super::tally_line::tally_line;
use crate::assessment;
use crate::audit::trend::{Trend, trend as year_over_year};
use crate::diag::{Lang, render_json, render_text};
use crate::exact::Exact;
use crate::files::{Disk, Files, write_file};
use crate::report::charts::{Chart, Format, Frame, GroupedBars, Pair, Value, theme};
use crate::scheme::Scheme;

/// `kaoze trend DIR`
pub(super) fn trend(asked: &TrendArguments, lang: Lang) -> Result<u8, Failure> {
    folder(&asked.dir)?;
    let files = Disk::at(&asked.dir);
    let scheme = scheme_of(&files);
    let checked = year_over_year(&files, scheme.as_ref().map(|scheme| &scheme.words));
    let checked = checked.map_err(|error| Failure::disk(&asked.dir, &error))?;
    let Some(trend) = checked.value.filter(|_| !checked.findings.has_errors()) else {
        if asked.json {
            println!("{:#}", render_json(&checked.findings));
        } else {
            eprint!("{}", render_text(&checked.findings, lang));
            eprintln!("{}", tally_line(&checked.findings, lang));
        }
        return Ok(1);
    };
    eprint!("{}", render_text(&checked.findings, lang));
    let out = asked.out.clone().unwrap_or_else(|| asked.dir.join("trend"));
    let drawn = draw(&trend, lang)?;
    for (name, bytes) in &drawn {
        write_file(&out.join(name), bytes)?;
    }
    if asked.json {
        println!("{:#}", serde_json::json!(trend));
    } else {
        print!("{}", trend.text(lang));
        for name in drawn.keys() {
            println!("{}", out.join(name).display());
        }
    }
    Ok(0)
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
            theme: theme::built_in(),
        },
        before_word: year(trend.year - 1),
        after_word: year(trend.year),
        pairs: pairs.collect(),
    };
    let drawing = chart.draw().map_err(|error| Failure::Drawing(error.to_string()))?;
    for character in &drawing.missing {
        eprintln!(
            "{}",
            if zh {
                format!("警告：字体缺少字符“{character}”")
            } else {
                format!("warning: the typeface lacks \"{character}\"")
            }
        );
    }
    Ok(BTreeMap::from([
        ("trend.svg".to_owned(), drawing.svg_outlines.into_bytes()),
        ("trend.png".to_owned(), drawing.png),
    ]))
}
