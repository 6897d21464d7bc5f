//! 一票否决: a sentence and a row for each event and subject hit.

use std::collections::BTreeMap;

use super::flow::{self, effect};
use super::names::Names;
use super::plots::Plot;
use super::table::{Cell, Column, Kind, Table};
use super::{Block, Section, Sheet};
use crate::results::{Results, VetoEntry};

/// Who, when, what ground, which document, what cap, and the grade without it.
pub(super) fn sentence(names: &Names, entry: &VetoEntry) -> String {
    let say = names.say;
    let who = match entry.whose.as_str() {
        "person" => names.subject("person", &entry.subject),
        _ => names.unit(&entry.subject).to_owned(),
    };
    let what = match entry.as_what.as_str() {
        "unit" => String::new(),
        what => say.made(format!("，作为{}", say.as_what(what)), format!(", as {}", say.as_what(what))),
    };
    let document = if entry.document.is_empty() { String::new() } else { say.bracketed(&entry.document) };
    let does = effect(names, entry);
    let mut text = say.made(
        format!("{who}{what}：{}，{}{document}，{does}", entry.date, entry.ground_name),
        format!("{who}{what}: {}, {}{document}; {does}", entry.date, entry.ground_name),
    );
    let grade = entry.grade.as_deref();
    text += &match (entry.without.as_deref(), grade) {
        (Some(without), Some(grade)) if without != grade => {
            say.made(format!("；无此情形应为{without}，现为{grade}"), format!("; {without} without it, now {grade}"))
        }
        (Some(without), Some(_)) => {
            say.made(format!("；等次本为{without}，未受影响"), format!("; {without} in any case"))
        }
        (_, Some(grade)) => say.made(format!("；现为{grade}"), format!("; now {grade}")),
        _ => say.of("；等次待定", "; grade pending").to_owned(),
    };
    text + say.of("。", ".")
}

/// The section of the page.
pub(super) fn section(results: &Results, names: &Names, plots: &mut BTreeMap<String, Plot>) -> Section {
    let say = names.say;
    let vetoes = &results.lists.vetoes;
    let (units, people) = super::cover::struck(results);
    let sentence_of_all = if vetoes.is_empty() {
        say.of("本期没有一票否决。", "No veto in this period.").to_owned()
    } else {
        say.made(
            format!("{units}个单位、{people}名个人被一票否决；得分照列，等次受限。"),
            format!("{units} units and {people} people were struck by a veto; scores stand, grades are capped."),
        )
    };
    let table = (!vetoes.is_empty()).then(|| table(results, names));
    let block = Block {
        plot: None,
        caption: String::new(),
        sentence: sentence_of_all,
        sentences: vetoes.iter().map(|entry| sentence(names, entry)).collect(),
        table,
        folded: true,
        aside: false,
    };
    let mut blocks = vec![block];
    blocks.extend(flow::blocks(results, names, plots));
    Section { id: "vetoes", heading: say.of("一票否决", "Vetoes").to_owned(), blocks }
}

fn table(results: &Results, names: &Names) -> Table {
    let say = names.say;
    let columns = vec![
        Column::new(say.of("事件号", "Event"), Kind::Mark),
        Column::new(say.of("日期", "Date"), Kind::Mark),
        Column::new(say.of("事发单位", "Unit of the event"), Kind::Text),
        Column::new(say.of("情形", "Ground"), Kind::Long),
        Column::new(say.of("文号", "Document"), Kind::Text),
        Column::new(say.of("对象", "Who"), Kind::Text),
        Column::new(say.of("身份", "As"), Kind::Mark),
        Column::new(say.of("最高等次", "Cap"), Kind::Mark),
        Column::new(say.of("无此情形等次", "Grade without"), Kind::Mark),
        Column::new(say.of("现等次", "Grade"), Kind::Mark),
    ];
    let rows = results.lists.vetoes.iter().map(|entry| {
        let grade = match &entry.grade {
            Some(_) => names.grade_of(&entry.whose, entry.grade.as_ref()),
            None => Cell::Instead(say.of("待定", "pending").to_owned()),
        };
        vec![
            Cell::text(entry.event.clone()),
            Cell::text(entry.date.clone()),
            Cell::text(names.unit(&entry.unit)),
            Cell::text(entry.ground_name.clone()),
            Cell::text(entry.document.clone()),
            Cell::text(names.subject(&entry.whose, &entry.subject)),
            Cell::text(say.as_what(&entry.as_what)),
            Cell::text(if entry.effect.is_some() { effect(names, entry) } else { entry.cap.clone() }),
            names.grade_of(&entry.whose, entry.without.as_ref()),
            grade,
        ]
    });
    Table {
        columns, rows: rows.collect(), when_empty: say.of("本期没有一票否决", "No veto in this period").to_owned()
    }
}

/// The sheet 否决.
pub(super) fn sheet(results: &Results, names: &Names) -> Sheet {
    let say = names.say;
    Sheet {
        name: say.of("否决", "Vetoes").to_owned(),
        title: format!("{} {}", results.assessment.title, say.of("一票否决", "vetoes")),
        table: table(results, names),
        frozen: 0,
        signatures: Vec::new(),
    }
}
