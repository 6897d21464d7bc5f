//! 案件统计 with the year before.

use std::collections::BTreeMap;

use super::names::Names;
use super::numbers::signed_percent;
use super::plots::{PairPlot, PairRow, Plot};
use super::table::{Cell, Column, Kind, Table};
use super::words::Say;
use super::{Block, Section, Sheet, titles};
use crate::results::{CaseLine, Results};

/// 同比 in words: `+14.3%`, or why there is no rate. A base of nought gives no rate.
pub(super) fn year_over_year(say: Say, line: &CaseLine) -> String {
    match (line.now, line.before, &line.change) {
        (None, ..) => say.of("本年无数据", "no data this year").to_owned(),
        (_, None, _) => say.of("上年无数据", "no data last year").to_owned(),
        (Some(now), Some(before), _) if now == before => say.of("持平", "unchanged").to_owned(),
        (_, Some(0), _) => say.of("上年为零，不计比率", "nought last year, no rate").to_owned(),
        (_, _, Some(change)) => signed_percent(change),
        (_, _, None) => say.of("不计比率", "no rate").to_owned(),
    }
}

fn table(results: &Results, names: &Names) -> Table {
    let (say, year) = (names.say, results.assessment.year);
    let year_words = |year: i32| say.made(format!("{year}年"), year.to_string());
    let columns = vec![
        Column::new(say.of("指标", "Indicator"), Kind::Text),
        Column::new(say.of("计量单位", "Measure"), Kind::Mark),
        Column::new(year_words(year - 1), Kind::Number),
        Column::new(year_words(year), Kind::Number),
        Column::new(say.of("同比", "Year over year"), Kind::Number),
    ];
    let absent = || Cell::Instead("—".to_owned());
    let rows = results.lists.cases.iter().map(|line| {
        vec![
            Cell::text(line.name.clone()),
            Cell::text(line.measure.clone()),
            line.before.map_or_else(absent, Cell::Count),
            line.now.map_or_else(absent, Cell::Count),
            Cell::text(year_over_year(say, line)),
        ]
    });
    Table { columns, rows: rows.collect(), when_empty: say.of("没有案件统计", "No case statistics").to_owned() }
}

/// The section of the page.
pub(super) fn section(results: &Results, names: &Names, plots: &mut BTreeMap<String, Plot>) -> Section {
    let (say, year) = (names.say, results.assessment.year);
    let heading = say.of("案件统计", "Case statistics").to_owned();
    let lines = &results.lists.cases;
    if lines.is_empty() {
        return Section { id: "statistics", heading, blocks: Vec::new() };
    }
    let subject = say.of("全县案件统计及同比", "Case statistics of the county, year over year");
    let title = titles::statistics(say, lines, subject);
    let subtitle = say.made(
        format!("全县，{}年与{year}年；同比以上年数为基数", year - 1),
        format!("Whole county, {} and {year}; changes are shares of the year before", year - 1),
    );
    let parts: Vec<String> = lines
        .iter()
        .map(|line| {
            let now = line.now.map_or_else(|| "—".to_owned(), |now| format!("{now}{}", line.measure));
            let change = year_over_year(say, line);
            say.made(format!("{}{now}（同比{change}）", line.name), format!("{} {now} ({change})", line.name))
        })
        .collect();
    let parts: Vec<String> = parts
        .into_iter()
        .map(|part| part.replace("同比上年", "上年").replace("同比本年", "本年").replace("同比不计", "不计"))
        .collect();
    let sentence = format!("{}{}", parts.join(say.of("；", "; ")), say.of("。", "."));
    let rows = lines.iter().map(|line| PairRow {
        label: format!("{}{}", line.name, say.bracketed(&line.measure)),
        before: line.before,
        now: line.now,
        change: year_over_year(say, line),
    });
    let year_words = |year: i32| say.made(format!("{year}年"), year.to_string());
    let frame = names.frame(title, subtitle, sentence.clone());
    plots.insert(
        "statistics".to_owned(),
        Plot::Pairs(PairPlot { frame, before: year_words(year - 1), now: year_words(year), rows: rows.collect() }),
    );
    let block = Block {
        plot: Some("statistics".to_owned()),
        caption: String::new(),
        sentence,
        sentences: Vec::new(),
        table: Some(table(results, names)),
        folded: true,
        aside: false,
    };
    Section { id: "statistics", heading, blocks: vec![block] }
}

/// The sheet 案件.
pub(super) fn sheet(results: &Results, names: &Names) -> Sheet {
    let say = names.say;
    Sheet {
        name: say.of("案件", "Cases").to_owned(),
        title: format!("{} {}", results.assessment.title, say.of("案件统计", "case statistics")),
        table: table(results, names),
        frozen: 0,
        signatures: Vec::new(),
    }
}
