//! `trend` over several folders: units and case statistics, year by year.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::arguments::TrendArguments;
use super::failure::Failure;
use super::table;
use super::trend_files::{pictures, statistics, stopped, tell, write};
use crate::audit::trend::years::{CountLine, Given, Sheet, UnitLine, UnitPoint, Years, years};
use crate::diag::{Findings, Lang, render_text};
use crate::exact::{Exact, Mode, Rounding};
use crate::files::{Disk, Files as _};
use crate::report::charts::{Chart, Format, Frame, GroupedBars, Pair, Slope, Slopes, Value, theme};
use crate::results::Results;

/// How many units the figure names.
const NAMED: usize = 12;

/// How many units are shown on a terminal; trend.xlsx has all.
const SHOWN: usize = 40;

/// `kaoze trend A B C…`
pub(super) fn several(asked: &TrendArguments, lang: Lang) -> Result<u8, Failure> {
    let mut all = Vec::new();
    for dir in &asked.dirs {
        match given(dir)? {
            Ok(one) => all.push(one),
            Err(findings) => return Ok(stopped(&findings, asked.json, lang)),
        }
    }
    let checked = years(all);
    let years = checked.value;
    let mut files = draw(&years, lang)?;
    files.insert("trend.json".to_owned(), format!("{:#}\n", serde_json::json!(years)).into_bytes());
    files.insert("trend.xlsx".to_owned(), years.workbook(lang).map_err(Failure::Drawing)?);
    let out = asked.out.clone().unwrap_or_else(|| PathBuf::from("trend"));
    write(&out, &files)?;
    eprint!("{}", render_text(&checked.findings, lang));
    if asked.json {
        println!("{:#}", serde_json::json!(years));
    } else {
        print!("{}", text(&years, lang));
        tell(&out, &files);
    }
    Ok(0)
}

/// A package, a workspace with one in out/, or case statistics; or the findings that stop it.
fn given(dir: &Path) -> Result<Result<Given, Findings>, Failure> {
    let disk = Disk::at(dir);
    let bytes = disk.read("results.json").or_else(|_| disk.read("out/results.json")).ok();
    let results = match bytes {
        Some(bytes) => {
            let read = Results::from_json(&bytes);
            Some(read.map_err(|cause| Failure::NoResults(dir.join("results.json"), cause))?)
        }
        None => None,
    };
    let path = dir.display().to_string();
    if results.is_some() && disk.read("published.toml").is_err() {
        return Ok(Ok(Given { path, results, statistics: None, findings: Findings::default() }));
    }
    let read = statistics(dir)?;
    if read.value.is_none() || read.findings.has_errors() && results.is_none() {
        return Ok(Err(read.findings));
    }
    Ok(Ok(Given { path, results, statistics: read.value, findings: read.findings }))
}

fn text(years: &Years, lang: Lang) -> String {
    let zh = lang == Lang::Zh;
    let span = match (years.years.first(), years.years.last()) {
        (Some(first), Some(last)) if first != last => format!("{first}–{last}"),
        (Some(only), _) => only.to_string(),
        (None, _) => String::new(),
    };
    let fictional = match (years.fictional, zh) {
        (false, _) => "",
        (true, true) => "（虚构）",
        (true, false) => " (fictional)",
    };
    let mut out = format!("{} {span}{fictional}\n\n", if zh { "历年比较" } else { "Years side by side" });
    if !years.units.is_empty() {
        out += &block(&years.unit_table(lang), SHOWN, &[0, years.unit_years().len() + 2]);
    }
    if !years.cases.is_empty() {
        out += &block(&years.count_table(lang), usize::MAX, &[0, 1]);
    }
    let n = years.told(lang).len();
    out += &match (n, zh) {
        (0, true) => "各来源之间没有发现矛盾。\n".to_owned(),
        (0, false) => "No contradiction was found.\n".to_owned(),
        (n, true) => format!("矛盾和问题 {n} 处，列在 trend.xlsx 的“核对”。\n"),
        (1, false) => "1 finding, listed in the sheet Checks of trend.xlsx.\n".to_owned(),
        (n, false) => format!("{n} findings, listed in the sheet Checks of trend.xlsx.\n"),
    };
    out
}

fn block(sheet: &Sheet, most: usize, left: &[usize]) -> String {
    let n = sheet.rows.len();
    let shown = n.min(most.saturating_add(1));
    let mut out = format!("{}\n{}\n", sheet.title, table::lines_with(&sheet.rows[..shown], left).join("\n"));
    if n > shown {
        out += &format!("… +{}\n", n - shown);
    }
    out + "\n"
}

fn draw(years: &Years, lang: Lang) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let mut files = BTreeMap::new();
    if let Some(chart) = cases(years, lang) {
        let drawing = chart.draw().map_err(|error| Failure::Drawing(error.to_string()))?;
        files.extend(pictures("trend-cases", drawing, lang));
    }
    if let Some(chart) = units(years, lang) {
        let drawing = chart.draw().map_err(|error| Failure::Drawing(error.to_string()))?;
        files.extend(pictures("trend-units", drawing, lang));
    }
    Ok(files)
}

