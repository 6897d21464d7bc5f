//! 方法与说明: scheme, lines, order of the stages, assumed rules, findings, inputs, how to verify.

use super::names::Names;
use super::table::{Cell, Column, Kind, Table};
use super::{Block, Section, Sheet};
use crate::diag::Lang;
use crate::results::Results;

/// The order of the stages, as the product fixes it.
const STAGES: [&str; 2] = [
    "事实 → 项目得分 → 测评和满意度 → 各部分 → 考核期合成 → 加减分 → 总分 → 修约 → 分数档 → 否决和处理限档 → 资格 → 名额和并列 → 裁定 → 后果和名单",
    "facts → item scores → ballots and surveys → components → period blend → bonus and penalty → total → rounding → band → veto and sanction caps → eligibility → places and ties → decision → consequences and lists",
];

fn facts(results: &Results, names: &Names) -> Vec<(String, String)> {
    let (say, scheme, info) = (names.say, &results.scheme, &results.assessment);
    let (status, status_words) = say.status(&info.status);
    let mut rows: Vec<(&str, &str, String)> = vec![
        ("状态", "Status", say.pair(&status, &status_words)),
        (
            "考核期",
            "Period",
            say.made(format!("{} 至 {}", info.from, info.to), format!("{} to {}", info.from, info.to)),
        ),
        ("制表日期", "Issued", info.issued.clone()),
        ("考核办法", "Scheme", format!("{}{}", scheme.title, say.bracketed(&scheme.code))),
        ("制定机关", "Issuer", scheme.issuer.clone()),
        ("办法摘要", "Scheme digest", scheme.digest.clone()),
        (
            "总分满分",
            "Maximum total",
            say.made(
                format!("{}分（加分前）", scheme.maximum.plain()),
                format!("{} (before bonuses)", scheme.maximum.plain()),
            ),
        ),
    ];
    let components: Vec<String> = scheme
        .components
        .iter()
        .map(|component| {
            let weight = super::percent(&component.weight);
            let (name, weight, max) = (&component.name, weight.replace(".0%", "%"), component.max.plain());
            say.made(format!("{name}满分{max}，占{weight}"), format!("{name}: of {max}, weight {weight}"))
        })
        .collect();
    rows.push(("总分组成", "Components", say.joined(&components)));
    for (zh, en, grades) in [
        ("单位等次线", "Bands of units", &scheme.unit_grades),
        ("个人等次线", "Bands of people", &scheme.person_grades),
    ] {
        let lines: Vec<String> = grades
            .iter()
            .map(|info| match &info.from {
                Some(from) => say.made(
                    format!("{}：{}分起", info.grade, from.plain()),
                    format!("{}: from {}", info.grade, from.plain()),
                ),
                None => say.made(format!("{}：其余", info.grade), format!("{}: below", info.grade)),
            })
            .collect();
        if !lines.is_empty() {
            rows.push((zh, en, say.joined(&lines)));
        }
    }
    let stages = say.of(STAGES[0], STAGES[1]).to_owned();
    rows.push(("计算次序", "Order of the stages", stages));
    rows.push(("数值", "Numbers", say.of(
        "全程为精确分数，只在办法规定之处修约一次；表中数值为修约后的数，办法未规定修约的按两位小数显示",
        "exact fractions throughout, rounded once and only where the scheme says; tables print the rounded value, or two places where the scheme does not round",
    ).to_owned()));
    let assumed: Vec<String> = scheme.assumed.iter().map(|id| names.rule(results, id)).collect();
    let assumed = if assumed.is_empty() {
        say.of("无，全部规则均有文件依据", "none, every rule rests on a document").to_owned()
    } else {
        let n = assumed.len();
        say.made(
            format!("{n}条规则为示例设定，原文未规定：{}", assumed.join("、")),
            format!("{n} rules rest on no document: {}", assumed.join(", ")),
        )
    };
    rows.push(("设定的规则", "Assumed rules", assumed));
    let findings = if say.0 == Lang::Zh { &results.findings.zh } else { &results.findings.en };
    let of = |severity: &str| findings.iter().filter(|finding| finding.severity == severity).count();
    let (warnings, notes) = (of("warning"), of("note"));
    rows.push((
        "检查发现",
        "Findings",
        say.made(
            format!("警告{warnings}条，提示{notes}条，错误0条"),
            format!("{warnings} warnings, {notes} notes, no errors"),
        ),
    ));
    rows.push((
        "程序",
        "Program",
        say.made(
            format!("考责 {}，算法版本 {}", results.kaoze.version, results.kaoze.semantics),
            format!("Kaoze {}, semantics {}", results.kaoze.version, results.kaoze.semantics),
        ),
    ));
    rows.push(("复算", "To verify", say.made(
        format!("持本结果包和{}份原始表，运行 kaoze verify 结果包 --raw 原始表目录；结果一致则逐字节相同", results.inputs.len()),
        format!("with this package and the {} raw tables run: kaoze verify PACKAGE --raw DIR; an identical result is identical byte for byte", results.inputs.len()),
    )));
    rows.into_iter()
        .filter(|(.., text)| !text.is_empty())
        .map(|(zh, en, text)| (say.of(zh, en).to_owned(), text))
        .collect()
}

fn two_columns(labels: [&str; 2], rows: Vec<(String, String)>) -> Table {
    let columns = vec![Column::new(labels[0], Kind::Text), Column::new(labels[1], Kind::Long)];
    let rows = rows.into_iter().map(|(name, text)| vec![Cell::text(name), Cell::text(text)]).collect();
    Table { columns, rows, when_empty: String::new() }
}

fn inputs(results: &Results) -> Vec<(String, String)> {
    results.inputs.iter().map(|input| (input.path.clone(), input.sha256.clone())).collect()
}

/// The section of the page.
pub(super) fn section(results: &Results, names: &Names) -> Section {
    let say = names.say;
    let mut blocks = vec![Block {
        plot: None,
        caption: String::new(),
        sentence: String::new(),
        sentences: Vec::new(),
        table: Some(two_columns([say.of("事项", "What"), say.of("说明", "Words")], facts(results, names))),
        folded: false,
        aside: false,
    }];
    if !results.inputs.is_empty() {
        let n = results.inputs.len();
        blocks.push(Block {
            plot: None,
            caption: say.made(format!("原始表{n}份及其摘要"), format!("{n} raw tables and their digests")),
            sentence: String::new(),
            sentences: Vec::new(),
            table: Some(two_columns([say.of("原始表", "Raw table"), "SHA-256"], inputs(results))),
            folded: true,
            aside: false,
        });
    }
    Section { id: "about", heading: say.of("方法与说明", "Method").to_owned(), blocks }
}

/// The sheet 说明.
pub(super) fn sheet(results: &Results, names: &Names) -> Sheet {
    let say = names.say;
    let mut rows = facts(results, names);
    rows.extend(inputs(results).into_iter().map(|(path, digest)| (path, format!("SHA-256 {digest}"))));
    Sheet {
        name: say.of("说明", "Method").to_owned(),
        title: format!("{} {}", results.assessment.title, say.of("说明", "method")),
        table: two_columns([say.of("事项", "What"), say.of("说明", "Words")], rows),
        frozen: 0,
        signatures: Vec::new(),
    }
}