/// Case statistics of the last two years that have counts.
fn cases(years: &Years, lang: Lang) -> Option<GroupedBars> {
    let zh = lang == Lang::Zh;
    let counted = years.counted_years();
    let year = *counted.last()?;
    let count = |line: &CountLine, year: i32| {
        let point = line.points.iter().find(|point| point.year == year)?;
        let n = point.count.count()?;
        Some(Value::new(Exact::from(n), n.to_string()))
    };
    let pair = |line: &CountLine| Pair {
        label: if zh {
            format!("{}（{}）", line.name, line.measure)
        } else {
            format!("{} ({})", line.name, line.measure)
        },
        before: count(line, year - 1),
        after: count(line, year),
        change: line.points.last().map(|point| point.change.shown(lang)).unwrap_or_default(),
    };
    let title = if zh {
        format!("{year}年案件统计及同比")
    } else {
        format!("Case statistics of {year}, year over year")
    };
    let subtitle = if zh { "全县；百分比为比上年增减" } else { "whole county; changes on the year before" };
    let described = table::lines(&years.count_table(lang).rows).join("\n");
    Some(GroupedBars {
        frame: frame(years, lang, title, subtitle.to_owned(), described),
        before_word: year_word(year - 1, lang),
        after_word: year_word(year, lang),
        pairs: years.cases.iter().map(pair).collect(),
    })
}

fn year_word(year: i32, lang: Lang) -> String {
    if lang == Lang::Zh { format!("{year}年") } else { year.to_string() }
}

fn frame(years: &Years, lang: Lang, title: String, subtitle: String, description: String) -> Frame {
    let zh = lang == Lang::Zh;
    let invented = if zh { "数据为虚构" } else { "the data are invented" };
    let sources: Vec<&str> = years.sources.iter().map(|source| source.title.as_str()).collect();
    Frame {
        title,
        subtitle,
        notes: years.fictional.then(|| invented.to_owned()).into_iter().collect(),
        source: sources.join(if zh { "；" } else { "; " }),
        description,
        format: Format::Slide,
        lang,
        theme: theme::built_in(),
    }
}

/// Totals of the last two years that units have, the largest changes named; broken lines are not joined.
fn units(years: &Years, lang: Lang) -> Option<Slopes> {
    let zh = lang == Lang::Zh;
    let unit_years = years.unit_years();
    let [.., before, now] = *unit_years.as_slice() else { return None };
    let at = |line: &UnitLine, year: i32| line.points.iter().find(|point| point.year == year).cloned();
    let value = |point: Option<&UnitPoint>| Value::shown(point?.score.as_ref()?.shown());
    let lines: Vec<(&UnitLine, UnitPoint)> =
        years.units.iter().filter_map(|line| Some((line, at(line, now)?))).collect();
    let mut sizes: Vec<Exact> = lines.iter().filter_map(|(_, point)| Some(point.change.as_ref()?.abs())).collect();
    sizes.sort_by(|a, b| b.cmp(a));
    let least = sizes.get(NAMED - 1).or(sizes.last()).cloned()?;
    let (mut up, mut down) = (0_usize, 0_usize);
    for (_, point) in &lines {
        let Some(change) = &point.change else { continue };
        up += usize::from(!change.is_negative() && !change.is_zero());
        down += usize::from(change.is_negative());
    }
    let n_named = lines.iter().filter(|(_, point)| point.change.as_ref().is_some_and(|own| own.abs() >= least)).count();
    // Many equal changes at the edge would crowd the names; then only those beyond it are named.
    let is_named = |point: &UnitPoint| {
        let size = point.change.as_ref().map(Exact::abs);
        size.is_some_and(|size| size > least || size == least && n_named <= NAMED)
    };
    let rows = lines.iter().map(|(line, point)| Slope {
        label: line.name.clone(),
        before: point.change.as_ref().and_then(|_| value(at(line, before).as_ref())),
        after: value(Some(point)),
        change: point.change.as_ref().map(|change| signed(change, point)).unwrap_or_default(),
        named: is_named(point),
        joined: point.broken.is_none(),
    });
    let broken: Vec<&str> =
        lines.iter().filter(|(_, point)| point.broken.is_some()).map(|(line, _)| line.name.as_str()).collect();
    let remark = match (broken.len(), zh) {
        (0, _) => None,
        (1..=8, true) => Some(format!("※ 不与上年相比：{}", broken.join("、"))),
        (1..=8, false) => Some(format!("※ not compared with the year before: {}", broken.join(", "))),
        (n, true) => Some(format!("※ 不与上年相比的单位{n}个，见 trend.xlsx")),
        (n, false) => Some(format!("※ {n} units are not compared with the year before, see trend.xlsx")),
    };
    let title = if zh {
        format!("可比的单位{up}个上升，{down}个下降")
    } else {
        format!("Of the units compared {up} rose and {down} fell")
    };
    let subtitle = match zh {
        true => format!("各单位总分，{before}年与{now}年，变动最大的标出名称"),
        false => format!("Totals of {before} and {now}; the largest changes bear names"),
    };
    let described = table::lines(&years.unit_table(lang).rows).join("\n");
    let mut frame = frame(years, lang, title, subtitle, described);
    if lines.iter().any(|(_, point)| point.rules.is_some()) {
        frame.notes.push(match zh {
            true => "两年办法不同：变动含办法之变，其中成绩与办法两部分见 trend.xlsx".to_owned(),
            false => "the rules changed: trend.xlsx splits each change into performance and rules".to_owned(),
        });
    }
    Some(Slopes {
        frame,
        before_word: year_word(before, lang),
        after_word: year_word(now, lang),
        other_word: if zh { "其他单位" } else { "other units" }.to_owned(),
        rows: rows.collect(),
        remarks: remark.into_iter().collect(),
    })
}

/// A change with its sign and as many places as the total has.
fn signed(change: &Exact, point: &UnitPoint) -> String {
    let shown = point.score.as_ref().map(|score| score.shown()).unwrap_or_default();
    let places = shown.split_once('.').map_or(0, |(_, right)| right.len());
    let rounding = Rounding { mode: Mode::HalfUp, places: u32::try_from(places).unwrap_or(0) };
    let sign = if change.is_negative() || change.is_zero() { "" } else { "+" };
    format!("{sign}{}", rounding.show(change))
}
